import type { Workload } from "../../model";
import type { Draft } from "../draft";
import { span, type Usage } from "../usage";
import type { Autoscaler } from "./autoscalers";
import { hookOf } from "./hooks";
import { kindOf, type PodBounds } from "./kinds";
import type { KubernetesObject } from "./object";
import { podTemplate } from "./template";

type Replicas = Pick<Workload, "replicas" | "replicasFrom" | "runsToCompletion">;

/** What the number of pods depends on, beside the object itself. */
export interface ReplicaContext {
  readonly draft: Draft;
  readonly usage: Usage;
  readonly autoscaler: Autoscaler | undefined;
}

const NONE: PodBounds = [0, 0];

/** How many pods an object runs, and where the number comes from. */
export function replicasOf(object: KubernetesObject, { draft, usage, autoscaler }: ReplicaContext): Replicas {
  const hook = hookOf(object);
  const runsToCompletion = hook === "test" || isOneOff(object, hook) ? true : undefined;
  const spanOf = ([min, max]: PodBounds) =>
    min === undefined || max === undefined || object.times === undefined
      ? undefined
      : span(object, min * object.times, max * object.times, usage);
  const result = (bounds: PodBounds, replicasFrom: Workload["replicasFrom"]): Replicas => {
    const replicas = spanOf(bounds);
    return {
      ...(replicas === undefined ? {} : { replicas }),
      replicasFrom: replicas === undefined ? "unknown" : replicasFrom,
      ...(runsToCompletion === undefined ? {} : { runsToCompletion }),
    };
  };
  if (hook === "test") return result(NONE, "test");
  const role = kindOf(object.type)?.workload;
  if (role?.pods === "nodes") {
    draft.unknown(
      object.id,
      "replicas",
      "one runs on each node, and the number of nodes is not in the document",
    );
    return { replicasFrom: "nodes" };
  }
  const own = role?.pods(object) ?? NONE;
  if (runsToCompletion === true) return result([0, own[1]], "job");
  if (role?.runsToCompletion === true) return result(own, own[1] === 0 ? "suspended" : "job");
  return autoscaler === undefined ? result(own, "replicas") : scaled(own, object, autoscaler, result);
}

function scaled(
  own: PodBounds,
  object: KubernetesObject,
  autoscaler: Autoscaler,
  result: (bounds: PodBounds, from: Workload["replicasFrom"]) => Replicas,
): Replicas {
  const { min, max, stopsAtZero = false, pausedAt } = autoscaler;
  const isZero = own[1] === 0 && object.body.at("spec").at("replicas").present;
  if (stopsAtZero && isZero) return result(NONE, "replicas");
  if (pausedAt === "target") return result(own, "replicas");
  if (pausedAt !== undefined) return result([pausedAt, pausedAt], "replicas");
  return result([min, max], "autoscaler");
}

/** True for a bare pod that does not start again once it has ended, or that an installation waits for. */
function isOneOff(object: KubernetesObject, hook: ReturnType<typeof hookOf>): boolean {
  if (object.type !== "Pod") return false;
  return hook !== undefined || RUNS_ONCE.has(podTemplate(object).at("spec").text("restartPolicy"));
}

const RUNS_ONCE: ReadonlySet<string | undefined> = new Set(["Never", "OnFailure"]);
