import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { PARTNER } from "../../config/reviews/001-partner-api/application";
import { PARTNER_DEVIATIONS } from "../../config/reviews/001-partner-api/deviations";
import { PARTNER_C_SWITCHES } from "../../config/reviews/001-partner-api/switches";
import { PARTNER_TOPICS } from "../../config/reviews/001-partner-api/topics";
import { warnOfDeviations } from "../deviations";
import { OptionStack } from "../stack";
import { type Chosen, chooseSwitches } from "../switches";
import { addDotnetOption } from "./dotnet";
import { toOutside } from "./network";
import { addTopics, kafkaAddresses } from "./topics";

/** The one topic that analytics need: the review names none, and bookings are what it would reconcile. */
const MINIMAL_TOPICS = PARTNER_TOPICS.filter(({ name }) => name === "booking.lifecycle");

/**
 * Option C: the thin stateless gateway with Redis and Fuji, and no Kafka unless the switch asks for it.
 * @see 001_57ea113d5c58119c.txt, section 2.3
 * @throws ValidationError `BadName` for a switch or a value that there is not
 */
export function addTo(
  scope: Construct,
  environment: Environment,
  given?: Partial<Chosen<typeof PARTNER_C_SWITCHES>>,
): OptionStack {
  const stack = new OptionStack(scope, "partner-c", environment);
  const switches = chooseSwitches(stack, PARTNER_C_SWITCHES, given);
  const hasKafka = switches.kafka === "minimal";
  warnOfDeviations(stack, "001", PARTNER_DEVIATIONS["partner-c"]);
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
    secrets: [...(hasKafka ? ["kafka-sasl"] : []), "partner-api-keys"],
    keyring: { activeKid: "k1", kids: ["k1"] },
    ...(hasKafka && { addresses: kafkaAddresses("gateway") }),
    egress: hasKafka ? [toOutside(environment, PARTNER.kafka)] : [],
    switches,
  });
  if (hasKafka) addTopics(stack, "gateway", MINIMAL_TOPICS);
  return stack;
}
