import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { TerraformOutput } from "cdktf";
import { PARTNER } from "../../config/reviews/001-partner-api/application";
import type { DYNAMODB_SWITCHES } from "../../config/reviews/001-partner-api/switches";
import { API_ALERTS } from "../../constructs/alerts";
import {
  canaryRoute,
  type Manifest,
  Manifests,
  type NetworkRule,
  type ResourceBudget,
  RestrictedNamespace,
} from "../../constructs/core";
import { DotnetGateway, type TokenKeyring } from "../../constructs/dotnet-gateway";
import { DOTNET_PORT } from "../../constructs/dotnet-service";
import { useAws } from "../aws";
import { type OptionStack, useCluster } from "../stack";
import type { Chosen } from "../switches";
import { alertManifests } from "./alerts";
import { CANARY_PERCENT } from "./canary";
import { addDynamoDb, toDynamoDb } from "./dynamodb";
import { addFuji, DOTNET_BASE_IMAGE } from "./fuji";
import { collectorEndpoint, fromGateway, toCollector, toFrontend3, toFuji, toOutside } from "./network";
import type { transitionAlerts } from "./topics";

/** What differs between the two .NET options. */
export interface DotnetOption {
  /** Name of the main workload. */
  readonly name: string;
  readonly resources: ResourceBudget;
  readonly maxReplicas: number;
  readonly cacheNodeType: string;
  readonly secrets: readonly string[];
  readonly keyring?: TokenKeyring;
  /** What it connects to besides what both have. */
  readonly egress: readonly NetworkRule[];
  /**
   * Where it finds that.
   * @default - nothing
   */
  readonly addresses?: Readonly<Record<string, string>>;
  /**
   * Alerts of a Kafka migration.
   * @default - none
   */
  readonly transition?: ReturnType<typeof transitionAlerts>;
  readonly switches: Chosen<typeof DYNAMODB_SWITCHES>;
}

/** The sidecar, 001_57ea113d5c58119c.txt, sections 2.1 and 2.3 "Container/Pod Specification". */
const COLLECTOR: ResourceBudget = {
  cpuRequestMillicores: 50,
  cpuLimitMillicores: 200,
  memoryRequestMi: 64,
  memoryLimitMi: 128,
};

/** Images kept of each repository: "~10 versions retained", 001_57ea113d5c58119c.txt, section 4. */
const RETAINED_IMAGES = 10;

/**
 * What options A and C have in common: a .NET service before frontend3 with a cache of its own, Fuji, a
 * collector in every pod, and two image repositories.
 * @see 001_57ea113d5c58119c.txt, sections 2.1 and 2.3
 */
export function addDotnetOption(stack: OptionStack, option: DotnetOption): void {
  const { environment } = stack;
  useCluster(stack);
  useAws(stack);
  const namespace = new RestrictedNamespace(stack, "Namespace", { name: stack.node.id }).namespaceName;
  const otel = { endpoint: collectorEndpoint(environment), resources: COLLECTOR };

  const gateway = new DotnetGateway(stack, "Gateway", {
    namespace,
    partOf: stack.node.id,
    name: option.name,
    image: ownImage(stack, option.name),
    baseImage: DOTNET_BASE_IMAGE,
    resources: option.resources,
    scaling: { minReplicas: 2, maxReplicas: option.maxReplicas, cpuPercent: 60 },
    otel,
    platform: {
      region: environment.region,
      clusterName: environment.clusterName,
      vpcId: stack.input("vpc_id", "string", "VPC of the cluster").stringValue,
      cacheSubnetIds: stack.input("cache_subnet_ids", "list(string)", "Subnets of the cache, in two zones")
        .listValue,
      cacheCidrs: environment.cacheCidrs,
      podCidrs: environment.podCidrs,
    },
    // One node, as the review has it; the footprint names it as a single point of failure.
    // Search results expire first; without eviction a full cache would refuse bookings.
    cache: { nodeType: option.cacheNodeType, nodes: 1, maxmemoryPolicy: "volatile-ttl" },
    upstream: { budget: PARTNER.frontend3.connectionBudget },
    secrets: option.secrets,
    keyring: option.keyring,
    environment: {
      Fuji__BaseAddress: "http://fuji",
      CreditLine__BaseAddress: stack.input(
        "credit_line_url",
        "string",
        "Address of the credit line, http://host:8080",
      ).stringValue,
      ...option.addresses,
      Upstream__BaseAddress: `http://${PARTNER.frontend3.app}.${PARTNER.frontend3.namespace}.svc.cluster.local`,
    },
    ingress: [fromGateway(environment, DOTNET_PORT)],
    egress: [
      toFrontend3(),
      toFuji(),
      toOutside(environment, PARTNER.creditLine),
      toCollector(environment),
      ...option.egress,
      ...toDynamoDb(environment, option.switches),
    ],
    canary: {},
  });
  addFuji(stack, { namespace, image: ownImage(stack, "fuji"), caller: option.name, otel });

  addDynamoDb(stack, gateway, option.switches);

  const route = canaryRoute(stack, {
    name: option.name,
    namespace,
    gateway: environment.gateway,
    host: PARTNER.host,
    canaryPercent: CANARY_PERCENT,
    paths: [
      { type: "PathPrefix", value: "/v1" },
      // `/{client_id}/bookings/*`: the client id comes first, so a prefix cannot say it.
      { type: "RegularExpression", value: "/[^/]+/bookings(/.*)?" },
    ],
  });
  new Manifests(stack, "CustomResources", {
    releaseName: `${stack.node.id}-resources`,
    namespace,
    manifests: [...gateway.manifests, route, ...dotnetAlerts(stack, namespace, option)],
  });
  new TerraformOutput(stack, "redis_host", { value: gateway.cache.host });
}

function dotnetAlerts(stack: OptionStack, namespace: string, { name, transition }: DotnetOption): Manifest[] {
  return alertManifests({
    id: stack.node.id,
    title: `Partner API: ${name}`,
    namespace,
    alerts: [...API_ALERTS, ...(transition?.alerts ?? [])],
    subject: {
      service: name,
      applicationMetricPrefix: PARTNER.monitoring.applicationMetricPrefix,
      namespace: stack.node.id,
      container: name,
      searchRoute: PARTNER.monitoring.searchRoute.dotnet,
      ...transition?.subject,
    },
  });
}

/** A repository that keeps the last ten images, and the reference to the tag that the deployer names. */
function ownImage(stack: OptionStack, name: string): string {
  const repository = new EcrRepository(stack, `Image-${name}`, {
    name: `${stack.node.id}/${name}`,
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    // A sandbox is thrown away with its images.
    forceDelete: !stack.environment.keepsData,
  });
  new EcrLifecyclePolicy(stack, `Retention-${name}`, {
    repository: repository.name,
    policy: JSON.stringify({
      rules: [
        {
          rulePriority: 1,
          description: `keep ${RETAINED_IMAGES} images`,
          selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: RETAINED_IMAGES },
          action: { type: "expire" },
        },
      ],
    }),
  });
  const tag = stack.input(`${name.replaceAll("-", "_")}_tag`, "string", `Tag of the image ${name}`);
  return `${repository.repositoryUrl}:${tag.stringValue}`;
}
