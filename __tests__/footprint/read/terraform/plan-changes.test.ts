import { toFootprint } from "../../../../footprint/read";
import { refusal } from "../fixtures";

const change = (address: string, before: object | null, after: object | null, more: object = {}) => ({
  address,
  mode: "managed",
  type: "aws_db_instance",
  name: "d",
  change: { actions: [], before, after },
  ...more,
});
const small = { identifier: "orders", instance_class: "db.t3.small" };
const PLAN = {
  format_version: "1.2",
  resource_changes: [
    change("aws_db_instance.d", small, { ...small, instance_class: "db.t3.large" }),
    change("module.m.aws_db_instance.d", null, { identifier: "new" }, { module_address: "module.m" }),
    change("aws_db_instance.gone", { identifier: "gone" }, null),
    change("aws_db_instance.aside", { identifier: "aside" }, null, { deposed: "1" }),
  ],
};

const stores = (plan: object, isBefore?: boolean) =>
  toFootprint(plan, { isBefore }).stores.map(({ name, size }) => [name, size]);

test("a plan with changes alone has what they make", () => {
  expect(stores(PLAN)).toEqual([
    ["orders", "db.t3.large"],
    ["new", undefined],
  ]);
});

test("what was there before: the prior state, else what the changes say", () => {
  expect(stores(PLAN, true)).toEqual([
    ["orders", "db.t3.small"],
    ["gone", undefined],
  ]);
  const resources = [{ ...change("aws_db_instance.d", null, null), values: small }];
  const prior_state = { format_version: "1.0", values: { root_module: { resources } } };
  expect(stores({ ...PLAN, prior_state }, true)).toEqual([["orders", "db.t3.small"]]);
  expect(refusal(() => toFootprint({ resource: {} }, { isBefore: true }))).toMatch(/^has no state before: /);
});
