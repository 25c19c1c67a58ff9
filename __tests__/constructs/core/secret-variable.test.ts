import { TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import { secretVariable } from "../../../constructs/core";
import { freshStack, synth } from "../../helpers/synth";

test("a secret variable is never stored, and its name does not depend on its scope", () => {
  const stack = freshStack();
  const value = secretVariable(new Construct(stack, "Deep"), "api_key", "Key of the API");
  new TerraformOutput(stack, "used", { value, sensitive: true });
  const json = synth(stack);
  expect(json.block("variable")).toEqual({
    api_key: { type: "string", sensitive: true, ephemeral: true, description: "Key of the API" },
  });
  expect(json.block("output")).toMatchObject({ used: { value: "${var.api_key}" } });
});
