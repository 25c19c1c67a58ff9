import { weighbridge } from "../helpers/command";

test("where the code that is kept is of no use, the command compiles what it runs", () => {
  const kept = weighbridge(["show", "partner-b"]);
  // V8 refuses code that was compiled with other flags.
  const compiled = weighbridge(["show", "partner-b"], { env: { NODE_OPTIONS: "--jitless" } });
  expect(kept).toMatchObject({ status: 0, stderr: "" });
  expect(compiled).toMatchObject({ status: 0, stdout: kept.stdout });
});
