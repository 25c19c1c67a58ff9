import { TerraformOutput, TerraformStack, Testing } from "cdktf";

/**
 * cdktf without the patches of `stacks/cdktf`. A test that fails here means that a newer cdktf no longer needs the
 * patch: remove it.
 */

type Encoding = typeof import("cdktf/lib/tokens/private/encoding");

test("a token has a stack trace", () => {
  jest.isolateModules(() => {
    const { captureStackTrace } =
      require("cdktf/lib/tokens/private/stack-trace") as typeof import("cdktf/lib/tokens/private/stack-trace");
    expect(captureStackTrace().length).toBeGreaterThan(0);
  });
});

test("a plain text is searched for tokens", () => {
  jest.isolateModules(() => {
    const { TokenString } = require("cdktf/lib/tokens/private/encoding") as Encoding;
    const { resolve } =
      require("cdktf/lib/tokens/private/resolve") as typeof import("cdktf/lib/tokens/private/resolve");
    const searched = jest.spyOn(TokenString, "forString");
    resolve({ a: "plain" }, { preparing: false, resolver: {} } as never);
    expect(searched).toHaveBeenCalled();
  });
});

test("a text without an expression is searched at each brace", () => {
  jest.isolateModules(() => {
    const { TokenString } = require("cdktf/lib/tokens/private/encoding") as Encoding;
    const searched = jest.spyOn(TokenString.prototype as never, "nextEscapeToken" as never);
    TokenString.forString("{ } { } { }", true).split((id) => id as never);
    expect(searched.mock.calls.length).toBeGreaterThan(2);
  });
});

test("util.isArray is called", () => {
  const util = require("node:util") as { isArray: (value: unknown) => boolean };
  const called = jest.spyOn(util, "isArray");
  const stack = new TerraformStack(Testing.app(), "Stack");
  new TerraformOutput(stack, "value", { value: { a: 1 } }).toTerraform();
  expect(called).toHaveBeenCalled();
});

test("preparing a stack resolves its elements, and what has no token", () => {
  jest.isolateModules(() => {
    const { App, LocalBackend, TerraformOutput, TerraformStack } = require("cdktf") as typeof import("cdktf");
    const stack = new TerraformStack(new App(), "Stack");
    new LocalBackend(stack, { path: "terraform.tfstate" });
    const resolved = jest.spyOn(new TerraformOutput(stack, "value", { value: "x" }), "toTerraform");
    stack.prepareStack();
    expect(resolved).toHaveBeenCalled();
  });
});

test("the document of a stack is resolved after its elements", () => {
  jest.isolateModules(() => {
    const { App, TerraformStack } = require("cdktf") as typeof import("cdktf");
    const tokens = require("cdktf/lib/_tokens") as { resolve: (scope: unknown, value: unknown) => unknown };
    const resolved = jest.spyOn(tokens, "resolve");
    new TerraformStack(new App(), "Stack").toTerraform();
    expect(resolved).toHaveBeenLastCalledWith(
      expect.anything(),
      expect.objectContaining({ "//": expect.anything() }),
    );
  });
});

test("a name is converted each time", () => {
  jest.isolateModules(() => {
    const util = require("cdktf/lib/util") as { keysToSnakeCase: (value: object) => unknown };
    const replaced = jest.spyOn(String.prototype, "replace");
    util.keysToSnakeCase([{ matchLabels: 1 }]);
    const once = replaced.mock.calls.length;
    util.keysToSnakeCase([{ matchLabels: 1 }]);
    expect(replaced.mock.calls.length).toBe(2 * once);
    expect(once).toBeGreaterThan(0);
  });
});
