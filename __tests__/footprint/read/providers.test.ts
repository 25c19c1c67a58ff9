import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROVIDERS, supportedType } from "../../../footprint/read/providers";
import type { TerraformType } from "../../../footprint/read/terraform/type";
import { read } from "./fixtures";

const ROLES = [
  "alerts",
  "docker",
  "edges",
  "exposures",
  "kind",
  "nodes",
  "objects",
  "queue",
  "secrets",
  "store",
  "topic",
  "workload",
] as const;

interface Entry {
  readonly provider: string;
  readonly type: string;
  readonly declared: TerraformType;
}

const DECLARED: readonly Entry[] = PROVIDERS.flatMap(({ name, types }) =>
  types.flatMap((each) =>
    Object.entries(each).map(([type, declared]): Entry => ({ provider: name, type, declared })),
  ),
);

const hasRole = ({ declared }: Entry) => ROLES.some((role) => declared[role] !== undefined);

it("declares what each type is, or why it is left out", () => {
  const silent = DECLARED.filter((entry) => {
    const { partOf, chargedOnly, hides, ignored } = entry.declared;
    const reasons = [partOf, chargedOnly, ignored].filter((reason) => (reason ?? "").length >= 5);
    return !hasRole(entry) && reasons.length === 0 && hides === undefined;
  });
  expect(silent.map(({ type }) => type)).toEqual([]);
});

it("gives a type that is charged a role, or the reason why it has none", () => {
  const charged = DECLARED.filter(({ declared }) => declared.charges !== undefined);
  expect(charged.length).toBeGreaterThan(60);
  const unexplained = charged.filter((entry) => {
    const { partOf, chargedOnly, hides } = entry.declared;
    return !hasRole(entry) && [partOf, chargedOnly, hides].every((reason) => reason === undefined);
  });
  expect(unexplained.map(({ type }) => type)).toEqual([]);
});

it("gives no reason for leaving out what it reads", () => {
  const both = DECLARED.filter(
    (entry) =>
      entry.declared.ignored !== undefined && (hasRole(entry) || entry.declared.charges !== undefined),
  );
  expect(both.map(({ type }) => type)).toEqual([]);
});

it("declares a type once, under the provider whose name it starts with", () => {
  const types = DECLARED.map(({ type }) => type);
  expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
  const misplaced = DECLARED.filter(({ type, provider }) => !type.startsWith(`${provider}_`));
  expect(misplaced.map(({ type }) => type)).toEqual([]);
});

it("names a declared type as the one that reads another", () => {
  const dangling = DECLARED.filter(
    ({ declared: { partOf } }) => partOf !== undefined && supportedType(partOf) === undefined,
  );
  expect(dangling.map(({ type }) => type)).toEqual([]);
});

it("knows who charges for each type that is charged", () => {
  const free = PROVIDERS.filter(
    ({ charging, types }) =>
      charging === undefined &&
      types.some((each) =>
        Object.values(each).some((declared) => "charges" in declared || "nodes" in declared),
      ),
  );
  expect(free.map(({ name }) => name)).toEqual([]);
});

/** Types that public plans have, or that a tool which prices Terraform knows; how often, and whether they are billed. */
const MET = readFileSync(join(__dirname, "met-types.tsv"), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split("\t"));

/** Read by another engine of this folder, or charged with what it is a part of. */
const ELSEWHERE = /^aws_ecs_/;

/** Free by themselves: what they belong to is charged. */
const FREE = [
  "aws_appautoscaling_target",
  "aws_cloudwatch_event_target",
  "aws_ecr_lifecycle_policy",
  "aws_eip_association",
  "aws_s3_bucket_lifecycle_configuration",
  "aws_s3_bucket_versioning",
  "aws_subnet",
  "aws_vpc",
  "azurerm_federated_identity_credential",
  "azurerm_firewall_policy",
  "azurerm_firewall_policy_rule_collection_group",
  "azurerm_recovery_services_vault",
  "azurerm_storage_account_customer_managed_key",
  "azurerm_storage_management_policy",
  "google_compute_per_instance_config",
  "google_compute_region_per_instance_config",
];

it("supports each type that public plans have, or leaves it out with a reason", () => {
  const missing = MET.filter(([type = ""]) => supportedType(type) === undefined && !ELSEWHERE.test(type));
  expect(missing.map(([type]) => type)).toEqual([]);
});

it("leaves out few types that a vendor bills: those that are free by themselves", () => {
  const leftOut = MET.filter(
    ([type = "", , billed]) => billed === "billed" && supportedType(type)?.declared.ignored !== undefined,
  );
  expect(
    leftOut
      .map(([type = ""]) => type)
      .filter((type) => !ELSEWHERE.test(type))
      .sort(),
  ).toEqual(FREE);
});

it("prefers the declaration of a type to that of its family", () => {
  expect(supportedType("aws_kms_key")?.declared.chargedOnly).toBeDefined();
  expect(supportedType("aws_kms_alias")?.declared.ignored).toBeDefined();
  expect(supportedType("kubernetes_persistent_volume_claim_v1")?.declared.kind?.kind).toBe(
    "PersistentVolumeClaim",
  );
  expect(supportedType("kubernetes_persistent_volume_v1")?.declared.ignored).toBeDefined();
});

it.each(["aws_unheard_of", "unheard_of", "unheard", "_", "", "__proto___", "aws_constructor"])(
  "has no declaration of '%s'",
  (type) => {
    expect(supportedType(type)).toBeUndefined();
  },
);

it("reads a type once for all its roles", () => {
  const { alerts, charges } = read({
    aws_cloudwatch_metric_alarm: { A: { alarm_name: "slow", count: 2 } },
  });
  expect(alerts.map(({ id }) => id)).toEqual([
    "aws_cloudwatch_metric_alarm.A[0]",
    "aws_cloudwatch_metric_alarm.A[1]",
  ]);
  expect(charges.map(({ id }) => id)).toEqual(alerts.map(({ id }) => id));
});
