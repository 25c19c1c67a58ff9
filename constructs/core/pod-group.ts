import { DeploymentV1 } from "@cdktf/provider-kubernetes/lib/deployment-v1";
import type { HorizontalPodAutoscalerV2 } from "@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2";
import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { PodDisruptionBudgetV1 } from "@cdktf/provider-kubernetes/lib/pod-disruption-budget-v1";
import { ServiceAccountV1 } from "@cdktf/provider-kubernetes/lib/service-account-v1";
import { ServiceV1 } from "@cdktf/provider-kubernetes/lib/service-v1";
import { Construct } from "constructs";
import { type Autoscaling, defineAutoscaler, requireAutoscaling } from "./autoscaling";
import { type Labels, selectorLabels, trackLabels, workloadLabels } from "./labels";
import {
  DNS_RULES,
  type NetworkRule,
  peerAnnotations,
  requireRules,
  toEgress,
  toIngress,
} from "./network-rules";
import { type PodContainer, type PodTemplate, podTemplate } from "./pod-template";
import { requireInteger, requireLabelName } from "./validate";

/** Properties for `PodGroup`. */
export interface PodGroupProps extends PodTemplate {
  readonly namespace: string;
  /** Name of the Deployment, Service, ServiceAccount and policies: an RFC 1123 label. */
  readonly name: string;
  /** What the group is a part of, for the label `app.kubernetes.io/part-of`. */
  readonly partOf: string;
  readonly scaling: Autoscaling;
  /** Port of the pods that the Service leads to. */
  readonly port: number;
  /** Who may connect to the pods; everyone else is denied. */
  readonly ingress: readonly NetworkRule[];
  /** What the pods may connect to besides the cluster's DNS; everything else is denied. */
  readonly egress: readonly NetworkRule[];
  /**
   * A second Service `<name>-canary`, for a route that splits traffic by weight.
   * @default - no canary
   */
  readonly canary?: Canary;
}

/** The second way in, for a new version on trial. */
export interface Canary {
  /**
   * Containers of the version on trial, run in one pod of its own.
   * @default - nothing is on trial: the canary Service leads to the stable pods
   */
  readonly containers?: readonly PodContainer[];
}

/** Port of every Service. */
export const SERVICE_PORT = 80;

/**
 * The set that every stateless service of a review needs: Deployment, Service, autoscaler, disruption budget,
 * service account and network policy, with container defaults that meet Pod Security "restricted".
 */
export class PodGroup extends Construct {
  /** Labels that select every pod of the group, the canary's too. */
  public readonly selector: Labels;
  public readonly autoscaler: HorizontalPodAutoscalerV2;
  /** Name of the service account; a token. */
  public readonly serviceAccountName: string;

  /** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange`, `Missing` */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: PodGroupProps,
  ) {
    super(scope, id);
    requireLabelName(this, "name", props.name);
    if (props.canary !== undefined) requireLabelName(this, "name", canaryName(props.name));
    requireAutoscaling(this, props.scaling);
    requireInteger(this, "port", props.port, {
      min: 1024,
      max: 65535,
      fix: "choose a port that needs no root",
    });
    requireInteger(this, "uid", props.uid, { min: 1, fix: "name the image's own unprivileged user" });
    requireRules(this, "ingress", props.ingress);
    requireRules(this, "egress", props.egress);

    this.selector = selectorLabels(props.name);
    this.serviceAccountName = this.defineServiceAccount();
    this.defineDeployment("Resource", "stable", props);
    this.defineService("Service", props.name, trackLabels(props.name, "stable"));
    if (props.canary !== undefined) this.defineCanary(props.canary);
    this.autoscaler = defineAutoscaler(this, this.metadata(props.name), props.scaling);
    this.definePolicies();
  }

  /** One pod, no autoscaler: it is on trial for minutes, and its share of the traffic is fixed. */
  private defineCanary({ containers }: Canary): void {
    const { name } = this.props;
    this.defineService(
      "CanaryService",
      canaryName(name),
      trackLabels(name, containers ? "canary" : "stable"),
    );
    if (containers !== undefined) this.defineDeployment("Canary", "canary", { ...this.props, containers });
  }

  private defineServiceAccount(): string {
    const account = new ServiceAccountV1(this, "ServiceAccount", {
      metadata: this.metadata(this.props.name),
      automountServiceAccountToken: false,
    });
    return account.metadata.name;
  }

  private defineDeployment(id: string, track: "stable" | "canary", pod: PodTemplate): void {
    const { name } = this.props;
    const selector = trackLabels(name, track);
    const labels = { ...workloadLabels(name, this.props.partOf), ...selector };
    new DeploymentV1(this, id, {
      metadata: this.metadata(track === "canary" ? canaryName(name) : name),
      spec: {
        ...(track === "canary" && { replicas: "1" }),
        selector: { matchLabels: selector },
        // One more pod first, none fewer: a roll-out never lowers the capacity.
        strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: "1", maxUnavailable: "0" } },
        revisionHistoryLimit: 5,
        template: podTemplate(pod, labels, this.selector, this.serviceAccountName),
      },
      // The autoscaler owns the count.
      ...(track === "stable" && { lifecycle: { ignoreChanges: ["spec[0].replicas"] } }),
    });
  }

  private defineService(id: string, name: string, selector: Labels): void {
    new ServiceV1(this, id, {
      metadata: this.metadata(name),
      spec: {
        type: "ClusterIP",
        selector,
        port: [{ name: "http", port: SERVICE_PORT, targetPort: String(this.props.port), protocol: "TCP" }],
      },
    });
  }

  private definePolicies(): void {
    const metadata = this.metadata(this.props.name);
    new PodDisruptionBudgetV1(this, "DisruptionBudget", {
      metadata,
      // maxUnavailable, since minAvailable equal to minReplicas would block every drain at low load.
      spec: { maxUnavailable: "1", selector: { matchLabels: this.selector } },
    });
    const annotations = peerAnnotations([...this.props.ingress, ...this.props.egress]);
    new NetworkPolicyV1(this, "NetworkPolicy", {
      metadata: { ...metadata, ...(Object.keys(annotations).length > 0 && { annotations }) },
      spec: {
        podSelector: { matchLabels: this.selector },
        policyTypes: ["Ingress", "Egress"],
        ingress: toIngress(this.props.ingress),
        egress: toEgress([...DNS_RULES, ...this.props.egress]),
      },
    });
  }

  private metadata(name: string) {
    const { namespace, partOf } = this.props;
    return { name, namespace, labels: workloadLabels(this.props.name, partOf) };
  }
}

/** Name of what stands beside the stable version; a route finds the canary Service by it. */
export function canaryName(name: string): string {
  return `${name}-canary`;
}
