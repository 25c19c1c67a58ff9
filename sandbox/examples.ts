import { App } from "cdktf";
import { ENVIRONMENTS } from "../config/environments";
import type { TokenKeyring } from "../constructs/dotnet-gateway";
import { ACTIVATED, ADDED, ONE_KEY, REMOVED, travelGateway } from "../docs/examples/dotnet-gateway";
import { stations } from "../docs/examples/dotnet-service";
import { busyPartnerPods, partnerPods, partnerRollout } from "../docs/examples/php-fpm-partner-pod-group";
import { brokerCluster, brokerSingle } from "../docs/examples/rabbitmq-durable";
import { useAws } from "../stacks/aws";
import { OptionStack, useCluster } from "../stacks/stack";
import { type Stack, stackIn } from "./document";

/** The guides' examples that need a cluster and nothing else, by what they show. */
export const EXAMPLES = {
  pods: partnerPods,
  "busy-pods": busyPartnerPods,
  rollout: partnerRollout,
  service: stations,
  "rabbitmq-single": brokerSingle,
  "rabbitmq-cluster": brokerCluster,
} as const;

/** How the keyring of the guide's gateway changes, from one key to another. */
export const ROTATION: readonly TokenKeyring[] = [ONE_KEY, ADDED, ACTIVATED, REMOVED];

/**
 * A stack of an example and of nothing else, with the providers that the options have.
 * @param outdir inside a folder that is thrown away: the state lies beside it
 */
export function buildExample(name: keyof typeof EXAMPLES, outdir: string): Stack {
  return build(name, outdir, (stack) => {
    useCluster(stack);
    EXAMPLES[name](stack);
  });
}

/** As `buildExample`, of the gateway with a keyring: each into the same folder, over the one before. */
export function buildGateway(keyring: TokenKeyring, outdir: string): Stack {
  return build("gateway", outdir, (stack) => {
    useCluster(stack);
    useAws(stack);
    travelGateway(stack, keyring);
  });
}

function build(id: string, outdir: string, fill: (stack: OptionStack) => void): Stack {
  const app = new App({ outdir, stackTraces: false });
  fill(new OptionStack(app, id, ENVIRONMENTS.sandbox));
  app.synth();
  return stackIn(outdir, id);
}
