import type { Exposure, Footprint, Workload } from "../model";
import { distinct, sortedBy } from "../order";
import type { Replacement } from "../replacement";
import { at, type Figure, type Point, type Sum } from "./figure";
import { batchOf } from "./roll-out";
import { selectedBy } from "./selected";

/** How a workload is rolled back, and the maximum time. */
export interface RollBack {
  readonly workload: string;
  readonly namespace?: string;
  /** Command to run: `kubectl rollout undo deployment/api`. */
  readonly path: string;
  /** Command or setting that shifts the traffic back at once during a canary; absent if there is none. */
  readonly canaryPath?: string;
  /**
   * Seconds until the last pod of the later version has ended, where each pod takes the longest time that the document allows.
   * A lower bound if `gaps` lists something undetermined.
   */
  readonly seconds: Sum;
  /** True where no pod serves for part of that time, at some operating point. */
  readonly isOutage: boolean;
  readonly gaps: readonly string[];
}

/** The rollback of each workload that is rolled out, by name. */
export function rollBacks(footprint: Footprint): RollBack[] {
  const { workloads } = footprint;
  return sortedBy(
    workloads.flatMap((workload) =>
      workload.replacement === undefined ? [] : [rollBack(workload, workload.replacement, footprint)],
    ),
    ({ workload, namespace }) => `${workload} ${namespace ?? ""}`,
  );
}

/** Seconds of the slowest rollback; undefined if nothing is rolled out. */
export function slowestRollBack(all: readonly RollBack[], point: Point): Figure | undefined {
  if (all.length === 0) return undefined;
  const figures = all.map(({ seconds }) => at(seconds, point));
  return {
    value: Math.max(...figures.map(({ value }) => value)),
    atLeast: figures.some(({ atLeast }) => atLeast),
  };
}

function rollBack(workload: Workload, replacement: Replacement, footprint: Footprint): RollBack {
  const { name, namespace, replicas } = workload;
  const [min, steady, max] = [
    timed(workload, replacement, "min"),
    timed(workload, replacement, "steady"),
    timed(workload, replacement, "max"),
  ];
  const open = [...replacement.gaps, ...min.gaps, ...steady.gaps, ...max.gaps];
  const gaps = replicas === undefined ? ["replica count unresolved", ...open] : open;
  return {
    workload: name,
    namespace,
    path: pathOf(workload, replacement),
    ...canaryPathOf(workload, replacement, footprint),
    seconds: {
      min: min.seconds,
      steady: steady.seconds,
      max: max.seconds,
      atLeast: gaps.length > 0,
    },
    isOutage:
      replicas !== undefined && [replicas.min, replicas.steady].some((pods) => stopsAll(replacement, pods)),
    gaps: distinct(gaps),
  };
}

/** True where every pod is away at once: a single one that ends before another starts, or all together. */
function stopsAll(replacement: Replacement, pods: number): boolean {
  if (pods === 0) return false;
  const { by, parallelism = 1, startFirst = false } = replacement;
  switch (by) {
    case "recreate":
    case "container":
      return true;
    case "ordered":
    case "operator":
    case "byHand":
      return pods === 1;
    case "swarm":
      return !startFirst && (parallelism === 0 || parallelism >= pods);
    case "rolling":
    case "canary":
      return (batchOf(replacement, pods)?.away ?? 0) >= pods;
    case "blueGreen":
      return false;
  }
}

interface Timed {
  readonly seconds: number;
  readonly gaps: readonly string[];
}

/** Batch after batch of pods becomes ready; then the last old ones end. */
function timed({ replicas }: Workload, replacement: Replacement, point: Point): Timed {
  const pods = replicas?.[point] ?? 0;
  if (pods === 0) return { seconds: 0, gaps: [] };
  const { by, graceSeconds = 0, pauseSeconds = 0, minReadySeconds = 0 } = replacement;
  const up = (replacement.readySeconds ?? 0) + minReadySeconds;
  const gaps = replacement.graceSeconds === undefined ? ["terminationGracePeriodSeconds unresolved"] : [];
  switch (by) {
    case "rolling":
    case "canary": {
      const batch = batchOf(replacement, pods);
      const steps = batch === undefined ? 1 : Math.ceil(pods / (batch.surge + batch.away));
      const unclear = batch === undefined ? ["maxSurge or maxUnavailable unresolved"] : [];
      return { seconds: pauseSeconds + steps * up + graceSeconds, gaps: [...gaps, ...unclear] };
    }
    case "blueGreen":
      return { seconds: up + pauseSeconds + graceSeconds, gaps };
    case "ordered":
    case "operator":
      return { seconds: pods * (graceSeconds + up), gaps };
    case "recreate":
    case "container":
      return { seconds: graceSeconds + up, gaps };
    case "byHand":
      return {
        seconds: pods * (graceSeconds + up),
        gaps: [...gaps, "updateStrategy OnDelete: pods are replaced only when deleted"],
      };
    case "swarm":
      return { seconds: swarmSeconds(replacement, pods, up), gaps };
  }
}

/** Swarm waits after each task, and monitors the last for longer than it waited. */
function swarmSeconds(replacement: Replacement, pods: number, up: number): number {
  const { parallelism = 1, startFirst, delaySeconds = 0, monitorSeconds = 0, graceSeconds = 0 } = replacement;
  const steps = parallelism === 0 ? 1 : Math.ceil(pods / parallelism);
  const watched = delaySeconds >= monitorSeconds ? delaySeconds + 1 : monitorSeconds;
  const each = up + delaySeconds + (startFirst === true ? 0 : graceSeconds);
  return steps * each + (startFirst === true ? Math.max(watched, graceSeconds) : watched);
}

function pathOf({ kind, name }: Workload, { by }: Replacement): string {
  if (by === "canary" || by === "blueGreen") return `kubectl argo rollouts undo ${name}`;
  if (by === "swarm") return `docker service rollback ${name}`;
  if (by === "operator") return "apply the previous version: the operator replaces one pod after another";
  if (by === "container") return "apply the previous version: the container is recreated";
  return `kubectl rollout undo ${kind.toLowerCase()}/${name}`;
}

/** While both versions run side by side, traffic goes back without a pod being changed. */
function canaryPathOf(
  workload: Workload,
  { by }: Replacement,
  footprint: Footprint,
): Pick<RollBack, "canaryPath"> {
  if (by === "canary") return { canaryPath: `kubectl argo rollouts abort ${workload.name}` };
  if (by === "blueGreen") return { canaryPath: `kubectl argo rollouts undo ${workload.name}` };
  const split = footprint.exposures.find((exposure) => splits(exposure, workload, footprint));
  return split === undefined
    ? {}
    : { canaryPath: `weights of ${split.via} ${split.hosts.join(", ")}`.trimEnd() };
}

/** True for an entry point that splits its traffic between services of the workload. */
function splits({ backends, namespace }: Exposure, workload: Workload, footprint: Footprint): boolean {
  const shares = backends.filter(({ weightPercent }) => weightPercent !== undefined && weightPercent < 100);
  return shares.some(({ service }) => selectedBy(service, footprint, namespace).includes(workload));
}
