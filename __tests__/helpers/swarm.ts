import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { App, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { type SwarmService, SwarmStack, type SwarmStackProps } from "../../constructs/swarm-stack";
import { at, type Json, synth } from "./synth";

/** A service with nothing in it but what every service must have. */
export const SERVICE: SwarmService = {
  name: "web",
  image: "nginx:1.28",
  resources: { cpuRequestMillicores: 100, cpuLimitMillicores: 500, memoryRequestMi: 32, memoryLimitMi: 64 },
  healthCheck: { test: ["CMD", "true"], startPeriodSeconds: 10 },
  networks: ["net"],
};

/** A stack of its own with the docker provider. */
export function dockerStack(): TerraformStack {
  const stack = new TerraformStack(new App(), "Stack");
  new DockerProvider(stack, "Docker", {});
  return stack;
}

/** A Swarm stack of one network and one service, in a sandbox, or what is given in their place. */
export function swarm(props: Partial<SwarmStackProps> = {}, scope: Construct = dockerStack()): SwarmStack {
  return new SwarmStack(scope, "Swarm", {
    name: "shop",
    networks: [{ name: "net" }],
    services: [SERVICE],
    requireDigests: false,
    ...props,
  });
}

/** The only service of a stack, in Terraform's arguments. */
export function serviceOf(parts: Partial<SwarmService> = {}, props: Partial<SwarmStackProps> = {}): Json {
  return synth(swarm({ ...props, services: [{ ...SERVICE, ...parts }] })).only("docker_service");
}

/** What its container is made of. */
export function containerOf(
  parts: Partial<SwarmService> = {},
  props: Partial<SwarmStackProps> = {},
): unknown {
  return at(serviceOf(parts, props), "task_spec.container_spec");
}
