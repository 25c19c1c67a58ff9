import type { Draft } from "../draft";
import type { Cursor } from "../terraform/cursor";
import type { TerraformKind } from "./shape";

/** A Kubernetes object, wherever it came from. */
export interface KubernetesObject {
  /** Terraform address, or `Kind/namespace/name` for a manifest inside a Helm release. */
  readonly id: string;
  /** API group and kind, `apps/Deployment`; the core group has no prefix. */
  readonly type: string;
  readonly kind: string;
  readonly name: string;
  /** Absent where the manifest leaves it to the provider. */
  readonly namespace?: string;
  readonly body: Cursor;
  /** How often Terraform creates it; absent where it is known after apply. */
  readonly times?: number;
  /**
   * How its replicas have copies of each other's data: a quorum of them goes on, or one takes over from another.
   * @default - undetermined
   */
  readonly replicated?: "quorum" | "failover";
  /**
   * True for what an operator makes of another object: it is changed by changing that.
   * @default false
   */
  readonly isMade?: boolean;
  /**
   * Pod template that another object has for it.
   * @default - its own
   */
  readonly template?: Cursor;
  /** @default - the one file of the document */
  readonly file?: string;
}

/** Where the object comes from. */
export interface Origin {
  /** Terraform address. @default - `Kind/namespace/name` */
  readonly address?: string;
  /** @default - the object's own, else none */
  readonly namespace?: string;
  readonly times?: number;
  /** @default - the one file of the document */
  readonly file?: string;
}

/**
 * Takes a value for a Kubernetes object.
 * @throws InputError when it has no kind.
 */
export function objectFrom(value: unknown, draft: Draft, origin: Origin, place: string): KubernetesObject {
  const { file } = origin;
  const first = draft.cursor(place, value, { file });
  const kind = first.text("kind") ?? first.refuse("a manifest without 'kind'", "add apiVersion and kind");
  const apiVersion = first.text("apiVersion") ?? "";
  const metadata = first.at("metadata");
  const name = nameIn(metadata);
  const namespace = metadata.text("namespace") ?? origin.namespace;
  const id = origin.address ?? `${kind}/${namespace ?? "default"}/${name}`;
  const group = apiVersion.includes("/") ? `${apiVersion.slice(0, apiVersion.indexOf("/"))}/` : "";
  return {
    id,
    type: currentType(`${group}${kind}`),
    kind,
    name,
    namespace,
    body: id === place ? first : draft.cursor(id, value, { file }),
    times: origin.times,
    file,
  };
}

/** The object of a Terraform resource of the Kubernetes provider. */
export function objectOf(
  { type, kind }: TerraformKind,
  body: Cursor,
  times: number | undefined,
): KubernetesObject {
  const metadata = body.at("metadata");
  return {
    id: body.id,
    type,
    kind,
    name: nameIn(metadata),
    namespace: metadata.text("namespace"),
    body,
    times,
  };
}

/** Kinds by the group that they are in today: older API versions had them elsewhere. */
const MOVED: Readonly<Record<string, string>> = {
  DeploymentConfig: "apps.openshift.io/DeploymentConfig",
  Route: "route.openshift.io/Route",
  "extensions/DaemonSet": "apps/DaemonSet",
  "extensions/Deployment": "apps/Deployment",
  "extensions/Ingress": "networking.k8s.io/Ingress",
  "extensions/NetworkPolicy": "networking.k8s.io/NetworkPolicy",
  "extensions/PodSecurityPolicy": "policy/PodSecurityPolicy",
  "extensions/ReplicaSet": "apps/ReplicaSet",
  "extensions/StatefulSet": "apps/StatefulSet",
};

function currentType(type: string): string {
  return Object.hasOwn(MOVED, type) ? (MOVED[type] ?? type) : type;
}

function nameIn(metadata: Cursor): string {
  return metadata.text("name") ?? metadata.text("generateName") ?? "";
}

/** Namespace that an object without one lands in. */
export function namespaceOf({ namespace }: Pick<KubernetesObject, "namespace">): string {
  return namespace ?? "default";
}
