import { add, divide, type Exact, exact, floor, multiply, subtract } from "./exact";
import { type Range, type RangeTerm, range } from "./value";

const HUNDRED = exact(100);

/** `a + b + c`. */
export function sumOf(terms: readonly RangeTerm[]): RangeTerm {
  return {
    value: fold(terms, add, exact(0)),
    formula: terms.map(({ formula }) => formula).join(" + "),
    isTight: terms.length < 2 && terms.every(isTight),
  };
}

/** `a - b`. */
export function differenceOf(from: RangeTerm, what: RangeTerm): RangeTerm {
  return {
    value: endByEnd(subtract, from.value, what.value),
    formula: `${from.formula} - ${tight(what)}`,
    isTight: false,
  };
}

/** `a x b`. */
export function productOf(terms: readonly RangeTerm[]): RangeTerm {
  return { value: fold(terms, multiply, exact(1)), formula: terms.map(tight).join(" x ") };
}

/** `a / b`. */
export function quotientOf(what: RangeTerm, by: RangeTerm): RangeTerm {
  return {
    value: endByEnd(divide, what.value, by.value),
    // `a / (b x c)`: a product is tight everywhere but here.
    formula: `${tight(what)} / ${/ [x/] /.test(by.formula) ? `(${by.formula})` : tight(by)}`,
  };
}

/** `a rounded down`. */
export function floorOf(term: RangeTerm): RangeTerm {
  const { low, high } = term.value;
  return { value: range(floor(low), floor(high)), formula: `(${term.formula}, rounded down)` };
}

/** How much lower the second is, in percent of the first. */
export function percentLessOf(from: RangeTerm, to: RangeTerm): RangeTerm {
  const percent = (before: Exact, after: Exact) => multiply(divide(subtract(before, after), before), HUNDRED);
  return {
    value: endByEnd(percent, from.value, to.value),
    formula: `100 - 100 x ${tight(to)} / ${tight(from)}`,
    isTight: false,
  };
}

/** A range whose ends are terms. */
export function spanOf(from: RangeTerm, to: RangeTerm): RangeTerm {
  return {
    value: range(from.value.low, to.value.high),
    formula: `${from.formula} to ${to.formula}`,
    isTight: false,
  };
}

/** Pairs the ends: low with low, high with high. A number that is no range belongs to both. */
function endByEnd(combine: (left: Exact, right: Exact) => Exact, left: Range, right: Range): Range {
  return range(combine(left.low, right.low), combine(left.high, right.high));
}

function fold(
  terms: readonly RangeTerm[],
  combine: (left: Exact, right: Exact) => Exact,
  start: Exact,
): Range {
  return terms.reduce((total, { value }) => endByEnd(combine, total, value), range(start));
}

function isTight(term: RangeTerm): boolean {
  return term.isTight ?? true;
}

function tight(term: RangeTerm): string {
  return isTight(term) ? term.formula : `(${term.formula})`;
}
