import type { Claim, Stated } from "../../config/model";
import type { Evidence } from "./evidence";

/** A value that is only an end of what the real one can be. */
export interface Bound {
  /** `lower`: the real value may be higher. */
  readonly side: "lower" | "upper";
  /** What would settle it. */
  readonly open: string;
}

/** What a claim is evaluated over, and what the evaluation found out beside the value. */
export interface Evaluation extends Evidence {
  /** The claim's document. */
  readonly file: string;
  /** True: each assumption has its most favourable value, or is missing. */
  readonly isWithoutAssumptions: boolean;
  readonly bounds: Bound[];
  readonly assumptions: string[];
  /** Everything that is quoted, in the order of the computation. */
  readonly operands: Stated[];
}

/** A new evaluation of a claim. */
export function evaluationOf(claim: Claim, evidence: Evidence, isWithoutAssumptions = false): Evaluation {
  const { file } = claim.source;
  return { ...evidence, file, isWithoutAssumptions, bounds: [], assumptions: [], operands: [] };
}

/** Evaluates what is subtracted, or divided by: a lower bound of it is an upper bound of the result. */
export function reversed<T>(evaluation: Evaluation, evaluate: (inner: Evaluation) => T): T {
  const bounds: Bound[] = [];
  const result = evaluate({ ...evaluation, bounds });
  evaluation.bounds.push(
    ...bounds.map(({ side, open }): Bound => ({ side: side === "lower" ? "upper" : "lower", open })),
  );
  return result;
}
