import type { Replacement } from "../../replacement";
import type { Cursor } from "../terraform/cursor";
import { seconds } from "../text/duration";
import type { KubernetesObject } from "./object";

/** Share of the pods that may be more or fewer meanwhile, of a Deployment and of a Rollout that say nothing. */
const QUARTER = "25%";

/** Seconds that Kubernetes and Argo Rollouts wait for progress where nothing else is said. */
const PROGRESS_DEADLINE = 600;

/** How a version of a workload takes the place of another; undefined for what runs to an end, and for a bare pod. */
export function replacement(
  object: KubernetesObject,
  pod: Cursor,
  containers: readonly Cursor[],
): Replacement | undefined {
  const spec = object.body.at("spec");
  switch (object.type) {
    case "apps/Deployment":
    case "apps.openshift.io/DeploymentConfig":
      return { ...deployment(spec), ...pods(spec, pod, containers) };
    case "apps/StatefulSet":
      // kubectl's own undo would be undone by the operator.
      if (object.isMade === true || object.replicated !== undefined)
        return { by: "operator", ...pods(spec, pod, containers) };
      return { ...ordered(spec.at("updateStrategy")), ...pods(spec, pod, containers) };
    case "apps/DaemonSet":
      return { ...ordered(spec.at("updateStrategy")), ...pods(spec, pod, containers) };
    case "apps/ReplicaSet":
    case "ReplicationController":
      return { by: "byHand", ...pods(spec, pod, containers) };
    case "argoproj.io/Rollout":
      return argo(spec, pods(spec, pod, containers));
    default:
      return undefined;
  }
}

type Own = Omit<Replacement, "gaps">;

function deployment(spec: Cursor): Own {
  const strategy = spec.at("strategy");
  const progressDeadlineSeconds = deadline(spec);
  if (strategy.text("type") === "Recreate") return { by: "recreate", progressDeadlineSeconds };
  const shared = strategy.at(strategy.at("rollingParams").present ? "rollingParams" : "rollingUpdate");
  return { by: "rolling", ...shares(shared, QUARTER), progressDeadlineSeconds };
}

function deadline(spec: Cursor): number | undefined {
  return spec.count("progressDeadlineSeconds", "progress deadline", PROGRESS_DEADLINE);
}

function ordered(strategy: Cursor): Own {
  return { by: strategy.text("type") === "OnDelete" ? "byHand" : "ordered" };
}

/** @see https://argo-rollouts.readthedocs.io/en/stable/features/specification/ */
function argo(spec: Cursor, common: ReturnType<typeof pods>): Replacement {
  const progressDeadlineSeconds = deadline(spec);
  const green = spec.at("strategy").at("blueGreen");
  if (green.present) {
    const waits = green.flag("autoPromotionEnabled", "promotion", true) === false;
    const wait = green.count("autoPromotionSeconds", "promotion", 0);
    const gaps = waits && !green.at("autoPromotionSeconds").present ? ["somebody promotes it"] : [];
    return {
      by: "blueGreen",
      pauseSeconds: gaps.length > 0 ? undefined : wait,
      progressDeadlineSeconds,
      ...common,
      gaps: [...common.gaps, ...gaps],
    };
  }
  const canary = spec.at("strategy").at("canary");
  const pauses = canary.items("steps").flatMap(pauseOf);
  const known = pauses.filter((pause) => pause !== "open");
  const gaps =
    known.length < pauses.length ? ["a pause of its steps ends when somebody, or an analysis, says so"] : [];
  return {
    by: "canary",
    ...shares(canary, QUARTER),
    pauseSeconds: known.reduce<number>((sum, pause) => sum + pause, 0),
    progressDeadlineSeconds,
    ...common,
    gaps: [...common.gaps, ...gaps],
  };
}

/** Seconds that a step waits; `open` for one that waits for somebody. Setting a weight takes no time of its own. */
function pauseOf(step: Cursor): (number | "open")[] {
  if (step.at("analysis").present || step.at("experiment").present) return ["open"];
  const pause = step.at("pause");
  if (!pause.present) return [];
  const duration = pause.required("duration", "pause");
  return [duration === undefined ? "open" : (seconds(duration) ?? "open")];
}

function shares(body: Cursor, unless: string): Pick<Replacement, "maxSurge" | "maxUnavailable"> {
  return {
    maxSurge: body.at("maxSurge").present ? body.required("maxSurge", "surge") : unless,
    maxUnavailable: body.at("maxUnavailable").present ? body.required("maxUnavailable", "pods away") : unless,
  };
}

/** How long one pod takes to be ready and to end. */
function pods(spec: Cursor, pod: Cursor, containers: readonly Cursor[]) {
  const starting = pod.items("initContainers").filter((each) => each.text("restartPolicy") !== "Always");
  const gaps = [
    ...starting.map(
      (each) => `nothing bounds how long ${each.text("name") ?? "an init container"} runs first`,
    ),
    ...containers.flatMap(unbounded),
  ];
  const ready = containers.map(readyWithin);
  return {
    readySeconds: Math.max(0, ...ready),
    minReadySeconds: spec.count("minReadySeconds", "minimum ready time", 0),
    graceSeconds: pod.count("terminationGracePeriodSeconds", "termination grace", 30),
    gaps,
  };
}

/** Only a startup probe ends a container that does not come up; readiness alone may take for ever. */
function unbounded(container: Cursor): string[] {
  if (!container.at("readinessProbe").present || container.at("startupProbe").present) return [];
  return [`${container.text("name") ?? "a container"} has no startup probe that bounds when it is ready`];
}

/** Seconds in which a container is ready, its startup probe's last try and the readiness probe's first included. */
function readyWithin(container: Cursor): number {
  const [startup, readiness] = [container.at("startupProbe"), container.at("readinessProbe")];
  const started = startup.present ? (probe(startup, "failureThreshold", 3) ?? 0) : 0;
  return started + (readiness.present ? (probe(readiness, "successThreshold", 1) ?? 0) : 0);
}

/** Seconds of so many tries in a row. */
function probe(body: Cursor, threshold: string, unless: number): number | undefined {
  const tries = body.count(threshold, "probe", unless);
  const period = body.count("periodSeconds", "probe", 10);
  const delay = body.count("initialDelaySeconds", "probe", 0);
  return tries === undefined || period === undefined || delay === undefined
    ? undefined
    : delay + tries * period;
}
