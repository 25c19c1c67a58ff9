import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { PARTNER } from "../../config/partner";
import { OptionStack } from "../stack";
import { addDotnetOption } from "./dotnet";
import { toOutside } from "./network";
import { addPartnerTopics } from "./topics";

/**
 * Option A: the trimmed .NET service with Redis, Kafka and Fuji.
 * @see 001_57ea113d5c58119c.txt, section 2.1
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  const stack = new OptionStack(scope, "partner-a", environment);
  addDotnetOption(stack, {
    name: "travel-api",
    resources: {
      cpuRequestMillicores: 250,
      cpuLimitMillicores: 1000,
      memoryRequestMi: 256,
      memoryLimitMi: 512,
    },
    maxReplicas: 15,
    cacheNodeType: "cache.t4g.small",
    secrets: ["kafka-sasl", "partner-api-keys"],
    keyring: { activeKid: "k1", kids: ["k1"] },
    egress: [toOutside(PARTNER.revenueSdk), toOutside(PARTNER.kafka)],
  });
  addPartnerTopics(stack, "travel-api");
  return stack;
}
