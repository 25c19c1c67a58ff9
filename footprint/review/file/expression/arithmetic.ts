import type { Computation } from "../../../../config/model";
import { into, listOf, number, object, pairOf, required, type Shape } from "../../shape";
import { nameOrStated } from "./stated";
import { amount, expression, requireKind, type Typed } from "./typed";

const terms = listOf("the terms", amount, 1);
const pair = pairOf("the pair", amount);

function typed<T extends Computation>(kind: Typed["kind"], shape: Shape<T>): Shape<Typed> {
  return into(shape, (compute) => ({ kind, compute }));
}

const counted: Shape<Computation> = into(expression, (found, place) => {
  requireKind(place, found, "list");
  return found.compute;
});

/** Arithmetic over numbers and ranges, by the key of the expression. */
export const ARITHMETIC: Readonly<Record<string, Shape<Typed>>> = {
  range: typed(
    "amount",
    into(
      object("a range", { range: required(pairOf("the range", number("an end")), "Low and high end.") }),
      (value, place) => {
        const [low, high] = value.range;
        if (low > high) place.refuseValue(`the low end ${low} is above the high end ${high}`, "swap them");
        return value;
      },
    ),
  ),
  sum: typed("amount", object("a sum", { sum: required(terms, "Numbers to add up.") })),
  difference: typed(
    "amount",
    object("a difference", { difference: required(pair, "The first less the second.") }),
  ),
  product: typed("amount", object("a product", { product: required(terms, "Numbers to multiply.") })),
  quotient: typed(
    "amount",
    into(object("a quotient", { quotient: required(pair, "The first by the second.") }), (value, place) => {
      if (value.quotient[1] === 0) place.refuseValue("this divides by 0", "write another divisor");
      return value;
    }),
  ),
  floor: typed("amount", object("a floor", { floor: required(amount, "A number to round down.") })),
  from: typed(
    "amount",
    object("a range", {
      from: required(amount, "Low end."),
      to: required(amount, "High end."),
    }),
  ),
  percentLess: typed(
    "amount",
    object("a reduction", {
      percentLess: required(pair, "How much lower the second is than the first, in percent of the first."),
    }),
  ),
  count: typed(
    "amount",
    object("a count", {
      count: required(
        {
          read: (place, context) =>
            place.kind === "list"
              ? listOf("the names", nameOrStated).read(place, context)
              : counted.read(place, context),
          schema: { anyOf: [listOf("the names", nameOrStated).schema, counted.schema] },
        } as Shape<Computation>,
        "Members of a list: names, or an expression that comes to a list.",
      ),
    }),
  ),
};
