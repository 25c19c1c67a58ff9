import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { isToken, refuse } from "../../../constructs/core/errors";
import {
  requireAtMost,
  requireInteger,
  requireKnown,
  requireLabelName,
  requireNumber,
} from "../../../constructs/core/validate";
import { freshStack, refusal } from "../../helpers/synth";

const stack = freshStack();
const scope = new Construct(stack, "Thing");
const variable = new TerraformVariable(stack, "size", {});
const token = variable.numberValue;

describe("a refusal", () => {
  test.each([
    ["a text in quotes", "x", '"x"'],
    ["a number", 1.5, "1.5"],
    ["nothing", undefined, "undefined"],
    ["a token by that word, since its value is noise", token, "a token"],
  ])("shows %s", (_, got, shown) => {
    expect(
      refusal(() => refuse(scope, { code: "Missing", prop: "p", must: "be so", got, fix: "make it so" })),
    ).toEqual({ code: "Missing", message: `Stack/Thing: 'p' must be so, got ${shown}; make it so` });
  });
});

describe("a whole number", () => {
  test.each([1, 3])("may be a bound itself: %d", (value) => {
    expect(() => requireInteger(scope, "count", value, { min: 1, max: 3 })).not.toThrow();
  });

  test("may be left out, or be a token", () => {
    expect(() => requireInteger(scope, "count", undefined, { min: 1 })).not.toThrow();
    expect(isToken(token)).toBe(true);
    expect(() => requireInteger(scope, "count", token, { min: 1, max: 3 })).not.toThrow();
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])("fails when it is %d", (value) => {
    expect(refusal(() => requireInteger(scope, "count", value))).toEqual({
      code: "NotInteger",
      message: `Stack/Thing: 'count' must be a whole number, got ${value}; round it`,
    });
  });

  test.each([
    [0, { min: 1 }, "be at least 1"],
    [4, { max: 3 }, "be at most 3"],
    [0, { min: 1, max: 3 }, "be from 1 to 3"],
    [4, { min: 1, max: 3 }, "be from 1 to 3"],
  ])("fails when it is %d outside of %j", (value, bounds, rule) => {
    expect(refusal(() => requireInteger(scope, "count", value, bounds))).toEqual({
      code: "OutOfRange",
      message: `Stack/Thing: 'count' must ${rule}, got ${value}; set 'count' within the bounds`,
    });
  });

  test("fails with the fix of the caller", () => {
    expect(refusal(() => requireInteger(scope, "count", 0, { min: 1, fix: "add one" })).message).toBe(
      "Stack/Thing: 'count' must be at least 1, got 0; add one",
    );
  });
});

describe("a number", () => {
  test("may be a fraction, be left out, or be a token", () => {
    for (const value of [0.5, undefined, token]) {
      expect(() => requireNumber(scope, "share", value, { min: 0, max: 1 })).not.toThrow();
    }
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("fails when it is %d, even without bounds", (value) => {
    expect(refusal(() => requireNumber(scope, "share", value))).toEqual({
      code: "OutOfRange",
      message: `Stack/Thing: 'share' must be a finite number, got ${value}; set 'share' within the bounds`,
    });
  });
});

describe("one number at most another", () => {
  test("may be equal; what is left out or a token passes", () => {
    const pairs = [
      [2, 2],
      [undefined, 1],
      [3, undefined],
      [token, 1],
      [3, token],
    ] as const;
    for (const [low, high] of pairs) {
      expect(() => requireAtMost(scope, ["low", low], ["high", high])).not.toThrow();
    }
  });

  test("fails when it is larger", () => {
    expect(refusal(() => requireAtMost(scope, ["low", 3], ["high", 2]))).toEqual({
      code: "OutOfRange",
      message: "Stack/Thing: 'low' must be at most 'high' (2), got 3; lower 'low' or raise 'high'",
    });
  });
});

describe("a number that is computed with", () => {
  test("may be left out", () => {
    expect(() => requireKnown(scope, { one: 1, other: undefined })).not.toThrow();
  });

  test("fails when it is a token", () => {
    expect(refusal(() => requireKnown(scope, { one: 1, other: token }))).toEqual({
      code: "Unknown",
      message: "Stack/Thing: 'other' must be known at synth, got a token; give it as a literal",
    });
  });
});

describe("a name", () => {
  test.each(["a", "a-1", "1a", "x".repeat(63), variable.stringValue])("may be %s", (name) => {
    expect(() => requireLabelName(scope, "name", name)).not.toThrow();
  });

  test.each(["", "A", "a_b", "-a", "a-", "a.b", "ı", "x".repeat(64)])('fails when it is "%s"', (name) => {
    const label = "an RFC 1123 label (lower-case letters, digits and '-', at most 63 characters)";
    expect(refusal(() => requireLabelName(scope, "name", name))).toEqual({
      code: "BadName",
      message: `Stack/Thing: 'name' must be ${label}, got "${name}"; shorten or rename it`,
    });
  });

  test("may have to be shorter", () => {
    expect(() => requireLabelName(scope, "name", "abcd", 4)).not.toThrow();
    expect(refusal(() => requireLabelName(scope, "name", "abcde", 4)).message).toContain(
      "at most 4 characters",
    );
  });
});
