import { type App, TerraformStack } from "cdktf";

/** What cdktf does with a stack before it writes it, and does not export. */
interface Synthesizer {
  invokeAspects(stack: TerraformStack): void;
}

/**
 * The Terraform JSON of each stack of an app, by the stack's id: the values that `app.synth()` writes to
 * `cdk.tf.json`, behind the same validations. Nothing is written.
 * @throws what a validation refuses
 */
export function documentsOf(app: App): ReadonlyMap<string, unknown> {
  const stacks = app.node.findAll().filter(TerraformStack.isStack);
  for (const stack of stacks) stack.prepareStack();
  return new Map(stacks.map((stack) => [stack.node.id, documentOf(stack)]));
}

function documentOf(stack: TerraformStack): unknown {
  const { invokeAspects } = require("cdktf/lib/synthesize/synthesizer") as Synthesizer;
  invokeAspects(stack);
  stack.runAllValidations();
  const [refusal] = stack.node
    .findAll()
    .flatMap(({ node }) => node.metadata.filter(({ type }) => type === "@cdktf/error"));
  if (refusal !== undefined) throw new Error(String(refusal.data));
  return inOrder(stack.toTerraform());
}

/** cdktf writes the keys of an object in their order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) ordered[key] = inOrder((value as typeof ordered)[key]);
  return ordered;
}
