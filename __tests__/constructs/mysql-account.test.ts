import { TerraformVariable, Token } from "cdktf";
import { MysqlAccount, type MysqlAccountProps, MysqlProvider } from "../../constructs/mysql-account";
import { b2bAccount } from "../../docs/examples/mysql-account";
import { at, freshStack, refusal, synth } from "../helpers/synth";

const PROPS: MysqlAccountProps = {
  user: "b2b",
  password: "${var.password}",
  hosts: ["10.0.0.1", "10.0.0.2", "10.0.0.3"],
  hostCount: 3,
  connectionBudget: 80,
  database: "f3",
};

function account(props: Partial<MysqlAccountProps> = {}): MysqlAccount {
  const stack = freshStack();
  new MysqlProvider(stack, "Mysql", { endpoint: "db:3306", username: "admin" });
  return new MysqlAccount(stack, "Account", { ...PROPS, ...props });
}

test("makes one account a host, with its share of the connections", () => {
  const built = account();
  expect(built.connectionsPerHost).toBe(26);
  const json = synth(built);
  expect(json.only("mysql_user")).toMatchObject({
    for_each: '${toset(["10.0.0.1", "10.0.0.2", "10.0.0.3"])}',
    user: "b2b",
    host: "${each.value}",
    password_wo: "${var.password}",
    password_wo_version: 1,
    max_user_connections: 26,
  });
  expect(json.only("mysql_user")).not.toHaveProperty("max_statement_time");
});

test("grants after the account is there", () => {
  const json = synth(account());
  expect(json.only("mysql_grant")).toMatchObject({
    user: "b2b",
    host: "${each.value}",
    database: "f3",
    privileges: ["SELECT", "INSERT", "UPDATE", "DELETE"],
    depends_on: [`mysql_user.${json.ids("mysql_user")[0]}`],
  });
});

test("limits the time of a statement", () => {
  expect(synth(account({ statementSeconds: 0.5 })).only("mysql_user")).toMatchObject({
    max_statement_time: 0.5,
  });
});

test("writes the password again under a new version", () => {
  expect(synth(account({ passwordVersion: 2 })).only("mysql_user")).toMatchObject({ password_wo_version: 2 });
});

test("takes a token of a list of hosts", () => {
  const stack = freshStack();
  new MysqlProvider(stack, "Mysql", { endpoint: "db:3306", username: "admin" });
  const hosts = new TerraformVariable(stack, "hosts", { type: "list(string)" }).listValue;
  const built = new MysqlAccount(stack, "Account", { ...PROPS, hosts });
  expect(at(synth(built).only("mysql_user"), "for_each")).toBe("${toset(var.hosts)}");
});

test("asks for an encrypted connection, and for a password where one is given", () => {
  const [provider] = synth(account()).block("provider")["mysql"] as unknown[];
  expect(provider).toEqual({ endpoint: "db:3306", username: "admin", tls: "true" });
});

test.each([
  {
    props: { connectionBudget: 2 },
    code: "OutOfRange",
    message:
      "Stack/Account: 'connectionBudget' must be at least 3, got 2; give each of the 3 hosts at least one connection: a limit of 0 means no limit",
  },
  {
    props: { hostCount: 0 },
    code: "OutOfRange",
    message: "Stack/Account: 'hostCount' must be at least 1, got 0; set 'hostCount' within the bounds",
  },
  {
    props: { connectionBudget: 80.5 },
    code: "NotInteger",
    message: "Stack/Account: 'connectionBudget' must be a whole number, got 80.5; round it",
  },
  {
    props: { hostCount: Token.asNumber("${var.hosts}") },
    code: "Unknown",
    message: "Stack/Account: 'hostCount' must be known at synth, got a token; give it as a literal",
  },
  {
    props: { user: "b2b; drop" },
    code: "BadName",
    message: "Stack/Account: 'user' must be 1 to 32 letters, digits and '_', got \"b2b; drop\"; rename it",
  },
  {
    props: { privileges: [] },
    code: "Missing",
    message:
      "Stack/Account: 'privileges' must name at least one, got \"none\"; name the privileges of the user",
  },
  {
    props: { statementSeconds: 0 },
    code: "OutOfRange",
    message:
      "Stack/Account: 'statementSeconds' must be at least 0.01, got 0; set 'statementSeconds' within the bounds",
  },
  {
    props: { passwordVersion: 0 },
    code: "OutOfRange",
    message:
      "Stack/Account: 'passwordVersion' must be at least 1, got 0; set 'passwordVersion' within the bounds",
  },
])("refuses $props", ({ props, code, message }) => {
  expect(refusal(() => account(props))).toEqual({ code, message });
});

test("the guide's example synthesises", () => {
  const stack = freshStack();
  new MysqlProvider(stack, "Mysql", { endpoint: "db:3306", username: "admin" });
  expect(b2bAccount(stack).connectionsPerHost).toBe(10);
  expect(() => synth(stack)).not.toThrow();
});

test("fails when the password is a literal, and does not show it", () => {
  expect(refusal(() => account({ password: "hunter2" })).message).toBe(
    "Stack/Account: 'password' must be a reference, got \"a literal\"; " +
      "give a sensitive variable, so that the value is not in the code",
  );
});
