import { CACHE_MEMORY_GIB, type Measured } from "../../config/model";
import { supplyChains } from "../figures";
import type { Footprint } from "../model";
import { distinct } from "../order";
import { billedTerm, listCostTerm } from "./cost";
import type { Evaluation } from "./evaluation";
import { Missing } from "./missing";
import { memoryLimit, replicas, sumOverPods, without } from "./pods";
import { atOnce, lossOf, pagesAbout, perPod, riskNames } from "./risk";
import { rollBackPauses, rollBackTerm } from "./roll-back";
import { topicTerm } from "./topics";
import { literal, type RangeTerm, type Term } from "./value";

/** Reads a measure off the footprint of its option. @throws Missing if the footprint does not specify it */
export function measured(wanted: Measured, evaluation: Evaluation): Term {
  const footprint = evaluation.footprints.get(wanted.option);
  if (footprint === undefined) throw new Missing(`the stack of ${wanted.option}`);
  switch (wanted.measure) {
    case "replicas":
      return replicas(footprint, wanted.workload, wanted.at);
    case "memoryLimitMi":
      return memoryLimit(footprint, wanted.workload, wanted.container);
    case "reached":
      return list(footprint, reached(footprint, wanted.from, wanted.to));
    case "phpWorkers":
    case "openConnections":
      return atOnce(footprint, wanted);
    case "workersPerPod":
    case "connectionsPerPod":
      return perPod(footprint, wanted);
    case "rollBackSeconds":
      return rollBackTerm(footprint, wanted, evaluation);
    case "rollBackPauseSeconds":
      return rollBackPauses(footprint, wanted, evaluation);
    case "listCostUsdPerMonth":
      return listCostTerm(footprint, wanted, evaluation);
    case "billedQuantity":
      return billedTerm(footprint, wanted);
    case "stops":
    case "entryPointsLost":
      return list(footprint, lossOf(footprint, wanted));
    case "pagesAbout":
      return list(footprint, pagesAbout(footprint, wanted.text));
    case "pages":
    case "singlePoints":
    case "singleMachines":
    case "entryPoints":
      return list(footprint, riskNames(footprint, wanted.measure));
    case "workloads":
      return list(
        footprint,
        footprint.workloads.map(({ name }) => name),
      );
    case "containers":
      return list(
        footprint,
        footprint.workloads.flatMap(({ containers }) => containers.map(({ name }) => name)),
      );
    case "builtImages":
      return list(
        footprint,
        footprint.images.flatMap(({ base, workloads }) => (base === undefined ? [] : workloads)),
      );
    case "supplyChains":
      return list(footprint, families(footprint));
    case "nodes":
      return list(
        footprint,
        footprint.nodes.map(({ name }) => name),
      );
    case "stores":
      return list(
        footprint,
        footprint.stores.map(({ name }) => name),
      );
    case "stores.persistent":
      return list(footprint, persistentStores(footprint));
    case "stores.copies":
      return storeCopies(footprint);
    case "cacheMemoryGiB":
      return cacheMemory(footprint);
    case "retentionDays":
    case "topics.count":
    case "topics.partitions":
    case "topics.replicas":
    case "topics.retentionDays":
      return topicTerm(footprint, wanted.measure, "topic" in wanted ? wanted.topic : undefined);
    default:
      return sumOverPods(without(footprint, wanted.except), wanted.measure, wanted.at);
  }
}

function list({ id }: Footprint, names: readonly string[]): Term {
  const items = distinct(names);
  const all = items.length === 0 ? "none" : items.join(", ");
  return { value: { kind: "list", items }, formula: `in the stack of ${id}: ${all}` };
}

function reached({ edges }: Footprint, from: string, to: string): string[] {
  return edges
    .filter((edge) => edge.direction === "egress" && edge.from.name === from && edge.to.name.includes(to))
    .map((edge) => edge.to.name);
}

function families(footprint: Footprint): string[] {
  const { known, unknown } = supplyChains(footprint);
  const [image] = unknown;
  if (image !== undefined) throw new Missing(`the runtime family of the image ${image.image}`);
  return known.map(({ name }) => name);
}

function persistentStores({ id, stores }: Footprint): string[] {
  const unclear = stores.find(({ survivesRestart }) => survivesRestart === undefined);
  if (unclear !== undefined) throw new Missing(`whether ${unclear.name} of ${id} keeps its data`);
  return stores.filter(({ survivesRestart }) => survivesRestart).map(({ name }) => name);
}

function storeCopies({ id, stores }: Footprint): RangeTerm {
  const copies = stores.map((store) => {
    if (store.copies === undefined) throw new Missing(`the nodes of ${store.name} in ${id}`);
    return store.copies;
  });
  return {
    ...literal(copies.reduce((total, each) => total + each, 0)),
    formula: stores.map(({ name }, index) => `${copies[index]} of ${name}`).join(" + "),
    isTight: stores.length < 2,
  };
}

function cacheMemory({ id, stores }: Footprint): RangeTerm {
  const size = stores.find((store) => store.size?.startsWith("cache."))?.size;
  const memory = size === undefined ? undefined : CACHE_MEMORY_GIB[size];
  if (memory === undefined) throw new Missing(`the memory of ${size ?? `a cache in ${id}`}`);
  return { ...literal(memory), formula: `${memory} GiB (${size})` };
}
