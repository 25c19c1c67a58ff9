import { byText } from "../order";
import { InputError } from "./input-error";
import { blocks, isObject, type Json, members, own } from "./value";

/** Any real document is far flatter; recursion below relies on it. */
const DEEPEST = 100;

const EXPECTED =
  "give Terraform JSON such as cdktf.out/stacks/<id>/cdk.tf.json, a plan of terraform show -json, or Kubernetes YAML";

const STATE = "give what this prints in its folder: terraform show -json";

/** Top-level blocks of Terraform's JSON syntax. */
const TOP_LEVEL = ["terraform", "provider", "resource", "data", "variable", "locals", "output", "module"];

/** One `resource` block. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  /** `<type>.<name>`. */
  readonly address: string;
  /** Arguments as the document holds them, references unresolved. */
  readonly raw: Json;
  /**
   * Configuration of its provider, for example `aws.eu`.
   * @default - the one that is called as its type begins
   */
  readonly provider?: string;
}

/** A Terraform document, indexed. */
export interface Document {
  /** Sorted by address: nothing that is read depends on the order in the file. */
  readonly resources: readonly Resource[];
  /** Arguments by `<type>.<name>`, `data.<type>.<name>`, `var.<name>` and `local.<name>`. */
  readonly named: ReadonlyMap<string, unknown>;
  /** Names of called modules, sorted. */
  readonly modules: readonly string[];
  /** Region by configuration of a provider, references unresolved. */
  readonly regions?: ReadonlyMap<string, unknown>;
  /**
   * True for a plan of a part of what the configuration holds.
   * @default false
   */
  readonly isPart?: boolean;
  /** Name that CDKTF gave the stack, where it wrote the document. */
  readonly stackName?: string;
}

/**
 * Indexes a parsed Terraform JSON document.
 * @throws InputError when it is something else, or nested absurdly deep.
 */
export function indexDocument(document: unknown): Document {
  requireTerraform(document);
  requireFlat(document);
  const named = new Map<string, unknown>();
  const resources: Resource[] = [];
  forEachLabelled(document, "resource", (type, name, raw) => {
    const address = `${type}.${name}`;
    named.set(address, raw);
    resources.push({ type, name, address, raw, ...configurationOf(raw) });
  });
  forEachLabelled(document, "data", (type, name, raw) => {
    named.set(`data.${type}.${name}`, raw);
  });
  for (const [name, raw] of top(document, "variable")) {
    for (const block of blocks(raw))
      if (Object.hasOwn(block, "default")) named.set(`var.${name}`, block["default"]);
  }
  for (const [name, value] of top(document, "locals")) named.set(`local.${name}`, value);
  return {
    resources: resources.sort((a, b) => byText(a.address, b.address)),
    named,
    modules: top(document, "module")
      .map(([name]) => name)
      .sort(byText),
    regions: regionsOf(document),
    stackName: stackNameOf(document),
  };
}

/** Region of each configuration of each provider: `aws`, or `aws.eu` where it has an alias. */
function regionsOf(document: Json): Map<string, unknown> {
  return new Map(
    top(document, "provider").flatMap(([name, raw]) =>
      blocks(raw).map((configuration) => {
        const alias = own(configuration, "alias");
        return [typeof alias === "string" ? `${name}.${alias}` : name, own(configuration, "region")];
      }),
    ),
  );
}

/** `aws.eu`, also where it is written as an expression; absent for the configuration without an alias. */
function configurationOf(raw: Json): Pick<Resource, "provider"> {
  const provider = own(raw, "provider");
  return typeof provider === "string" ? { provider: provider.replace(/^\$\{(.*)\}$/, "$1") } : {};
}

/** Members of a top-level block, from every place where it stands. */
function top(document: Json, key: string): [string, unknown][] {
  const value = own(document, key);
  return isObject(value) ? members(value) : blocks(value).flatMap(members);
}

/** Visits blocks that have a type and a name. */
function forEachLabelled(
  document: Json,
  key: string,
  visit: (type: string, name: string, raw: Json) => void,
): void {
  for (const [type, named] of top(document, key)) {
    for (const block of blocks(named)) {
      for (const [name, body] of members(block)) {
        for (const raw of blocks(body)) visit(type, name, raw);
      }
    }
  }
}

function stackNameOf(document: Json): string | undefined {
  const comment = own(document, "//");
  const metadata = isObject(comment) ? own(comment, "metadata") : undefined;
  const name = isObject(metadata) ? own(metadata, "stackName") : undefined;
  return typeof name === "string" ? name : undefined;
}

function requireTerraform(document: unknown): asserts document is Json {
  if (!isObject(document))
    throw new InputError({ problem: "not a Terraform document: no JSON object", fix: EXPECTED });
  for (const key of TOP_LEVEL) {
    const value = own(document, key);
    if (value !== null && typeof value === "object") return;
  }
  if (typeof own(document, "lineage") === "string")
    throw new InputError({ problem: "is a state in Terraform's own format", fix: STATE });
  if (typeof own(document, "format_version") === "string")
    throw new InputError({
      problem: "holds neither a plan nor a state: Terraform manages nothing there",
      fix: EXPECTED,
    });
  const problem = "not a Terraform document: has none of the blocks 'terraform', 'provider' and 'resource'";
  throw new InputError({ problem, fix: EXPECTED });
}

/**
 * Holds a document to a depth that whatever walks it can bear: this walk itself goes no deeper.
 * @throws InputError for one that is nested absurdly deep.
 */
export function requireFlat(value: unknown, depth = 0): void {
  if (typeof value !== "object" || value === null) return;
  if (depth > DEEPEST) {
    throw new InputError({ problem: `nested deeper than ${DEEPEST} levels`, fix: EXPECTED });
  }
  // No list of members is made: every node of the document passes here.
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item === "object" && item !== null) requireFlat(item, depth + 1);
    }
  } else {
    for (const key in value) {
      const child = (value as Json)[key];
      if (typeof child === "object" && child !== null) requireFlat(child, depth + 1);
    }
  }
}
