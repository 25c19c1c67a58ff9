import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { OptionStack } from "../stack";
import { addDotnetOption } from "./dotnet";

/**
 * Option C: the thin stateless gateway with Redis and Fuji, and no Kafka.
 * @see 001_57ea113d5c58119c.txt, section 2.3
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  const stack = new OptionStack(scope, "partner-c", environment);
  addDotnetOption(stack, {
    name: "gateway",
    resources: {
      cpuRequestMillicores: 200,
      cpuLimitMillicores: 800,
      memoryRequestMi: 192,
      memoryLimitMi: 384,
    },
    maxReplicas: 10,
    cacheNodeType: "cache.t4g.micro",
    secrets: ["partner-api-keys"],
    keyring: { activeKid: "k1", kids: ["k1"] },
    egress: [],
  });
  return stack;
}
