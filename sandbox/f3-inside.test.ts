import { join } from "node:path";
import { F3 } from "../config/reviews/000-inside-f3/application";
import { AppConfigStandIn } from "./appconfig-stand-in";
import { AwsStandIn } from "./aws-stand-in";
import { DatadogStandIn } from "./datadog-stand-in";
import { providersOf, synthesise } from "./document";
import { startHosts } from "./f3-hosts";
import { inputsFor } from "./inputs";
import { MARIADB_ADMIN, MARIADB_REQUIREMENTS, MariaDb } from "./mariadb";
import { MOTO_ACCOUNT, MOTO_REQUIREMENTS, Moto } from "./moto";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

const scratch = temporaryFolder("f3-inside");
afterAll(() => removeFolder(scratch));
const stack = synthesise("f3-inside", join(scratch, "cdktf.out"));

// Not skipped with the rest, so that the folder is removed in any case.
test("f3-inside is synthesised with the three providers that it needs", () => {
  expect(Object.keys(providersOf(stack)).sort()).toEqual(["aws", "datadog", "mysql"]);
});

const REQUIREMENTS = [
  ...terraformRequirements(Object.values(providersOf(stack))),
  ...MOTO_REQUIREMENTS,
  ...MARIADB_REQUIREMENTS,
];

// The tests follow one another, as the life of a deployment does.
describeWhen(REQUIREMENTS, "f3-inside deployed", () => {
  const started: { stop(): Promise<void> }[] = [];
  let database: MariaDb;
  let datadog: DatadogStandIn;
  let appConfig: AppConfigStandIn;
  let terraform: Terraform;

  function begin<T extends { stop(): Promise<void> }>(server: T): T {
    started.push(server);
    return server;
  }

  function terraformWith(variables: Record<string, string>): Terraform {
    return new Terraform(stack.folder, { ...env, ...variables });
  }

  let env: Record<string, string>;

  beforeAll(async () => {
    const moto = begin(await Moto.start());
    const aws = begin(await AwsStandIn.start());
    appConfig = begin(await AppConfigStandIn.start());
    database = begin(await MariaDb.start());
    datadog = begin(await DatadogStandIn.start());
    await startHosts(moto.url);
    const inputs = inputsFor(stack.document, {
      aws_account_id: MOTO_ACCOUNT,
      mariadb_endpoint: database.endpoint,
      mariadb_admin: MARIADB_ADMIN.username,
      mariadb_admin_password: MARIADB_ADMIN.password,
      b2b_database_password: "b2b's password",
    });
    const keys = { DD_API_KEY: "none", DD_APP_KEY: "none", DD_HOST: datadog.url };
    env = { ...moto.env, ...aws.env, ...appConfig.env, ...database.env, ...keys, ...inputs };
    terraform = terraformWith({});
    await terraform.init();
    await terraform.apply();
  });
  afterAll(() => Promise.all(started.map((server) => server.stop())));

  test("gives each of the eight hosts an account with its share of the connections", () => {
    const share = Math.floor(F3.database.connectionBudget / F3.hostCount);
    const limits = database.asRoot("SELECT max_user_connections FROM mysql.user WHERE user = 'b2b'");
    expect(limits).toEqual(Array.from({ length: F3.hostCount }, () => String(share)));
  });

  test("has a flag for each endpoint, all of them on, released slowly", () => {
    expect(appConfig.unknown).toEqual([]);
    const { flags, strategy } = appConfig.deployed;
    const values = Object.values(flags["values"] as Record<string, { enabled: boolean }>);
    expect(values).toEqual(F3.endpoints.map(() => ({ enabled: true })));
    expect(strategy).toBe("f3-inside-sandbox-release");
  });

  test("has its dashboard and its monitors in Datadog", () => {
    expect(datadog.unknown).toEqual([]);
    expect(datadog.dashboards.all).toHaveLength(1);
    expect(datadog.monitors.all.length).toBeGreaterThan(5);
  });

  test("has nothing left to change", async () => {
    expect(await terraform.plan()).toBe("");
  });

  test("switches an endpoint off at once, and changes nothing else", async () => {
    const off = terraformWith({
      TF_VAR_disabled_endpoints: JSON.stringify(["search"]),
      TF_VAR_at_once: "true",
    });
    const before = datadog.count;
    await off.apply();
    const { flags, strategy } = appConfig.deployed;
    expect((flags["values"] as Record<string, unknown>)["search"]).toEqual({ enabled: false });
    expect(strategy).toBe("f3-inside-sandbox-at-once");
    expect(datadog.count).toBe(before);
  });

  test("releases an endpoint slowly that comes back while another one stays off", async () => {
    await terraformWith({ TF_VAR_disabled_endpoints: JSON.stringify(["search", "endpoint_02"]) }).apply();
    await terraformWith({ TF_VAR_disabled_endpoints: JSON.stringify(["endpoint_02"]) }).apply();
    expect(appConfig.deployed.strategy).toBe("f3-inside-sandbox-release");
  });
});
