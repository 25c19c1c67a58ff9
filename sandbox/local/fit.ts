import { cpus } from "node:os";
import { providersOf, type Stack } from "../document";
import { type SwarmDocument, servicesOf } from "../swarm/document";
import { terraformRequirements } from "../terraform/requirements";
import type { PartName, PartState } from "./model";

/** The part that stands in for each provider's service. */
const PART_OF: Readonly<Record<string, PartName>> = {
  aws: "aws",
  datadog: "datadog",
  docker: "swarm",
  helm: "kubernetes",
  kafka: "kafka",
  kubernetes: "kubernetes",
  mysql: "mysql",
  rabbitmq: "rabbitmq",
};
/** Providers that talk to nothing. */
const ALONE = ["random", "tls", "time", "null", "local", "archive"];

/** Why a stack cannot be deployed into the sandbox, one line a reason; empty where it can. */
export function obstacles(stack: Stack, parts: readonly PartState[]): string[] {
  const found = new Set<string>();
  for (const provider of Object.keys(providersOf(stack)).sort()) {
    if (ALONE.includes(provider)) continue;
    const name = PART_OF[provider];
    if (name === undefined) {
      found.add(`${stack.id}: the sandbox has no part for the provider ${provider}; plan it: npx cdktf diff`);
      continue;
    }
    const part = parts.find((each) => each.name === name);
    const old = part?.version === undefined ? undefined : tooOld(name, part.version);
    if (old !== undefined) found.add(`${stack.id}: ${old}`);
    if (part?.status === "ready") continue;
    const why = part === undefined ? "was not started" : `is ${part.status}: ${part.detail.split("\n")[0]}`;
    found.add(`${stack.id}: the part ${name} ${why}; then: weighbridge sandbox down, and up`);
  }
  for (const { name, missing } of terraformRequirements(Object.values(providersOf(stack))))
    if (missing !== undefined)
      found.add(`${stack.id}: ${name}: ${missing}; put it into a mirror of Terraform's`);
  for (const each of tooLarge(stack)) found.add(each);
  if (entersCloudCluster(stack))
    found.add(
      `${stack.id}: its cluster is one that a cloud makes, and the sandbox makes none; deploy its platform, ` +
        `or see what its resources are: weighbridge show ${stack.id}`,
    );
  return [...found];
}

/** What the options need of a part's program. */
function tooOld(name: PartName, version: string): string | undefined {
  if (name !== "rabbitmq" || Number(version.split(".")[0]) >= 4) return undefined;
  return `its queues and policies are those of RabbitMQ 4, and the sandbox has ${version}; install RabbitMQ 4`;
}

/** Services that may use more cores than there are: Docker refuses them. */
function tooLarge({ id, document }: Stack): string[] {
  if (document.resource["docker_service"] === undefined) return [];
  const services = servicesOf(document as unknown as SwarmDocument);
  const cores = cpus().length;
  return services
    .map(({ name, task_spec: task }) => ({ name, wanted: task.resources.limits.nano_cpus / 1e9 }))
    .filter(({ wanted }) => wanted > cores)
    .map(
      ({ name, wanted }) =>
        `${id}: ${name} may use ${wanted} cores, and Docker here has ${cores}; use a larger machine`,
    );
}

/** Whether the Kubernetes provider enters by something other than the kubeconfig that the deployer gives. */
function entersCloudCluster({ document }: Stack): boolean {
  const { provider = {} } = document as { provider?: Record<string, readonly Record<string, unknown>[]> };
  return (provider["kubernetes"] ?? []).some((each) => each["config_path"] === undefined);
}
