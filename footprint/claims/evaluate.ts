import type { Arithmetic, Computation, Looked, Measured, Statement } from "../../config/model";
import { differenceOf, floorOf, percentLessOf, productOf, quotientOf, spanOf, sumOf } from "./arithmetic";
import type { Evidence } from "./evidence";
import { measured } from "./measured";
import { Missing } from "./missing";
import { reviewData } from "./review-data";
import { atMost, equal, extreme, lacking, precedes, same, setting } from "./statements";
import { literal, type RangeTerm, type Term } from "./value";

/**
 * Evaluates a computation over the footprints and what the reviews say.
 *
 * @throws Missing if an input is unknown
 * @throws Error where the computation itself makes no sense, such as a sum of lists
 */
export function evaluate(computation: Computation, evidence: Evidence): Term {
  const amount = (part: Computation): RangeTerm => asRange(evaluate(part, evidence));
  const names = (part: string | Measured): readonly string[] =>
    typeof part === "string" ? [part] : asList(evaluate(part, evidence));

  if (typeof computation === "number") return literal(computation);
  if ("range" in computation) return literal(...computation.range);
  if ("measure" in computation) return measured(computation, evidence.footprints);
  if (isLooked(computation)) return reviewData(computation, evidence);
  if (isArithmetic(computation)) return arithmetic(computation, amount, evidence);
  return statement(computation, amount, names);
}

function arithmetic(
  computation: Arithmetic,
  amount: (part: Computation) => RangeTerm,
  evidence: Evidence,
): Term {
  if ("sum" in computation) return sumOf(computation.sum.map(amount));
  if ("product" in computation) return productOf(computation.product.map(amount));
  if ("floor" in computation) return floorOf(amount(computation.floor));
  if ("from" in computation) return spanOf(amount(computation.from), amount(computation.to));
  if ("count" in computation) return countOf(computation.count, evidence);
  if ("difference" in computation) {
    const [from, what] = computation.difference;
    return differenceOf(amount(from), amount(what));
  }
  if ("quotient" in computation) {
    const [what, by] = computation.quotient;
    return quotientOf(amount(what), amount(by), computation.ends ?? "paired");
  }
  const [from, to] = computation.percentLess;
  return percentLessOf(amount(from), amount(to));
}

function statement(
  computation: Statement,
  amount: (part: Computation) => RangeTerm,
  names: (part: string | Measured) => readonly string[],
): Term {
  const terms = (all: Readonly<Record<string, Computation>>) =>
    Object.entries(all).map(([name, part]) => [name, amount(part)] as const);

  if ("missing" in computation) throw new Missing(computation.missing);
  if ("atMost" in computation) return atMost(amount(computation.atMost[0]), amount(computation.atMost[1]));
  if ("equal" in computation) return equal(amount(computation.equal[0]), amount(computation.equal[1]));
  if ("precedes" in computation) return precedes(computation.precedes, computation.steps);
  if ("lacking" in computation) return lacking(computation.lacking, computation.given.flatMap(names));
  if ("least" in computation) return extreme(terms(computation.least), "least");
  if ("most" in computation) return extreme(terms(computation.most), "most");
  if ("setting" in computation) return setting(computation.setting, computation.given, computation.else);
  return same(...computation.same);
}

function countOf(counted: Computation | readonly string[], evidence: Evidence): RangeTerm {
  const items = isNames(counted) ? counted : asList(evaluate(counted, evidence));
  return { ...literal(items.length), formula: `count(${items.length === 0 ? "none" : items.join(", ")})` };
}

function isNames(counted: Computation | readonly string[]): counted is readonly string[] {
  return Array.isArray(counted);
}

function isLooked(computation: Looked | Arithmetic | Statement): computation is Looked {
  return ["prices", "scores", "fact", "stated"].some((key) => key in computation);
}

function isArithmetic(computation: Arithmetic | Statement): computation is Arithmetic {
  const keys = ["sum", "difference", "product", "quotient", "floor", "from", "percentLess", "count"];
  return keys.some((key) => key in computation);
}

function asRange({ value, ...term }: Term): RangeTerm {
  if (value.kind === "range") return { ...term, value };
  throw new Error(`"${term.formula}" must be a number, got a ${value.kind}`);
}

function asList({ value, formula }: Term): readonly string[] {
  if (value.kind === "list") return value.items;
  throw new Error(`"${formula}" must be a list, got a ${value.kind}`);
}
