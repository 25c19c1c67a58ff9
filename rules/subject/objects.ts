import { podTemplatePath, type SourceObject } from "../../footprint/read/objects";
import type { Path, Thing } from "../hit";
import { at, type Json, textAt, textsAt } from "./json";

/** An object of Kubernetes as it is written. */
export interface KubeObject extends Thing {
  /** API group and kind, `apps/Deployment`; the core group has no prefix. */
  readonly type: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly value: Json;
  readonly ignoredChanges: readonly string[];
  /** True for what an operator makes of another object. */
  readonly isMade: boolean;
}

/** Kinds by the group that they are in today. */
const MOVED: Readonly<Record<string, string>> = {
  "extensions/DaemonSet": "apps/DaemonSet",
  "extensions/Deployment": "apps/Deployment",
  "extensions/Ingress": "networking.k8s.io/Ingress",
  "extensions/NetworkPolicy": "networking.k8s.io/NetworkPolicy",
  "extensions/ReplicaSet": "apps/ReplicaSet",
};

/** All objects of an input, by kind and name. */
export class Objects {
  public readonly all: readonly KubeObject[];
  private readonly byKey = new Map<string, KubeObject>();
  private readonly byType = new Map<string, KubeObject[]>();

  /** @param lineOf line of a resource of Terraform, by its address */
  public constructor(sources: readonly SourceObject[], lineOf: (address: string) => number | undefined) {
    this.all = sources.map((source) => objectOf(source, lineOf));
    for (const object of this.all) {
      this.byKey.set(keyOf(object.type, object.namespace, object.name), object);
      const list = this.byType.get(object.type);
      if (list === undefined) this.byType.set(object.type, [object]);
      else list.push(object);
    }
  }

  /** Objects of a kind, by API group and kind. */
  public of(...types: readonly string[]): readonly KubeObject[] {
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  public find(type: string, namespace: string, name: string): KubeObject | undefined {
    return this.byKey.get(keyOf(type, namespace, name));
  }

  /** Objects that run pods. */
  public get running(): readonly KubeObject[] {
    return this.all.filter(({ type }) => podTemplatePath(type) !== undefined);
  }
}

function keyOf(type: string, namespace: string, name: string): string {
  return `${type}\n${namespace}\n${name}`;
}

function objectOf(
  { value, origin, address, ignoredChanges = [], isMade = false }: SourceObject,
  resourceLine: (address: string) => number | undefined,
): KubeObject {
  const apiVersion = textAt(value, "apiVersion") ?? "";
  const kind = textAt(value, "kind") ?? "";
  const group = apiVersion.includes("/") ? `${apiVersion.slice(0, apiVersion.indexOf("/"))}/` : "";
  const type = `${group}${kind}`;
  const namespace = textAt(value, "metadata", "namespace") ?? "default";
  const name = textAt(value, "metadata", "name") ?? textAt(value, "metadata", "generateName") ?? "";
  return {
    type: Object.hasOwn(MOVED, type) ? (MOVED[type] ?? type) : type,
    kind,
    name,
    namespace,
    resource: `${kind}/${namespace}/${name}`,
    address,
    value,
    ignoredChanges,
    isMade,
    annotations: textsAt(value, "metadata", "annotations"),
    placeOf: (path: Path) => ({
      file: origin.file,
      line: address === undefined ? origin.lineOf?.(path) : resourceLine(address),
    }),
  };
}

/** The controller that made an object, as its owner references name it. */
export function controllerOf({ value }: KubeObject): { kind: string; name: string } | undefined {
  const owners = at(value, "metadata", "ownerReferences");
  if (!Array.isArray(owners)) return undefined;
  const owner = owners.find((each) => at(each, "controller") === true);
  const [kind, name] = [textAt(owner, "kind"), textAt(owner, "name")];
  return kind === undefined || name === undefined ? undefined : { kind, name };
}
