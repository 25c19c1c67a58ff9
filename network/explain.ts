import { type AddressRange, PRIVATE, pieces, rangeText, without, withSingleAddresses } from "./addresses";
import { LAST_PORT } from "./connection-set";
import { type Endpoint, EndpointError, endpointOf, INTERNET } from "./endpoints";
import type { PodClass } from "./evaluate/classes";
import { type Decision, decisionsOf, type Verdict } from "./evaluate/decide";
import type { Engine } from "./evaluate/engine";
import { engineOf } from "./evaluate/engine-of";
import { named } from "./evaluate/peers";
import { relation } from "./evaluate/places";
import type { ClusterModel, Protocol } from "./model";

export type { Decision, Verdict };

/** Whether one connection is allowed, and why. */
export interface Explanation {
  readonly src: string;
  readonly dst: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly verdict: Verdict;
  /** First egress of the source, then ingress of the destination; addresses have no side. */
  readonly decisions: readonly Decision[];
  /**
   * Where a range is not allowed as a whole: the parts of it that are.
   * @default - none
   */
  readonly allowedParts?: readonly Explanation[];
}

/**
 * Explains one connection: what decides on each side, and what is missing where it is denied.
 * @param port number, or the name of a container port of the destination
 * @throws EndpointError, NetworkInputError
 */
export function explain(
  model: ClusterModel,
  from: string,
  to: string,
  port: number | string,
  protocol: Protocol = "TCP",
): Explanation {
  const engine = engineOf(model);
  const [source, destination] = [endpointOf(engine, from), endpointOf(engine, to)];
  if ("range" in source && "range" in destination)
    throw new EndpointError(`'${from}' and '${to}' are both addresses; write a workload for one of them`);
  if (source.name === destination.name)
    throw new EndpointError(`'${from}' and '${to}' are the same workload; write two`);
  const number = portNumber(port, destination, protocol);
  // A range of which a rule covers a part is denied where a part is.
  const parts = partsOf(engine, source, destination).flatMap((out) =>
    partsOf(engine, destination, source).map((into) => bestOf(engine, [out, into], number, protocol)),
  );
  const worst = (["denied", "undetermined"] as const)
    .map((verdict) => parts.find((part) => part.verdict === verdict))
    .find((part) => part !== undefined);
  const allowedParts = parts.filter(({ verdict }) => verdict === "allowed");
  const answer = worst ?? (parts[0] as Explanation);
  // What is so of every part has the name of the whole.
  if (parts.every(({ verdict }) => verdict === answer.verdict))
    return { ...answer, src: source.name, dst: destination.name };
  return allowedParts.length === 0 ? answer : { ...answer, allowedParts };
}

/**
 * Whether a connection is allowed; undefined where it is undetermined, as where a policy of another project decides.
 * @throws EndpointError, NetworkInputError
 */
export function allowed(
  model: ClusterModel,
  from: string,
  to: string,
  port: number | string,
  protocol: Protocol = "TCP",
): boolean | undefined {
  const { verdict } = explain(model, from, to, port, protocol);
  return verdict === "undetermined" ? undefined : verdict === "allowed";
}

type Other = PodClass | AddressRange;

/** An end of a connection, address ranges cut where a rule cuts them. */
function partsOf(engine: Engine, end: Endpoint, other: Endpoint): Endpoint[] {
  if (!("range" in end)) return [end];
  const { policies } = engine.policies;
  const rules = policies.flatMap(({ ingress = [], egress = [] }) => [...ingress, ...egress]);
  const addresses = rules.flatMap((rule) => rule.addresses);
  const cut = rangesOf(engine, end, other).flatMap((whole) =>
    pieces(
      whole,
      addresses.filter(({ family }) => family === whole.family),
    ),
  );
  return cut.map((range) => ({ name: rangeText(range), range }));
}

/**
 * The internet of a machine is every public address, and has IPv6 where the machine's rules do: its network has
 * private addresses, and most networks of clouds have no IPv6.
 */
