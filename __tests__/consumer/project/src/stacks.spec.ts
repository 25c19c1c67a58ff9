import { Testing } from "cdktf";
import { readEach } from "weighbridge/footprint";
import { addStacks, STACKS } from "./stacks.js";

test("each construct is synthesised, and each stack has a footprint", () => {
  const app = Testing.app();
  addStacks(app);
  app.synth();
  const footprints = [...readEach(app.outdir, "mine", {})];
  expect(footprints.map(({ id }) => id).sort()).toEqual(
    Object.keys(STACKS)
      .map((name) => `mine-${name}`)
      .sort(),
  );
  const gateway = footprints.find(({ id }) => id === "mine-dotnet-gateway");
  expect(gateway?.workloads.length).toBeGreaterThan(0);
});
