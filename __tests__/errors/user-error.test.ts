import { inspect } from "node:util";
import { Testing } from "cdktf";
import { Construct } from "constructs";
import { EnvironmentError } from "../../config/environments";
import { PriceBookError } from "../../config/prices";
import { AlertError } from "../../constructs/alerts/alert-error";
import { refuse, ValidationError } from "../../constructs/core/errors";
import { isUserError, UserError } from "../../errors/user-error";
import { InputError } from "../../footprint";

const refusal = { code: "BadName", prop: "name", must: "be short", got: "long", fix: "shorten it" } as const;

test.each<[string, Error]>([
  ["InputError", new InputError({ problem: "is empty", fix: "fill it" })],
  ["EnvironmentError", new EnvironmentError("no such environment")],
  ["PriceBookError", new PriceBookError([{ file: "prices.json", problem: "no price", fix: "add it" }])],
  ["AlertError", new AlertError("a", refusal)],
  ["ValidationError", new ValidationError("BadName", "wrong", new Construct(Testing.app(), "A"))],
])("%s is the user's to fix", (name, error) => {
  expect(error).toBeInstanceOf(UserError);
  expect(isUserError(error)).toBe(true);
  expect(error.name).toBe(name);
});

test("an error of another copy of the package is recognised, any other error is not", () => {
  const copies: Array<typeof import("../../errors/user-error")> = [];
  jest.isolateModules(() => copies.push(require("../../errors/user-error")));
  const other = copies[0]?.UserError ?? UserError;
  expect(other).not.toBe(UserError);
  expect(isUserError(new other("wrong"))).toBe(true);
  expect(isUserError(new Error("defect"))).toBe(false);
  expect(isUserError("wrong")).toBe(false);
});

test("a ValidationError prints its line and not the construct tree", () => {
  const scope = new Construct(new Construct(Testing.app(), "Parent"), "Child");
  let error: unknown;
  try {
    refuse(scope, refusal);
  } catch (thrown) {
    error = thrown;
  }
  expect((error as ValidationError).scope).toBe(scope);
  const printed = inspect(error, { depth: 10 });
  expect(printed).toContain(`Parent/Child: 'name' must be short, got "long"; shorten it`);
  expect(printed).not.toMatch(/scope|Construct \{/);
});

test("a message has no escape sequences or control characters, whatever it quotes", () => {
  expect(new UserError("\u001b[31mred\u202e.yaml: wrong\nb\u009b2J: wrong").message).toBe(
    "red.yaml: wrong\nb: wrong",
  );
});
