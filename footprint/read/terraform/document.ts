import { byText } from "../../order";
import { EXPECTED, InputError } from "../input-error";
import { blocks, isObject, type Json, members, own } from "../text/value";

const STATE = "give what this prints in its folder: terraform show -json";

/** Top-level blocks of Terraform's JSON syntax. */
const TOP_LEVEL = ["terraform", "provider", "resource", "data", "variable", "locals", "output", "module"];

/** One `resource` block. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  /** `<type>.<name>`. */
  readonly address: string;
  /** Arguments as the document has them, references unresolved. */
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
   * True for a plan of a part of the configuration.
   * @default false
   */
  readonly isPart?: boolean;
  /**
   * Resources that a plan deletes where it leaves none.
   * @default 0
   */
  readonly deleted?: number;
  /** Name that CDKTF gave the stack, where it wrote the document. */
  readonly stackName?: string;
}

/**
 * Indexes a parsed Terraform JSON document.
 * @throws InputError when it is something else.
 */
export function indexDocument(document: unknown): Document {
  requireTerraform(document);
  const named = new Map<string, unknown>();
  const resources: Resource[] = [];
  forEachLabelled(document, "resource", (type, name, raw) => {
    const address = `${type}.${name}`;
    named.set(address, raw);
    resources.push({ type, name, address, raw, provider: configurationOf(raw) });
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
function configurationOf(raw: Json): string | undefined {
  const provider = own(raw, "provider");
  return typeof provider === "string" ? provider.replace(/^\$\{(.*)\}$/, "$1") : undefined;
}

/** Members of a top-level block, from every place where it occurs. */
function top(document: Json, key: string): [string, unknown][] {
  return membersOf(own(document, key));
}

/** Members of a block, or of several. */
function membersOf(value: unknown): [string, unknown][] {
  return blocks(value).flatMap(members);
}

/** Visits blocks that have a type and a name. */
function forEachLabelled(
  document: Json,
  key: string,
  visit: (type: string, name: string, raw: Json) => void,
): void {
  for (const [type, named] of top(document, key)) {
    for (const [name, body] of membersOf(named)) {
      for (const raw of blocks(body)) visit(type, name, raw);
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
  if (own(document, "plan_format_version") !== undefined)
    throw new InputError({
      problem: "is the redacted plan of HCP Terraform, which has no changes",
      fix: "give the JSON execution plan of the run, or what this prints: terraform show -json FILE",
    });
  if (typeof own(document, "format_version") === "string")
    throw new InputError({
      problem: "contains neither a plan nor a state: Terraform manages nothing there",
      fix: EXPECTED,
    });
  const problem = "not a Terraform document: has none of the blocks 'terraform', 'provider' and 'resource'";
  throw new InputError({ problem, fix: EXPECTED });
}
