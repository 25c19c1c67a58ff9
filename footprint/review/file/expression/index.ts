import { byKey, byKind, into, number, type Shape } from "../../shape";
import { ARITHMETIC } from "./arithmetic";
import { LOOKED } from "./looked";
import { measureShape } from "./measure";
import { assumedShape, statedShape } from "./stated";
import { STATEMENTS } from "./statements";
import type { Typed } from "./typed";

/** Every kind of expression, by the key that it has alone. */
const EXPRESSIONS: Readonly<Record<string, Shape<Typed>>> = {
  measure: measureShape,
  stated: statedShape,
  assumed: assumedShape,
  // Before `from`, which is also a key of theirs.
  ...STATEMENTS,
  ...LOOKED,
  ...ARITHMETIC,
};

/** An expression: a number, or a map that says how it is computed. */
export const expressionShape: Shape<Typed> = byKind<Typed>("an expression", {
  number: into(number("a number"), (compute) => ({ kind: "amount", compute })),
  map: byKey("an expression", EXPRESSIONS),
});
