import {
  checkEnvironment,
  chooseEnvironment,
  ENVIRONMENTS,
  type Environment,
} from "../../config/environments";
import { zonesOf } from "../../config/environments/regions";

const { sandbox, staging, production } = ENVIRONMENTS;

test.each(Object.values(ENVIRONMENTS))("$name is well formed", (environment) => {
  expect(() => checkEnvironment(environment)).not.toThrow();
  expect(ENVIRONMENTS[environment.name]).toBe(environment);
});

test("no two environments have an address, a cluster or a state in common", () => {
  const all = Object.values(ENVIRONMENTS);
  const addresses = all.flatMap(({ podCidrs, cacheCidrs, endpoints }) => [
    ...podCidrs,
    ...cacheCidrs,
    ...Object.values(endpoints),
  ]);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(new Set(all.map(({ kubeContext }) => kubeContext)).size).toBe(all.length);
});

test("only the sandbox is thrown away, and it alone watches its spending", () => {
  expect([sandbox, staging, production].map(({ keepsData }) => keepsData)).toEqual([false, true, true]);
  expect(sandbox.budgetUsdPerMonth).toBeGreaterThan(0);
});

test.each<[string, Partial<Environment>, string]>([
  [
    "a region that there is not",
    { region: "us-east-9" },
    `'region' must be a region of AWS, got "us-east-9"; write it as us-east-1`,
  ],
  [
    "bits behind the prefix",
    { podCidrs: ["10.40.1.0/18"] },
    `'podCidrs[0]' must be an IPv4 network in CIDR notation, got "10.40.1.0/18"; ` +
      "write the first address and its prefix, as 10.40.0.0/18",
  ],
  [
    "no pods at all",
    { podCidrs: [] },
    "'podCidrs' must have a range, got []; write the first address and its prefix, as 10.40.0.0/18",
  ],
  [
    "a service among the pods",
    { endpoints: { ...sandbox.endpoints, mysql: "10.40.3.0/24" } },
    `'endpoints.mysql' must lie outside of the pods' 10.40.0.0/18, got "10.40.3.0/24"; ` +
      "a policy that allows it would allow every pod",
  ],
  [
    "a namespace that Kubernetes refuses",
    { collector: { ...sandbox.collector, namespace: "Observability" } },
    `'collector.namespace' must be an RFC 1123 label (lower-case letters, digits and '-', at most 63 characters), ` +
      `got "Observability"; shorten or rename it`,
  ],
  [
    "a port that there is not",
    { collector: { ...sandbox.collector, port: 70_000 } },
    "'collector.port' must be from 1 to 65535, got 70000; 4317 is that of OTLP over gRPC",
  ],
  [
    "a cluster with a blank in its name",
    { clusterName: "my cluster" },
    `'clusterName' must be the name of an EKS cluster: letters, digits, '-' and '_', at most 100, got "my cluster"; rename it`,
  ],
  ["no context", { kubeContext: "" }, `'kubeContext' must name a context, got ""; see kubectl config`],
  [
    "a budget of nothing",
    { budgetUsdPerMonth: 0 },
    "'budgetUsdPerMonth' must be above 0, got 0; leave it out for no alarm",
  ],
  [
    "a bucket that S3 refuses",
    { backend: { kind: "s3", bucket: "State", region: "us-east-1" } },
    `'backend.bucket' must be the name of a bucket: 3 to 63 lower-case letters, digits, '-' and '.', got "State"; rename it`,
  ],
  [
    "an organization that HCP Terraform refuses",
    { backend: { kind: "cloud", organization: "a b" } },
    `'backend.organization' must be an organization of HCP Terraform: 3 to 40 letters, digits, '-' and '_', ` +
      `got "a b"; rename it`,
  ],
])("%s is refused", (_, wrong, message) => {
  expect(() => checkEnvironment({ ...sandbox, ...wrong })).toThrow(
    expect.objectContaining({ name: "EnvironmentError", message: `environment "sandbox": ${message}` }),
  );
});

test.each([
  [{ aws: "12345" }, `'WEIGHBRIDGE_AWS_ACCOUNT_ID' must be twelve digits, got "12345"; `],
  [{ azure: "x" }, `'WEIGHBRIDGE_AZURE_SUBSCRIPTION_ID' must be a lower-case GUID, got "x"; `],
  [
    { google: "9" },
    `'WEIGHBRIDGE_GOOGLE_PROJECT' must be the id of a project, for example travel-sandbox-1, got "9"; `,
  ],
])("the malformed account %j is refused", (accounts, message) => {
  expect(() => checkEnvironment({ ...sandbox, accounts })).toThrow(message);
});

test("an account that the environment does not allow is refused", () => {
  const allowedAccounts = { aws: ["111111111111", "222222222222"] };
  const into = (aws: string) => () => checkEnvironment({ ...production, allowedAccounts, accounts: { aws } });
  expect(into("222222222222")).not.toThrow();
  expect(into("333333333333")).toThrow(
    `'WEIGHBRIDGE_AWS_ACCOUNT_ID' must be one of 111111111111, 222222222222 in the environment "production", ` +
      `got "333333333333"; set it to one of them, or choose another ENVIRONMENT`,
  );
});

test("whoever names an environment to deploy into must name its accounts", () => {
  const demands = (env: Record<string, string>, purpose: "assess" | "deploy") =>
    chooseEnvironment(env, purpose).demandsAccounts;
  expect(demands({ ENVIRONMENT: "sandbox" }, "deploy")).toBe(true);
  expect(demands({}, "deploy")).toBe(false);
  expect(demands({ ENVIRONMENT: "production" }, "assess")).toBe(false);
});

test("accounts are those in the environment variables, and an empty one is none", () => {
  const env = { WEIGHBRIDGE_AWS_ACCOUNT_ID: "123456789012", WEIGHBRIDGE_GOOGLE_PROJECT: "" };
  expect(chooseEnvironment(env, "deploy").accounts).toEqual({ aws: "123456789012" });
});

test("a region has the zones that a new account sees", () => {
  expect(zonesOf("ap-northeast-1")).toEqual(["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"]);
  expect(zonesOf("us-west-1")).toHaveLength(2);
  expect(zonesOf("constructor")).toEqual([]);
});
