import { mergeFootprints } from "../../footprint/merge";
import { footprint, image, workload } from "../helpers/footprints";

test("joins what the stacks hold, tells an image once and adds up what is unread", () => {
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
