import type { Review } from "../../config/model/review";
import { rowsOf } from "../../footprint/rows";
import { footprint, workload } from "../helpers/footprints";

function rows(options: Readonly<Record<string, readonly string[]>>, corresponds?: Review["corresponds"]) {
  const footprints = Object.entries(options).map(([id, names]) =>
    footprint({ id, workloads: names.map((name) => workload(name, [1, 1, 1], [])) }),
  );
  const review = { id: "x", name: "x", title: "X", document: "x.md", options: [], claims: [], corresponds };
  const found = rowsOf(footprints, [review]);
  return Object.fromEntries([...found].map(([id, own]) => [id, [...own.values()]]));
}

test("the prefix that all workloads of a stack have is left out where another option has what remains", () => {
  expect(
    rows({
      "shop-1": ["shop-1-traditional_app", "shop-1-traditional_postgres"],
      "shop-2": ["shop-2-frankenphp_app", "shop-2-frankenphp_redis"],
    }),
  ).toEqual({ "shop-1": ["app", "postgres"], "shop-2": ["app", "redis"] });
});

test("one option has the prefix and the other has none", () => {
  expect(
    rows({
      kubernetes: ["orders", "payments"],
      compose: ["critter-supply-orders", "critter-supply-payments"],
    }),
  ).toEqual({ kubernetes: ["orders", "payments"], compose: ["orders", "payments"] });
});

test("the option's own id is a prefix, also of some workloads only", () => {
  expect(rows({ alpha: ["alpha-api", "collector"], beta: ["beta-api", "collector"] })).toEqual({
    alpha: ["api", "collector"],
    beta: ["api", "collector"],
  });
});

test("names that no other option has keep their prefix, and so do those that would become another's", () => {
  expect(rows({ a: ["orders-api", "orders-worker"], b: ["frontend", "backend"] })).toEqual({
    a: ["orders-api", "orders-worker"],
    b: ["frontend", "backend"],
  });
  expect(rows({ a: ["a-api", "api"], b: ["api"] })).toEqual({ a: ["a-api", "api"], b: ["api"] });
  expect(rows({ a: ["shop", "shop-db"], b: ["shop", "shop-db"] })).toEqual({
    a: ["shop", "shop-db"],
    b: ["shop", "shop-db"],
  });
});

test("what a review says is first", () => {
  expect(
    rows({ a: ["php-fpm", "nginx"], b: ["frankenphp"] }, { application: { a: "php-fpm", b: "frankenphp" } }),
  ).toEqual({ a: ["application", "nginx"], b: ["application"] });
});
