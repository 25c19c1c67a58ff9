import type { Hit, Severity } from "./hit";
import type { Subject } from "./subject";

export type { Hit, Path, Place, Severity, Thing } from "./hit";

/** One rule. */
export interface Rule {
  /** Stable: `WB001`. */
  readonly id: string;
  /** In kebab-case: `privileged-container`. */
  readonly name: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly problem: string;
  /** What may happen, in one sentence. */
  readonly reason: string;
  /** What to do, in one sentence. */
  readonly fix: string;
  /** Page of the specification or of the field that says so. */
  readonly source: string;
  /** What other tools call it. @default - none has it */
  readonly others?: readonly string[];
  /**
   * How severe an attack is that it makes possible, from 0 to 10 as in CVSS.
   * @default - the rule is not about security
   */
  readonly securitySeverity?: number;
  /** Why it runs only when it is asked for. @default - it runs always */
  readonly off?: string;
  find(subject: Subject): Iterable<Hit>;
}
