import { rangeText } from "./addresses";
import { UNDETERMINED } from "./connection-set";
import { type EntryTarget, entryTargets } from "./entry-points";
import type { PodClass } from "./evaluate/classes";
import type { Engine } from "./evaluate/engine";
import { engineOf } from "./evaluate/engine-of";
import type { EvaluatedWorkload } from "./evaluate/evaluated-workload";
import { relation } from "./evaluate/places";
import { ALL, NONE } from "./interned-sets";
import type { ClusterModel } from "./model";

/** Name of the pods that reach workloads through Ingresses and routes. */
export const INGRESS_CONTROLLER = "{ingress-controller}";

/** Connections that a source may open to a destination. */
export interface Connection {
  /** `namespace/name[Kind]`, `aws_instance.web`, an address range `first-last`, or `{ingress-controller}`. */
  readonly src: string;
  /** `namespace/name[Kind]`, `aws_instance.web`, or an address range `first-last`. */
  readonly dst: string;
  /** `All Connections`, `TCP 80,443,8000-9000`, `Undetermined`, or `TCP 443,Undetermined`. */
  readonly conn: string;
}

/** Stands for undetermined connections where others have the number of a set. */
export const UNDETERMINED_SET = -1;

/**
 * Connections of every pair that may connect at all, sorted by source, then by destination. A workload with itself is
 * never listed, nor is a pair of address ranges. Computed as they are taken.
 * @throws NetworkInputError with everything that is wrong with the model
 */
export function* connections(model: ClusterModel): Generator<Connection, void, undefined> {
  const engine = engineOf(model);
  for (const { src, dst, allowed } of numberedConnections(engine))
    yield { src, dst, conn: allowed === UNDETERMINED_SET ? UNDETERMINED : engine.sets.text(allowed) };
}

/** A connection whose set is a number of the engine's. */
export interface NumberedConnection {
  readonly src: string;
  readonly dst: string;
  readonly allowed: number;
}

/** As `connections`, without texts for the sets. */
export function* numberedConnections(engine: Engine): Generator<NumberedConnection, void, undefined> {
  const sources = bySource(engine);
  const entries = engine.workloads.map(({ name }, index) => ({ name, index }));
  const names = [...sources.keys(), ...entries.map(({ name }) => name)];
  const indexOf = new Map(entries.map(({ name, index }) => [name, index]));
  for (const name of [...new Set(names)].sort(byText)) {
    const index = indexOf.get(name);
    if (index === undefined) yield* sources.get(name) ?? [];
    else yield* ofWorkload(engine, index);
  }
}

/** Connections of one workload to all others, then to addresses, sorted as one list. */
function* ofWorkload(engine: Engine, source: number): Generator<NumberedConnection> {
  const { workloads } = engine;
  const workload = workloads[source] as EvaluatedWorkload;
  const { name: src } = workload;
  const outside = ranges(engine, workload, "egress").sort((a, b) => byText(a.name, b.name));
  const pair = pairs(engine, workload);
  let next = 0;
  for (let target = 0; target < workloads.length; target += 1) {
    const other = workloads[target] as EvaluatedWorkload;
    for (; next < outside.length && (outside[next] as NamedRange).name < other.name; next += 1)
      yield { src, dst: (outside[next] as NamedRange).name, allowed: (outside[next] as NamedRange).allowed };
    if (target === source) continue;
    const allowed = pair(other);
    if (allowed !== NONE) yield { src, dst: other.name, allowed };
  }
  for (; next < outside.length; next += 1)
    yield { src, dst: (outside[next] as NamedRange).name, allowed: (outside[next] as NamedRange).allowed };
}

/** What some pair of the pods of two workloads may do. */
function pairs(engine: Engine, from: EvaluatedWorkload): (to: EvaluatedWorkload) => number {
  const sources = from.classes.map((pods) => pairsOfClass(engine, pods));
  const [only] = sources;
  if (sources.length === 1 && only !== undefined) return (to) => sumOver(engine, to.classes, only);
  return (to) =>
    sources.reduce((sum, each) => either(engine, sum, sumOver(engine, to.classes, each)), NONE as number);
}

function sumOver(engine: Engine, classes: readonly PodClass[], pair: (to: PodClass) => number): number {
  if (classes.length === 1) return pair(classes[0] as PodClass);
  return classes.reduce((sum, to) => either(engine, sum, pair(to)), NONE as number);
}

/** What pods of one class may do with those of another: both sides must allow it. */
export function pairsOfClass(engine: Engine, from: PodClass): (to: PodClass) => number {
  const { sets } = engine;
  const egress = engine.isUndetermined(from) ? UNDETERMINED_SET : engine.row("egress", from);
  const source = from.index;
  return (to) => {
    if (from.place !== to.place && relation(from.place, to.place) !== "together") return NONE;
    const out = typeof egress === "object" ? (egress[to.index] as number) : (egress ?? ALL);
    if (out === NONE) return NONE;
    const into = engine.isUndetermined(to) ? UNDETERMINED_SET : (engine.row("ingress", to)?.[source] ?? ALL);
    return both(sets, out, into);
  };
}

function both(sets: Engine["sets"], out: number, into: number): number {
  if (out === NONE || into === NONE) return NONE;
  if (out === UNDETERMINED_SET || into === UNDETERMINED_SET) return UNDETERMINED_SET;
  return sets.intersection(out, into);
}

function either({ sets }: Engine, left: number, right: number): number {
  if (left === UNDETERMINED_SET || right === UNDETERMINED_SET) return UNDETERMINED_SET;
  return sets.union(left, right);
}

interface NamedRange {
  readonly name: string;
  readonly allowed: number;
}

/** What addresses may do with a workload, in as few ranges as possible; without those that may do nothing. */
function ranges(engine: Engine, workload: EvaluatedWorkload, direction: "ingress" | "egress"): NamedRange[] {
  return engine
    .workloadRanges(direction, workload)
    .filter(({ allowed }) => allowed !== NONE)
    .map(({ range, allowed }) => ({ name: rangeText(range), allowed }));
}

/** Connections from address ranges and from the ingress controller, by source, each sorted by destination. */
function bySource(engine: Engine): Map<string, NumberedConnection[]> {
  const found = new Map<string, NumberedConnection[]>();
  const add = (src: string, dst: string, allowed: number) => {
    if (allowed === NONE) return;
    const list = found.get(src);
    if (list === undefined) found.set(src, [{ src, dst, allowed }]);
    else list.push({ src, dst, allowed });
  };
  const targets = entryTargets(engine.model);
  const admitted = pairsOfClass(engine, engine.ingressController);
  for (const workload of engine.workloads) {
    for (const { name, allowed } of ranges(engine, workload, "ingress")) add(name, workload.name, allowed);
    add(INGRESS_CONTROLLER, workload.name, fromEntryPoints(engine, workload, targets, admitted));
  }
  return found;
}

function fromEntryPoints(
  engine: Engine,
  { workload, classes }: EvaluatedWorkload,
  targets: ReadonlyMap<string, readonly EntryTarget[]>,
  admitted: (to: PodClass) => number,
): number {
  let sum: number = NONE;
  for (const { selects, portsAt } of targets.get(workload.namespace) ?? [])
    for (const pods of classes)
      if (selects(pods)) {
        const ports = engine.sets.number(portsAt(pods));
        if (ports !== NONE) sum = either(engine, sum, both(engine.sets, admitted(pods), ports));
      }
  return sum;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
