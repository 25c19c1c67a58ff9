import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import type {
  DeploymentV1SpecTemplateSpecContainerEnv,
  DeploymentV1SpecTemplateSpecContainerVolumeMount,
  DeploymentV1SpecTemplateSpecVolume,
} from "@cdktf/provider-kubernetes/lib/deployment-v1";
import { Construct } from "constructs";
import type { Autoscaling } from "../core/autoscaling";
import type { NetworkRule } from "../core/network-rules";
import { PodGroup } from "../core/pod-group";
import type { RolloutOptions } from "../core/pod-group-props";
import type { PodContainer } from "../core/pod-template";
import { refuseReserved } from "../core/reserved-environment";
import { type ResourceBudget, requireBudget, toKubernetes } from "../core/resources";
import { requireInteger, requireKnown } from "../core/validate";
import { warn } from "../core/warn";
import {
  OTEL_VOLUME,
  type OtelSidecar,
  otelConfiguration,
  otelContainer,
  requireOtelSidecar,
} from "./otel-sidecar";

/** Properties for `DotnetService`. */
export interface DotnetServiceProps {
  readonly namespace: string;
  readonly name: string;
  /**
   * Application that the service belongs to, for the label `app.kubernetes.io/part-of`.
   * @default - the name
   */
  readonly partOf?: string;
  readonly image: string;
  /**
   * Image that `image` is built on; the footprint derives the runtime and its end of support from it.
   * @default - undetermined; the footprint lists it as unknown
   */
  readonly baseImage?: string;
  /** Resources of the application's container, without the sidecar. */
  readonly resources: ResourceBudget;
  readonly scaling: Autoscaling;
  /**
   * An OpenTelemetry Collector in each pod.
   * @default - no sidecar
   */
  readonly otel?: OtelSidecar;
  /**
   * Numeric user of every container.
   * @default 1654 - the user `app` of Microsoft's images, which they create but do not switch to
   */
  readonly uid?: number;
  /**
   * Plain environment variables. Secrets are mounted as files. The construct sets the port, which probes, Service and
   * policies use.
   * @default - only the port
   */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * Volumes of the pod, and where the application's container mounts them.
   * @default - none
   */
  readonly volumes?: readonly {
    readonly volume: DeploymentV1SpecTemplateSpecVolume;
    readonly mountPath: string;
  }[];
  /**
   * Seconds of the preStop sleep, in which endpoints are removed. It needs a shell in the image: set 0 for chiseled
   * images.
   * @default 10
   */
  readonly drainSeconds?: number;
  /**
   * Who may connect to the pods.
   * @default - none; connections are denied
   */
  readonly ingress?: readonly NetworkRule[];
  /**
   * What the pods may connect to besides DNS.
   * @default - nothing
   */
  readonly egress?: readonly NetworkRule[];
  /**
   * Image pull secret.
   * @default - none; the nodes have access to the registry
   */
  readonly imagePullSecret?: string;
  /**
   * A second Service for weighted routes. `image` runs a canary version in a pod of its own; with `rollout` Argo
   * Rollouts runs canaries.
   * @default - no canary
   */
  readonly canary?: { readonly image?: string; readonly rollout?: RolloutOptions };
}

/** Port that ASP.NET Core listens on. */
export const DOTNET_PORT = 8080;

/** Variables of ASP.NET Core's port; the second takes precedence. */
const PORT_VARIABLES = ["ASPNETCORE_HTTP_PORTS", "ASPNETCORE_URLS"];

/** A stateless ASP.NET Core service: pods with health endpoints, an autoscaler and policies. */
export class DotnetService extends Construct {
  public readonly pods: PodGroup;

