import { FIRST_PORT, LAST_PORT } from "../connection-set";
import type { Origin } from "../faults";
import type { Field } from "../field";
import type { NamedContainerPort, Workload } from "../model";

/** Where each kind has its pods: the path to what has `metadata` and `spec` of a pod. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  "/Pod": [],
  "/ReplicationController": ["spec", "template"],
  "apps/DaemonSet": ["spec", "template"],
  "apps/Deployment": ["spec", "template"],
  "apps/ReplicaSet": ["spec", "template"],
  "apps/StatefulSet": ["spec", "template"],
  "apps.openshift.io/DeploymentConfig": ["spec", "template"],
  "argoproj.io/Rollout": ["spec", "template"],
  "batch/CronJob": ["spec", "jobTemplate", "spec", "template"],
  "batch/Job": ["spec", "template"],
  "extensions/DaemonSet": ["spec", "template"],
  "extensions/Deployment": ["spec", "template"],
  "extensions/ReplicaSet": ["spec", "template"],
};

/** True for a kind that creates pods, or is one. */
export function isWorkloadKind(apiVersion: string, kind: string): boolean {
  return Object.hasOwn(TEMPLATES, typeOf(apiVersion, kind));
}

/** Identity of a workload, whatever the version of its API. */
export function declaredName({
  kind,
  namespace,
  name,
}: {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}): string {
  return `${kind}/${namespace}/${name}`;
}

/** The controller in an object's owner references. */
export function controllerOf(body: Field): { kind: string; name: string } | undefined {
  for (const owner of body.at("metadata").at("ownerReferences").items()) {
    const name = owner.at("name").text();
    if (owner.at("controller").value === true && name !== undefined)
      return { kind: owner.at("kind").text() ?? "Pod", name };
  }
  return undefined;
}

/** A workload; undefined for one whose pods another object describes, such as a Rollout with a `workloadRef`. */
export function readWorkload({
  apiVersion,
  kind,
  namespace,
  name,
  body,
  origin,
}: {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly body: Field;
  readonly origin: Origin;
}): Workload | undefined {
  const path = TEMPLATES[typeOf(apiVersion, kind)] ?? [];
  const pod = path.reduce((field, key) => field.at(key), body);
  if (!pod.present) return undefined;
  const controller = kind === "Pod" ? controllerOf(body) : undefined;
  const spec = pod.at("spec");
  return {
    namespace,
    name: controller?.name ?? name,
    kind: controller?.kind ?? kind,
    labels: pod.at("metadata").at("labels").texts(),
    ports: spec.at("containers").items().flatMap(namedPorts),
    hostNetwork: spec.at("hostNetwork").value === true,
    origin,
  };
}

function namedPorts(container: Field): NamedContainerPort[] {
  return container
    .at("ports")
    .items()
    .flatMap((entry) => {
      const name = entry.at("name").text();
      const port = entry.at("containerPort").integer(FIRST_PORT, LAST_PORT);
      const protocol = entry.at("protocol").oneOf(["TCP", "UDP", "SCTP"] as const) ?? "TCP";
      return name === undefined || port === undefined ? [] : [{ name, port, protocol }];
    });
}

function typeOf(apiVersion: string, kind: string): string {
  return `${apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : ""}/${kind}`;
}
