import type { Aspect, Documented } from "../../config/model";
import { isSame, order } from "./exact";
import { type RangeTerm, type Term, valueText, withResult } from "./value";

/** `5, at most 10: yes`. A range is at most another where it is so at both ends. */
export function atMost(left: RangeTerm, right: RangeTerm): Term {
  const holds = order(left.value.low, right.value.low) <= 0 && order(left.value.high, right.value.high) <= 0;
  return truth(holds, `${shown(left)}, at most ${shown(right)}`);
}

/** `count(a, b) = 2, exactly 1: no`. */
export function equal(left: RangeTerm, right: RangeTerm): Term {
  const holds = isSame(left.value.low, right.value.low) && isSame(left.value.high, right.value.high);
  return truth(holds, `${shown(left)}, exactly ${shown(right)}`);
}

/** Which of two steps comes first. @throws Error when one of them is not among the steps */
export function precedes([first, then]: readonly [string, string], steps: readonly string[]): Term {
  const [one, other] = [stepNumber(first, steps), stepNumber(then, steps)];
  return truth(one < other, `"${first}" is step ${one}, "${then}" is step ${other}`);
}

/** What of the needed things is not given, by the name that it has there. */
export function lacking(
  needed: readonly { readonly name: string; readonly named: string }[],
  given: readonly string[],
): Term {
  const items = needed.filter(({ named }) => !given.includes(named)).map(({ name }) => name);
  const left = items.length === 0 ? "nothing" : items.join(", ");
  const required = needed.map(({ name, named }) => (name === named ? name : `${name} (${named})`));
  return {
    value: { kind: "list", items },
    formula: `required: ${required.join(", ")}; given: ${[...new Set(given)].join(", ")}; missing: ${left}`,
  };
}

/** Names of the terms with the lowest or highest value; all of them on a tie. */
export function extreme(terms: readonly (readonly [string, RangeTerm])[], side: "least" | "most"): Term {
  const sign = side === "least" ? 1 : -1;
  const isBeaten = ({ value }: RangeTerm) =>
    terms.some(
      ([, other]) =>
        sign * order(other.value.low, value.low) < 0 || sign * order(other.value.high, value.high) < 0,
    );
  const items = terms.filter(([, term]) => !isBeaten(term)).map(([name]) => name);
  const all = terms.map(([name, { value }]) => `${name} ${valueText(value)}`).join(", ");
  return {
    value: { kind: "list", items },
    formula: `${all}: ${side === "least" ? "lowest" : "highest"} is ${items.length === 0 ? "none at both bounds" : items.join(", ")}`,
  };
}

/** What a setting is when it is not given. */
export function setting(name: string, given: Readonly<Record<string, string>>, fallback: Documented): Term {
  const own = given[name];
  if (own !== undefined) return { value: { kind: "text", text: own }, formula: `${name}=${own}` };
  const set = Object.entries(given).map(([key, value]) => `${key}=${value}`);
  return {
    value: { kind: "text", text: fallback.is },
    formula: `set: ${set.join(", ")}; ${name} is not, and defaults to ${fallback.is} (${fallback.see})`,
  };
}

/** Whether two things are one. */
export function same(one: Aspect, other: Aspect): Term {
  const text = ({ what, is, see }: Aspect) => `${what}: ${is}${see === undefined ? "" : ` (${see})`}`;
  return {
    value: { kind: "truth", truth: one.is === other.is },
    formula: `${text(one)}; ${text(other)}`,
  };
}

function truth(holds: boolean, formula: string): Term {
  return { value: { kind: "truth", truth: holds }, formula: `${formula}: ${holds ? "yes" : "no"}` };
}

/** With its result, so that a comparison can be followed. */
function shown(term: RangeTerm): string {
  return withResult(term.formula, valueText(term.value));
}

function stepNumber(step: string, steps: readonly string[]): number {
  const index = steps.indexOf(step);
  if (index < 0) throw new Error(`there is no step "${step}" among ${steps.join(", ")}`);
  return index + 1;
}
