import { at, listAt, nameOf, type Synthesised, tryAt } from "./synth";

/** A stack on one page: the ids of its resources, and what each workload takes and whom it may talk to. */
export function projection(stack: Synthesised): Record<string, unknown> {
  const deployments = stack.all("kubernetes_deployment_v1").map(nameOf).sort();
  return {
    resources: Object.fromEntries(stack.types.map((type) => [type, stack.ids(type)])),
    workloads: Object.fromEntries(deployments.map((name) => [name, workload(stack, name)])),
  };
}

/** Replicas, containers and allowed connections, each on a line. */
export function workload(stack: Synthesised, name: string): Record<string, unknown> {
  const { min, max, targets } = replicas(stack, name);
  return {
    replicas: `${min} to ${max} at ${targets}`,
    containers: containers(stack, name),
    ingress: connections(stack, name, "ingress"),
    egress: connections(stack, name, "egress"),
  };
}

/** What the autoscaler of a workload keeps to. */
export function replicas(stack: Synthesised, name: string) {
  const spec = at(stack.named("kubernetes_horizontal_pod_autoscaler_v2", `${name}-hpa`), "spec");
  const targets = listAt(spec, "metric").map(
    (metric) => `${at(metric, "resource.name")} ${at(metric, "resource.target.average_utilization")} %`,
  );
  return { min: at(spec, "min_replicas"), max: at(spec, "max_replicas"), targets: targets.join(", ") };
}

/** `<container> <request>/<limit> CPU, <request>/<limit> memory`, in their order. */
export function containers(stack: Synthesised, name: string): string[] {
  const deployment = stack.named("kubernetes_deployment_v1", name);
  return listAt(deployment, "spec.template.spec.container").map((container) => {
    const [cpu, memory] = ["cpu", "memory"].map(
      (what) => `${at(container, `resources.requests.${what}`)}/${at(container, `resources.limits.${what}`)}`,
    );
    return `${nameOf(container)} ${cpu}, ${memory}`;
  });
}

/** `<peer> <port>/<protocol>` of a workload's own policy, in their order. */
export function connections(stack: Synthesised, name: string, side: "ingress" | "egress"): string[] {
  const rules = listAt(stack.named("kubernetes_network_policy_v1", name), `spec.${side}`);
  return rules.flatMap((rule) =>
    listAt(rule, side === "ingress" ? "from" : "to").flatMap((peer) =>
      listAt(rule, "ports").map((port) => `${whom(peer)} ${at(port, "port")}/${at(port, "protocol")}`),
    ),
  );
}

function whom(peer: unknown): string {
  const cidr = tryAt(peer, "ip_block.cidr");
  if (cidr !== undefined) return String(cidr);
  const namespace = labels(tryAt(peer, "namespace_selector.match_labels")) ?? "here";
  return `${namespace}:${labels(tryAt(peer, "pod_selector.match_labels")) ?? "any pod"}`;
}

function labels(selector: unknown): string | undefined {
  return typeof selector === "object" && selector !== null ? Object.values(selector).join(",") : undefined;
}
