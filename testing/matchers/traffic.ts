import { type Explanation, explain, explanationText, type Protocol } from "../../network";
import { modelOf, readReceived } from "../read";
import { type MatcherContext, type MatcherResult, result } from "../result";

const ARGUMENTS = "from, to, port";

/** `expect(stack).toAllowTraffic("shop/web", "shop/db", 5432)` */
export function toAllowTraffic(
  this: MatcherContext,
  received: object | string,
  from: string,
  to: string,
  port: number | string,
  protocol: Protocol = "TCP",
): MatcherResult {
  const answer = explain(modelOf(readReceived(received)), from, to, port, protocol);
  return result(this, "toAllowTraffic", ARGUMENTS, answer.verdict === "allowed", () => explained(answer));
}

/** `expect(stack).toDenyTraffic("shop/web", "shop/db", 22)` */
export function toDenyTraffic(
  this: MatcherContext,
  received: object | string,
  from: string,
  to: string,
  port: number | string,
  protocol: Protocol = "TCP",
): MatcherResult {
  const answer = explain(modelOf(readReceived(received)), from, to, port, protocol);
  // A range of which a part is allowed is not denied.
  const [part] = answer.allowedParts ?? [];
  const isDenied = answer.verdict === "denied" && part === undefined;
  return result(this, "toDenyTraffic", ARGUMENTS, isDenied, () => explained(part ?? answer));
}

/** What decides, and what it would take to change it. */
function explained(answer: Explanation): string[] {
  return [...explanationText(answer).trimEnd().split("\n"), "", ...change(answer)];
}

function change({ decisions, verdict, src, dst, port, protocol }: Explanation): string[] {
  if (verdict === "undetermined")
    return ["What decides is not evaluated, or not in the input: test it where it runs."];
  if (verdict === "denied")
    return decisions
      .filter((decision) => decision.verdict === "denied")
      .map(({ side, missingIn, policy, rule }) => {
        const other = side === "egress" ? `to ${dst}` : `from ${src}`;
        return rule === undefined
          ? `To allow it: add an ${side} rule ${other}, ${protocol} ${port}, to ${missingIn.join(" or ")}.`
          : `To allow it: change ${side} rule ${rule.number} of ${policy}, or let a rule before it accept.`;
      });
  const rules = decisions.flatMap(({ policy, rule, side }) =>
    rule === undefined ? [] : [`${side} rule ${rule.number} of ${policy}`],
  );
  if (rules.length > 0) return [`To deny it: narrow ${rules.join(" or ")}.`];
  const sides = decisions.map(({ side, subject }) => `${side} of ${subject}`).join(" or ");
  return [`To deny it: add a NetworkPolicy or firewall rule for ${sides}.`];
}
