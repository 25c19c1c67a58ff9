import type { Cursor } from "../terraform/cursor";
import { kindOf } from "./kinds";
import { Named } from "./named";
import type { KubernetesObject } from "./object";

/** True for a kind that runs pods. */
export function isWorkload({ type }: KubernetesObject): boolean {
  return kindOf(type)?.workload !== undefined;
}

/** Where an object has the description of its pods: `metadata` and `spec`. */
export function podTemplate({ type, body, template }: KubernetesObject): Cursor {
  if (template !== undefined) return template;
  return (kindOf(type)?.workload?.template ?? []).reduce((at: Cursor, key) => at.at(key), body);
}

/**
 * Gives each Rollout that refers to a Deployment its template. A Deployment that the Rollout scales down is left out:
 * the pods are those of the Rollout.
 * @see https://argo-rollouts.readthedocs.io/en/stable/migrating/#reference-deployment-from-rollout
 */
export function withTemplates(objects: readonly KubernetesObject[]): KubernetesObject[] {
  const named = new Named(objects, ({ kind, name }) => `${kind}/${name}`);
  const scaledDown = new Set<KubernetesObject>();
  const read = objects.map((object) => {
    const reference =
      object.type === "argoproj.io/Rollout" ? object.body.at("spec").at("workloadRef") : undefined;
    if (reference === undefined || !reference.present) return object;
    const key = `${reference.text("kind") ?? "Deployment"}/${reference.text("name") ?? ""}`;
    const [target, ...others] = named.find(key, object.namespace);
    if (target === undefined || others.length > 0) return object;
    if (SCALED_DOWN.has(reference.text("scaleDown"))) scaledDown.add(target);
    return {
      ...object,
      template: target.type === "PodTemplate" ? target.body.at("template") : podTemplate(target),
    };
  });
  return read.filter((object) => !scaledDown.has(object));
}

const SCALED_DOWN: ReadonlySet<string | undefined> = new Set(["onsuccess", "progressively"]);
