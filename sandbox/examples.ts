import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import type { Construct } from "constructs";
import { ENVIRONMENTS } from "../config/environments";
import { ACTIVATED, ADDED, ONE_KEY, REMOVED, travelGateway } from "../docs/examples/dotnet-gateway";
import { stations } from "../docs/examples/dotnet-service";
import { busyPartnerPods, partnerPods, partnerRollout } from "../docs/examples/php-fpm-partner-pod-group";
import { critterCluster, critterSingle } from "../docs/examples/rabbitmq-durable";
import { useAws } from "../stacks/aws";
import { OptionStack, useCluster } from "../stacks/stack";
import type { Document, Stack } from "./document";

/** One construct alone, as its guide has it. */
interface Example {
  readonly build: (scope: Construct) => unknown;
  /** @default false */
  readonly aws?: boolean;
}

/** The guides' examples that need a cluster, by what they show. */
export const EXAMPLES = {
  pods: { build: partnerPods },
  "busy-pods": { build: busyPartnerPods },
  rollout: { build: partnerRollout },
  service: { build: stations },
  gateway: { build: (scope) => travelGateway(scope, ONE_KEY), aws: true },
  "gateway-key-added": { build: (scope) => travelGateway(scope, ADDED), aws: true },
  "gateway-key-activated": { build: (scope) => travelGateway(scope, ACTIVATED), aws: true },
  "gateway-key-removed": { build: (scope) => travelGateway(scope, REMOVED), aws: true },
  "rabbitmq-single": { build: critterSingle },
  "rabbitmq-cluster": { build: critterCluster },
} as const satisfies Readonly<Record<string, Example>>;

export type ExampleName = keyof typeof EXAMPLES;

/**
 * A stack of an example and of nothing else, with the providers that the options have.
 * @param outdir inside a folder that is thrown away: the state lies beside it
 */
export function buildExample(name: ExampleName, outdir: string): Stack {
  const { build, aws = false }: Example = EXAMPLES[name];
  const app = new App({ outdir, stackTraces: false });
  const stack = new OptionStack(app, name, ENVIRONMENTS.sandbox);
  useCluster(stack);
  if (aws) useAws(stack);
  build(stack);
  app.synth();
  const folder = join(outdir, "stacks", name);
  return {
    id: name,
    folder,
    document: JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as Document,
  };
}
