import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";
import { PARTNER } from "../config/reviews/001-partner-api/application";
import { DynamoDbRetirement, ReleasedTables, type RetirementPhase } from "../constructs/dynamodb-retirement";
import { MOTO_ACCOUNT, MOTO_REGION, MOTO_REQUIREMENTS, Moto } from "./moto";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

const PROVIDER = { source: "aws", version: "5.100.0" };
const REQUIREMENTS = [...terraformRequirements([PROVIDER]), ...MOTO_REQUIREMENTS];
const { tables } = PARTNER.dynamodb;

describeWhen(REQUIREMENTS, "the retirement of DynamoDB tables", () => {
  const folder = temporaryFolder("dynamodb-retirement");
  let moto: Moto;
  let terraform: Terraform;

  beforeAll(async () => {
    moto = await Moto.start();
    for (const name of tables) await createTable(name);
    terraform = new Terraform(folder, moto.env);
    write("dualRead");
    await terraform.init();
  });
  afterAll(async () => {
    await moto?.stop();
    await removeFolder(folder);
  });

  async function ask(action: string, body: object): Promise<unknown> {
    const response = await fetch(moto.url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `DynamoDB_20120810.${action}`,
        // It gives moto the service and the region; nothing is signed.
        authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${MOTO_REGION}/dynamodb/aws4_request`,
      },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${action}: ${JSON.stringify(answer)}`);
    return answer;
  }

  /** A table as an application made it: of all this the configuration says only the name. */
  async function createTable(name: string): Promise<void> {
    await ask("CreateTable", {
      TableName: name,
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
    });
    await ask("PutItem", { TableName: name, Item: { id: { S: "booking-1" } } });
  }

  async function itemCounts(): Promise<number[]> {
    const counts = tables.map(async (TableName) => (await ask("Scan", { TableName })) as { Count: number });
    return (await Promise.all(counts)).map(({ Count }) => Count);
  }

  function write(phase: RetirementPhase | "released"): void {
    const stack = new TerraformStack(new App({ stackTraces: false }), "dynamodb");
    new AwsProvider(stack, "Aws", { region: MOTO_REGION, allowedAccountIds: [MOTO_ACCOUNT] });
    const role = new IamRole(stack, "Role", {
      name: "travel-api",
      assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [] }),
    });
    if (phase === "released") new ReleasedTables(stack, "DynamoDb", tables);
    else {
      const retentionEnded = phase === "delete";
      new DynamoDbRetirement(stack, "DynamoDb", { phase, tables, roleName: role.name, retentionEnded });
    }
    writeFileSync(join(folder, "main.tf.json"), Testing.synth(stack, true));
  }

  async function enter(phase: RetirementPhase): Promise<string> {
    write(phase);
    const plan = await terraform.plan();
    await terraform.apply();
    expect(await terraform.plan()).toBe("");
    return /^Plan: .*$/m.exec(plan)?.[0] ?? "";
  }

  test("dualRead takes the tables over as they are, and adds the role and what it may do", async () => {
    expect(await enter("dualRead")).toBe("Plan: 4 to import, 2 to add, 0 to change, 0 to destroy.");
  });

  test.each<[RetirementPhase, string]>([
    ["cutOver", "Plan: 0 to add, 1 to change, 0 to destroy."],
    ["stopWrites", "Plan: 0 to add, 0 to change, 1 to destroy."],
    ["retain", "Plan: 1 to add, 0 to change, 0 to destroy."],
  ])("%s changes what the role may do, and no table", async (phase, plan) => {
    expect(await enter(phase)).toBe(plan);
    expect(await itemCounts()).toEqual([1, 1, 1, 1]);
  });

  test("what is broken off is released, and not deleted", async () => {
    write("released");
    const plan = await terraform.plan();
    expect(plan).toContain("will no longer be managed by Terraform");
    expect(plan).not.toMatch(/aws_dynamodb_table\.\S+ will be destroyed/);
  });

  test("delete deletes them", async () => {
    expect(await enter("delete")).toBe("Plan: 0 to add, 0 to change, 5 to destroy.");
    expect(await ask("ListTables", {})).toEqual({ TableNames: [] });
  });
});
