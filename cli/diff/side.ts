import { type Option, stacksOf } from "../../config/model/option";
import { optionsOf } from "../../config/model/review";
import { REVIEWS } from "../../config/reviews";
import { either } from "../../errors/either";
import { type Footprint, mergeFootprints, toFootprint } from "../../footprint";
import { optionsOfDocuments, type SideOption } from "../../footprint/diff";
import { InputError } from "../../footprint/read/input-error";
import { beforePlan, documentObjects } from "../../footprint/read/objects";
import { objectsToFootprint } from "../../footprint/read/to-footprint";
import { isConfigModule, loadReview, readReview, withSteady } from "../../footprint/review";
import {
  type ClusterModel,
  fromKubernetes,
  fromTerraform,
  type KubernetesInput,
  readClusterOf,
} from "../../network";
import { clusterInputsOf } from "../clusters";
import { footprintsOf } from "../footprints";
import { type InForce, optionsInForce } from "../in-force";
import { readSide, reviewFileOf, type SideInput } from "./paths";

/** One option of a side as it was read: a footprint, or what this command wrote of one. */
export interface ReadOption {
  readonly id: string;
  /** True where only the path gives the name. */
  readonly isNamedByPath: boolean;
  /** The footprint under a name; absent for a snapshot. */
  readonly footprintAs?: (id: string) => Footprint;
  /** Who may connect to whom; absent for a snapshot. */
  readonly model?: () => ClusterModel | Promise<ClusterModel>;
  readonly recorded?: SideOption;
}

/** A side as it was read. */
export interface ReadSide {
  readonly name: string;
  readonly options: readonly ReadOption[];
  /** Reviews that say something of its options: its own where the side is a review. */
  readonly inForce: InForce;
}

/**
 * Reads one side.
 * @param namespace of Kubernetes objects that have none
 * @throws UserError with every fault
 */
export async function sideOf(path: string, inForce: InForce, namespace?: string): Promise<ReadSide> {
  const file = reviewFileOf(path);
  if (file !== undefined) return ofReview(file, path);
  const known = optionsInForce(inForce);
  const inputs = readSide(path, new Set(known.map(({ id }) => id)));
  const options = [...groupsOf(inputs, known)].flatMap(([id, group]) =>
    ofInputs(id, group, inForce, namespace),
  );
  return { name: path, options: once(options, path), inForce };
}

async function ofReview(file: string, name: string): Promise<ReadSide> {
  const own = isConfigModule(file) ? await loadReview(file, REVIEWS) : readReview(file, REVIEWS);
  const inForce = { reviews: [own, ...REVIEWS], own };
  const options = optionsOf(own);
  const footprints = await footprintsOf(options, inForce);
  return {
    name,
    inForce,
    options: options.map((option, index) => ({
      id: option.id,
      isNamedByPath: false,
      footprintAs: () => footprints[index] as Footprint,
      model: async () => readClusterOf(await clusterInputsOf(option, inForce)),
    })),
  };
}

/** Stacks by the option that they make together: an option with a platform has two. */
function groupsOf(inputs: readonly SideInput[], known: readonly Option[]): Map<string, SideInput[]> {
  const owners = new Map(
    known.flatMap((option) => stacksOf(option).map((stack) => [stack, option.id] as const)),
  );
  const groups = new Map<string, SideInput[]>();
  for (const input of inputs) {
    const owner = input.isNamedByPath ? input.name : (owners.get(input.name) ?? input.name);
    groups.set(owner, [...(groups.get(owner) ?? []), input]);
  }
  return groups;
}

function ofInputs(
  id: string,
  group: readonly SideInput[],
  inForce: InForce,
  namespace: string | undefined,
): ReadOption[] {
  const written = group.map(({ input }) => {
    const documents = "terraform" in input ? [input.terraform] : input.kubernetes.map(({ value }) => value);
    return optionsOfDocuments(documents, input.file);
  });
  // A snapshot of no option is one, too.
  if (written.some((options) => options !== undefined))
    return written
      .flatMap((options = []) => options)
      .map((each) => ({ id: each.id, isNamedByPath: false, recorded: each }));
  return [
    {
      id,
      isNamedByPath: group.every(({ isNamedByPath }) => isNamedByPath),
      footprintAs: (name) => footprintOf(name, group, inForce, namespace),
      model: () => modelOf(group, namespace),
    },
  ];
}

function footprintOf(
  id: string,
  group: readonly SideInput[],
  inForce: InForce,
  namespace: string | undefined,
): Footprint {
  const option = optionsInForce(inForce).find((each) => each.id === id);
  const review = inForce.reviews.find((each) => each.id === option?.review);
  const parts = group.map(({ name, input, isBefore }) =>
    inFile(input.file, () => {
      const own = { id: option === undefined || group.length === 1 ? id : name, isBefore };
      return "terraform" in input
        ? toFootprint(input.terraform, own)
        : objectsToFootprint(input.kubernetes, { ...own, namespace: namespace ?? option?.namespace });
    }),
  );
  // Of the two sides one may lack a workload, or its limits may be others: that is the change, and no fault.
  const reviewed = parts.map((part) =>
    review === undefined ? part : withSteady(part, { ...review, origin: { file: "", places: new Map() } }),
  );
  const [only] = reviewed;
  return only !== undefined && reviewed.length === 1 ? only : mergeFootprints(id, reviewed);
}

/** Who may connect to whom, by all stacks of an option together. */
function modelOf(group: readonly SideInput[], namespace: string | undefined): ClusterModel {
  const terraform = group.flatMap(({ input, isBefore }) =>
    "terraform" in input
      ? [{ document: isBefore ? beforePlan(input.terraform) : input.terraform, file: input.file }]
      : [],
  );
  if (terraform.length > 0) return fromTerraform(terraform);
  return fromKubernetes(
    group.flatMap(({ input }): readonly KubernetesInput[] => {
      if ("terraform" in input) return [];
      if (namespace !== undefined) return documentObjects(input.kubernetes, namespace);
      return input.kubernetes.map(({ value, file = input.file, lineOf }) => ({
        value,
        origin: { file, lineOf },
      }));
    }),
  );
}

function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof InputError ? error.inFile(file) : error;
  }
}

/** @throws InputError where two options of a side have one name */
function once(options: readonly ReadOption[], file: string): readonly ReadOption[] {
  const ids = options.map(({ id }) => id);
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  if (twice.length === 0) return options;
  throw new InputError({
    file,
    problem: `${either(twice)} is there twice`,
    fix: "give each option its own name",
  });
}
