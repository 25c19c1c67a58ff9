import type { Environment } from "../../config/environments";
import { PARTNER } from "../../config/reviews/001-partner-api/application";
import type { DYNAMODB_SWITCHES } from "../../config/reviews/001-partner-api/switches";
import type { NetworkRule } from "../../constructs/core";
import type { DotnetGateway } from "../../constructs/dotnet-gateway";
import { DynamoDbRetirement, ReleasedTables, tableAccess } from "../../constructs/dynamodb-retirement";
import type { OptionStack } from "../stack";
import type { Chosen } from "../switches";
import { toOutside } from "./network";

type DynamoDbSwitches = Chosen<typeof DYNAMODB_SWITCHES>;

/** What the pods connect to for DynamoDB: nothing where they may not use it. */
export function toDynamoDb(environment: Environment, { dynamodb }: DynamoDbSwitches): NetworkRule[] {
  const isUsed = dynamodb !== "none" && tableAccess(dynamodb).length > 0;
  return isUsed ? [toOutside(environment, PARTNER.dynamodb.endpoint)] : [];
}

/**
 * The four tables, as far as they are still there.
 * @see 001_57ea113d5c58119c.txt, section 7
 */
export function addDynamoDb(stack: OptionStack, gateway: DotnetGateway, switches: DynamoDbSwitches): void {
  const { tables } = PARTNER.dynamodb;
  if (switches.dynamodb === "none") {
    new ReleasedTables(stack, "DynamoDb", tables);
    return;
  }
  new DynamoDbRetirement(stack, "DynamoDb", {
    phase: switches.dynamodb,
    tables,
    roleName: gateway.roleName,
    retentionEnded: switches.dynamodbRetention === "ended",
  });
}
