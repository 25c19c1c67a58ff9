import { everyStack } from "../helpers/every-stack";
import { type Json, tryAt } from "../helpers/synth";
import { type HeldObject, type HeldPods, objectsOf, podsOf, selects } from "./holding-still/objects";
import { REVIEWED_SCALING } from "./holding-still/reviewed-scaling";

/**
 * What holds for every workload on Kubernetes of every option, those that are added later included. Each test names
 * what is wrong and where; nothing here knows an option but the table of the reviews' numbers and the exceptions.
 */
const STACKS = everyStack();
const OBJECTS = objectsOf(STACKS);
const PODS = podsOf(OBJECTS);

/** Namespaces that deny nothing by themselves, and why. */
const OPEN_NAMESPACES: Readonly<Record<string, string>> = {
  observability: "holds charts of others, whose agents read the nodes and talk to every pod",
};

const kind = (name: string) => OBJECTS.filter((it) => it.kind === name);
const inNamespace = (namespace: string) => (it: HeldObject) => it.namespace === namespace;

test("there is something to hold still", () => {
  expect(PODS.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(REVIEWED_SCALING)));
});

const AUTOSCALERS = kind("HorizontalPodAutoscaler").map(({ option, body }) => ({
  id: `${option.id}/${tryAt(body, "spec.scale_target_ref.name")}`,
  review: option.review,
  min: Number(tryAt(body, "spec.min_replicas")),
  max: Number(tryAt(body, "spec.max_replicas")),
}));

test("every autoscaler has the limits of its review, where the review gives any", () => {
  const reviews = new Set(
    AUTOSCALERS.filter(({ id }) => REVIEWED_SCALING[id] !== undefined).map(({ review }) => review),
  );
  // Where this fails for a new autoscaler: write its numbers and their source into holding-still/reviewed-scaling.
  const built = AUTOSCALERS.filter(({ review }) => reviews.has(review));
  expect(Object.fromEntries(built.map(({ id, min, max }) => [id, { min, max }]))).toEqual(
    Object.fromEntries(Object.entries(REVIEWED_SCALING).map(([id, { min, max }]) => [id, { min, max }])),
  );
  for (const { source } of Object.values(REVIEWED_SCALING)) expect(source).toMatch(/^00\d_\w+\.txt, /);
});

test("every autoscaler has room, and keeps a second pod", () => {
  expect(AUTOSCALERS.filter(({ min, max }) => !(min >= 2 && min < max))).toEqual([]);
});

test("every container asks for CPU and memory, and is limited in both", () => {
  const missing = ofContainers((container) =>
    ["requests.cpu", "requests.memory", "limits.cpu", "limits.memory"].filter(
      (path) => tryAt(container, `resources.${path}`) === undefined,
    ),
  );
  expect(missing).toEqual([]);
});

test("every container meets Pod Security's restricted standard on its own", () => {
  const wrong = ofContainers((container) => {
    const context = (container["security_context"] ?? {}) as Json;
    return [
      // The provider writes false where it is left out, whatever the pod says.
      ...(context["run_as_non_root"] === true ? [] : ["run_as_non_root"]),
      ...(context["allow_privilege_escalation"] === false ? [] : ["allow_privilege_escalation"]),
      ...(context["privileged"] === true ? ["privileged"] : []),
      ...(tryAt(context, "capabilities.drop.0") === "ALL" ? [] : ["capabilities.drop"]),
    ];
  });
  expect(wrong).toEqual([]);
});

test("every pod runs as no root, with the runtime's seccomp profile, and shares nothing of its node", () => {
  const wrong = PODS.flatMap(({ id, spec }) => [
    ...(tryAt(spec, "security_context.run_as_non_root") === true ? [] : [`${id}: run_as_non_root`]),
    ...(tryAt(spec, "security_context.seccomp_profile.type") === "RuntimeDefault"
      ? []
      : [`${id}: seccomp_profile`]),
    ...["host_network", "host_pid", "host_ipc"].filter((it) => spec[it] === true).map((it) => `${id}: ${it}`),
  ]);
  expect(wrong).toEqual([]);
});

test("every workload of several pods lets a drain pass when it has the fewest, and one pod at a time", () => {
  const wrong = PODS.filter(({ workload }) =>
    ["Deployment", "StatefulSet", "Rollout"].includes(workload.kind),
  ).flatMap((pods) => {
    const fewest = fewestReplicas(pods);
    const budgets = kind("PodDisruptionBudget")
      .filter(inNamespace(pods.workload.namespace))
      .filter(({ body }) => selects(tryAt(body, "spec.selector"), pods.labels));
    if (fewest > 1 && budgets.length !== 1) return [`${pods.id}: ${budgets.length} disruption budgets`];
    return budgets
      .filter(({ body }) => evictions(body, fewest) < 1)
      .map(({ name }) => `${pods.id}: no pod of ${fewest} may be evicted by ${name}`);
  });
  expect(wrong).toEqual([]);
});

