import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { TerraformElement } from "cdktf";
import { Construct } from "constructs";
import { isToken, refuse } from "../core/errors";

/** The phases of a retirement, in order. */
export const RETIREMENT_PHASES = ["dualRead", "cutOver", "stopWrites", "retain", "delete"] as const;

/** Phase of a retirement. */
export type RetirementPhase = (typeof RETIREMENT_PHASES)[number];

/** What the service may do with the tables. */
export type TableAccess = "read" | "write";

/** Properties for `DynamoDbRetirement`. */
export interface DynamoDbRetirementProps {
  /**
   * Phase of the retirement. The tables exist in every phase up to `retain`.
   *
   * - `dualRead`: the service reads the tables and its new stores, and writes both
   * - `cutOver`: it no longer reads the tables
   * - `stopWrites`: it no longer uses them
   * - `retain`: it may read them again, for a rollback
   * - `delete`: Terraform deletes them with their data; requires `retentionEnded`
   */
  readonly phase: RetirementPhase;
  /** Names of the tables. They exist already and are imported, never changed. */
  readonly tables: readonly string[];
  /** Name of the IAM role that the service runs with. */
  readonly roleName: string;
  /**
   * Confirms that the agreed retention has passed. The deployer decides: synth has no clock.
   * @default false
   */
  readonly retentionEnded?: boolean;
}

/** Access of the service in each phase. In `retain` it may read, so that a rollback finds its data. */
const ACCESS: Readonly<Record<RetirementPhase, readonly TableAccess[]>> = {
  dualRead: ["read", "write"],
  cutOver: ["write"],
  stopWrites: [],
  retain: ["read"],
  delete: [],
};

const ACTIONS: Readonly<Record<TableAccess, readonly string[]>> = {
  read: [
    "dynamodb:BatchGetItem",
    "dynamodb:ConditionCheckItem",
    "dynamodb:DescribeTable",
    "dynamodb:GetItem",
    "dynamodb:Query",
    "dynamodb:Scan",
  ],
  write: ["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
};

/** What a service may do with the tables in a phase. */
export function tableAccess(phase: RetirementPhase): readonly TableAccess[] {
  return ACCESS[phase];
}

/**
 * DynamoDB tables that are being retired, and the permissions of one role on them.
 *
 * The tables have `prevent_destroy` until the last phase. Removing the construct would let Terraform delete them: use
 * the phase `delete`, or replace it by `ReleasedTables`.
 */
export class DynamoDbRetirement extends Construct {
  /** The tables by name; none in the phase `delete`. */
  public readonly tables: ReadonlyMap<string, DynamodbTable>;

  /** @throws ValidationError `BadName`, `Missing`, `Conflict` */
  public constructor(scope: Construct, id: string, props: DynamoDbRetirementProps) {
    super(scope, id);
    const { phase, tables } = props;
    this.validate(props);
    const kept = phase === "delete" ? [] : tables;
    this.tables = new Map(kept.map((name) => [name, this.importTable(name)]));

    const actions = tableAccess(phase).flatMap((access) => ACTIONS[access]);
    if (actions.length > 0) this.allow(actions, props.roleName);
  }

  private validate({ phase, tables, retentionEnded = false }: DynamoDbRetirementProps): void {
    if (!RETIREMENT_PHASES.includes(phase)) {
      const must = `be one of ${RETIREMENT_PHASES.join(", ")}`;
      const fix = "start with dualRead, and advance one phase at a time";
      refuse(this, { code: "BadName", prop: "phase", must, got: phase, fix });
    }
    requireTables(this, tables);
    if (phase !== "delete" || retentionEnded) return;
    const must = 'be true with phase "delete"';
    const fix = "set it when the agreed retention has passed, or stay in retain";
    refuse(this, { code: "Missing", prop: "retentionEnded", must, got: retentionEnded, fix });
  }

  /** An imported table: only its name is declared, all other arguments are ignored. */
  private importTable(name: string): DynamodbTable {
    const table = new DynamodbTable(this, name, {
      name,
      lifecycle: { preventDestroy: true, ignoreChanges: "all" },
    });
    table.importFrom(name);
    return table;
  }

  private allow(actions: readonly string[], roleName: string): void {
    // The ARN of an index contains the table.
    const resources = [...this.tables.values()].flatMap(({ arn }) => [arn, `${arn}/index/*`]);
    new IamRolePolicy(this, "Policy", {
      name: "dynamodb-retirement",
      role: roleName,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: actions, Resource: resources }],
      }),
    });
  }
}

/**
 * Removes the tables of a `DynamoDbRetirement` with the same scope and id from the state, without deleting them.
 * Without such a table in the state it has no effect.
 * @see https://developer.hashicorp.com/terraform/language/block/removed
 */
export class ReleasedTables extends Construct {
  /** @throws ValidationError `BadName`, `Missing`, `Conflict` */
  public constructor(scope: Construct, id: string, tables: readonly string[]) {
    super(scope, id);
    requireTables(this, tables);
    for (const name of tables) new ReleasedTable(this, name);
  }
}

class ReleasedTable extends TerraformElement {
  public override toTerraform(): unknown {
    const from = `${DynamodbTable.tfResourceType}.${this.friendlyUniqueId}`;
    return { removed: [{ from, lifecycle: { destroy: false } }] };
  }
}

function requireTables(scope: Construct, tables: readonly string[]): void {
  if (tables.length === 0) {
    const fix = "name the tables to retire, or remove the construct";
    refuse(scope, { code: "Missing", prop: "tables", must: "contain a table", got: "none", fix });
  }
  tables.forEach((name, index) => {
    const prop = `tables[${index}]`;
    if (isToken(name) || !/^[A-Za-z0-9_.-]{3,255}$/.test(name)) {
      const must = "be 3 to 255 of the characters a-z, A-Z, 0-9, '_', '.' and '-', known at synth";
      const fix = "give the name as in AWS";
      refuse(scope, { code: "BadName", prop, must, got: name, fix });
    }
    if (tables.indexOf(name) === index) return;
    const fix = "name it once";
    refuse(scope, { code: "Conflict", prop, must: "differ from the others", got: name, fix });
  });
}
