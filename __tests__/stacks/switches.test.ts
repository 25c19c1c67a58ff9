import { tmpdir } from "node:os";
import { App, TerraformStack } from "cdktf";
import { type Chosen, chooseSwitches } from "../../stacks/switches";
import { refusal } from "../helpers/synth";

const SWITCHES = { fuji: ["kept", "absorbed"], kafka: ["none", "minimal"] } as const;

function choose(context: Record<string, unknown> = {}, given?: Partial<Chosen<typeof SWITCHES>>) {
  const app = new App({ outdir: tmpdir(), stackTraces: false, context });
  return chooseSwitches(new TerraformStack(app, "partner-b"), SWITCHES, given);
}

test("the default of a switch is its first value", () => {
  expect(choose()).toEqual({ fuji: "kept", kafka: "none" });
  expect(choose({ "partner-a": { kafka: "minimal" } })).toEqual({ fuji: "kept", kafka: "none" });
});

test("the context under the option's id sets some, the caller has the last word", () => {
  const context = { "partner-b": { fuji: "absorbed", kafka: "minimal" } };
  expect(choose(context)).toEqual({ fuji: "absorbed", kafka: "minimal" });
  expect(choose(context, { kafka: "none" })).toEqual({ fuji: "absorbed", kafka: "none" });
});

test.each<[what: string, context: unknown, message: string]>([
  [
    "a switch that there is not",
    { fuij: "absorbed" },
    "'fuij' must be a switch of partner-b, got \"absorbed\"; " +
      "there are fuji (kept, absorbed), kafka (none, minimal)",
  ],
  [
    "a name that every object has",
    { toString: "absorbed" },
    "'toString' must be a switch of partner-b, got \"absorbed\"; " +
      "there are fuji (kept, absorbed), kafka (none, minimal)",
  ],
  [
    "a value that there is not",
    { fuji: "gone" },
    "'fuji' must be one of kept, absorbed, got \"gone\"; leave it out for kept",
  ],
  [
    "a value that is no text",
    { fuji: true },
    "'fuji' must be one of kept, absorbed, got \"true\"; leave it out for kept",
  ],
  ...["absorbed", ["absorbed"]].map((context): [string, unknown, string] => [
    `${JSON.stringify(context)} instead of switches`,
    context,
    "'partner-b' must be an object of switches in the context, got \"absorbed\"; " +
      'write "partner-b": { "<switch>": "<value>" } with fuji (kept, absorbed), kafka (none, minimal)',
  ]),
])("%s is refused with one line", (_, context, message) => {
  expect(refusal(() => choose({ "partner-b": context }))).toEqual({
    code: "BadName",
    message: `partner-b: ${message}`,
  });
});
