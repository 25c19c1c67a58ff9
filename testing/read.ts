import { existsSync } from "node:fs";
import { UserError } from "../errors/user-error";
import type { Footprint } from "../footprint/model";
import { isForRules, isKubernetes } from "../footprint/read/objects";
import { parseYaml } from "../footprint/read/text/yaml";
import {
  kubernetesWithObjects,
  readEachWithObjects,
  terraformWithObjects,
  type WithObjects,
} from "../footprint/read/with-objects";
import { type ClusterModel, fromKubernetes } from "../network";
import { withFirewalls } from "../network/firewalls";

/**
 * What a matcher takes: a stack of CDKTF; Terraform JSON, a plan or Kubernetes YAML as text or parsed; a path to a
 * folder or a file of them.
 */
export type Received = object | string;

/** A value that no matcher takes, or an argument that names nothing. */
export class MatcherError extends UserError {
  public override readonly name = "MatcherError";
}

/** Id of what has no name of its own. */
const ID = "received";

/** The last text that was read: several matchers look at one stack. */
let last: { readonly text: string; readonly read: WithObjects } | undefined;

/**
 * Reads what a matcher was given.
 * @throws InputError, MatcherError
 */
export function readReceived(received: Received): WithObjects {
  if (typeof received === "string") return readText(received);
  if (isStack(received)) return readText(synthesised(received));
  if (Array.isArray(received))
    return kubernetesWithObjects(
      ID,
      received.map((value) => ({ value })),
    );
  if (isKubernetes(received)) return kubernetesWithObjects(ID, [{ value: received }]);
  return terraformWithObjects(ID, [{ document: received }]);
}

function readText(text: string): WithObjects {
  if (last?.text === text) return last.read;
  const read = readNew(text);
  // A folder may change between two tests.
  if (text.includes("\n") || /^\s*[{[]/.test(text)) last = { text, read };
  return read;
}

function readNew(text: string): WithObjects {
  if (/^\s*[{[]/.test(text)) return readReceived(JSON.parse(text) as object);
  if (!text.includes("\n")) return readPath(text);
  const documents = parseYaml(text).flatMap(({ value, lineOf }) =>
    value === null ? [] : [{ value, lineOf }],
  );
  return kubernetesWithObjects(ID, documents);
}

function readPath(path: string): WithObjects {
  if (!existsSync(path))
    throw new MatcherError(
      `'${path}' is neither a path that exists nor Terraform JSON nor Kubernetes YAML; give a stack, its synthesised text, or a path`,
    );
  const [read, ...others] = readEachWithObjects(path, ID);
  if (read !== undefined && others.length === 0) return read;
  const ids = [read, ...others].map((each) => each?.footprint.id.slice(ID.length + 1));
  throw new MatcherError(`'${path}' has several stacks: ${ids.join(", ")}; give the folder of one`);
}

/** A stack of CDKTF, whichever copy of it made it. */
function isStack(value: object): boolean {
  return "node" in value && "toTerraform" in value && typeof value.toTerraform === "function";
}

/** The Terraform JSON of a stack, with its aspects and validations. */
function synthesised(stack: object): string {
  // Loaded for stacks only: whoever tests manifests needs no cdktf. The copy is that of the tests.
  const from = require.resolve("cdktf", { paths: [process.cwd(), __dirname] });
  const { Testing } = require(from) as { Testing: { synth(stack: object, validate: boolean): string } };
  return Testing.synth(stack, true);
}

/**
 * The footprint of a stack, of its synthesised text, or of a path: for assertions that no matcher makes.
 * @throws InputError, MatcherError
 */
export function synthFootprint(received: Received): Footprint {
  return readReceived(received).footprint;
}

const MODELS = new WeakMap<WithObjects, ClusterModel>();

/** The model of the network of what was read; one for each. */
export function modelOf(read: WithObjects): ClusterModel {
  const known = MODELS.get(read);
  if (known !== undefined) return known;
  const pods = fromKubernetes(read.objects.filter((object) => !isForRules(object)));
  const model = withFirewalls(pods, read.documents);
  MODELS.set(read, model);
  return model;
}
