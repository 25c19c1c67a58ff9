import { type AddressRange, includes, pieces, rangeText, withSingleAddresses } from "./addresses";
import { contains, LAST_PORT } from "./connection-set";
import { type Endpoint, EndpointError, endpointOf } from "./endpoints";
import { type PodClass, picks } from "./evaluate/classes";
import type { Engine } from "./evaluate/engine";
import { engineOf } from "./evaluate/engine-of";
import { named, portsAt } from "./evaluate/peers";
import type { ClusterModel, Protocol } from "./model";
import type { Direction, Policy, Rule, Tier } from "./policy";
import { ruleText } from "./rule-text";

/** What decides on one side of a connection. */
export interface Decision {
  readonly side: Direction;
  /** The pods whose policies decide, as `namespace/name[Kind]`. */
  readonly subject: string;
  readonly verdict: Verdict;
  /** Tier that decides. @default - no policy affects the side: Kubernetes allows it */
  readonly tier?: Tier;
  /** The policy that decides, such as `NetworkPolicy shop/db`. @default - none, or several that all lack a rule */
  readonly policy?: string;
  /** Its rule, from 1, and what it matches. @default - no rule matches */
  readonly rule?: { readonly number: number; readonly name?: string; readonly text: string };
  /** Policies that select the pods and have no rule that matches: one of them needs a rule. */
  readonly missingIn: readonly string[];
  /** The decision in one sentence. */
  readonly text: string;
}

export type Verdict = "allowed" | "denied" | "undetermined";

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
  const parts = partsOf(engine, source).flatMap((out) =>
    partsOf(engine, destination).map((into) => bestOf(engine, [out, into], number, protocol)),
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
 * Whether a connection is allowed; undefined where a policy of another project decides.
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
function partsOf({ policies: { policies } }: Engine, end: Endpoint): Endpoint[] {
  if (!("range" in end)) return [end];
  const rules = policies.flatMap(({ ingress = [], egress = [] }) => [...ingress, ...egress]);
  const addresses = rules.flatMap((rule) => rule.addresses);
  const cut = [end.range, ...(end.others ?? [])].flatMap((whole) =>
    pieces(
      whole,
      addresses.filter(({ family }) => family === whole.family),
    ),
  );
  return cut.map((range) => ({ name: rangeText(range), range }));
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
  return found.find(({ verdict }) => verdict !== "denied") ?? (found[0] as Explanation);
}

function explained(
  engine: Engine,
  [source, destination]: readonly [Endpoint, Endpoint],
  [out, into]: readonly [Other, Other],
  port: number,
  protocol: Protocol,
): Explanation {
  const question = { port, protocol, destination: isPods(into) ? into : undefined };
  const decisions = [
    ...(isPods(out) ? [decide(engine, "egress", { name: source.name, pods: out }, into, question)] : []),
    ...(isPods(into)
      ? [decide(engine, "ingress", { name: destination.name, pods: into }, out, question)]
      : []),
  ];
  const verdicts = decisions.map(({ verdict }) => verdict);
  const verdict = (["denied", "undetermined"] as const).find((each) => verdicts.includes(each)) ?? "allowed";
  return { src: source.name, dst: destination.name, port, protocol, verdict, decisions };
}

interface Question {
  readonly port: number;
  readonly protocol: Protocol;
  /** Pods at the destination: they have the named ports. */
  readonly destination?: PodClass;
}

function decide(
  engine: Engine,
  side: Direction,
  { name: subject, pods }: { name: string; pods: PodClass },
  other: Other,
  question: Question,
): Decision {
  const common = { side, subject, missingIn: [] };
  if (engine.isUndetermined(pods)) {
    const names = engine.policies.foreign
      .filter(({ namespace }) => namespace === undefined || namespace === pods.namespace)
      .map(({ name }) => name)
      .join(", ");
    return { ...common, verdict: "undetermined", text: `${names} may decide, and is not evaluated` };
  }
  const policies = engine.policiesOf(side, pods);
  const of = (tier: Tier) => policies.filter((policy) => policy.tier === tier);
  const find = (tier: Tier) => firstMatch(of(tier), side, other, question);
  const admin = find("Admin");
  if (admin !== undefined && admin.rule.action !== "Pass") return byRule(common, admin);
  const network = of("NetworkPolicy");
  if (network.length > 0) {
    const match = find("NetworkPolicy");
    return match === undefined ? missing(common, network) : byRule(common, match);
  }
  const baseline = find("Baseline");
  if (baseline !== undefined && baseline.rule.action !== "Pass") return byRule(common, baseline);
  const passed =
    policies.length === 0 ? "no policy selects it" : "no rule of the policies that select it matches";
  return { ...common, verdict: "allowed", text: `allowed by default: ${passed}` };
}

interface Match {
  readonly policy: Policy;
  readonly rule: Rule;
}

function firstMatch(
  policies: readonly Policy[],
  side: Direction,
  other: Other,
  question: Question,
): Match | undefined {
  for (const policy of policies)
    for (const rule of policy[side] ?? []) if (matches(rule, other, question)) return { policy, rule };
  return undefined;
}

function matches(rule: Rule, other: Other, { port, protocol, destination }: Question): boolean {
  const isPeer =
    rule.everyone ||
    (isPods(other)
      ? rule.pods.some((term) => picks(term, other))
      : rule.addresses.some((range) => includes(range, other)));
  return isPeer && contains(portsAt(rule, destination?.ports ?? []), protocol, port);
}

function byRule(common: Pick<Decision, "side" | "subject" | "missingIn">, { policy, rule }: Match): Decision {
  const verdict = rule.action === "Deny" ? "denied" : "allowed";
  const text = ruleText(rule, common.side);
  const name = rule.name === undefined ? "" : ` "${rule.name}"`;
  return {
    ...common,
    verdict,
    tier: policy.tier,
    policy: policy.name,
    rule: { number: rule.index + 1, name: rule.name, text },
    text: `${verdict} by ${policy.name}, ${common.side} rule ${rule.index + 1}${name}: ${text}`,
  };
}

function missing(common: Pick<Decision, "side" | "subject">, policies: readonly Policy[]): Decision {
  const names = policies.map(({ name }) => name);
  const [only] = names;
  const count = policies.reduce((sum, policy) => sum + (policy[common.side]?.length ?? 0), 0);
  const who = names.length === 1 ? `${only} selects it` : `${names.join(", ")} select it`;
  const rules = count === 0 ? `no ${common.side} rule` : `no ${common.side} rule that matches (of ${count})`;
  const has = names.length === 1 ? "has" : "have";
  return {
    ...common,
    verdict: "denied",
    tier: "NetworkPolicy",
    policy: names.length === 1 ? only : undefined,
    missingIn: names,
    text: `denied: ${who} and ${has} ${rules}`,
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
