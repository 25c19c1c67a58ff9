import { Lazy, Token } from "cdktf";
import { TokenString } from "cdktf/lib/tokens/private/encoding";
import { resolve } from "cdktf/lib/tokens/private/resolve";
import { TokenMap } from "cdktf/lib/tokens/private/token-map";
import { DefaultTokenResolver, StringConcat } from "cdktf/lib/tokens/resolvable";
import { ignoringLoneBraces } from "../../../stacks/cdktf/lone-braces";
import { copying } from "../../../stacks/cdktf/plain-values";
import { freshStack } from "../../helpers/synth";

const options = {
  scope: freshStack(),
  preparing: false,
  resolver: new DefaultTokenResolver(new StringConcat()),
};
const cdktf = (value: unknown) => resolve(value, options as never);
const copied = (value: unknown) => copying(resolve as never)(value, options as never);

const number = Token.asNumber({ resolve: () => 7 });
const text = Lazy.stringValue({ produce: () => "made later" });

test.each<[string, unknown]>([
  ["plain values", { a: [1, "two", { three: null }], b: true, c: "" }],
  ["what is undefined, which is left out", { a: undefined, b: [undefined, 1] }],
  ["a token alone and in a text", { a: text, b: `x-${text}-y` }],
  ["a text with an expression, beside a token and not", { a: "${var.x}", b: `\${var.x} ${text}` }],
  ["a number that is a token, alone and in a text", { a: number, b: `port ${number}` }],
  ["a text that looks like such a number", ["1e5", "-e-", "v1.2e+3"]],
  ["a list that is a token", { a: Token.asList({ resolve: () => ["x", text] }) }],
  ["a list of numbers that is a token", { a: Token.asNumberList({ resolve: () => [1, 2] }) }],
  ["a map that is a token", { a: Token.asStringMap({ resolve: () => ({ x: text }) }) }],
  ["a key that is a token", { [text]: 1 }],
  ["an object that is a token", { a: { resolve: () => ({ b: text, c: undefined }) } }],
  ["a token within a list within an object", [{ a: [{ b: text }] }]],
])("%s is what cdktf makes of it", (_, value) => {
  expect(copied(value)).toStrictEqual(cdktf(value));
});

test("what holds no token never reaches cdktf, and is a copy", () => {
  const resolve = jest.fn();
  const value = { a: [1, "two", { three: null }], b: "v1.2.3" };
  const copy = copying(resolve)(value, {});
  expect(copy).toEqual(value);
  expect(copy).not.toBe(value);
  expect(resolve).not.toHaveBeenCalled();
});

test.each<[string, unknown]>([
  ["a function", { a: { b: () => 1 } }],
  ["a construct", { a: { b: freshStack() } }],
  ["a list's token alone", { a: Token.asList({ resolve: () => ["x"] })[0] }],
  ["a map's text alone", { a: Token.STRING_MAP_TOKEN_VALUE }],
  ["a map's number alone", { a: Token.NUMBER_MAP_TOKEN_VALUE }],
  ["a map's value alone", { a: Token.ANY_MAP_TOKEN_VALUE }],
  ["a value within itself", ring()],
])("%s is refused in cdktf's words", (_, value) => {
  const refusal = (of: (value: unknown) => unknown) => {
    try {
      return of(value);
    } catch (error) {
      return error;
    }
  };
  expect(refusal(copied)).toBeInstanceOf(Error);
  expect(refusal(copied)).toEqual(refusal(cdktf));
});

function ring(): object {
  const ring: Record<string, unknown> = {};
  ring["ring"] = ring;
  return ring;
}

test.each<[string, string]>([
  ["of braces alone", `{"a":{"b":"${text}"},"c":{}} ${text} }`],
  ["of an expression beside braces", `{\${var.x} ${text} {\${upper("a")}}}`],
  ["that is a token", text],
])("a text %s is split as cdktf splits it", (_, value) => {
  const resolveWith = (forString: typeof TokenString.forString) => {
    const fragments = forString(value, true).split((key) => TokenMap.instance().lookupToken(key));
    return options.resolver.resolveString(fragments, { resolve: () => "made later" } as never);
  };
  expect(resolveWith(ignoringLoneBraces(TokenString.forString) as never)).toBe(
    resolveWith(TokenString.forString),
  );
});

test.each<[string, boolean]>([
  ['{"a":{}}', false],
  [`\${TfToken[TOKEN.1]} {}`, false],
  ["${var.x}", true],
])("%s is searched for expressions: %s", (value, isSearched) => {
  const forString = jest.fn();
  ignoringLoneBraces(forString)(value, true);
  expect(forString).toHaveBeenCalledWith(value, isSearched, undefined);
});