function rangesOf(
  engine: Engine,
  end: Extract<Endpoint, { range: AddressRange }>,
  other: Endpoint,
): AddressRange[] {
  const { range, others = [] } = end;
  const classes = "classes" in other ? other.classes : [];
  if (end.name !== INTERNET || classes.every(({ place }) => place === undefined)) return [range, ...others];
  const rules = (["ingress", "egress"] as const).flatMap((side) =>
    classes.flatMap((pods) => engine.policiesOf(side, pods).flatMap((policy) => policy[side] ?? [])),
  );
  const has = (family: 4 | 6) =>
    rules.some(({ addresses }) => addresses.some((each) => each.family === family));
  return [...without(range, PRIVATE), ...others.filter(({ family }) => has(family))];
}

/** Of several kinds of pods in a workload, those that may connect: a list has what some pair may do. */
function bestOf(
  engine: Engine,
  ends: readonly [Endpoint, Endpoint],
  port: number,
  protocol: Protocol,
): Explanation {
  const of = (end: Endpoint): readonly Other[] => ("range" in end ? [end.range] : end.classes);
  const found = of(ends[0]).flatMap((out) =>
    of(ends[1]).map((into) => explained(engine, ends, [out, into], port, protocol)),
  );
  const best = (["allowed", "undetermined"] as const)
    .map((verdict) => found.find((each) => each.verdict === verdict))
    .find((each) => each !== undefined);
  return best ?? (found[0] as Explanation);
}

function explained(
  engine: Engine,
  [source, destination]: readonly [Endpoint, Endpoint],
  [out, into]: readonly [Other, Other],
  port: number,
  protocol: Protocol,
): Explanation {
  const question = { port, protocol, destination: isPods(into) ? into : undefined };
  const decisions =
    isPods(out) && isPods(into) && relation(out.place, into.place) !== "together"
      ? [notEvaluated(source.name, destination.name, [out, into])]
      : [
          ...(isPods(out)
            ? decisionsOf(engine, "egress", { name: source.name, pods: out }, into, question)
            : []),
          ...(isPods(into)
            ? decisionsOf(engine, "ingress", { name: destination.name, pods: into }, out, question)
            : []),
        ];
  const verdicts = decisions.map(({ verdict }) => verdict);
  const verdict = (["denied", "undetermined"] as const).find((each) => verdicts.includes(each)) ?? "allowed";
  return { src: source.name, dst: destination.name, port, protocol, verdict, decisions };
}

/** Neither policies nor firewalls alone decide between two networks. */
function notEvaluated(subject: string, other: string, [out, into]: readonly [PodClass, PodClass]): Decision {
  const isPod = out.place === undefined || into.place === undefined;
  const why = isPod ? "connections between pods and machines" : "connections between networks";
  return {
    side: "egress",
    subject,
    verdict: "undetermined",
    missingIn: [],
    text: `undetermined: ${why} are not evaluated (to ${other})`,
  };
}

function portNumber(port: number | string, destination: Endpoint, protocol: Protocol): number {
  if (typeof port === "number" || /^\d+$/.test(port)) {
    const number = Number(port);
    if (Number.isInteger(number) && number >= 1 && number <= LAST_PORT) return number;
    throw new EndpointError(`port ${port} is not from 1 to ${LAST_PORT}; write a port in that range`);
  }
  const pods = "range" in destination ? [] : destination.classes;
  const [found] = pods.flatMap(({ ports }) => named(ports, port, protocol));
  if (found !== undefined) return found.port;
  throw new EndpointError(`${destination.name} has no ${protocol} port named '${port}'; write its number`);
}

function isPods(other: Other): other is PodClass {
  return "labels" in other;
}

/** An explanation as lines of text. */
export function explanationText(explanation: Explanation): string {
  const { src, dst, port, protocol, verdict, decisions, allowedParts = [] } = explanation;
  const lines = decisions.map(({ side, subject, text }) => `  ${side} of ${subject}: ${text}\n`);
  for (const part of allowedParts) lines.push(`  but ${part.src} => ${part.dst}: allowed\n`);
  return withSingleAddresses(`${src} => ${dst} ${protocol} ${port}: ${verdict}\n${lines.join("")}`);
}
