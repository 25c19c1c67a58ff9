import { mergeFootprints } from "../../footprint/merge";
import { footprint, image, workload } from "../helpers/footprints";

test("joins the stacks, lists an image once and adds up unsupported types", () => {
  const platform = footprint({ id: "x-platform", images: [image("a", ["one"])], unread: { aws_x: 1 } });
  const own = footprint({
    id: "x",
    workloads: [workload("api", undefined, [])],
    images: [image("a", ["one", "two"]), image("b", ["two"])],
    unread: { aws_x: 2, aws_y: 1 },
  });
  expect(mergeFootprints("x", [platform, own])).toMatchObject({
    id: "x",
    workloads: [{ name: "api" }],
    images: [image("a", ["one", "two"]), image("b", ["two"])],
    unread: { aws_x: 3, aws_y: 1 },
  });
});

test("adds up types that are called like an object's own members", () => {
  const unread = JSON.parse('{ "__proto__": 1, "constructor": 2, "toString": 3 }') as Record<string, number>;
  const merged = mergeFootprints("x", [footprint({ unread }), footprint({ unread })]);
  expect(JSON.stringify(merged.unread)).toBe('{"__proto__":2,"constructor":4,"toString":6}');
});
