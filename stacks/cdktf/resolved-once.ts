import { TerraformStack } from "cdktf";

type Resolve = (scope: unknown, value: unknown, preparing?: boolean) => unknown;

/** Where cdktf keeps the function that resolves a value of a stack. */
interface TokensModule {
  resolve: Resolve;
}

/** Modules whose function is replaced already. */
const replaced = new WeakSet<TokensModule>();

/** cdktf resolves each element of a stack, merges the results, and resolves the whole again. This leaves out the last. */
export function resolveOnce(): void {
  const module = require("cdktf/lib/_tokens") as TokensModule;
  if (replaced.has(module)) return;
  replaced.add(module);
  module.resolve = leavingResolved(module.resolve);
}

/** `resolve`, which returns the document of a stack without overrides as it is: its elements are resolved. */
export function leavingResolved(resolve: Resolve): Resolve {
  return (scope, value, preparing) =>
    TerraformStack.isStack(scope) && isDocument(value) && !hasOverrides(scope)
      ? withoutUndefined(value)
      : resolve(scope, value, preparing);
}

/** The Terraform JSON of a stack. */
interface TerraformDocument {
  readonly "//": { readonly metadata: Readonly<Record<string, unknown>>; readonly outputs: unknown };
}

function isDocument(value: unknown): value is TerraformDocument {
  const { metadata, outputs } = (value as Partial<TerraformDocument> | undefined)?.["//"] ?? {};
  return outputs !== undefined && typeof metadata?.["stackName"] === "string";
}

/** What a user adds to a whole stack may contain tokens. */
function hasOverrides(stack: TerraformStack): boolean {
  return Object.keys((stack as unknown as { readonly rawOverrides: object }).rawOverrides).length > 0;
}

/** Only the metadata of the stack itself was not resolved; its texts are plain. */
function withoutUndefined(document: TerraformDocument): TerraformDocument {
  const entries = Object.entries(document["//"].metadata).filter(([, value]) => value !== undefined);
  return { ...document, "//": { ...document["//"], metadata: Object.fromEntries(entries) } };
}
