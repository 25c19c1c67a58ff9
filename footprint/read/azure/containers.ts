import { container, scaling } from "../machines/managed";
import { amount, billed, blocks, byUse, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { entryPoint } from "../terraform/entry-point";
import { type Billed, ignored, type Managed, type TerraformTypes } from "../terraform/type";

/** Azure Container Apps and Azure Container Instances. */
export const CONTAINERS: TerraformTypes = {
  azurerm_container_app: {
    workload: (body) => {
      const template = body.at("template");
      return {
        kind: "ContainerApp",
        name: body.named("name"),
        containers: containersOf(template),
        ...scaling(
          template.count("min_replicas", "replicas", 0),
          template.count("max_replicas", "replicas", 10),
        ),
      };
    },
    exposures: (body) =>
      body.at("ingress").optional("external_enabled") === "true"
        ? [entryPoint(body, "Azure Container Apps")]
        : [],
    charges: () => [
      byUse("container-apps/vcpu", "vCPU-second", undefined),
      byUse("container-apps/memory", "GiB-second", undefined),
      byUse("container-apps/requests", "million requests", undefined),
    ],
  },
  azurerm_container_app_job: {
    workload: (body) => ({
      kind: "Job",
      name: body.named("name"),
      containers: containersOf(body.at("template")),
      replicasFrom: "job",
    }),
    charges: () => [
      byUse("container-apps/vcpu", "vCPU-second", undefined),
      byUse("container-apps/memory", "GiB-second", undefined),
    ],
  },
  azurerm_container_group: {
    workload: (body) => {
      const once =
        body.optional("restart_policy") === "Never" || body.optional("restart_policy") === "OnFailure";
      return {
        kind: once ? "Job" : "ContainerApp",
        name: body.named("name"),
        containers: containersOf(body),
        replicas: { min: 1, steady: 1, max: 1 },
      };
    },
    exposures: (body) =>
      (body.optional("ip_address_type") ?? "Public") === "Public"
        ? [entryPoint(body, "Azure Container Instances")]
        : [],
    charges: instances,
  },
  ...ignored(
    "setting of a container app",
    "azurerm_container_app_custom_domain",
    "azurerm_container_app_environment*",
  ),
};

function containersOf(body: Cursor): Managed["containers"] {
  return blocks(body, "container").map((each, index) =>
    container(
      each.name("name") ?? `container-${index + 1}`,
      each.text("image"),
      cores(each),
      gibibytes(each),
    ),
  );
}

function cores(body: Cursor): number | undefined {
  const value = amount(body, "cpu");
  return value === undefined ? undefined : Math.round(value * 1000);
}

/** `0.5Gi` of a container app, `1.5` of a container group, in MiB. */
function gibibytes(body: Cursor): number | undefined {
  const [, number] = /^([\d.]+)(?:Gi)?$/.exec(body.optional("memory") ?? "") ?? [];
  return number === undefined ? undefined : Number(number) * 1024;
}

/** A group is charged for all that its containers ask for. */
function instances(body: Cursor): Billed[] {
  const all = containersOf(body);
  // Containers that are known after apply are not none.
  const none = all.length === 0 ? undefined : 0;
  const sum = (of: (each: (typeof all)[number]) => number | undefined) =>
    all.reduce<number | undefined>((total, each) => {
      const own = of(each);
      return total === undefined || own === undefined ? undefined : total + own;
    }, none);
  return [
    billed(
      "vCPU-hour",
      "container-instances/vcpu",
      times(
        sum(({ requests }) => requests.cpuMillicores),
        0.001,
      ),
    ),
    billed(
      "GiB-hour",
      "container-instances/memory",
      times(
        sum(({ requests }) => requests.memoryMi),
        1 / 1024,
      ),
    ),
  ];
}
