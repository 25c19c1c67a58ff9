import { ENVIRONMENTS, type Environment } from "../../config/environments";
import { addTo as addEks } from "../../stacks/laravel/eks";
import { NAME_LIMITS } from "../../stacks/name-limits";
import { addTo as addPartnerA } from "../../stacks/partner/a";
import { OptionStack } from "../../stacks/stack";
import { type EveryStack, everyStack, everyStackOf, resourcesOf } from "../helpers/every-stack";
import { at, type Json, quietApp, refusal, synth, tryAt } from "../helpers/synth";

const { sandbox, staging, production } = ENVIRONMENTS;
const IN = { sandbox: everyStack("sandbox"), production: [] as Awaited<ReturnType<typeof everyStackOf>> };

beforeAll(async () => {
  IN.production = await everyStackOf(production);
});

/** What keeps a resource from being deleted: by Terraform, and by the cloud. */
const PROTECTIONS = [
  "lifecycle.prevent_destroy",
  "deletion_protection",
  "deletion_protection_enabled",
  "settings.deletion_protection_enabled",
  "enable_deletion_protection",
  "purge_protection_enabled",
  "disable_api_termination",
];

/** Google's provider protects these by default. */
const PROTECTED_BY_DEFAULT = ["google_container_cluster", "google_sql_database_instance"];

/** Providers of clouds that bill, and the place of their tags. */
const usesAws = ({ json }: EveryStack) => json.block("provider")["aws"] !== undefined;
const awsProviders = IN.sandbox
  .filter(usesAws)
  .map(({ id, json }) => [id, at(json.block("provider"), "aws.0")] as const);

describe("in the sandbox", () => {
  test.each(awsProviders)("AWS of %s accepts the deployer's account alone", (_, provider) => {
    expect(at(provider, "allowed_account_ids")).toEqual(["${var.aws_account_id}"]);
  });

  test("every option that uses AWS has one alarm on what it spends", () => {
    const options = new Set(IN.sandbox.filter(usesAws).map(({ option }) => option.id));
    expect(options).toContain("partner-a");
    const alarms = IN.sandbox.flatMap(({ option, json }) =>
      json.ids("aws_budgets_budget").map(() => option.id),
    );
    expect(alarms).toEqual([...options]);
  });

  test("nothing is protected from deletion", () => {
    const kept = IN.sandbox.flatMap((stack) =>
      resourcesOf(stack).flatMap(([address, resource]) =>
        protectionsOf(address, resource).map((protection) => `${stack.id}: ${address} ${protection}`),
      ),
    );
    expect(kept).toEqual([]);
  });
});

test.each(IN.sandbox.map((stack) => [stack.id, stack] as const))(
  "%s says of everything on a cloud whose it is, and in the sandbox until when",
  (_, stack) => {
    for (const tags of tagsOf(stack)) {
      expect(tags).toMatchObject({ owner: "${var.owner}", expires_on: "${var.expires_on}" });
    }
    const inProduction = IN.production.find(({ id }) => id === stack.id);
    expect(inProduction).toBeDefined();
    for (const tags of inProduction === undefined ? [] : tagsOf(inProduction)) {
      expect(tags).toMatchObject({ owner: "${var.owner}", environment: "production" });
      expect(tags).not.toHaveProperty("expires_on");
    }
  },
);

test("the tags are there at all", () => {
  const tagged = IN.sandbox.filter((stack) => tagsOf(stack).length > 0).map(({ id }) => id);
  expect(tagged).toEqual(
    expect.arrayContaining(["partner-a", "laravel-aks-platform", "laravel-gke-platform"]),
  );
});

test("in production, what holds data is protected from deletion", () => {
  const holdsData =
    /^(aws_db_instance|aws_rds_cluster|aws_elasticache_replication_group|aws_mq_broker|azurerm_(mysql|postgresql)_flexible_server|azurerm_key_vault|azurerm_managed_redis|google_(sql_database|redis)_instance|kafka_topic|rabbitmq_queue|docker_volume|cloudamqp_instance|kubernetes_persistent_volume_claim_v1)\./;
  const found = IN.production.flatMap((stack) =>
    resourcesOf(stack).flatMap(([address, resource]) =>
      holdsData.test(address) ? [[`${stack.id}: ${address}`, resource] as const] : [],
    ),
  );
  expect(found.length).toBeGreaterThan(20);
  const unprotected = found.filter(([, it]) => tryAt(it, "lifecycle.prevent_destroy") !== true);
  expect(unprotected.map(([address]) => address)).toEqual([]);
});

