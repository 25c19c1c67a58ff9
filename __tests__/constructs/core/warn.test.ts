import { TerraformStack } from "cdktf";
import { SYNTH_RULES, warn } from "../../../constructs/core/warn";
import { RULES } from "../../../rules";
import { quietApp } from "../../helpers/synth";

const entries = (context?: string) => {
  const app = quietApp();
  if (context !== undefined) app.node.setContext("weighbridge.dev/acknowledge-WB077", context);
  const stack = new TerraformStack(app, "Stack");
  warn(stack, "singleCopy", "one node");
  return stack.node.metadata
    .filter(({ type }) => type !== "aws:cdk:path")
    .map(({ type, data }) => [type, data]);
};

test("a warning carries the id of its rule", () => {
  expect(entries()).toEqual([["@cdktf/warn", "WB077: one node"]]);
  const known = RULES.map(({ id }) => id);
  for (const id of Object.values(SYNTH_RULES)) expect(known).toContain(id);
});

test("the context acknowledges it with a reason", () => {
  expect(entries("a broker for tests")).toEqual([
    ["@cdktf/info", "WB077: one node (acknowledged: a broker for tests)"],
  ]);
  expect(entries(" ")).toEqual([["@cdktf/warn", "WB077: one node"]]);
});
