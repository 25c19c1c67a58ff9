import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { PARTNER } from "../../config/reviews/001-partner-api/application";
import { PARTNER_DEVIATIONS } from "../../config/reviews/001-partner-api/deviations";
import { PARTNER_A_SWITCHES } from "../../config/reviews/001-partner-api/switches";
import { warnOfDeviations } from "../deviations";
import { OptionStack } from "../stack";
import { type Chosen, chooseSwitches } from "../switches";
import { addDotnetOption } from "./dotnet";
import { toOutside } from "./network";
import { addPartnerTopics, kafkaAddresses, transitionAlerts } from "./topics";

/**
 * Option A: the trimmed .NET service with Redis, Kafka and Fuji.
 * @see 001_57ea113d5c58119c.txt, section 2.1
 * @throws ValidationError `BadName` for a switch or a value that there is not
 */
export function addTo(
  scope: Construct,
  environment: Environment,
  given?: Partial<Chosen<typeof PARTNER_A_SWITCHES>>,
): OptionStack {
  const stack = new OptionStack(scope, "partner-a", environment);
  const switches = chooseSwitches(stack, PARTNER_A_SWITCHES, given);
  warnOfDeviations(stack, "001", PARTNER_DEVIATIONS["partner-a"]);
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
    egress: [toOutside(environment, PARTNER.revenueSdk), toOutside(environment, PARTNER.kafka)],
    addresses: {
      ...kafkaAddresses("travel-api"),
      RevenueSdk__BaseAddress: stack.input(
        "revenue_sdk_url",
        "string",
        "Address of the revenue SDK, http://host:8080",
      ).stringValue,
    },
    transition: transitionAlerts(switches),
    switches,
  });
  addPartnerTopics(stack, "travel-api", switches);
  return stack;
}