test("the names of every option are found where they are measured, and fit where the environment's name is longest", () => {
  const measured = IN.production.flatMap((stack) =>
    resourcesOf(stack).flatMap(([address, resource]) => {
      const limit = NAME_LIMITS[address.split(".")[0] ?? ""];
      if (limit === undefined) return [];
      const path = limit.prop.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return [[`${stack.id}: ${address}`, tryAt(resource, path)] as const];
    }),
  );
  expect(measured.length).toBeGreaterThan(50);
  expect(measured.filter(([, name]) => typeof name !== "string")).toEqual([]);
});

test("the first stack of two comes first", () => {
  for (const { id, option, after } of IN.sandbox) {
    expect([id, ...after]).toEqual(
      option.hasPlatform && id === option.id ? [id, `${option.id}-platform`] : [id],
    );
  }
});

test.each<[string, Environment, Json]>([
  ["sandbox", sandbox, { backend: { local: { path: "../../../terraform.x.tfstate" } } }],
  [
    "staging",
    { ...staging, accounts: { aws: "123456789012" } },
    {
      backend: {
        s3: {
          bucket: "weighbridge-staging-state",
          key: "weighbridge/staging/x.tfstate",
          region: "us-east-1",
          encrypt: true,
          use_lockfile: true,
          allowed_account_ids: ["123456789012"],
        },
      },
    },
  ],
  [
    "production",
    production,
    { cloud: { organization: "weighbridge", workspaces: { name: "x-production" } } },
  ],
])("the state of %s is kept where its backend says", (_, environment, terraform) => {
  expect(synth(new OptionStack(quietApp(), "x", environment)).block("terraform")).toEqual(terraform);
});

test("a stack that needs an account and has none refuses to synthesise", () => {
  const demanding: Environment = { ...sandbox, demandsAccounts: true };
  expect(refusal(() => addPartnerA(quietApp(), demanding))).toEqual({
    code: "Missing",
    message:
      `partner-a: 'WEIGHBRIDGE_AWS_ACCOUNT_ID' must be given to deploy into "sandbox", got undefined; ` +
      "set WEIGHBRIDGE_AWS_ACCOUNT_ID to twelve digits, or name other options in OPTIONS",
  });
  expect(() => addPartnerA(quietApp(), { ...demanding, accounts: { aws: "123456789012" } })).not.toThrow();
});

test("a stack that was synthesised for an account is planned into no other", () => {
  const given = { ...sandbox, demandsAccounts: true, accounts: { aws: "123456789012" } };
  const variable = synth(addPartnerA(quietApp(), given)).block("variable")["aws_account_id"];
  expect(variable).toMatchObject({
    default: "123456789012",
    validation: [{ condition: '${var.aws_account_id == "123456789012"}' }],
  });
  expect(synth(addPartnerA(quietApp(), sandbox)).block("variable")["aws_account_id"]).not.toHaveProperty(
    "default",
  );
});

test("production is deployed only into the accounts that its file lists", () => {
  const accounts = { aws: "123456789012" };
  const into = (allowedAccounts: Environment["allowedAccounts"]) => () =>
    addPartnerA(quietApp(), { ...production, demandsAccounts: true, accounts, allowedAccounts });
  expect(refusal(into(undefined)).message).toBe(
    `partner-a: 'allowedAccounts.aws' must list the accounts that "production" may be deployed into, got undefined; ` +
      "add them to config/environments/production.ts",
  );
  expect(into({ aws: ["123456789012"] })).not.toThrow();
});

test("a region without the zones that a cluster needs is refused", () => {
  expect(refusal(() => addEks(quietApp(), { ...sandbox, region: "us-west-1" })).message).toBe(
    "laravel-eks-platform/Network: 'region' must be a region with 3 availability zones for every account, " +
      `got "us-west-1"; choose another in config/environments, for example us-east-1 or us-west-2`,
  );
});

/** Tags of the providers' own, or where there is no such thing, of each resource. */
function tagsOf(stack: Pick<EveryStack, "json">): readonly unknown[] {
  const providers = stack.json.block("provider");
  const azure = resourcesOf(stack).filter(([address]) => address.startsWith("azurerm_resource_group."));
  return [
    tryAt(providers, "aws.0.default_tags.0.tags"),
    tryAt(providers, "google.0.default_labels"),
    ...azure.map(([, resource]) => resource["tags"]),
  ].filter((tags) => tags !== undefined);
}

function protectionsOf(address: string, resource: Json): readonly string[] {
  const byDefault = PROTECTED_BY_DEFAULT.some((type) => address.startsWith(`${type}.`));
  const left = byDefault && resource["deletion_protection"] === undefined ? ["deletion_protection"] : [];
  return [...PROTECTIONS.filter((path) => tryAt(resource, path) === true), ...left];
}
