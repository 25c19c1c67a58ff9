import type { Connection } from "../../../../footprint/figures/reach";
import { layGraph } from "../../../../footprint/render/html/network/graph";
import fc from "../../../helpers/fast-check";

const to = (from: string, target: string, ...ports: readonly string[]): Connection => ({
  from,
  to: target,
  ports,
  through: [],
});

/** Names by column, a point as `·`. */
function columns(connections: readonly Connection[], workloads: readonly string[]): string[][] {
  const { nodes, columns: many } = layGraph(connections, workloads);
  return Array.from({ length: many }, (_, column) =>
    nodes
      .filter((node) => node.column === column)
      .sort((left, right) => left.row - right.row)
      .map(({ name }) => (name === "" ? "·" : name)),
  );
}

test("pure callers are left, workloads after their callers, and pure targets right", () => {
  const connections = [to("outside", "api"), to("api", "fuji", "8080"), to("fuji", "redis", "6379")];
  expect(columns(connections, ["fuji", "api"])).toEqual([["outside"], ["api"], ["fuji"], ["redis"]]);
});

test("a connection that skips a column passes a point in it; all of one source share the point", () => {
  const connections = [to("api", "fuji"), to("api", "kafka"), to("api", "redis"), to("fuji", "redis")];
  const [, passed] = columns(connections, ["api", "fuji"]);
  expect(passed?.toSorted()).toEqual(["fuji", "·"]);
});

test("ports of all callers are listed at their target", () => {
  const { nodes } = layGraph([to("a", "db", "5432"), to("b", "db", "6432", "5432")], ["a", "b"]);
  expect(nodes.find(({ name }) => name === "db")?.ports).toEqual(["5432", "6432"]);
});

test("workloads behind one service are reached each", () => {
  const { nodes } = layGraph([to("outside", "blue, green")], ["blue", "green"]);
  expect(nodes.map(({ name }) => name)).toEqual(["outside", "blue", "green"]);
});

test("workloads that call each other in a circle end somewhere", () => {
  expect(columns([to("a", "b"), to("b", "a"), to("a", "a")], ["a", "b"]).flat()).toContain("b");
});

test("no two things stand in one place, and each connection joins neighbours or turns back", () => {
  const name = fc.constantFrom("a", "b", "c", "x", "y", "outside");
  const connection = fc
    .tuple(name, name, fc.constantFrom("80", "443"))
    .map(([from, target, port]) => to(from, target, port));
  fc.assert(
    fc.property(fc.array(connection, { minLength: 1, maxLength: 14 }), (connections) => {
      const { nodes, links } = layGraph(connections, ["a", "b", "c"]);
      const places = nodes.map(({ column, row }) => `${column} ${row}`);
      expect(new Set(places).size).toBe(places.length);
      for (const link of links) {
        expect((nodes[link.to]?.column ?? 0) - (nodes[link.from]?.column ?? 0)).toBeLessThanOrEqual(1);
      }
    }),
  );
});
