import type { Arithmetic, Assumed, Computation, Looked, Measured, Name, Statement } from "../../config/model";
import { differenceOf, floorOf, percentLessOf, productOf, quotientOf, spanOf, sumOf } from "./arithmetic";
import { type Evaluation, reversed } from "./evaluation";
import { measured } from "./measured";
import { Missing } from "./missing";
import { reviewData, statedAmount } from "./review-data";
import { atMost, equal, extreme, lacking, precedes, same, setting } from "./statements";
import { literal, type RangeTerm, type Term } from "./value";

/**
 * Evaluates a computation; what it rests on is added to the evaluation.
 *
 * @throws Missing if an input is unknown
 * @throws Error where the computation itself makes no sense, such as a sum of lists
 */
export function evaluate(computation: Computation, evaluation: Evaluation): Term {
  if (typeof computation === "number") return literal(computation);
  if ("range" in computation) return literal(...computation.range);
  if ("measure" in computation) return measured(computation, evaluation);
  if ("assumed" in computation) return assumed(computation, evaluation);
  if (isLooked(computation)) return reviewData(computation, evaluation);
  if (isArithmetic(computation)) return arithmetic(computation, evaluation);
  return statement(computation, evaluation);
}

function assumed({ assumed, because, without }: Assumed, evaluation: Evaluation): Term {
  evaluation.assumptions.push(because);
  if (!evaluation.isWithoutAssumptions) {
    const term = evaluate(assumed, evaluation);
    return typeof assumed === "number" ? { ...term, formula: `${term.formula} (assumed)` } : term;
  }
  if (without === undefined) throw new Missing(because);
  return evaluate(without, evaluation);
}

/** An operand that is a number. A quoted one of the same document is shown without its words. */
function amountOf(part: Computation, evaluation: Evaluation): RangeTerm {
  const isQuoted = typeof part === "object" && "stated" in part;
  return asRange(isQuoted ? statedAmount(part, evaluation) : evaluate(part, evaluation));
}

function arithmetic(computation: Arithmetic, evaluation: Evaluation): Term {
  const amount = (part: Computation) => amountOf(part, evaluation);
  const reverse = (part: Computation) => reversed(evaluation, (inner) => amountOf(part, inner));
  if ("sum" in computation) return sumOf(computation.sum.map(amount));
  if ("product" in computation) return productOf(computation.product.map(amount));
  if ("floor" in computation) return floorOf(amount(computation.floor));
  if ("from" in computation) return spanOf(amount(computation.from), amount(computation.to));
  if ("count" in computation) return countOf(computation.count, evaluation);
  if ("difference" in computation) {
    const [from, what] = computation.difference;
    return differenceOf(amount(from), reverse(what));
  }
  if ("quotient" in computation) {
    const [what, by] = computation.quotient;
    return quotientOf(amount(what), divisor(reverse(by)));
  }
  const [from, to] = computation.percentLess;
  return percentLessOf(divisor(amount(from)), reverse(to));
}

/** @throws Missing where it is 0 */
function divisor(term: RangeTerm): RangeTerm {
  const { low, high } = term.value;
  if (low.numerator === 0n || high.numerator === 0n)
    throw new Missing(`a divisor other than 0: ${term.formula}`);
  return term;
}

function statement(computation: Statement, evaluation: Evaluation): Term {
  const amount = (part: Computation) => amountOf(part, evaluation);
  const names = (part: Name | Measured) => namesOf(part, evaluation);
  const terms = (all: Readonly<Record<string, Computation>>) =>
    Object.entries(all).map(([name, part]) => [name, amount(part)] as const);

  if ("missing" in computation) throw new Missing(computation.missing);
  if ("atMost" in computation) return atMost(amount(computation.atMost[0]), amount(computation.atMost[1]));
  if ("equal" in computation) return equal(amount(computation.equal[0]), amount(computation.equal[1]));
  if ("precedes" in computation) return precedes(computation.precedes, computation.steps.flatMap(names));
  if ("lacking" in computation) {
    return lacking(
      computation.lacking.map((each) => nameOf(each, evaluation)),
      computation.given.flatMap(names),
    );
  }
  if ("least" in computation) return extreme(terms(computation.least), "least");
  if ("most" in computation) return extreme(terms(computation.most), "most");
  if ("setting" in computation) {
    const { given, source } = computation;
    if (source !== undefined) {
      evaluation.operands.push(...Object.values(given).map((stated) => ({ stated, source })));
    }
    return setting(computation.setting, given, computation.else);
  }
  for (const { is, source } of computation.same) {
    if (source !== undefined) evaluation.operands.push({ stated: is, source });
  }
  return same(...computation.same);
}

function countOf(counted: Computation | readonly Name[], evaluation: Evaluation): RangeTerm {
  const items = isNames(counted)
    ? counted.flatMap((name) => namesOf(name, evaluation))
    : asList(evaluate(counted, evaluation));
  return { ...literal(items.length), formula: `count(${items.length === 0 ? "none" : items.join(", ")})` };
}

function namesOf(part: Name | Measured, evaluation: Evaluation): readonly string[] {
  if (typeof part === "object" && "measure" in part) return asList(evaluate(part, evaluation));
  return [nameOf(part, evaluation).name];
}

/** A name, and what the stack calls the same thing. */
function nameOf(part: Name, evaluation: Evaluation): { readonly name: string; readonly named: string } {
  if (typeof part === "string") return { name: part, named: part };
  evaluation.operands.push(part);
  return { name: part.stated, named: part.named ?? part.stated };
}

function isNames(counted: Computation | readonly Name[]): counted is readonly Name[] {
  return Array.isArray(counted);
}

function isLooked(computation: Looked | Arithmetic | Statement): computation is Exclude<Looked, Assumed> {
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
