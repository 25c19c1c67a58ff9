import { Construct } from "constructs";
import type { Manifest } from "../core/manifests";
import type { NetworkRule } from "../core/network-rules";
import { refuseReserved } from "../core/reserved-environment";
import { DotnetService, type DotnetServiceProps } from "../dotnet-service";
import { connectionCap, type UpstreamConnections } from "./connection-cap";
import { ManagedSecrets } from "./managed-secrets";
import { POD_IDENTITY_AGENT, PodIdentity } from "./pod-identity";
import { REDIS_PORT, RedisCache, type RedisCacheProps } from "./redis-cache";
import { TOKEN_TTL, type TokenKeyring } from "./token-keyring";

/** The AWS resources of the cluster that the gateway runs in. */
export interface GatewayPlatform {
  readonly region: string;
  readonly clusterName: string;
  readonly vpcId: string;
  /** Subnets of the cache, in at least two zones. */
  readonly cacheSubnetIds: string[];
  /** Address ranges of those subnets, which the pods may connect to. */
  readonly cacheCidrs: readonly string[];
  /** Address ranges of the pods, which may connect to the cache. */
  readonly podCidrs: readonly string[];
}

/** Properties for `DotnetGateway`. */
export interface DotnetGatewayProps extends DotnetServiceProps {
  readonly platform: GatewayPlatform;
  /** The cache: `nodeType`, and optionally `nodes` (2 by default) and `maxmemoryPolicy` (`noeviction` by default). */
  readonly cache: Pick<RedisCacheProps, "nodeType" | "nodes" | "maxmemoryPolicy">;
  /** The backend behind the gateway. */
  readonly upstream: UpstreamConnections;
  /**
   * Names of single-value secrets, mounted as files below `/run/secrets/app`.
   * @default - none
   */
  readonly secrets?: readonly string[];
  /**
   * Keys of booking tokens, mounted as the file `booking-token-keyring`.
   * @default - no booking tokens
   */
  readonly keyring?: TokenKeyring;
  /**
   * Raise it to write the secrets' values again after they changed: Terraform cannot compare write-only values.
   * @default 1
   */
  readonly secretsRevision?: number;
}

/** Setting of the application with the connection limit. */
const CONNECTION_CAP = "Upstream__MaxConnectionsPerServer";
const SECRETS_PATH = "/run/secrets/app";
const READ_SECRETS = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"];

/**
 * A stateless .NET gateway in front of another team's backend: pods, cache, secrets, identity, and a limit of the
 * connections that all pods together can open to the backend.
 */
export class DotnetGateway extends Construct {
  public readonly service: DotnetService;
  public readonly cache: RedisCache;
  /** Connections that each pod may open to the backend. */
  public readonly connectionsPerPod: number;
  /** Custom resources for the stack's `Manifests`. */
  public readonly manifests: readonly Manifest[];
  /** Name of the IAM role of the pods, for further policies; a token. */
  public readonly roleName: string;

  /** @throws ValidationError `OverBudget`, `OutOfRange`, `NotInteger`, `Unknown`, `BadName`, `Missing`, `Conflict` */
  public constructor(scope: Construct, id: string, props: DotnetGatewayProps) {
    super(scope, id);
    const { namespace, name, partOf, platform, keyring } = props;
    // Unique in the AWS account, also where two applications have a gateway of the same name.
    const path = partOf === undefined ? [name] : [partOf, name];
    refuseReserved(this, props.environment, {
      // Setting the limit directly would bypass the budget check.
      [CONNECTION_CAP]: "set 'upstream.perPod'",
      // Setting the lifetime directly would bypass the overlap check.
      ...(keyring?.tokenTtlSeconds !== undefined && { [TOKEN_TTL]: "set 'keyring.tokenTtlSeconds'" }),
    });
    this.connectionsPerPod = connectionCap(this, props.upstream, props.scaling.maxReplicas);
    this.cache = new RedisCache(this, "Cache", {
      name: path.join("-"),
      ...props.cache,
      vpcId: platform.vpcId,
      subnetIds: platform.cacheSubnetIds,
      clientCidrs: platform.podCidrs,
    });
    const secrets = new ManagedSecrets(this, "Secrets", {
      path: path.join("/"),
      names: props.secrets ?? [],
      keyring,
      revision: props.secretsRevision,
    });
    const providerClass = `${name}-secrets`;
    // AWS refuses an empty policy, and the CSI driver an empty mount.
    const hasSecrets = secrets.arns.length > 0;
    this.service = new DotnetService(this, "Service", {
      ...props,
      environment: {
        [CONNECTION_CAP]: String(this.connectionsPerPod),
        Redis__Host: this.cache.host,
        Redis__Port: String(REDIS_PORT),
        Redis__User: this.cache.userName,
        Redis__Tls: "true",
        ...(hasSecrets && { Secrets__Path: SECRETS_PATH }),
        ...(keyring?.tokenTtlSeconds !== undefined && { [TOKEN_TTL]: String(keyring.tokenTtlSeconds) }),
        ...props.environment,
      },
      volumes: [
        ...(props.volumes ?? []),
        ...(hasSecrets ? [{ volume: secretVolume(providerClass), mountPath: SECRETS_PATH }] : []),
      ],
      egress: [...(props.egress ?? []), ...cacheEgress(platform), identityEgress()],
    });
    this.manifests = [
      ...(hasSecrets ? [secrets.providerClass(providerClass, namespace, platform.region)] : []),
      ...this.service.pods.manifests,
    ];
    const identity = new PodIdentity(this, "Identity", {
      name: path.join("-"),
      clusterName: platform.clusterName,
      namespace,
      serviceAccountName: this.service.pods.serviceAccountName,
      allow: [
        ...(hasSecrets ? [{ actions: READ_SECRETS, resources: secrets.arns }] : []),
        { actions: ["elasticache:Connect"], resources: this.cache.connectArns },
      ],
    });
    this.roleName = identity.roleName;
  }
}

function secretVolume(providerClass: string) {
  return {
    name: "secrets",
    csi: {
      driver: "secrets-store.csi.k8s.io",
      readOnly: true,
      volumeAttributes: { secretProviderClass: providerClass },
    },
  };
}

function cacheEgress({ cacheCidrs }: GatewayPlatform): NetworkRule[] {
  return cacheCidrs.map((cidr) => ({ peer: { cidr, name: "redis" }, port: REDIS_PORT }));
}

function identityEgress(): NetworkRule {
  return { peer: { cidr: POD_IDENTITY_AGENT.cidr, name: "pod identity" }, port: POD_IDENTITY_AGENT.port };
}
