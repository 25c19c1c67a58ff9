import { PROVIDERS, supportedType } from "../../../footprint/read/providers";
import type { TerraformType } from "../../../footprint/read/terraform/type";
import { read } from "./fixtures";

const ROLES = [
  "alerts",
  "docker",
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
