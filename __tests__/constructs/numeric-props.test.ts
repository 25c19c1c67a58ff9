import { Fn, TerraformStack, Testing, Token } from "cdktf";
import { Construct } from "constructs";
import { AlertError } from "../../constructs/alerts";
import { ValidationError } from "../../constructs/core";
import { NUMERIC_CASES } from "../helpers/numeric-prop-cases";
import { exportedNumericProps } from "../helpers/numeric-props";

/** Numbers that are outputs or part of the catalogue: no caller passes them. */
const GIVEN_OUT = [
  "Alert.windowSeconds",
  "AlertCondition.thresholds",
  "DatadogGraph.value",
  "DatadogQuery.windowSeconds",
  "WorkerPool.maxChildren",
  "WorkerPool.reserveMi",
  "WorkerPool.workerMi",
];
/** Numbers that may have a fraction. */
const FRACTIONS = [
  "AlertSubject.availabilityPercent",
  "B2BObjectives.availabilityPercent",
  "B2BObjectives.searchPercent",
  "B2BObjectives.searchSeconds",
  "MysqlAccountProps.statementSeconds",
  "UserQuota.requestPercent",
];

const cases = Object.entries(NUMERIC_CASES).map(([prop, [build, refused, message]]) => {
  return { prop, build, refused, message };
});

/** What a token is as a number, where nobody put its expression in its place. */
const STAND_IN = /\de\+\d{3}/;

/** What Terraform, or whoever asked, is given; no stack here has its providers. */
function written(built: unknown): string {
  return Construct.isConstruct(built) ? Testing.synth(TerraformStack.of(built)) : JSON.stringify(built);
}

/** Code and message of a refusal, without its prefix: a construct's path, or an alert. */
function refusalOf(build: () => unknown): { code: string; message: string } | undefined {
  try {
    build();
    return undefined;
  } catch (error) {
    const code =
      error instanceof AlertError
        ? error.refusal.code
        : error instanceof ValidationError
          ? error.code
          : "none";
    return { code, message: (error as Error).message.replace(/^[^']*: (?=')/, "") };
  }
}

test("every number that a construct takes is in the table", () => {
  expect([...Object.keys(NUMERIC_CASES), ...GIVEN_OUT].sort()).toEqual(exportedNumericProps());
});

describe.each(cases)("$prop", ({ prop, build, refused, message }) => {
  test("is refused out of its bounds", () => {
    expect(refusalOf(() => build(refused))?.message).toBe(message);
  });

  test("is refused where it is no number", () => {
    expect(refusalOf(() => build(Number.NaN))?.code).toMatch(/^(NotInteger|OutOfRange)$/);
    expect(refusalOf(() => build(Number.POSITIVE_INFINITY))?.code).toMatch(/^(NotInteger|OutOfRange)$/);
  });

  test("passes as a token, which is not taken for a number, or is asked for as a literal", () => {
    const token = Token.asNumber(Fn.tonumber("7"));
    const code = refusalOf(() => build(token))?.code ?? "passes";
    expect(code).toMatch(/^(passes|Unknown)$/);
    if (code === "passes") expect(written(build(token))).not.toMatch(STAND_IN);
  });

  if (FRACTIONS.includes(prop)) return;
  test("is refused with a fraction", () => {
    expect(refusalOf(() => build(Math.abs(refused) + 1000.5))?.code).toMatch(/^(NotInteger|OutOfRange)$/);
  });
});
