import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { UserError } from "../../errors/user-error";

/** The kind of violated rule; stable, for programs. */
export type ValidationCode =
  | "NotInteger"
  | "OutOfRange"
  | "Conflict"
  | "NotEnoughMemory"
  | "OverBudget"
  | "BadName"
  | "Unknown"
  | "Missing";

/**
 * A prop that violates a rule: `<construct path>: '<prop>' must <rule>, got <value>; <fix>`.
 */
export class ValidationError extends UserError {
  public override readonly name = "ValidationError";
  /** The construct that refuses its props. */
  public readonly scope!: IConstruct;

  public constructor(
    public readonly code: ValidationCode,
    message: string,
    scope: IConstruct,
  ) {
    super(`${scope.node.path}: ${message}`);
    // Not enumerable: Node prints the members of an uncaught error, and this one would print the construct tree.
    Object.defineProperty(this, "scope", { value: scope, enumerable: false });
  }
}

/** The parts of a validation message. */
export interface Refusal {
  readonly code: ValidationCode;
  readonly prop: string;
  /** Reads after "must": `be at least 1`. */
  readonly must: string;
  readonly got: unknown;
  /** How to fix it. */
  readonly fix: string;
}

/** Throws a `ValidationError` of the common form. */
export function refuse(scope: IConstruct, { code, prop, must, got, fix }: Refusal): never {
  throw new ValidationError(code, `'${prop}' must ${must}, got ${show(got)}; ${fix}`, scope);
}

/** True for a token: a value that is known only when Terraform runs. */
export function isToken(value: unknown): boolean {
  return Token.isUnresolved(value);
}

/** A value in a message: quoted if it is a text, without the credentials of a URL. */
export function show(value: unknown): string {
  if (isToken(value)) return "a token";
  return typeof value === "string" ? `"${value.replace(/:\/\/[^\s/@]+@/g, "://***@")}"` : String(value);
}
