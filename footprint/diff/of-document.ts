import type { Figure, Point } from "../figures/figure";
import { type FigureKey, findFigure } from "../figures/registry";
import { InputError } from "../read/input-error";
import { isObject, type Json, own } from "../read/text/value";
import {
  lossTexts,
  rollBackTexts,
  SNAPSHOT_VERSION,
  singlePointTexts,
  storeTexts,
  workloadTexts,
} from "../snapshot/snapshot";
import { DIFF_FIGURES, nodesOf, pathsOf, storageOf } from "./figures";
import { figuresOf, listsOf, type SnapshotParts } from "./of-snapshot";
import type { SideOption } from "./side";

/** Version of what `compare --format json` writes. */
const SCHEMA_VERSION = 1;

/**
 * The options of documents that this command wrote: `compare --format json`, `--format ndjson`, or `--write`.
 * @returns undefined for documents of another kind
 * @throws InputError for another version of them, and for what is not as they write it
 */
export function optionsOfDocuments(documents: readonly unknown[], file: string): SideOption[] | undefined {
  const [first] = documents;
  if (!isObject(first)) return undefined;
  if (
    documents.length === 1 &&
    Array.isArray(own(first, "options")) &&
    has(first, "schemaVersion", "baseline")
  ) {
    requireVersion(own(first, "schemaVersion"), SCHEMA_VERSION, { file, place: "schemaVersion" });
    return list(own(first, "options")).map((each) => written(file, () => ofComparison(each)));
  }
  if (
    documents.length === 1 &&
    has(first, "option") &&
    (has(first, "snapshotVersion") || has(first, "lockVersion"))
  ) {
    const version = own(first, "snapshotVersion") ?? own(first, "lockVersion");
    requireVersion(version, SNAPSHOT_VERSION, { file, place: "snapshotVersion" });
    return [written(file, () => ofSnapshot(first))];
  }
  if (has(first, "option", "baseline", "at"))
    return documents.map((each) => written(file, () => ofLine(object(each))));
  return undefined;
}

function requireVersion(
  version: unknown,
  wanted: number,
  at: { readonly file: string; readonly place: string },
) {
  if (version === wanted) return;
  const problem = `must be ${wanted}, got ${JSON.stringify(version)}: another version of Weighbridge wrote it`;
  throw new InputError({ ...at, problem, fix: "write it again with this version" });
}

/** A value of another type than the command writes. */
class Unlike extends Error {}

function written<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unlike)) throw error;
    const problem = `${error.message}: it is not as \`weighbridge compare\` writes it`;
    throw new InputError({ file, problem, fix: "write it again with this version" });
  }
}

/** A file of `compare --write`. */
function ofSnapshot(document: Json): SideOption {
  const parts: SnapshotParts = {
    figures: numbers(own(document, "figures")),
    atLeast: strings(own(document, "atLeast")),
    workloads: textsBy(own(document, "workloads")),
    stores: textsBy(own(document, "stores")),
    topics: textsBy(own(document, "topics")),
    singlePointsOfFailure: strings(own(document, "singlePointsOfFailure")),
    blastRadius: textsBy(own(document, "blastRadius")),
    rollBack: textsBy(own(document, "rollBack")),
    supplyChains: strings(own(document, "supplyChains")),
    reach: strings(own(document, "reach")),
    unknowns: strings(own(document, "unknowns")),
    unread: numbers(own(document, "unread")),
  };
  const id = text(own(document, "option"), "option");
  return { id, figures: figuresOf(parts), kinds: new Map(), lists: listsOf(parts) };
}

/** A line of `compare --format ndjson`. */
function ofLine(line: Json): SideOption {
  const figures = new Map<string, Figure | undefined>();
  for (const figure of DIFF_FIGURES) {
    // Two figures of a diff are not in the lines.
    if (findFigure(figure.key) === undefined) continue;
    const name = figure.key.replaceAll(".", "_");
    const atLeast = own(line, `${name}_atLeast`);
    if (typeof atLeast !== "boolean") throw new Unlike(`there is no ${name}_atLeast`);
    for (const { point, path } of pathsOf(figure)) {
      const value = own(line, figure.points === "each" ? `${name}_${point}` : name);
      figures.set(path, value === null ? undefined : { value: number(value, path), atLeast });
    }
  }
  return { id: text(own(line, "option"), "option"), figures, kinds: new Map(), lists: {} };
}

