import { grouped } from "../../order";
import type { Cursor } from "../terraform/cursor";
import { kindOf } from "./kinds";
import { type KubernetesObject, namespaceOf } from "./object";

/** The objects of a document that count, and those of unsupported kinds whose workloads are there. */
export interface Counted {
  readonly objects: readonly KubernetesObject[];
  /** Objects of unsupported kinds whose pods are read: what their operators made of them is in the document. */
  readonly madeOf: ReadonlySet<KubernetesObject>;
}

/** Phases of pods that have ended for good. */
const ENDED: ReadonlySet<string | undefined> = new Set(["Succeeded", "Failed"]);

/** Suffix of what a controller names after itself: `web-5d59d67564` of the Deployment `web`. */
const SUFFIX = /-[^-]+$/;

/** Controllers that own what another one made, by the kind between: it may be missing in a part of a dump. */
const ABOVE: Readonly<Record<string, readonly string[]>> = {
  ReplicaSet: ["Deployment", "Rollout"],
  ReplicationController: ["DeploymentConfig"],
  Job: ["CronJob", "ScaledJob"],
};

/**
 * Leaves out what others stand for: `kubectl get all -o json` lists a Deployment, its ReplicaSets and their pods, and
 * each counts once, as the highest owner that is in the document. Pods that have ended are left out too.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/
 */
export function counted(objects: readonly KubernetesObject[]): Counted {
  const byName = new Map(objects.map((object) => [keyOf(object.kind, object, object.name), object]));
  const madeOf = new Set<KubernetesObject>();
  const isOwned = (object: KubernetesObject): boolean => {
    const reference = controllerOf(object);
    if (reference === undefined) return false;
    const owner = ownerIn(byName, object, reference);
    if (owner === undefined || owner === object) return false;
    if (isRead(owner)) return true;
    if (kindOf(owner.type) === undefined && kindOf(object.type)?.workload !== undefined) madeOf.add(owner);
    return false;
  };
  const left = objects.filter((object) => !isOwned(object) && !hasEnded(object));
  const claims = claimPatterns(left);
  return { objects: together(left.filter((object) => !isClaimOf(object, claims))), madeOf };
}

/** Pods of one controller that is not in the document are replicas of one workload. */
function together(objects: readonly KubernetesObject[]): KubernetesObject[] {
  const groups = grouped(objects, (object) => {
    const owner = object.type === "Pod" ? controllerOf(object) : undefined;
    // A Node owns the pods that run from its own files: each is one alone.
    if (owner === undefined || owner.kind === "Node") return `\0${object.type}\0${object.id}`;
    const containers = object.body.at("spec").items("containers");
    const shape = containers.map((each) => [each.text("image"), each.at("resources").value]);
    return JSON.stringify([owner, namespaceOf(object), shape]);
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group;
    return [{ ...first, name: controllerOf(first)?.name ?? first.name, times: group.length }];
  });
}

interface Reference {
  readonly kind: string;
  readonly name: string;
}

/** The controller of an object, else its only owner. */
export function controllerOf({ body }: KubernetesObject): Reference | undefined {
  const owners = body.at("metadata").items("ownerReferences");
  const owner = owners.find((each) => each.text("controller") === "true") ?? owners[0];
  const [kind, name] = [owner?.text("kind"), owner?.text("name")];
  return kind === undefined || name === undefined ? undefined : { kind, name };
}

function ownerIn(
  byName: ReadonlyMap<string, KubernetesObject>,
  object: KubernetesObject,
  { kind, name }: Reference,
): KubernetesObject | undefined {
  const direct = byName.get(keyOf(kind, object, name));
  if (direct !== undefined) return direct;
  const above = Object.hasOwn(ABOVE, kind) ? (ABOVE[kind] ?? []) : [];
  for (const each of above) {
    const found = byName.get(keyOf(each, object, name.replace(SUFFIX, "")));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** True for an owner that stands for what it owns. */
function isRead({ type }: KubernetesObject): boolean {
  const kind = kindOf(type);
  return kind !== undefined && kind.ignored === undefined && kind.notRendered === undefined;
}

function hasEnded({ type, body }: KubernetesObject): boolean {
  return type === "Pod" && ENDED.has(body.at("status").text("phase"));
}

/** `<template>-<StatefulSet>-<number>` names the claim of one replica. */
function claimPatterns(objects: readonly KubernetesObject[]): ReadonlySet<string> {
  return new Set(
    objects.flatMap((object) =>
      object.type !== "apps/StatefulSet"
        ? []
        : object.body
            .at("spec")
            .items("volumeClaimTemplates")
            .map((each: Cursor) =>
              keyOf("claim", object, `${each.at("metadata").text("name")}-${object.name}`),
            ),
    ),
  );
}

function isClaimOf(object: KubernetesObject, patterns: ReadonlySet<string>): boolean {
  return (
    object.type === "PersistentVolumeClaim" &&
    /-\d+$/.test(object.name) &&
    patterns.has(keyOf("claim", object, object.name.replace(/-\d+$/, "")))
  );
}

function keyOf(kind: string, object: KubernetesObject, name: string): string {
  return `${kind}\0${namespaceOf(object)}\0${name}`;
}
