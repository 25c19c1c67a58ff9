import type { Engine } from "../../network/evaluate/engine";
import type { EvaluatedWorkload } from "../../network/evaluate/evaluated-workload";
import type { Policy } from "../../network/policy";
import type { Thing } from "../rule";
import type { Subject } from "../subject";

export const POLICIES = "https://kubernetes.io/docs/concepts/services-networking/network-policies/";
export const CLUSTER_POLICIES = "https://network-policy-api.sigs.k8s.io/";

/** The engine, and the workloads that it evaluates with the things that they are. */
export function evaluated(
  subject: Subject,
): { engine: Engine; workloads: [EvaluatedWorkload, Thing][] } | undefined {
  const { engine } = subject.network;
  if (engine === undefined) return undefined;
  return {
    engine,
    workloads: engine.workloads.map((each) => {
      const { kind, namespace, name } = each.workload;
      return [each, subject.thing(`${kind}/${namespace}/${name}`)];
    }),
  };
}

/** The object of a policy. */
export function policyThing(subject: Subject, { name, origin }: Pick<Policy, "name" | "origin">): Thing {
  const [kind = "", path = ""] = name.split(" ");
  const resource = path.includes("/") ? `${kind}/${path}` : `${kind}/default/${path}`;
  const thing = subject.thing(resource);
  return thing.annotations === undefined
    ? { resource, placeOf: (inner) => ({ file: origin.file, line: origin.lineOf?.(inner) }) }
    : thing;
}
