import { ruleFiles } from "../../alerts/prometheus";
import type { Draft } from "../../draft";
import { mapEach } from "../../input-error";
import { memoised } from "../../text/memoised";
import type { KubernetesObject } from "../object";
import { AUTOSCALING } from "./autoscaling";
import { CLOUD_NATIVE_PG } from "./cloud-native-pg";
import { DELIVERY, OPENSHIFT } from "./delivery";
import { ELASTIC } from "./elastic";
import { ENVOY_GATEWAY } from "./envoy-gateway";
import { IGNORED_KINDS, PLUGIN_POLICIES } from "./ignored";
import type { KubernetesKind, KubernetesKinds } from "./kind";
import { KNATIVE } from "./knative";
import { ENTRY_POINTS, NETWORKING } from "./networking";
import { PROMETHEUS } from "./prometheus";
import { RABBITMQ_OPERATORS } from "./rabbitmq";
import { SECRETS } from "./secrets";
import { STRIMZI } from "./strimzi";
import { WORKLOADS } from "./workloads";

export type { KubernetesKind, PodBounds } from "./kind";

/** What other kinds are read with. */
const TOGETHER: KubernetesKinds = {
  ConfigMap: { alerts: ({ body }, draft) => ruleFiles(body.at("data"), draft) },
  LimitRange: { readWith: "resources" },
  PersistentVolumeClaim: { readWith: "stores" },
  "node.k8s.io/RuntimeClass": { readWith: "resources" },
  "policy/PodDisruptionBudget": { readWith: "budgets" },
};

/** All kinds that are supported, one record a file. */
export const KINDS: readonly KubernetesKinds[] = [
  WORKLOADS,
  TOGETHER,
  AUTOSCALING,
  NETWORKING,
  ENTRY_POINTS,
  SECRETS,
  DELIVERY,
  OPENSHIFT,
  RABBITMQ_OPERATORS,
  STRIMZI,
  CLOUD_NATIVE_PG,
  ELASTIC,
  PROMETHEUS,
  KNATIVE,
  ENVOY_GATEWAY,
  PLUGIN_POLICIES,
  IGNORED_KINDS,
];

const ALL: ReadonlyMap<string, KubernetesKind> = new Map(KINDS.flatMap((kinds) => Object.entries(kinds)));

/** Looks up the declaration of a kind, `apps/Deployment`: its own, else that of its group; undefined for an unsupported kind. */
export const kindOf = memoised(
  (type: string): KubernetesKind | undefined =>
    ALL.get(type) ?? ALL.get(`${type.slice(0, type.indexOf("/") + 1)}*`),
  256,
  256,
);

/** Objects, with what operators make in place of those that they make it of. */
export function expanded(objects: readonly KubernetesObject[], draft: Draft): KubernetesObject[] {
  return mapEach(
    objects,
    (object) => kindOf(object.type)?.makes?.(object, { draft, objects }) ?? [object],
  ).flat();
}
