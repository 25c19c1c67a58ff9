import { TerraformOutput, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import {
  type ResourceBudget,
  requireBudget,
  subtract,
  toKubernetes,
} from "../../../constructs/core/resources";
import { freshStack, refusal, synth } from "../../helpers/synth";

const scope = new Construct(freshStack(), "Thing");
const BUDGET: ResourceBudget = {
  cpuRequestMillicores: 200,
  cpuLimitMillicores: 1000,
  memoryRequestMi: 256,
  memoryLimitMi: 1024,
};

function refused(change: Partial<ResourceBudget>) {
  return refusal(() => requireBudget(scope, "resources", { ...BUDGET, ...change }));
}

test("a budget is always written in m and Mi, whole cores and GiB too", () => {
  expect(toKubernetes(BUDGET)).toEqual({
    requests: { cpu: "200m", memory: "256Mi" },
    limits: { cpu: "1000m", memory: "1024Mi" },
  });
});

test("a token stays one token before its unit", () => {
  const stack = freshStack();
  const memoryLimitMi = new TerraformVariable(stack, "memory", {}).numberValue;
  new TerraformOutput(stack, "limit", { value: toKubernetes({ ...BUDGET, memoryLimitMi }).limits.memory });
  expect(synth(stack).block("output")).toEqual({ limit: { value: "${var.memory}Mi" } });
});

test("what is left of a budget is left in each figure", () => {
  const part = { cpuRequestMillicores: 1, cpuLimitMillicores: 20, memoryRequestMi: 3, memoryLimitMi: 400 };
  expect(subtract(BUDGET, part, part)).toEqual({
    cpuRequestMillicores: 198,
    cpuLimitMillicores: 960,
    memoryRequestMi: 250,
    memoryLimitMi: 224,
  });
  expect(subtract(BUDGET)).toEqual(BUDGET);
});

describe("a budget", () => {
  test("may have requests that are its limits, and tokens", () => {
    const even = { ...BUDGET, cpuRequestMillicores: 1000, memoryRequestMi: 1024 };
    expect(() => requireBudget(scope, "resources", even)).not.toThrow();
    const cpuRequestMillicores = new TerraformVariable(scope, "cpu", {}).numberValue;
    expect(() => requireBudget(scope, "resources", { ...BUDGET, cpuRequestMillicores })).not.toThrow();
  });

  test.each(Object.keys(BUDGET))("fails when %s is nothing or a fraction", (key) => {
    expect(refused({ [key]: 0 })).toEqual({
      code: "OutOfRange",
      message: `Stack/Thing: 'resources.${key}' must be at least 1, got 0; set 'resources.${key}' within the bounds`,
    });
    expect(refused({ [key]: 0.5 }).code).toBe("NotInteger");
  });

  test("fails when a request exceeds its limit", () => {
    expect(refused({ cpuRequestMillicores: 1001 })).toEqual({
      code: "OutOfRange",
      message:
        "Stack/Thing: 'resources.cpuRequestMillicores' must be at most 'resources.cpuLimitMillicores' (1000), got 1001; " +
        "lower 'resources.cpuRequestMillicores' or raise 'resources.cpuLimitMillicores'",
    });
    expect(refused({ memoryRequestMi: 1025 })).toEqual({
      code: "OutOfRange",
      message:
        "Stack/Thing: 'resources.memoryRequestMi' must be at most 'resources.memoryLimitMi' (1024), got 1025; " +
        "lower 'resources.memoryRequestMi' or raise 'resources.memoryLimitMi'",
    });
  });
});