  /** @throws ValidationError `OutOfRange`, `NotInteger`, `Unknown`, `BadName`, `Missing`, `Conflict` */
  public constructor(scope: Construct, id: string, props: DotnetServiceProps) {
    super(scope, id);
    const { namespace, name, partOf = name, uid = 1654, otel } = props;
    requireBudget(this, "resources", props.resources);
    const fix = `listen on ${DOTNET_PORT}, which the pods' probes and policies expect`;
    refuseReserved(this, props.environment, Object.fromEntries(PORT_VARIABLES.map((name) => [name, fix])));
    if (otel !== undefined) requireOtelSidecar(this, otel);
    requireKnown(this, { drainSeconds: props.drainSeconds });
    requireInteger(this, "drainSeconds", props.drainSeconds, {
      min: 0,
      max: 45,
      fix: "leave time for the stop",
    });
    this.warnOfEndOfLife(props.baseImage);

    this.pods = new PodGroup(this, "Pods", {
      namespace,
      name,
      partOf,
      uid,
      port: DOTNET_PORT,
      scaling: props.scaling,
      ingress: props.ingress ?? [],
      egress: props.egress ?? [],
      containers: containers(props, props.image),
      ...(props.imagePullSecret !== undefined && { imagePullSecret: props.imagePullSecret }),
      canary: props.canary && {
        ...(props.canary.image !== undefined && { containers: containers(props, props.canary.image) }),
        ...(props.canary.rollout !== undefined && { rollout: props.canary.rollout }),
      },
      volumes: [
        ...(props.volumes ?? []).map(({ volume }) => volume),
        ...(otel
          ? [{ name: OTEL_VOLUME, configMap: { name: this.defineOtelConfig(namespace, name, otel) } }]
          : []),
      ],
      ...(otel && { configuration: { otel: otelConfiguration(otel) } }),
    });
  }

  private defineOtelConfig(namespace: string, name: string, otel: OtelSidecar): string {
    const config = new ConfigMapV1(this, "OtelConfig", {
      metadata: { name: `${name}-otel`, namespace },
      data: { "config.yaml": otelConfiguration(otel) },
    });
    return config.metadata.name;
  }

  private warnOfEndOfLife(baseImage = ""): void {
    if (!/\/dotnet\/aspnet:[89]\./.test(baseImage)) return;
    warn(
      this,
      "outOfSupport",
      `${baseImage} has been out of support since 2026-11-10; .NET 10 is supported until 2028-11.`,
    );
  }
}

function containers(props: DotnetServiceProps, image: string): readonly PodContainer[] {
  return [application(props, image), ...(props.otel ? [otelContainer(props.otel)] : [])];
}

function application(props: DotnetServiceProps, image: string): PodContainer {
  const { drainSeconds = 10, otel } = props;
  const environment = {
    ASPNETCORE_HTTP_PORTS: String(DOTNET_PORT),
    ...(otel && telemetry(props.name)),
    ...props.environment,
  };
  const volumeMount: DeploymentV1SpecTemplateSpecContainerVolumeMount[] = (props.volumes ?? []).map(
    ({ volume, mountPath }) => ({ name: volume.name ?? "", mountPath, readOnly: true }),
  );
  return {
    name: props.name,
    image,
    baseImage: props.baseImage,
    resources: toKubernetes(props.resources),
    port: [{ name: "http", containerPort: DOTNET_PORT, protocol: "TCP" }],
    env: [...instance(environment), ...Object.entries(environment).map(([name, value]) => ({ name, value }))],
    startupProbe: { ...health("live"), periodSeconds: 2, failureThreshold: 30 },
    livenessProbe: { ...health("live"), periodSeconds: 10, failureThreshold: 3 },
    readinessProbe: { ...health("ready"), periodSeconds: 5, failureThreshold: 2 },
    ...(drainSeconds > 0 && {
      lifecycle: { preStop: [{ exec: { command: ["sleep", String(drainSeconds)] } }] },
    }),
    volumeMount,
    // The runtime writes its diagnostics socket there.
    writablePaths: ["/tmp"],
  };
}

/** What an OpenTelemetry SDK reads. Prometheus' label `job` is the service's name, which alerts select by. */
function telemetry(name: string): Readonly<Record<string, string>> {
  return { OTEL_SERVICE_NAME: name, OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4317" };
}

/**
 * Each replica is an instance of its own: without the attribute all replicas write one series through a collector, and
 * its counters are of no use. A Deployment's own attributes take precedence.
 * @see https://opentelemetry.io/docs/specs/semconv/resource/service/
 */
function instance(environment: Readonly<Record<string, string>>): DeploymentV1SpecTemplateSpecContainerEnv[] {
  if (!("OTEL_SERVICE_NAME" in environment) || "OTEL_RESOURCE_ATTRIBUTES" in environment) return [];
  return [
    { name: "POD_NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
    { name: "OTEL_RESOURCE_ATTRIBUTES", value: "service.instance.id=$(POD_NAME)" },
  ];
}

function health(kind: "live" | "ready") {
  return { httpGet: { path: `/health/${kind}`, port: String(DOTNET_PORT) } };
}
