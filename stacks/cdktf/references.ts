import { TerraformElement, TerraformStack, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { DEEPEST, holdsNoToken, isPlain } from "./plain-values";

/** Where cdktf keeps the function that resolves a value of a stack. */
interface TokensModule {
  resolve(stack: TerraformStack, value: unknown, preparing?: boolean): unknown;
}

/** Stacks whose class is patched already. */
const patched = new WeakSet<object>();

/**
 * Before it writes a stack, cdktf resolves every value of it, to find references to other stacks, and throws the result
 * away. Only tokens can refer to anything: only they are resolved here, and none where the app has one stack.
 */
export function scanReferences(): void {
  if (patched.has(TerraformStack.prototype)) return;
  patched.add(TerraformStack.prototype);
  const { resolve } = require("cdktf/lib/_tokens") as TokensModule;
  TerraformStack.prototype.prepareStack = function prepareStack(this: TerraformStack): void {
    this.ensureBackendExists();
    if (!hasOthers(this)) return;
    for (const element of elementsOf(this)) {
      visitTokens(element.toTerraform(), (token) => resolve(this, token, true));
    }
  };
}

/** Apps that have several stacks: none becomes fewer. */
const apps = new WeakSet<IConstruct>();

/** False for the only stack of an app. */
function hasOthers(stack: TerraformStack): boolean {
  const { root } = stack.node;
  if (!apps.has(root) && containsOther(stack, root)) apps.add(root);
  return apps.has(root);
}

/** Stops at the first one. */
function containsOther(stack: TerraformStack, node: IConstruct): boolean {
  return (
    (node !== stack && TerraformStack.isStack(node)) ||
    node.node.children.some((child) => containsOther(stack, child))
  );
}

/** What a stack writes, without that of stacks within it. */
function elementsOf(node: IConstruct): readonly TerraformElement[] {
  const own = TerraformElement.isTerraformElement(node) ? [node] : [];
  const beneath = node.node.children.filter((child) => !TerraformStack.isStack(child)).flatMap(elementsOf);
  return [...own, ...beneath];
}

/** Calls back for each part of a value that may be a token, or contain one that is more than its members. */
export function visitTokens(value: unknown, found: (token: unknown) => void, depth = 0): void {
  // What is no value at all, or has no end, is refused where it is resolved to be written.
  if (isPlain(value) || typeof value === "function" || depth > DEEPEST) return;
  if (Array.isArray(value)) {
    if (value.every(holdsNoToken)) for (const item of value) visitTokens(item, found, depth + 1);
    else found(value);
  } else if (typeof value !== "object" || value === null || Tokenization.isResolvable(value)) found(value);
  else if (!("_children" in value)) {
    const entries = Object.entries(value);
    if (entries.every(([key]) => isPlain(key)))
      for (const [, member] of entries) visitTokens(member, found, depth + 1);
    else found(value);
  }
}
