import type { Option } from "../../../config/options";
import { type EveryStack, resourcesOf } from "../../helpers/every-stack";
import { type Json, nameOf, tryAt } from "../../helpers/synth";

/** A Kubernetes object of a stack, whether Terraform makes it or a Helm release of manifests, in Terraform's spelling. */
export interface HeldObject {
  /** `<option>/<name>`, the same whichever stack of the option contains it. */
  readonly id: string;
  readonly option: Option;
  readonly kind: string;
  readonly name: string;
  /** Stack and reference to the namespace, by which the objects in the same namespace are found. */
  readonly namespace: string;
  readonly body: Json;
}

/** Terraform's types by the kinds of Kubernetes. */
const KINDS: Readonly<Record<string, string>> = {
  kubernetes_cron_job_v1: "CronJob",
  kubernetes_daemon_set_v1: "DaemonSet",
  kubernetes_deployment_v1: "Deployment",
  kubernetes_horizontal_pod_autoscaler_v2: "HorizontalPodAutoscaler",
  kubernetes_job_v1: "Job",
  kubernetes_namespace_v1: "Namespace",
  kubernetes_network_policy_v1: "NetworkPolicy",
  kubernetes_pod_disruption_budget_v1: "PodDisruptionBudget",
  kubernetes_pod_v1: "Pod",
  kubernetes_secret_v1: "Secret",
  kubernetes_stateful_set_v1: "StatefulSet",
};

/** Every object of every stack. */
export function objectsOf(stacks: readonly EveryStack[]): readonly HeldObject[] {
  return stacks.flatMap((stack) => [...made(stack), ...manifests(stack)]);
}

function made(stack: EveryStack): readonly HeldObject[] {
  return resourcesOf(stack).flatMap(([address, body]) => {
    const [type = ""] = address.split(".");
    const kind = KINDS[type];
    if (kind === undefined) return [];
    // The namespace's own objects refer to it by its address.
    const namespace =
      kind === "Namespace" ? `\${${address}.metadata[0].name}` : tryAt(body, "metadata.namespace");
    const { option } = stack;
    const name = nameOf(body);
    return [{ id: `${option.id}/${name}`, option, kind, name, namespace: `${stack.id}/${namespace}`, body }];
  });
}

function manifests(stack: EveryStack): readonly HeldObject[] {
  return stack.json
    .all("helm_release")
    .flatMap((release) => (release["values"] ?? []) as string[])
    .filter((values) => values.startsWith('{"manifests":'))
    .flatMap((values) => (JSON.parse(values) as { manifests: Json[] }).manifests)
    .map((manifest) => ({
      id: `${stack.option.id}/${nameOf(manifest)}`,
      option: stack.option,
      kind: String(manifest["kind"]),
      name: nameOf(manifest),
      namespace: `${stack.id}/${tryAt(manifest, "metadata.namespace")}`,
      body: snakeCase(manifest) as Json,
    }));
}

/** `matchLabels` as `match_labels`; keys of labels and annotations stay as they are. */
function snakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCase);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = key.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return [name, /^(match_)?labels$|^annotations$/.test(name) ? inner : snakeCase(inner)];
    }),
  );
}

/** A pod template with the workload that it is of. */
export interface HeldPods {
  readonly id: string;
  readonly workload: HeldObject;
  readonly labels: Json;
  readonly spec: Json;
  readonly containers: readonly Json[];
}

const TEMPLATES: Readonly<Record<string, string>> = {
  CronJob: "spec.job_template.spec.template",
  Pod: "",
};

/** Every pod template. */
export function podsOf(objects: readonly HeldObject[]): readonly HeldPods[] {
  return objects.flatMap((workload) => {
    const path = TEMPLATES[workload.kind] ?? "spec.template";
    const template = path === "" ? workload.body : tryAt(workload.body, path);
    const spec = tryAt(template, "spec") as Json | undefined;
    const running = (spec?.["container"] ?? spec?.["containers"]) as readonly Json[] | undefined;
    if (spec === undefined || running === undefined) return [];
    const first = (spec["init_container"] ?? spec["init_containers"] ?? []) as readonly Json[];
    const labels = (tryAt(template, "metadata.labels") ?? {}) as Json;
    return [{ id: workload.id, workload, labels, spec, containers: [...first, ...running] }];
  });
}

/** Whether a selector chooses pods with these labels; an empty one chooses all. */
export function selects(selector: unknown, labels: Json): boolean {
  const one = (Array.isArray(selector) ? selector[0] : selector) as Json | undefined;
  const wanted = Object.entries((one?.["match_labels"] ?? {}) as Json);
  return wanted.every(([name, value]) => labels[name] === value);
}
