import type { Construct } from "constructs";
import { UserScramCredential } from "../../imports/providers/kafka/user-scram-credential";
import { isToken, refuse } from "../core/errors";
import { secretVariable } from "../core/secret-variable";
import { requireInteger } from "../core/validate";

/** SASL mechanism. */
export type ScramMechanism = "SCRAM-SHA-256" | "SCRAM-SHA-512";

/**
 * A user with SCRAM authentication. The password is not a prop: the deployer gives it as
 * `TF_VAR_kafka_password_<name>`, and it is in neither plan nor state.
 */
export interface ScramUser {
  /** Name of the user: a letter, then letters, digits, `_` and `-`. Its principal is `User:<name>`. */
  readonly name: string;
  /** @default "SCRAM-SHA-512" */
  readonly mechanism?: ScramMechanism;
  /**
   * Iterations of the hash, 4096 to 16384.
   * @default 4096
   */
  readonly iterations?: number;
  /**
   * Raise it to write the password again after it changed: Terraform cannot compare a write-only value.
   * @default 1
   */
  readonly passwordRevision?: number;
}

/** Range that brokers accept. @see https://cwiki.apache.org/confluence/display/KAFKA/KIP-554 */
const ITERATIONS = { min: 4096, max: 16_384 } as const;

/** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange`, `Conflict` */
export function requireUsers(scope: Construct, users: readonly ScramUser[]): void {
  const seen = new Map<string, string>();
  users.forEach(({ name, iterations, passwordRevision }, index) => {
    const prop = `users[${index}]`;
    if (isToken(name) || !/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) {
      const must = "be a letter, then letters, digits, '_' and '-', known at synth";
      const fix = "rename it: it is part of the name of its password's variable";
      refuse(scope, { code: "BadName", prop: `${prop}.name`, must, got: name, fix });
    }
    const earlier = seen.get(variableOf(name));
    if (earlier !== undefined) {
      const must = `differ from "${earlier}" by more than '-' and '_'`;
      const fix = "rename it: the variable of its password would be the same";
      refuse(scope, { code: "Conflict", prop: `${prop}.name`, must, got: name, fix });
    }
    seen.set(variableOf(name), name);
    requireInteger(scope, `${prop}.iterations`, iterations, ITERATIONS);
    requireInteger(scope, `${prop}.passwordRevision`, passwordRevision, { min: 1 });
  });
}

/** The user with its password, which is a write-only argument. */
export function defineUser(scope: Construct, user: ScramUser): UserScramCredential {
  const { name, mechanism = "SCRAM-SHA-512", iterations = ITERATIONS.min, passwordRevision = 1 } = user;
  return new UserScramCredential(scope, name, {
    username: name,
    scramMechanism: mechanism,
    scramIterations: iterations,
    passwordWo: secretVariable(scope, variableOf(name), `Password of the Kafka user ${name}`),
    passwordWoVersion: String(passwordRevision),
  });
}

function variableOf(name: string): string {
  return `kafka_password_${name.replaceAll("-", "_")}`;
}