test("every namespace denies what no policy allows", () => {
  const open = kind("Namespace").filter(
    ({ namespace, name }) =>
      OPEN_NAMESPACES[name] === undefined &&
      !kind("NetworkPolicy").filter(inNamespace(namespace)).some(deniesAll),
  );
  expect(open.map(({ id }) => id)).toEqual([]);
  const exceptions = kind("Namespace").filter(({ name }) => OPEN_NAMESPACES[name] !== undefined);
  expect([...new Set(exceptions.map(({ name }) => name))]).toEqual(Object.keys(OPEN_NAMESPACES));
});

test("every pod is in a namespace of its stack and has policies of its own in both directions", () => {
  const wrong = PODS.flatMap(({ id, labels, workload }) => {
    const own = kind("NetworkPolicy")
      .filter(inNamespace(workload.namespace))
      .filter((it) => !deniesAll(it) && selects(tryAt(it.body, "spec.pod_selector"), labels));
    const directions = own.flatMap(({ body }) => (tryAt(body, "spec.policy_types") ?? []) as string[]);
    return ["Ingress", "Egress"].filter((it) => !directions.includes(it)).map((it) => `${id}: no ${it}`);
  });
  expect(wrong).toEqual([]);
});

test("every exception from the denial names its peer and its ports", () => {
  const wrong = kind("NetworkPolicy").flatMap(({ id, body }) =>
    [...rules(body, "ingress", "from"), ...rules(body, "egress", "to")].flatMap(
      ({ direction, peers, ports }) => [
        ...(peers.length === 0 ? [`${id}: ${direction} of everybody`] : []),
        ...(ports.length === 0 ? [`${id}: ${direction} on every port`] : []),
        ...peers.flatMap((peer) => namelessPeer(peer, body).map((it) => `${id}: ${direction} ${it}`)),
      ],
    ),
  );
  expect(wrong).toEqual([]);
});

/** `<option>/<workload>/<container>: <what is wrong>`. */
function ofContainers(problems: (container: Json) => readonly string[]): readonly string[] {
  return PODS.flatMap(({ id, containers }) =>
    containers.flatMap((it) => problems(it).map((problem) => `${id}/${it["name"]}: ${problem}`)),
  );
}

function fewestReplicas({ workload }: HeldPods): number {
  const scaler = kind("HorizontalPodAutoscaler")
    .filter(inNamespace(workload.namespace))
    .find(({ body }) => tryAt(body, "spec.scale_target_ref.name") === workload.name);
  return Number(tryAt(scaler?.body, "spec.min_replicas") ?? tryAt(workload.body, "spec.replicas") ?? 1);
}

/** Pods that may be evicted at once. Percentages are rounded up, as Kubernetes does. */
function evictions(budget: Json, replicas: number): number {
  const count = (value: unknown) =>
    String(value).endsWith("%")
      ? Math.ceil((Number.parseFloat(String(value)) / 100) * replicas)
      : Number(value);
  const unavailable = tryAt(budget, "spec.max_unavailable");
  return unavailable === undefined
    ? replicas - count(tryAt(budget, "spec.min_available"))
    : count(unavailable);
}

function deniesAll({ body }: HeldObject): boolean {
  const spec = body["spec"] as Json;
  return (
    Object.keys((spec["pod_selector"] ?? {}) as Json).length === 0 &&
    ["Ingress", "Egress"].every((it) => ((spec["policy_types"] ?? []) as string[]).includes(it)) &&
    ["ingress", "egress"].every((it) => ((spec[it] ?? []) as unknown[]).length === 0)
  );
}

function rules(policy: Json, direction: "ingress" | "egress", side: "from" | "to") {
  return ((tryAt(policy, `spec.${direction}`) ?? []) as Json[]).map((rule) => ({
    direction,
    peers: (rule[side] ?? []) as readonly Json[],
    ports: (rule["ports"] ?? []) as readonly Json[],
  }));
}

/** Names of unidentified peers: an address without a name, or all pods of all namespaces. */
function namelessPeer(peer: Json, policy: Json): readonly string[] {
  const cidr = tryAt(peer, "ip_block.cidr");
  if (typeof cidr === "string") {
    const annotation = `peer.weighbridge.dev/${cidr.replace(/^::/, "0::").replace("/", "_").replaceAll(":", "-")}`;
    const annotations = (tryAt(policy, "metadata.annotations") ?? {}) as Json;
    return cidr.includes("${") || annotations[annotation] !== undefined ? [] : [`${cidr} has no name`];
  }
  const [namespaces, pods] = [peer["namespace_selector"], peer["pod_selector"]].map((selector) =>
    selector === undefined ? undefined : Object.keys(selector as Json).length,
  );
  return namespaces === 0 || (namespaces === undefined && pods === 0) ? ["every pod"] : [];
}
