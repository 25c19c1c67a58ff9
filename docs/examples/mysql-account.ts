import type { Construct } from "constructs";
import { secretVariable } from "weighbridge/constructs/core";
import { MysqlAccount } from "weighbridge/constructs/mysql-account";

/** The API's own account in a database of others. */
export function b2bAccount(scope: Construct): MysqlAccount {
  // #region example
  return new MysqlAccount(scope, "Account", {
    user: "b2b",
    password: secretVariable(scope, "b2b_password", "Password of the database user b2b"),
    hosts: ["10.0.1.10", "10.0.1.11", "10.0.2.10", "10.0.2.11"],
    hostCount: 4,
    connectionBudget: 40,
    statementSeconds: 30,
    database: "f3",
  });
  // #endregion
}
