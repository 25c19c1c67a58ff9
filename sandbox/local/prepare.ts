import type { Stack } from "../document";
import { startHosts } from "../f3-hosts";
import { inputsFor } from "../inputs";
import { Swarm } from "../swarm";
import { imagesOf, nodeLabelsOf, type SwarmDocument, servicesOf } from "../swarm/document";
import type { SandboxStatus } from "./model";

/**
 * Makes what a stack finds in place where it is deployed for real: images, secrets and node labels of a Swarm, hosts
 * of an account.
 * @returns values of variables that say what was made
 */
export async function prepare(
  stack: Stack,
  { env, variables }: SandboxStatus,
): Promise<Readonly<Record<string, string>>> {
  if (stack.document.resource["docker_service"] !== undefined) return prepareSwarm(stack, variables);
  const { data = {} } = stack.document as { data?: Record<string, unknown> };
  if (data["aws_instances"] !== undefined) await startHosts(env["AWS_ENDPOINT_URL"] ?? "");
  return {};
}

async function prepareSwarm(
  { id: stack, document }: Stack,
  variables: SandboxStatus["variables"],
): Promise<Readonly<Record<string, string>>> {
  const all = Object.entries(document.variable ?? {});
  const secrets = all.filter(
    ([name, { type }]) => name.endsWith("_secret") && type?.includes("version") === true,
  );
  const others = Object.fromEntries(all.filter((each) => !secrets.includes(each)));
  const services = document as unknown as SwarmDocument;
  // The phases of the shop are one stack in the Swarm.
  const inSwarm = servicesOf(services)[0]?.name.split("_")[0] ?? stack;
  const swarm = Swarm.at(variables["docker_host"] ?? "");
  await swarm.addStandIns(imagesOf(services, inputsFor({ ...document, variable: others }, variables)));
  for (const label of nodeLabelsOf(services)) swarm.labelNode(label);
  const made = secrets.map(([name]) => {
    const secret = name.slice(0, -"_secret".length).replaceAll("_", "-");
    const full = `${inSwarm}_${secret}_v1`;
    const { id } = swarm.tryFindSecret(full) ?? swarm.addSecret(full, `the value of ${secret}`);
    return [name, JSON.stringify({ id, version: 1 })] as const;
  });
  return Object.fromEntries(made);
}
