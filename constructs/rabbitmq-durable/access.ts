import type { IConstruct } from "constructs";
import { refuse } from "../core/errors";
import { requireReference } from "../core/validate";
import { exactly, requireDistinct, requireObjectName, requireOneOf } from "./names";

/** One user: existing, or created here with a password that is then part of the Terraform state. */
export type UserSpec =
  | {
      readonly name: string;
      /** The user exists: created by hand, by a definitions file, or by an identity provider. */
      readonly existing: true;
    }
  | {
      readonly name: string;
      readonly existing?: false;
      /**
       * A reference, for example to a sensitive variable; a literal is refused. `rabbitmq_user` has no write-only
       * argument: the state contains the value, and Terraform refuses an ephemeral variable.
       */
      readonly password: string;
      /**
       * Tags of the user for the management plugin, for example `["monitoring"]`.
       * @default - nothing
       * @see https://www.rabbitmq.com/docs/management#permissions
       */
      readonly tags?: readonly string[];
    };

/** Permissions of one user on the topology's exchanges and queues. */
export interface PermissionSpec {
  /** One of the topology's users; not the user of the Terraform provider, which needs all permissions. */
  readonly user: string;
  /**
   * Exchanges that the user may publish to.
   * @default - none
   */
  readonly publish?: readonly string[];
  /**
   * Queues that the user may read.
   * @default - none
   */
  readonly consume?: readonly string[];
  /**
   * Exchanges and queues that the user may redeclare unchanged, as some client libraries do at each start.
   * @default - none
   */
  readonly declare?: readonly string[];
}

/** Names that permissions may contain. */
interface Named {
  readonly users: readonly UserSpec[];
  readonly exchanges: readonly string[];
  readonly queues: readonly string[];
}

/** @throws ValidationError `BadName`, `Conflict`, `Unknown`, `Missing` */
export function requireAccess(
  scope: IConstruct,
  permissions: readonly PermissionSpec[],
  { users, exchanges, queues }: Named,
): void {
  const userNames = users.map(({ name }) => name);
  users.forEach((user, index) => {
    requireObjectName(scope, `users[${index}].name`, user.name);
    if (!user.existing) requireReference(scope, `users[${index}].password`, user.password);
  });
  requireDistinct(scope, "users", userNames);
  permissions.forEach(({ user, publish = [], consume = [], declare = [] }, index) => {
    const prop = `permissions[${index}]`;
    requireOneOf(scope, `${prop}.user`, user, ["user", userNames]);
    if (publish.length + consume.length + declare.length === 0) {
      const fix = "name exchanges in 'publish' or queues in 'consume', or remove the permission";
      refuse(scope, { code: "Missing", prop, must: "allow something", got: user, fix });
    }
    for (const name of publish) requireOneOf(scope, `${prop}.publish`, name, ["exchange", exchanges]);
    for (const name of consume) requireOneOf(scope, `${prop}.consume`, name, ["queue", queues]);
    for (const name of declare)
      requireOneOf(scope, `${prop}.declare`, name, ["queue or exchange", [...queues, ...exchanges]]);
  });
  requireDistinct(
    scope,
    "permissions",
    permissions.map(({ user }) => user),
  );
}

/** The permission in RabbitMQ's terms: a regular expression per kind of access. */
export function toPatterns({ publish = [], consume = [], declare = [] }: PermissionSpec) {
  return { configure: exactly(declare), write: exactly(publish), read: exactly(consume) };
}
