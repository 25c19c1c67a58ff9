import { TerraformIterator } from "cdktf";
import { Construct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireInteger, requireKnown, requireNumber, requireReference } from "../core/validate";
import { MysqlGrant } from "./bindings/mysql-grant";
import { MysqlUser } from "./bindings/mysql-user";

/** Properties for `MysqlAccount`. */
export interface MysqlAccountProps {
  /** Name of the user, at most 32 characters: the limit of MySQL, which is shorter than MariaDB's. */
  readonly user: string;
  /** Password; an ephemeral value, since the argument is write-only. */
  readonly password: string;
  /**
   * Raise it when the password changes.
   * @default 1
   */
  readonly passwordVersion?: number;
  /** Addresses of the client hosts: a list, or a token of a list. Each gets an account of its own. */
  readonly hosts: string[];
  /** Number of hosts. */
  readonly hostCount: number;
  /** Connections that all hosts together may open at once. */
  readonly connectionBudget: number;
  /**
   * Timeout of one statement, in seconds. MariaDB only: MySQL refuses it.
   * @default - no limit
   */
  readonly statementSeconds?: number;
  readonly database: string;
  /** @default ["SELECT", "INSERT", "UPDATE", "DELETE"] */
  readonly privileges?: readonly string[];
}

const DEFAULT_PRIVILEGES: readonly string[] = ["SELECT", "INSERT", "UPDATE", "DELETE"];

/**
 * A database user whose connections are limited. The server counts them per account, which is a user at an address.
 * One account per host divides the budget, so that a host that leaks connections takes none from the others.
 * Expects a `mysql` provider in scope.
 * @see https://mariadb.com/kb/en/create-user/#resource-limit-options
 */
export class MysqlAccount extends Construct {
  /** Connections that each host may open at once; the remainder of the division is not used. */
  public readonly connectionsPerHost: number;

  /** @throws ValidationError `BadName`, `Unknown`, `NotInteger`, `OutOfRange`, `Missing`, `Conflict` */
  public constructor(scope: Construct, id: string, props: MysqlAccountProps) {
    super(scope, id);
    const { user, hostCount, connectionBudget, database, passwordVersion = 1 } = props;
    const { privileges = DEFAULT_PRIVILEGES } = props;
    requireKnown(this, { hostCount, connectionBudget });
    requireInteger(this, "hostCount", hostCount, { min: 1 });
    requireInteger(this, "connectionBudget", connectionBudget, {
      min: hostCount,
      fix: `give each of the ${hostCount} hosts at least one connection: a limit of 0 means no limit`,
    });
    requireInteger(this, "passwordVersion", passwordVersion, { min: 1 });
    requireNumber(this, "statementSeconds", props.statementSeconds, { min: 0.01 });
    requireReference(this, "password", props.password);
    this.requireUser(user);
    if (privileges.length === 0) {
      const fix = "name the privileges of the user";
      refuse(this, { code: "Missing", prop: "privileges", must: "name at least one", got: "none", fix });
    }

    this.connectionsPerHost = Math.floor(connectionBudget / hostCount);
    const hosts = TerraformIterator.fromList(props.hosts);
    const account = new MysqlUser(this, "Resource", {
      forEach: hosts,
      user,
      host: hosts.value,
      passwordWo: props.password,
      passwordWoVersion: passwordVersion,
      maxUserConnections: this.connectionsPerHost,
      maxStatementTime: props.statementSeconds,
    });
    const grant = { forEach: hosts, user, host: hosts.value, database, privileges };
    new MysqlGrant(this, "Grant", { ...grant, dependsOn: [account] });
  }

  private requireUser(user: string): void {
    if (isToken(user) || /^[A-Za-z0-9_]{1,32}$/.test(user)) return;
    const must = "be 1 to 32 letters, digits and '_'";
    refuse(this, { code: "BadName", prop: "user", must, got: user, fix: "rename it" });
  }
}