/** An option of `compare --format json`. */
function ofComparison(value: unknown): SideOption {
  const option = object(value);
  const bounds = new Set(strings(own(option, "atLeast")));
  const unread = numbers(own(option, "unread"));
  const unknowns = list(own(option, "unknowns")).map((each) => {
    const unknown = object(each);
    return { id: text(own(unknown, "id"), "unknowns"), what: text(own(unknown, "what"), "unknowns") };
  });
  const stores = list(own(option, "stores")).map((each) => object(each) as never as StoreOf);
  const machines = list(own(option, "machines")).map((each) => object(each) as never as MachineOf);
  const figures = new Map<string, Figure | undefined>();
  for (const figure of DIFF_FIGURES)
    for (const { point, path } of pathsOf(figure)) {
      if (figure.key === "storageGiB") figures.set(path, storageOf({ stores, unknowns, unread }));
      else if (figure.key === "nodes") figures.set(path, nodesOf({ machines, unknowns, unread }, point));
      else {
        const found = VALUES[figure.key as FigureKey](option, point);
        const atLeast = bounds.has(figure.key);
        figures.set(path, found == null ? undefined : { value: number(found, path), atLeast });
      }
    }
  const rollBacks = list(own(option, "rollBack")).map(object);
  const isOutage = rollBacks.some((each) => own(each, "outage") === true);
  return {
    id: text(own(option, "id"), "id"),
    figures,
    kinds: new Map([["rollBackSeconds", isOutage ? "outage" : "no outage"]]),
    lists: listsOf({
      workloads: workloadTexts(
        list(own(option, "workloads")).map((each) => {
          const workload = object(each);
          return {
            ...(workload as never as WorkloadOf),
            replicas: (own(workload, "replicas") as never) ?? undefined,
          };
        }),
      ),
      stores: storeTexts(stores),
      singlePointsOfFailure: singlePointTexts(
        list(own(option, "singlePointsOfFailure")).map((each) => object(each) as never),
      ),
      blastRadius: lossTexts(losses(option).map(lossOf)),
      rollBack: rollBackTexts(rollBacks.map((each) => each as never)),
      supplyChains: list(own(option, "supplyChains")).map((each) =>
        text(own(object(each), "name"), "supplyChains"),
      ),
      reach: strings(own(option, "reach")),
      unknowns: unknowns.map(({ id, what }) => `${id}: ${what}`),
      unread,
    }),
  };
}

type StoreOf = Parameters<typeof storeTexts>[0][number];
type MachineOf = Parameters<typeof nodesOf>[0]["machines"][number];
type WorkloadOf = Parameters<typeof workloadTexts>[0][number];

/** Where the document has each figure of the registry. */
const VALUES: Readonly<Record<FigureKey, (option: Json, point: Point) => unknown>> = {
  pods: (option, point) => at(option, "pods", point),
  "cpuCores.request": (option, point) => at(option, "cpuCores", "request", point),
  "cpuCores.limit": (option, point) => at(option, "cpuCores", "limit", point),
  "memoryGiB.request": (option, point) => at(option, "memoryGiB", "request", point),
  "memoryGiB.limit": (option, point) => at(option, "memoryGiB", "limit", point),
  phpWorkers: (option, point) => at(option, "capacity", "phpWorkers", point),
  upstreamConnections: (option, point) => at(option, "capacity", "upstreamConnections", point),
  stores: (option) => list(own(option, "stores")).length,
  "topics.count": (option) => at(option, "topics", "count"),
  "topics.partitions": (option) => at(option, "topics", "partitions"),
  "topics.replicas": (option) => at(option, "topics", "replicas"),
  "costUsdPerMonth.low": (option) => at(option, "costUsdPerMonth", "low"),
  "costUsdPerMonth.high": (option) => at(option, "costUsdPerMonth", "high"),
  listCostUsdPerMonth: (option, point) => at(option, "listCostUsdPerMonth", point),
  singlePointsOfFailure: (option) => list(own(option, "singlePointsOfFailure")).length,
  stoppedBySinglePoint: (option) =>
    Math.max(
      0,
      ...losses(option)
        .filter((each) => own(each, "isSinglePoint") === true)
        .map(stopsOf),
    ),
  rollBackSeconds: (option, point) => {
    const all = list(own(option, "rollBack")).map((each) => Number(at(object(each), "seconds", point)));
    return all.length === 0 ? undefined : Math.max(...all);
  },
  supplyChains: (option) => list(own(option, "supplyChains")).length,
  outOfSupport: (option) =>
    has(option, "support") ? list(at(option, "support", "ended")).length : undefined,
  pages: (option) => list(own(option, "pages")).length,
};

function losses(option: Json): Json[] {
  return list(at(option, "blastRadius", "losses")).map(object);
}

function stopsOf(loss: Json): number {
  return Number(own(loss, "stopsTotal") ?? list(own(loss, "stops")).length);
}

function lossOf(loss: Json) {
  const [stops, entryPoints] = [strings(own(loss, "stops")), strings(own(loss, "waysIn"))];
  return {
    kind: text(own(loss, "kind"), "blastRadius"),
    name: text(own(loss, "name"), "blastRadius"),
    stops,
    entryPoints,
    total: { stops: stopsOf(loss), entryPoints: Number(own(loss, "waysInTotal") ?? entryPoints.length) },
  };
}

/** A value below an object; undefined where something on the way is null or absent. */
function at(value: Json, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? own(inner, key) : undefined), value);
}

function has(value: Json, ...keys: readonly string[]): boolean {
  return keys.every((key) => Object.hasOwn(value, key));
}

function object(value: unknown): Json {
  if (isObject(value)) return value;
  throw new Unlike("an object is missing");
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Unlike("a list is missing");
}

function strings(value: unknown): readonly string[] {
  return list(value).map((each) => text(each, "a list"));
}

function text(value: unknown, place: string): string {
  if (typeof value === "string") return value;
  throw new Unlike(`${place} is not a text`);
}

function number(value: unknown, place: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new Unlike(`${place} is not a number`);
}

function numbers(value: unknown): Record<string, number> {
  return Object.fromEntries(Object.entries(object(value)).map(([name, each]) => [name, number(each, name)]));
}

function textsBy(value: unknown): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(object(value)).map(([name, each]) => [name, each === null ? null : String(each)]),
  );
}
