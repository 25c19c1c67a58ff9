import type { Edge, Exposure, Footprint } from "../model";
import { byText, distinct, grouped, once, sortedBy } from "../order";
import { selectedBy } from "./selected";

/** Something that may open a connection to something else. */
export interface Connection {
  readonly from: string;
  readonly to: string;
  /** `8080`, `8000-8100`, `53/UDP`; empty means every port. */
  readonly ports: readonly string[];
  /** What of the target can be reached from the internet: hosts and paths, or the share of traffic. */
  readonly through: readonly string[];
}

/** Who may reach what. */
export interface Reach {
  /** Entry points from the internet, then NetworkPolicy rules. */
  readonly connections: readonly Connection[];
  /** Who may ask a name server; kept apart because nearly every workload may. */
  readonly dns: readonly string[];
}

/** Name of whoever is in front of the exposures. */
export const OUTSIDE = "outside";

/**
 * What the exposures open and the policies allow, grouped so that each pair is listed once.
 *
 * Each policy is taken by itself: whether both sides of a connection allow it is `network/`'s question.
 */
export function reach(footprint: Footprint): Reach {
  const dns = footprint.edges.filter(isDns);
  const others = footprint.edges.filter((edge) => !isDns(edge));
  const pairs = grouped(others, ({ from, to }) => `${from.name}\n${to.name}`);
  const allowed = sortedBy([...pairs], ([key]) => key).flatMap(([, edges]) => connection(edges));
  const exposed = footprint.exposures.flatMap((exposure) => entryPoints(exposure, footprint));
  return {
    connections: [...sortedBy(exposed, describeConnection), ...allowed],
    dns: distinct(dns.map((edge) => edge.from.name)),
  };
}

/** One line: `travel-api -> fuji:8080`, `outside -> travel-api (/v1/*)`. */
export function describeConnection({ from, to, ports, through }: Connection): string {
  return `${from} -> ${describeTarget({ to, ports, through })}`;
}

/** The right-hand side of the line: `fuji:8080`, `travel-api (/v1/*)`. */
export function describeTarget({ to, ports, through }: Omit<Connection, "from">): string {
  const target = ports.length === 0 ? to : `${to}:${ports.join(",")}`;
  return through.length === 0 ? target : `${target} (${through.join(", ")})`;
}

function isDns({ port, direction }: Edge): boolean {
  return direction === "egress" && port === "53";
}

function connection(edges: readonly Edge[]): Connection[] {
  const [first] = edges;
  if (first === undefined) return [];
  const everyPort = edges.some((edge) => edge.port === undefined);
  const ports = everyPort ? [] : once(edges.map(portText)).sort(byPort);
  return [{ from: first.from.name, to: first.to.name, ports, through: everyPort ? ["every port"] : [] }];
}

/** `8080`, `8000-8100`, `53/UDP`. */
export function portText({ port, endPort, protocol }: Edge): string {
  const range = endPort === undefined ? `${port}` : `${port}-${endPort}`;
  return protocol === "TCP" ? range : `${range}/${protocol}`;
}

/** Numbers by value, then names. */
function byPort(left: string, right: string): number {
  return Number.parseInt(left, 10) - Number.parseInt(right, 10) || byText(left, right);
}

function entryPoints(exposure: Exposure, footprint: Footprint): Connection[] {
  const where = [...exposure.hosts, ...exposure.paths];
  // A canary's service may lead to the same pods as the stable one: their shares are one entry point.
  const shares = new Map<string, number>();
  for (const { service, weightPercent = 100 } of exposure.backends) {
    const target = behind(service, footprint, exposure.namespace);
    shares.set(target, (shares.get(target) ?? 0) + weightPercent);
  }
  return [...shares].map(([to, percent]) => ({
    from: OUTSIDE,
    to,
    ports: [],
    through: percent >= 100 ? where : [...where, `${percent} %`],
  }));
}

/** The workloads that a service leads to, or the service's own name where none of the footprint answers. */
function behind(service: string, footprint: Footprint, namespace: string | undefined): string {
  const selected = selectedBy(service, footprint, namespace);
  return selected.length === 0 ? service : distinct(selected.map(({ name }) => name)).join(", ");
}
