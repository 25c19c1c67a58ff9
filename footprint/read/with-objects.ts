import { mergeFootprints } from "../merge";
import type { Footprint } from "../model";
import { fileInput, type Input, readInput } from "./input";
import { isFolder, stacksOfOutput } from "./input/files";
import { InputError } from "./input-error";
import type { KubernetesDocument } from "./kubernetes/documents";
import { documentObjects, type SourceObject, type TerraformInput, terraformObjects } from "./objects";
import { type ProviderConfiguration, providersOf } from "./objects/providers";
import { type TerraformResource, terraformResources } from "./objects/resources";
import { objectsToFootprint, toFootprint } from "./to-footprint";
import type { Usage } from "./usage";

/** A footprint, and what it was read from: for whoever needs what a footprint leaves out. */
export interface WithObjects {
  readonly footprint: Footprint;
  readonly objects: readonly SourceObject[];
  /** Documents of Terraform and Compose files. */
  readonly documents: readonly TerraformInput[];
  /** Of the types that only rules read. */
  readonly resources: readonly TerraformResource[];
  readonly providers: readonly ProviderConfiguration[];
  /** What creates objects that the input does not have: charts, modules, values known after an apply. */
  readonly missing: readonly string[];
  /** Where a resource of Terraform is, by its address. */
  readonly placeOf: (address: string) => { readonly file?: string; readonly line?: number };
}

/** Documents of Terraform as one option. @throws InputError */
export function terraformWithObjects(
  id: string,
  inputs: readonly (TerraformInput & { readonly id?: string; readonly usage?: Usage })[],
): WithObjects {
  const footprints = inputs.map(({ document, id: stack = id, usage }) =>
    toFootprint(document, { id: stack, usage }),
  );
  const owners = new Map<string, string | undefined>();
  for (const [index, { file }] of inputs.entries())
    for (const address of addressesOf(footprints[index])) if (!owners.has(address)) owners.set(address, file);
  const { objects, missing } = terraformObjects(inputs);
  return {
    footprint: footprints.length === 1 ? (footprints[0] as Footprint) : mergeFootprints(id, footprints),
    objects,
    documents: inputs,
    resources: inputs.flatMap(({ document }) => terraformResources(document)),
    providers: inputs.flatMap(({ document, file }) => providersOf(document, file)),
    missing,
    placeOf: (address) => ({ file: owners.has(address) ? owners.get(address) : inputs.at(-1)?.file }),
  };
}

/** Kubernetes objects as one option. @throws InputError */
export function kubernetesWithObjects(
  id: string,
  documents: readonly KubernetesDocument[],
  namespace?: string,
): WithObjects {
  return {
    footprint: objectsToFootprint(documents, { id, namespace }),
    objects: documentObjects(documents, namespace),
    documents: [],
    resources: [],
    providers: [],
    missing: [],
    placeOf: () => ({}),
  };
}

/**
 * As `readEach`, with the objects.
 * @throws InputError whose message is one line for the user.
 */
export function* readEachWithObjects(
  path: string,
  id: string,
  namespace?: string,
): Generator<WithObjects, void, undefined> {
  const stacks = isFolder(path) ? stacksOfOutput(path) : [];
  if (stacks.length < 2) yield read(readInput(path), id, namespace);
  else for (const stack of stacks) yield read(fileInput(stack), `${id}-${stack.name}`, namespace);
}

function read(input: Input, id: string, namespace: string | undefined): WithObjects {
  try {
    if ("kubernetes" in input)
      return {
        ...kubernetesWithObjects(id, input.kubernetes, namespace),
        placeOf: () => ({ file: input.file }),
      };
    const { file, terraform, lineOf } = input;
    return {
      ...terraformWithObjects(id, [{ document: terraform, file }]),
      placeOf: (address) => ({ file, line: lineOf(address) }),
    };
  } catch (error) {
    throw error instanceof InputError ? error.inFile(input.file) : error;
  }
}

/** Addresses of what a footprint lists by its own id. */
function addressesOf(footprint: Footprint | undefined): string[] {
  if (footprint === undefined) return [];
  const { workloads, stores, topics, queues, services, nodes, exposures, secrets, alerts } = footprint;
  return [workloads, stores, topics, queues, services, nodes, exposures, secrets, alerts]
    .flat()
    .map(({ id }) => id);
}
