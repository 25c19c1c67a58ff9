import type { Construct } from "constructs";
import { DynamoDbRetirement } from "weighbridge/constructs/dynamodb-retirement";

/** Two caches whose reads have moved to Redis; the service still writes them. */
export function retiredCaches(scope: Construct): DynamoDbRetirement {
  // #region example
  return new DynamoDbRetirement(scope, "DynamoDb", {
    phase: "cutOver",
    tables: ["ItineraryCache", "BookingCache"],
    roleName: "checkout",
  });
  // #endregion
}
