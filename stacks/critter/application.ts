import { DeploymentV1 } from "@cdktf/provider-kubernetes/lib/deployment-v1";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { dependable } from "cdktf";
import {
  BOUNDED_CONTEXTS,
  CRITTER,
  CRITTER_CHARTS,
  CRITTER_NAMESPACES,
  type Cycle,
  clusterDeviations,
  LOAD_TEST_SCRIPT,
  LOAD_TEST_SECONDS,
} from "../../config/reviews/002-critter-supply/application";
import { CRITTER_TOPOLOGY } from "../../config/reviews/002-critter-supply/application/topology";
import type { Chart } from "../../config/reviews/004-laravel/application";
import { Manifests, RestrictedNamespace } from "../../constructs/core";
import { LoadTest } from "../../constructs/load-test";
import { RabbitMqTopology } from "../../constructs/rabbitmq-durable";
import { addCharts } from "../charts";
import { warnOfDeviations } from "../deviations";
import type { OptionStack } from "../stack";
import { type CritterCloud, watchOf } from "./cloud";
import { addContext } from "./contexts";
import { addGateway } from "./gateway";
import { addMonitoring, prometheusChart } from "./monitoring";
import { paymentProviderUrl } from "./payment-provider";
import { useBroker } from "./rabbitmq";
import { secretManifests } from "./secrets";
import { addTelemetry } from "./telemetry";

/**
 * Everything of the review that runs in the cluster, the same on every cloud: the eight bounded contexts, their entry point,
 * their secrets and telemetry, the load test, the charts; and what is on the broker, which the platform has made.
 * @see 002_3f566cf14e5265d2.txt
 */
export function addApplication(stack: OptionStack, cloud: CritterCloud, cycle: Cycle): void {
  const namespace = new RestrictedNamespace(stack, "Namespace", { name: CRITTER.name }).namespaceName;
  const watch = watchOf(cloud.id, cycle);
  const telemetry = addTelemetry(stack, { namespace, watch });
  const loadTest = cycle === "19" ? undefined : addLoadTest(stack, namespace);
  const tag = stack.input(
    "critter_tag",
    "string",
    "Tag of all eight images: the commit that they are built from",
  );
  const paymentProvider = paymentProviderUrl(stack);
  const contexts = BOUNDED_CONTEXTS.map((context) =>
    addContext(stack, context, {
      namespace,
      cycle,
      watch,
      tag: tag.stringValue,
      databaseCidrs: cloud.databaseCidrs,
      outsideUrlOf: () => paymentProvider,
      ...(loadTest && { loadTest: loadTest.selector }),
    }),
  );
  addTopology(stack);

  const gateway = addGateway(stack, namespace, cloud.balancer);
  const observability = watch === "prometheus" ? addObservability(stack) : undefined;
  const collector = CRITTER.telemetry.name;
  const monitoring =
    observability === undefined ? [] : addMonitoring(stack, { namespace, observability, collector });
  const resources = new Manifests(stack, "CustomResources", {
    releaseName: `${stack.node.id}-resources`,
    namespace,
    manifests: [...secretManifests(cloud, { namespace, cycle }), ...gateway, ...monitoring],
  });
  // The charts bring the kinds that these are of.
  const charts = addCharts(stack, [
    ...chartsOf(cloud, cycle),
    ...(observability === undefined ? [] : [{ ...prometheusChart(cycle), namespace: observability }]),
  ]);
  resources.release.dependsOn = charts.map(dependable);

  const rollouts = [...contexts.flatMap(({ pods }) => pods.manifests), ...telemetry.manifests];
  if (rollouts.length > 0) {
    const release = new Manifests(stack, "Rollouts", {
      releaseName: `${stack.node.id}-rollouts`,
      namespace,
      manifests: rollouts,
    }).release;
    release.dependsOn = [dependable(resources.release)];
  }
  // A Deployment is waited for, and its pods wait for the secrets: ten of them would leave no hand for the charts.
  for (const node of stack.node.findAll()) {
    if (node instanceof DeploymentV1) node.dependsOn = [dependable(resources.release)];
  }
  warnOfDeviations(stack, "002", clusterDeviations(cloud.id, cycle));
}

function addLoadTest(stack: OptionStack, namespace: string): LoadTest {
  const [entrance] = BOUNDED_CONTEXTS.filter(({ publicPaths }) => publicPaths !== undefined);
  const { id = "" } = entrance ?? {};
  return new LoadTest(stack, "LoadTest", {
    namespace,
    name: "load-test",
    partOf: stack.node.id,
    script: LOAD_TEST_SCRIPT,
    environment: { TARGET: `http://${id}` },
    egress: [{ peer: { labels: { app: id } }, port: CRITTER.port }],
    deadlineSeconds: LOAD_TEST_SECONDS,
  });
}

/** Through the management API, which must be within reach when Terraform plans. */
function addTopology(stack: OptionStack): void {
  useBroker(stack);
  new RabbitMqTopology(stack, "Topology", {
    ...CRITTER_TOPOLOGY,
    replicated: true,
    preventDestroy: stack.environment.keepsData,
  });
}

/** Not restricted: an agent on each node reads the node's own figures. */
function addObservability(stack: OptionStack): string {
  const metadata = { name: CRITTER_NAMESPACES.observability };
  return new NamespaceV1(stack, "Observability", { metadata }).metadata.name;
}

function chartsOf({ secretReader, charts }: CritterCloud, cycle: Cycle): readonly Chart[] {
  const { externalSecrets, certManager, gateway, trivy, argoRollouts } = CRITTER_CHARTS;
  return [
    { ...externalSecrets, values: { ...externalSecrets.values, ...secretReader } },
    certManager,
    gateway,
    trivy,
    ...(cycle === "20" ? [] : [argoRollouts]),
    ...charts,
  ];
}
