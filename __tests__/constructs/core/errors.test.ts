import { inspect } from "node:util";
import { Construct } from "constructs";
import { AlertError } from "../../../constructs/alerts";
import { refuse, ValidationError } from "../../../constructs/core/errors";
import { refuseReserved } from "../../../constructs/core/reserved-environment";
import { isUserError } from "../../../errors/user-error";
import { freshStack, refusal } from "../../helpers/synth";

const URL = "https://admin:hunter2@prometheus.example.com";
const PARTS = { code: "BadName", prop: "url", must: "be valid", fix: "correct it" } as const;
const thing = () => new Construct(freshStack(), "Thing");

test("a validation error is the user's, and does not print the construct tree", () => {
  const error = new ValidationError("BadName", "'name' must be a label", thing());
  expect(isUserError(error)).toBe(true);
  expect(inspect(error)).not.toContain("scope");
});

test("messages do not contain the credentials of a URL", () => {
  const message = "'url' must be valid, got \"https://***@prometheus.example.com\"; correct it";
  expect(refusal(() => refuse(thing(), { ...PARTS, got: URL })).message).toBe(`Stack/Thing: ${message}`);
  expect(new AlertError("error-rate", { ...PARTS, got: URL }).message).toBe(`alert "error-rate": ${message}`);
});

test.each([
  ["500", '"500"'],
  ["hunter2", '"a text"'],
])("a reserved environment variable is refused without its text: %s", (value, shown) => {
  const reserve = () => refuseReserved(thing(), { Token: value }, { TOKEN: "set 'token'" });
  expect(refusal(reserve).message).toBe(
    `Stack/Thing: 'environment.Token' must be omitted, got ${shown}; set 'token'`,
  );
});
