import { DataAwsInstances } from "@cdktf/provider-aws/lib/data-aws-instances";
import { DatadogProvider } from "@cdktf/provider-datadog/lib/provider";
import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { F3 } from "../../config/reviews/000-inside-f3/application";
import { INSIDE_F3_DEVIATIONS } from "../../config/reviews/000-inside-f3/deviations";
import { secretVariable } from "../../constructs/core";
import { DatadogB2BDashboard } from "../../constructs/datadog-b2b-dashboard";
import { MysqlAccount, MysqlProvider } from "../../constructs/mysql-account";
import { useAws } from "../aws";
import { warnOfDeviations } from "../deviations";
import { guardHosts } from "../hosts";
import { OptionStack } from "../stack";
import { FeatureFlags } from "./flags";

/**
 * The B2B API inside f3: f3's hosts, database and pipeline stay as they are, and nothing is added but what the review
 * recommends.
 * @see 000_5a365d529a350ad9.txt, "Recommendations"
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  const stack = new OptionStack(scope, "f3-inside", environment);
  useAws(stack);
  const hosts = findHosts(stack);
  const account = addDatabaseAccount(stack, hosts.privateIps);
  addMonitoring(stack, account);
  new FeatureFlags(stack, "Flags", { name: `f3-inside-${environment.name}`, endpoints: F3.endpoints });
  warnOfDeviations(stack, "000", INSIDE_F3_DEVIATIONS);
  new TerraformOutput(stack, "host_ids", { value: hosts.ids });
  return stack;
}

/** The hosts that f3 runs on: looked up, not made, and refused when there are more or fewer. */
function findHosts(stack: OptionStack): DataAwsInstances {
  const { hostCount, hostTag } = F3;
  return new DataAwsInstances(stack, "Hosts", {
    instanceTags: { [hostTag.key]: hostTag.value },
    instanceStateNames: ["running"],
    lifecycle: {
      postcondition: [
        {
          condition: `\${length(self.ids) == ${hostCount}}`,
          errorMessage:
            `There must be ${hostCount} running instances with the tag ${hostTag.key} = ${hostTag.value}: the ` +
            "connection budget is shared out over them. Start the missing ones, or change config/reviews/000-inside-f3.",
        },
      ],
    },
  });
}

/** "MariaDB connection pool limits for B2B queries to prevent resource contention". */
function addDatabaseAccount(stack: OptionStack, hosts: string[]): MysqlAccount {
  const { name, ...database } = F3.database;
  new MysqlProvider(stack, "MariaDb", {
    endpoint: guardHosts(
      stack,
      "mysql",
      stack.input("mariadb_endpoint", "string", "MariaDB of f3, host:port"),
    ).stringValue,
    username: stack.input("mariadb_admin", "string", "User of MariaDB that may create users").stringValue,
    password: secretVariable(stack, "mariadb_admin_password", "Password of that user"),
  });
  return new MysqlAccount(stack, "Account", {
    ...database,
    database: name,
    password: secretVariable(
      stack,
      "b2b_database_password",
      `Password of the database user ${database.user}`,
    ),
    hosts,
    hostCount: F3.hostCount,
  });
}

/** The dashboard, monitors and alerts of the section "Recommendations". Keys come from `DD_API_KEY`, `DD_APP_KEY`. */
function addMonitoring(stack: OptionStack, account: MysqlAccount): void {
  new DatadogProvider(stack, "Datadog");
  new DatadogB2BDashboard(stack, "Dashboard", {
    service: F3.service,
    operation: F3.operation,
    environment: stack.environment.name,
    endpoints: F3.endpoints.map(({ resource, stage }) => ({ resource, stage })),
    team: F3.team,
    foreignHandles: ["12go"],
    // "Search p95 > 3s": 001_57ea113d5c58119c.txt, section 2.1.
    objectives: { searchSeconds: 3 },
    runbookBaseUrl: F3.runbookBaseUrl,
    businessHours: F3.businessHours,
    database: { user: F3.database.user, connectionsPerHost: account.connectionsPerHost },
  });
}
