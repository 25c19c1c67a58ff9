export {
  DynamoDbRetirement,
  type DynamoDbRetirementProps,
  RETIREMENT_PHASES,
  ReleasedTables,
  type RetirementPhase,
  type TableAccess,
  tableAccess,
} from "./dynamodb-retirement";
