import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import {
  DynamoDbRetirement,
  type DynamoDbRetirementProps,
  RETIREMENT_PHASES,
  ReleasedTables,
} from "../../constructs/dynamodb-retirement";
import { retiredCaches } from "../../docs/examples/dynamodb-retirement";
import { at, freshStack, listAt, parsedAt, refusal, synth } from "../helpers/synth";

const PROPS: DynamoDbRetirementProps = {
  phase: "dualRead",
  tables: ["BookingCache", "BookingEntity"],
  roleName: "travel-api",
};

function awsStack() {
  const stack = freshStack();
  new AwsProvider(stack, "Aws", {});
  return stack;
}

function build(props: Partial<DynamoDbRetirementProps> = {}): DynamoDbRetirement {
  return new DynamoDbRetirement(awsStack(), "DynamoDb", { ...PROPS, ...props });
}

/** What the role may do, without the service's name. */
function actions(props: Partial<DynamoDbRetirementProps>): unknown[] {
  const [policy] = synth(build(props)).all("aws_iam_role_policy");
  if (policy === undefined) return [];
  return listAt(parsedAt(policy, "policy"), "Statement.0.Action").map((action) =>
    String(action).replace("dynamodb:", ""),
  );
}

const READ = ["BatchGetItem", "ConditionCheckItem", "DescribeTable", "GetItem", "Query", "Scan"];
const WRITE = ["BatchWriteItem", "DeleteItem", "PutItem", "UpdateItem"];

describe("a retirement", () => {
  test.each([
    ["dualRead", [...READ, ...WRITE], 2],
    ["cutOver", WRITE, 2],
    ["stopWrites", [], 2],
    ["retain", READ, 2],
    ["delete", [], 0],
  ] as const)(
    "in %s allows what the service still does, and keeps the tables until the last",
    (phase, allowed, kept) => {
      const props = { phase, retentionEnded: phase === "delete" };
      expect(actions(props)).toEqual(allowed);
      expect(synth(build(props)).all("aws_dynamodb_table")).toHaveLength(kept);
    },
  );

  test("goes through every phase there is", () => {
    expect(RETIREMENT_PHASES).toEqual(["dualRead", "cutOver", "stopWrites", "retain", "delete"]);
  });

  test("imports each table by its name, never changes it, and does not let it be destroyed", () => {
    const json = synth(build());
    expect(json.named("aws_dynamodb_table", "BookingCache")).toEqual({
      name: "BookingCache",
      lifecycle: { prevent_destroy: true, ignore_changes: "all" },
    });
    expect(JSON.parse(json.text)).toMatchObject({
      import: [
        { id: "BookingCache", to: "aws_dynamodb_table.DynamoDb_BookingCache_F618656B" },
        { id: "BookingEntity", to: "aws_dynamodb_table.DynamoDb_BookingEntity_836AFA9B" },
      ],
    });
  });

  test("allows it on these tables and their indexes, to this role", () => {
    const policy = synth(build({ tables: ["BookingCache"] })).only("aws_iam_role_policy");
    const arn = "${aws_dynamodb_table.DynamoDb_BookingCache_F618656B.arn}";
    expect(at(policy, "role")).toBe("travel-api");
    expect(parsedAt(policy, "policy")).toMatchObject({ Statement: [{ Resource: [arn, `${arn}/index/*`] }] });
  });

  test("exposes its tables", () => {
    expect([...build().tables.keys()]).toEqual(PROPS.tables);
  });

  test("that is broken off leaves the tables where they are", () => {
    const released = new ReleasedTables(awsStack(), "DynamoDb", PROPS.tables);
    expect(JSON.parse(synth(released).text)).toMatchObject({
      removed: [
        { from: "aws_dynamodb_table.DynamoDb_BookingCache_F618656B", lifecycle: { destroy: false } },
        { from: "aws_dynamodb_table.DynamoDb_BookingEntity_836AFA9B", lifecycle: { destroy: false } },
      ],
    });
  });
});

test("the guide's example is the one that compiles", () => {
  expect(synth(retiredCaches(awsStack())).all("aws_dynamodb_table")).toHaveLength(2);
  const read = (...path: string[]) => readFileSync(join(__dirname, "../../docs", ...path), "utf8");
  const example = read("examples", "dynamodb-retirement.ts");
  const region = /#region example\n([\s\S]*?)\n *\/\/ #endregion/.exec(example)?.[1];
  const body = region?.replace(/^ {2}/gm, "").replace(/^return /, "");
  expect(body).toBeDefined();
  expect(read("constructs", "dynamodb-retirement.md")).toContain(body);
});

describe("a retirement fails when", () => {
  test.each<[what: string, props: Partial<DynamoDbRetirementProps>, code: string, message: string]>([
    [
      "there is no such phase",
      { phase: "gone" as "delete" },
      "BadName",
      "'phase' must be one of dualRead, cutOver, stopWrites, retain, delete, got \"gone\"; " +
        "start with dualRead, and advance one phase at a time",
    ],
    [
      "tables would be deleted before the agreed time",
      { phase: "delete" },
      "Missing",
      "'retentionEnded' must be true with phase \"delete\", got false; " +
        "set it when the agreed retention has passed, or stay in retain",
    ],
    [
      "there is no table",
      { tables: [] },
      "Missing",
      "'tables' must contain a table, got \"none\"; name the tables to retire, or remove the construct",
    ],
    [
      "a table is named twice",
      { tables: ["abc", "abc"] },
      "Conflict",
      "'tables[1]' must differ from the others, got \"abc\"; name it once",
    ],
    ...["ab", "a b c", "x".repeat(256)].map(
      (name): [string, Partial<DynamoDbRetirementProps>, string, string] => [
        `a table is called "${name.slice(0, 6)}"`,
        { tables: [name] },
        "BadName",
        "'tables[0]' must be 3 to 255 of the characters a-z, A-Z, 0-9, '_', '.' and '-', known at synth, " +
          `got "${name}"; give the name as in AWS`,
      ],
    ),
  ])("%s", (_, props, code, message) => {
    expect(refusal(() => build(props))).toEqual({ code, message: `Stack/DynamoDb: ${message}` });
  });
});
