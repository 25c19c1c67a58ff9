import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, TerraformStack, Testing } from "cdktf";
import { secretVariable } from "../constructs/core";
import { MysqlAccount, MysqlProvider } from "../constructs/mysql-account";
import { LOOPBACK } from "./loopback";
import { MARIADB_ADMIN, MARIADB_REQUIREMENTS, MariaDb } from "./mariadb";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";
import { waitUntil } from "./wait";

const PROVIDER = { source: "petoju/mysql", version: "~> 3.0, >= 3.0.89" };
const REQUIREMENTS = [...terraformRequirements([PROVIDER]), ...MARIADB_REQUIREMENTS];
const PASSWORD = "the first password";
const NEXT_PASSWORD = "the next password";

describeWhen(REQUIREMENTS, "an account of MySQL", () => {
  const folder = temporaryFolder("mysql-account");
  let database: MariaDb;

  beforeAll(async () => {
    database = await MariaDb.start();
    database.asRoot("CREATE DATABASE f3");
    database.asRoot("CREATE TABLE f3.bookings (id INT PRIMARY KEY)");
  });
  afterAll(async () => {
    await database?.stop();
    await removeFolder(folder);
  });

  /** Terraform on an account that three hosts share, one of them this machine. */
  async function terraformOf(passwordVersion: number, password: string): Promise<Terraform> {
    const stack = new TerraformStack(new App({ stackTraces: false }), "mysql");
    new MysqlProvider(stack, "Mysql", {
      endpoint: database.endpoint,
      username: MARIADB_ADMIN.username,
      password: secretVariable(stack, "admin_password", "Password of the administrator"),
    });
    new MysqlAccount(stack, "Account", {
      user: "b2b",
      password: secretVariable(stack, "password", "Password of b2b"),
      passwordVersion,
      hosts: [LOOPBACK, "10.0.0.2", "10.0.0.3"],
      hostCount: 3,
      connectionBudget: 8,
      statementSeconds: 1.5,
      database: "f3",
    });
    writeFileSync(join(folder, "main.tf.json"), Testing.synth(stack, true));
    const terraform = new Terraform(folder, {
      ...database.env,
      TF_VAR_admin_password: MARIADB_ADMIN.password,
      TF_VAR_password: password,
    });
    await terraform.init();
    return terraform;
  }

  test("is made for each host with its share of the connections, and nothing is left to change", async () => {
    const terraform = await terraformOf(1, PASSWORD);
    await terraform.apply();
    const limits = "SELECT host, max_user_connections, max_statement_time FROM mysql.user WHERE user = 'b2b'";
    expect(database.asRoot(`${limits} ORDER BY host`)).toEqual([
      "10.0.0.2\t2\t1.500000",
      "10.0.0.3\t2\t1.500000",
      `${LOOPBACK}\t2\t1.500000`,
    ]);
    expect(await terraform.plan()).toBe("");
    const state = JSON.stringify(await terraform.showJson());
    for (const secret of [PASSWORD, MARIADB_ADMIN.password]) expect(state).not.toContain(secret);
  });

  test("may do what it was granted, and no more", () => {
    expect(
      database.as("b2b", PASSWORD, "INSERT INTO f3.bookings VALUES (1); SELECT * FROM f3.bookings"),
    ).toEqual(["1"]);
    expect(() => database.as("b2b", PASSWORD, "DROP TABLE f3.bookings")).toThrow("DROP command denied");
  });

  test("is interrupted in a statement that takes too long", () => {
    expect(() => database.as("b2b", PASSWORD, "SELECT SLEEP(3)")).toThrow("max_statement_time exceeded");
  });

  test("cannot open more connections than its share", async () => {
    const held = [1, 2].map(() => database.connect("b2b", PASSWORD));
    const count = "SELECT COUNT(*) FROM information_schema.processlist WHERE user = 'b2b'";
    await waitUntil("both connections are open", async () => database.asRoot(count)[0] === "2");
    expect(() => database.as("b2b", PASSWORD, "SELECT 1")).toThrow("max_user_connections");
    for (const close of held) await close();
    expect(database.as("b2b", PASSWORD, "SELECT 1")).toEqual(["1"]);
  });

  test("gets a new password when its version is raised", async () => {
    await (await terraformOf(2, NEXT_PASSWORD)).apply();
    expect(database.as("b2b", NEXT_PASSWORD, "SELECT 1")).toEqual(["1"]);
    expect(() => database.as("b2b", PASSWORD, "SELECT 1")).toThrow("Access denied");
  });

  test("goes with a destroy", async () => {
    await (await terraformOf(2, NEXT_PASSWORD)).destroy();
    expect(database.asRoot("SELECT host FROM mysql.user WHERE user = 'b2b'")).toEqual([]);
  });
});
