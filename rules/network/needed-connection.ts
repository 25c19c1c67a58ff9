import { explain } from "../../network";
import { contains } from "../../network/connection-set";
import { workloadName } from "../../network/model";
import type { Policy } from "../../network/policy";
import type { Hit, Rule } from "../rule";
import { portsOf, type ServiceOf, type ServicePort, servicesOf } from "../services/services";
import { listAt, type Pod, type Subject, textAt } from "../subject";
import { POLICIES } from "./policies";
import { type ServiceReference, serviceReferences, settingsOf } from "./references";

export const neededConnection: Rule = {
  id: "WB058",
  name: "needed-connection",
  severity: "error",
  problem: "A policy denies a connection that a pod needs.",
  reason: "The setting names a Service, a store or a host by name, and the connection fails at run time.",
  fix: "Add the rule that is missing; `weighbridge network explain` shows both sides.",
  source: POLICIES,
  *find(subject) {
    if (subject.network.engine === undefined) return;
    const services = new Map(
      servicesOf(subject).map((each) => [`${each.object.namespace}/${each.object.name}`, each]),
    );
    for (const pod of subject.pods) {
      yield* deniedServices(pod, subject, services);
      yield* deniedStores(pod, subject);
      yield* deniedNames(pod, subject);
    }
  },
};

function* deniedServices(
  pod: Pod,
  subject: Subject,
  services: ReadonlyMap<string, ServiceOf>,
): Generator<Hit> {
  const seen = new Set<string>();
  for (const reference of serviceReferences(pod, subject)) {
    const service = services.get(`${reference.namespace}/${reference.service}`);
    if (service === undefined) continue;
    const ports = service.ports.filter(
      ({ port, protocol }) => protocol === "TCP" && (reference.port === undefined || port === reference.port),
    );
    const answers = service.pods
      .filter((target) => target.object !== pod.object)
      .flatMap((target) => ports.map((port) => denied(pod, target, port, subject)));
    const [first] = answers;
    // One open port of one workload is enough.
    if (first === undefined || answers.some((answer) => answer === undefined)) continue;
    const key = `${reference.namespace}/${reference.service}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield { on: pod.object, part: key, text: textOf(reference, ports, first) };
  }
}

function textOf({ setting, service }: ServiceReference, ports: readonly ServicePort[], why: string): string {
  const port = ports.map((each) => each.port).join(", ");
  return `${setting} names Service ${service}, port ${port}: ${why}`;
}

/** Why a connection is denied; undefined where it is not. */
function denied(from: Pod, to: Pod, { target }: ServicePort, { network }: Subject): string | undefined {
  const port = /^\d+$/.test(target)
    ? Number(target)
    : portsOf(to).find(({ name, protocol }) => name === target && protocol === "TCP")?.number;
  if (port === undefined) return undefined;
  const answer = explain(network.model, nameOf(from), nameOf(to), port);
  if (answer.verdict !== "denied") return undefined;
  const decision = answer.decisions.find(({ verdict }) => verdict === "denied");
  return `${decision?.side} of ${decision?.subject} ${decision?.text}`;
}

function nameOf({ object }: Pod): string {
  return workloadName(object);
}

/** Ports of stores that clouds run, by the first word of the engine. */
const STORE_PORTS: Readonly<Record<string, number>> = {
  mariadb: 3306,
  memcached: 11211,
  mysql: 3306,
  postgres: 5432,
  postgresql: 5432,
  redis: 6379,
  valkey: 6379,
};

function* deniedStores(pod: Pod, subject: Subject): Generator<Hit> {
  const { engine } = subject.network;
  const workload = engine?.workloads.find(({ name }) => name === nameOf(pod));
  if (engine === undefined || workload === undefined) return;
  for (const { id, name, engine: kind } of subject.footprint.stores) {
    const port = STORE_PORTS[kind.split(" ")[0] ?? ""];
    const setting = settingsOf(pod, subject).find(([, value]) => value.includes(`\${${id}.`));
    if (port === undefined || setting === undefined) continue;
    const isOpen = engine
      .workloadRanges("egress", workload)
      .some(({ allowed }) => allowed === -1 || contains(engine.sets.set(allowed), "TCP", port));
    if (!isOpen)
      yield {
        on: pod.object,
        part: id,
        text: `${setting[0]} names ${name} (${kind}): no policy allows egress to an address on TCP ${port}`,
      };
  }
}

/** A pod that connects to anything by name needs DNS. */
function* deniedNames(pod: Pod, subject: Subject): Generator<Hit> {
  const { engine } = subject.network;
  const workload = engine?.workloads.find(({ name }) => name === nameOf(pod));
  if (engine === undefined || workload === undefined || workload.workload.hostNetwork) return;
  if (textAt(pod.spec, "dnsPolicy") === "None" || listAt(pod.spec, "hostAliases").length > 0) return;
  const policies = workload.classes.flatMap((pods) => engine.policiesOf("egress", pods));
  const network = policies.filter(({ tier }) => tier === "NetworkPolicy");
  if (network.length === 0 || network.some(allowsNames) || !connectsToPods(network)) return;
  yield {
    on: pod.object,
    part: "dns",
    text: `no egress rule of ${network.map(({ name }) => name).join(", ")} allows DNS (UDP 53)`,
  };
}

function allowsNames({ egress = [] }: Policy): boolean {
  return egress.some(
    ({ ports, named }) => contains(ports, "UDP", 53) || named.some(({ name }) => /dns/.test(name)),
  );
}

function connectsToPods(policies: readonly Policy[]): boolean {
  return policies.some(({ egress = [] }) => egress.some(({ pods }) => pods.length > 0));
}
