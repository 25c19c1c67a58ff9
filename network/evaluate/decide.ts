import { type AddressRange, includes } from "../addresses";
import { contains } from "../connection-set";
import type { Protocol } from "../model";
import type { Direction, Policy, Rule, Tier } from "../policy";
import { ruleText } from "../rule-text";
import type { PodClass } from "./classes";
import type { Engine } from "./engine";
import { matchOf, portsAt } from "./peers";
import { layersOf } from "./tiers";

/** What decides on one side of a connection. */
export interface Decision {
  readonly side: Direction;
  /** The pods whose policies decide, as `namespace/name[Kind]`, or the machine, as `aws_instance.web`. */
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

/** A connection that is asked about. */
export interface Question {
  readonly port: number;
  readonly protocol: Protocol;
  /** Pods at the destination: they have the named ports. */
  readonly destination?: PodClass;
}

type Other = PodClass | AddressRange;
type Common = Pick<Decision, "side" | "subject" | "missingIn">;

/** What decides on one side, one decision for each layer; none for what has no rules of its own. */
export function decisionsOf(
  engine: Engine,
  side: Direction,
  { name: subject, pods }: { readonly name: string; readonly pods: PodClass },
  other: Other,
  question: Question,
): Decision[] {
  if (pods.place?.isElsewhere === true) return [];
  const common = { side, subject, missingIn: [] };
  if (engine.isUndetermined(pods)) {
    const names = engine.policies.foreign
      .filter(({ namespace }) => namespace === undefined || namespace === pods.namespace)
      .map(({ name }) => name)
      .join(", ");
    return [{ ...common, verdict: "undetermined", text: `${names} may decide, and is not evaluated` }];
  }
  return layersOf(engine.policiesOf(side, pods)).map((policies) => decide(policies, common, other, question));
}

function decide(policies: readonly Policy[], common: Common, other: Other, question: Question): Decision {
  const { side } = common;
  const of = (tier: Tier) => policies.filter((policy) => policy.tier === tier);
  const found = (tier: Tier) => matchesOf(of(tier), side, other, question);
  const admin = found("Admin");
  const network = of("NetworkPolicy");
  const own = network.length > 0 ? found("NetworkPolicy") : { maybe: [] };
  const baseline = network.length > 0 ? { maybe: [] } : found("Baseline");
  const certain = decided(policies, common, admin.certain, own.certain, baseline.certain);
  // What may match before the rule that does, and decides otherwise.
  const before = [
    ...admin.maybe,
    ...(isFinal(admin.certain) ? [] : [...(own.certain === undefined ? own.maybe : []), ...baseline.maybe]),
  ];
  const doubt = before.find(({ rule }) => verdictOf(rule) !== certain.verdict);
  return doubt === undefined ? certain : inDoubt(common, doubt);
}

function decided(
  policies: readonly Policy[],
  common: Common,
  admin: Match | undefined,
  own: Match | undefined,
  baseline: Match | undefined,
): Decision {
  if (admin !== undefined && isFinal(admin)) return byRule(common, admin);
  const network = policies.filter(({ tier }) => tier === "NetworkPolicy");
  if (network.length > 0) return own === undefined ? missing(common, network) : byRule(common, own);
  if (baseline !== undefined && isFinal(baseline)) return byRule(common, baseline);
  const passed =
    policies.length === 0 ? "no policy selects it" : "no rule of the policies that select it matches";
  return { ...common, verdict: "allowed", text: `allowed by default: ${passed}` };
}

interface Match {
  readonly policy: Policy;
  readonly rule: Rule;
}

function isFinal(match: Match | undefined): boolean {
  return match !== undefined && match.rule.action !== "Pass";
}

/** The first rule that matches, and those before it that may. */
function matchesOf(
  policies: readonly Policy[],
  side: Direction,
  other: Other,
  question: Question,
): { readonly certain?: Match; readonly maybe: readonly Match[] } {
  const maybe: Match[] = [];
  for (const policy of policies)
    for (const rule of policy[side] ?? []) {
      const match = matches(rule, other, question);
      if (match === "yes") return { certain: { policy, rule }, maybe };
      if (match === "maybe") maybe.push({ policy, rule });
    }
  return { maybe };
}

function matches(
  rule: Rule,
  other: Other,
  { port, protocol, destination }: Question,
): "yes" | "maybe" | "no" {
  if (!contains(portsAt(rule, destination?.ports ?? []), protocol, port)) return "no";
  if (isPods(other)) return matchOf(rule, other);
  const isPeer = rule.everyone || rule.addresses.some((range) => includes(range, other));
  if (!isPeer) return "no";
  return rule.uncertain === undefined ? "yes" : "maybe";
}

function verdictOf({ action }: Rule): Verdict {
  return action === "Deny" ? "denied" : "allowed";
}

function byRule(common: Common, { policy, rule }: Match): Decision {
  const verdict = verdictOf(rule);
  return {
    ...ofRule(common, { policy, rule }),
    verdict,
    text: `${verdict} by ${placeOf(common, policy, rule)}`,
  };
}

/** A rule of which it is undetermined whether it matches. */
function inDoubt(common: Common, { policy, rule }: Match): Decision {
  const why = rule.uncertain ?? "the other end may have an address that the rule does not have";
  const text = `undetermined: ${placeOf(common, policy, rule)}: ${why}`;
  return { ...ofRule(common, { policy, rule }), verdict: "undetermined", text };
}

function ofRule(common: Common, { policy, rule }: Match) {
  const { name, index } = rule;
  return {
    ...common,
    tier: policy.tier,
    policy: policy.name,
    rule: { number: index + 1, name, text: ruleText(rule, common.side) },
  };
}

function placeOf({ side }: Common, policy: Policy, rule: Rule): string {
  const name = rule.name === undefined ? "" : ` "${rule.name}"`;
  return `${policy.name}, ${side} rule ${rule.index + 1}${name}: ${ruleText(rule, side)}`;
}

function missing(common: Common, policies: readonly Policy[]): Decision {
  const names = policies.map(({ name }) => name);
  const [only] = names;
  // A rule may be in parts, of which some are undetermined.
  const count = policies.reduce(
    (sum, policy) => sum + new Set(policy[common.side]?.map(({ index }) => index)).size,
    0,
  );
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

function isPods(other: Other): other is PodClass {
  return "labels" in other;
}
