import { LocalBackend, TerraformOutput, TerraformStack, Testing } from "cdktf";

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

test("preparing a stack resolves its elements", () => {
  const stack = new TerraformStack(Testing.app(), "Stack");
  new LocalBackend(stack, { path: "terraform.tfstate" });
  const resolved = jest.spyOn(new TerraformOutput(stack, "value", { value: "x" }), "toTerraform");
  stack.prepareStack();
  expect(resolved).toHaveBeenCalled();
});
