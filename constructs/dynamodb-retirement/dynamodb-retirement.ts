import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { TerraformElement } from "cdktf";
import { Construct } from "constructs";
import { isToken, refuse } from "../core/errors";

/** The phases of a retirement, in their order. */
export const RETIREMENT_PHASES = ["dualRead", "cutOver", "stopWrites", "retain", "delete"] as const;

/** How far a retirement is. */
export type RetirementPhase = (typeof RETIREMENT_PHASES)[number];

/** What the service may do with the tables. */
export type TableAccess = "read" | "write";

/** Properties for `DynamoDbRetirement`. */
export interface DynamoDbRetirementProps {
  /**
   * How far the retirement is. Each phase up to `retain` keeps the tables.
   *
   * - `dualRead`: the service reads the tables and its new stores, and writes both
   * - `cutOver`: it no longer reads the tables
   * - `stopWrites`: it no longer uses them
   * - `retain`: it may read them again, for a roll-back
   * - `delete`: they are deleted with all that is in them; needs `retentionEnded`
   */
  readonly phase: RetirementPhase;
  /** Names of the tables. They exist already and are imported, never changed. */
  readonly tables: readonly string[];
  /** Name of the IAM role that the service runs with. */
  readonly roleName: string;
  /**
   * Says that the tables were kept for as long as was agreed. Nothing here knows the time: whoever deploys knows it.
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
 * DynamoDB tables on their way out, and what one role may do with them meanwhile.
 *
 * Until the last phase the tables cannot be destroyed. Taking the construct out would let Terraform delete them:
 * go through `delete`, or put `ReleasedTables` in its place.
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
      const fix = "start with dualRead, and go on one phase at a time";
      refuse(this, { code: "BadName", prop: "phase", must, got: phase, fix });
    }
    requireTables(this, tables);
    if (phase !== "delete" || retentionEnded) return;
    const must = 'be true with phase "delete"';
    const fix = "set it once the tables were kept for as long as was agreed, or stay in retain";
    refuse(this, { code: "Missing", prop: "retentionEnded", must, got: retentionEnded, fix });
  }

  /** A table as it is: only its name is said, the rest is read from AWS and left alone. */
  private importTable(name: string): DynamodbTable {
    const table = new DynamodbTable(this, name, {
      name,
      lifecycle: { preventDestroy: true, ignoreChanges: "all" },
    });
    table.importFrom(name);
    return table;
  }

  private allow(actions: readonly string[], roleName: string): void {
    // An index is read through its table's name.
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
 * Makes Terraform forget the tables of a `DynamoDbRetirement` with the same scope and id, and leave them where they
 * are. Where the state holds no such table, it does nothing.
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
    const fix = "name the tables that are to be retired, or leave this out";
    refuse(scope, { code: "Missing", prop: "tables", must: "hold a table", got: "none", fix });
  }
  tables.forEach((name, index) => {
    const prop = `tables[${index}]`;
    if (isToken(name) || !/^[A-Za-z0-9_.-]{3,255}$/.test(name)) {
      const must = "be 3 to 255 of the characters a-z, A-Z, 0-9, '_', '.' and '-', known at synth";
      const fix = "give the name as AWS has it";
      refuse(scope, { code: "BadName", prop, must, got: name, fix });
    }
    if (tables.indexOf(name) === index) return;
    const fix = "name it once";
    refuse(scope, { code: "Conflict", prop, must: "differ from the others", got: name, fix });
  });
}
