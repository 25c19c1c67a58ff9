import { type AddressRange, WHOLE } from "../addresses";
import { ALL_CONNECTIONS, type ConnectionSet, LAST_PORT, NO_CONNECTIONS, portsOf } from "../connection-set";
import type { Fault, Origin } from "../faults";
import type { Place, Workload } from "../model";
import { type Action, type PodTerm, type Policy, podTerm, type Rule } from "../policy/types";
import type { Protocol } from "../protocol";

/** What firewalls, security groups and networks of Docker add to a model. */
export interface Firewalls {
  readonly workloads: readonly Workload[];
  readonly policies: readonly Policy[];
  readonly faults: readonly Fault[];
  /** What was read and is not evaluated, one line each. */
  readonly warnings: readonly string[];
}

/** Something that is no pod: a machine, a database, a container. */
export interface Thing {
  /** Name in lists. */
  readonly name: string;
  /** What selections pick it by: groups, tags, networks. */
  readonly labels: readonly string[];
  /** Several for what runs in each of them, such as machines in several subnets. */
  readonly places: readonly Place[];
}

/** What one provider makes of a document. */
export interface Evaluated {
  readonly things: readonly Thing[];
  readonly policies: readonly Policy[];
  /** What was read and is not evaluated, one line each. */
  readonly warnings: readonly string[];
  /** @default - nothing is wrong */
  readonly faults?: readonly Fault[];
}

/** A thing as workloads of the model, one for each place: connections of one of them are the thing's. */
export function workloadsOf({ name, labels, places }: Thing, origin: Origin): Workload[] {
  return places.map((place) => ({
    namespace: "",
    name,
    kind: "",
    labels: Object.fromEntries(labels.map((label) => [label, ""])),
    ports: [],
    hostNetwork: false,
    origin,
    place,
  }));
}

/** A selection of the things of a realm that have labels. */
export function things(realm: string, text: string, ...labels: readonly string[]): PodTerm {
  const pods = labels.map((key) => ({ key, operator: "Exists" as const, values: [] }));
  return podTerm({ realm, text, pods, hostNetwork: true });
}

/** A rule; what is left out matches nothing, and ports are all ports. */
export interface RuleParts {
  readonly name?: string;
  /** @default "Accept" */
  readonly action?: Action;
  readonly everyone?: boolean;
  readonly terms?: readonly PodTerm[];
  readonly ranges?: readonly AddressRange[];
  readonly ports?: ConnectionSet;
  readonly uncertain?: string;
}

/** Rules of a list, numbered by their place; a rule of several parts has one number. */
export function rules(realm: string, lists: readonly (readonly RuleParts[])[]): Rule[] {
  return lists.flatMap((list, index) =>
    list.map(({ name, action = "Accept", everyone = false, terms, ranges, ports, uncertain }) => ({
      index,
      ...(name === undefined ? {} : { name }),
      action,
      everyone,
      pods: terms ?? [],
      addresses: ranges ?? [],
      ports: ports ?? ALL_CONNECTIONS,
      named: [],
      realm,
      ...(uncertain === undefined ? {} : { uncertain }),
    })),
  );
}

/** A policy whose rules add up: what none of them allows is denied. */
export function allowing(parts: Pick<Policy, "name" | "layer" | "subject" | "ingress" | "egress">): Policy {
  return { kind: "firewall", origin: {}, tier: "NetworkPolicy", priority: 0, ...parts };
}

/** A policy whose first rule that matches decides, before those whose rules add up. */
export function deciding(
  parts: Pick<Policy, "name" | "layer" | "subject" | "ingress" | "egress" | "priority">,
): Policy {
  return { kind: "firewall", origin: {}, tier: "Admin", ...parts };
}

/** A policy that leaves everything undetermined, in a layer of its own. */
export function undeterminedPolicy(name: string, subject: PodTerm, realm: string, why: string): Policy {
  const list = rules(realm, [[{ everyone: true, uncertain: why }]]);
  return allowing({ name, layer: `${realm} ${name}`, subject, ingress: list, egress: list });
}

/** Every address of both families. */
export const EVERYWHERE: readonly AddressRange[] = [WHOLE[4], WHOLE[6]];

const PROTOCOLS: Readonly<Record<string, Protocol>> = {
  tcp: "TCP",
  "6": "TCP",
  udp: "UDP",
  "17": "UDP",
  sctp: "SCTP",
  "132": "SCTP",
};

/** Ports of a protocol by its name or number, none for one without ports such as ICMP; all for `-1`, `all` and `*`. */
export function connectionsOf(
  protocol: string,
  first: number | undefined = 0,
  last: number | undefined = LAST_PORT,
): ConnectionSet {
  const [from, to] = [Math.max(first, 1), Math.min(last, LAST_PORT)];
  const isEvery = /^(?:-1|all|\*|any)$/i.test(protocol);
  const named = Object.hasOwn(PROTOCOLS, protocol.toLowerCase())
    ? PROTOCOLS[protocol.toLowerCase()]
    : undefined;
  if (from > to || (!isEvery && named === undefined)) return NO_CONNECTIONS;
  if (named !== undefined) return portsOf(named, from, to);
  const ports = [from, to];
  return { TCP: ports, UDP: ports, SCTP: ports };
}
