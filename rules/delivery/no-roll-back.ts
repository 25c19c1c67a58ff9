import type { Hit, Rule } from "../rule";
import { at, listAt, numberAt, type Subject, textAt } from "../subject";

export const noRollBack: Rule = {
  id: "WB072",
  name: "no-roll-back",
  severity: "warning",
  problem: "An update cannot be rolled back, or does not roll back when it fails.",
  reason: "A bad version stays until somebody has built another.",
  fix: "Keep revisions (`revisionHistoryLimit` above 0); let Swarm, ECS and Helm roll back a failed update.",
  source: "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-back-a-deployment",
  *find(subject) {
    yield* revisions(subject);
    yield* resources(subject);
  },
};

function* revisions({ objects }: Subject): Generator<Hit> {
  for (const object of objects.of(
    "apps/Deployment",
    "apps/StatefulSet",
    "apps/DaemonSet",
    "argoproj.io/Rollout",
  ))
    if (numberAt(object.value, "spec", "revisionHistoryLimit") === 0)
      yield { on: object, path: ["spec", "revisionHistoryLimit"], text: "revisionHistoryLimit is 0" };
}

function* resources(subject: Subject): Generator<Hit> {
  for (const { type, address, value } of subject.resources) {
    const why = reason(type, value);
    if (why !== undefined) yield { on: subject.thing(address), text: why };
  }
}

function reason(type: string, value: unknown): string | undefined {
  if (type === "docker_service") {
    const [update] = blocks(value, "update_config");
    const action = textAt(update, "failure_action") ?? "pause";
    return action === "rollback"
      ? undefined
      : `a failed update ${action === "pause" ? "pauses" : "continues"}`;
  }
  if (type === "aws_ecs_service") {
    const [breaker] = blocks(value, "deployment_circuit_breaker");
    if (textAt(value, "deployment_controller", "type") === "CODE_DEPLOY") return undefined;
    return at(breaker, "rollback") === true ? undefined : "no deployment circuit breaker rolls back";
  }
  return undefined;
}

/** Blocks, which Terraform writes as one or as a list. */
function blocks(value: unknown, key: string): readonly unknown[] {
  const found = at(value, key);
  return Array.isArray(found) ? listAt(value, key) : found === undefined ? [] : [found];
}
