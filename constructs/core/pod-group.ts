import { DeploymentV1 } from "@cdktf/provider-kubernetes/lib/deployment-v1";
import type { HorizontalPodAutoscalerV2 } from "@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2";
import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { PodDisruptionBudgetV1 } from "@cdktf/provider-kubernetes/lib/pod-disruption-budget-v1";
import { ServiceAccountV1 } from "@cdktf/provider-kubernetes/lib/service-account-v1";
import { ServiceV1 } from "@cdktf/provider-kubernetes/lib/service-v1";
import { Construct } from "constructs";
import { defineAutoscaler, requireAutoscaling, type ScaleTarget } from "./autoscaling";
import { type Labels, selectorLabels, type Track, trackLabels, workloadLabels } from "./labels";
import type { Manifest } from "./manifests";
import { DNS_RULES, peerAnnotations, requireRules, toEgress, toIngress } from "./network-rules";
import type { Canary, PodGroupProps, RolloutOptions } from "./pod-group-props";
import { type PodTemplate, podTemplate } from "./pod-template";
import { requireRollout, rollout, WRITTEN_BY_ROLLOUTS } from "./rollout";
import { scaledObject, tryKedaMetric } from "./scaled-object";
import { requireInteger, requireLabelName } from "./validate";
import { verticalRecommendation } from "./vertical-recommendation";

/** Port of every Service. */
export const SERVICE_PORT = 80;
/** The largest user id that Kubernetes accepts. */
const LARGEST_UID = 2 ** 31 - 1;

/**
 * The objects of a stateless service: Deployment, Service, autoscaler, disruption budget,
 * service account and network policy, with container defaults that meet Pod Security "restricted".
 */
export class PodGroup extends Construct {
  /** Labels that select every pod of the group, the canary's too. */
  public readonly selector: Labels;
  /** Undefined where KEDA creates it. */
  public readonly autoscaler?: HorizontalPodAutoscalerV2;
  /** Custom resources for the stack's `Manifests`. */
  public readonly manifests: readonly Manifest[];
  /** Name of the service account; a token. */
  public readonly serviceAccountName: string;

  /** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange`, `Missing`, `Conflict` */
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
      fix: "choose a port that does not need root",
    });
    requireInteger(this, "uid", props.uid, {
      min: 1,
      max: LARGEST_UID,
      fix: "name the image's own unprivileged user",
    });
    requireInteger(this, "terminationGraceSeconds", props.terminationGraceSeconds, { min: 1, max: 3600 });
    if (props.canary !== undefined) requireRollout(this, props.canary);
    requireRules(this, "ingress", props.ingress);
    requireRules(this, "egress", props.egress);

    this.selector = selectorLabels(props.name);
    this.serviceAccountName = this.defineServiceAccount();
    const rollouts = props.canary?.rollout === undefined ? [] : [this.rollout(props.canary.rollout)];
    if (rollouts.length === 0) this.defineDeployment("Resource", "stable", props);
    this.defineService("Service", props.name, trackLabels(props.name, "stable"));
    if (props.canary !== undefined) this.defineCanary(props.canary);
    const kedaMetric = tryKedaMetric(props.scaling);
    if (kedaMetric === undefined) this.autoscaler = defineAutoscaler(this, this.scaleTarget, props.scaling);
    this.definePolicies();
    this.manifests = [
      ...rollouts,
      ...(kedaMetric ? [scaledObject(this.scaleTarget, props.scaling, kedaMetric)] : []),
      ...(props.recommendations === true ? [verticalRecommendation(this.scaleTarget)] : []),
    ];
  }

  private get scaleTarget(): ScaleTarget {
    const { name, canary } = this.props;
    const workload =
      canary?.rollout === undefined
        ? ({ apiVersion: "apps/v1", kind: "Deployment", name } as const)
        : ({ apiVersion: "argoproj.io/v1alpha1", kind: "Rollout", name } as const);
    return { ...this.metadata(name), workload };
  }

  private rollout(options: RolloutOptions): Manifest {
    const { name } = this.props;
    return rollout(
      {
        ...this.metadata(name),
        selector: trackLabels(name, "stable"),
        canaryService: canaryName(name),
        template: this.template("stable", this.props),
      },
      options,
    );
  }

  /** One pod without an autoscaler: it runs for minutes, and its share of the traffic is fixed. */
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
    const { name, imagePullSecret } = this.props;
    const account = new ServiceAccountV1(this, "ServiceAccount", {
      metadata: this.metadata(name),
      automountServiceAccountToken: false,
      ...(imagePullSecret !== undefined && { imagePullSecret: [{ name: imagePullSecret }] }),
    });
    return account.metadata.name;
  }

  private defineDeployment(id: string, track: Track, pod: PodTemplate): void {
    const { name } = this.props;
    const selector = trackLabels(name, track);
    new DeploymentV1(this, id, {
      metadata: this.metadata(track === "canary" ? canaryName(name) : name),
      spec: {
        ...(track === "canary" && { replicas: "1" }),
        selector: { matchLabels: selector },
        // Surge 1, unavailable 0: a rollout never reduces the capacity.
        strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: "1", maxUnavailable: "0" } },
        revisionHistoryLimit: 5,
        template: this.template(track, pod),
      },
      // The autoscaler sets the replicas.
      ...(track === "stable" && { lifecycle: { ignoreChanges: ["spec[0].replicas"] } }),
    });
  }

  private template(track: Track, pod: PodTemplate) {
    const { name, partOf } = this.props;
    const labels = { ...workloadLabels(name, partOf), ...trackLabels(name, track) };
    return podTemplate(pod, labels, this.selector, this.serviceAccountName);
  }

  private defineService(id: string, name: string, selector: Labels): void {
    new ServiceV1(this, id, {
      metadata: this.metadata(name),
      spec: {
        type: "ClusterIP",
        selector,
        port: [{ name: "http", port: SERVICE_PORT, targetPort: String(this.props.port), protocol: "TCP" }],
      },
      ...(this.props.canary?.rollout && { lifecycle: { ignoreChanges: [...WRITTEN_BY_ROLLOUTS] } }),
    });
  }

  private definePolicies(): void {
    const metadata = this.metadata(this.props.name);
    new PodDisruptionBudgetV1(this, "DisruptionBudget", {
      metadata,
      // maxUnavailable, since minAvailable equal to minReplicas would block every drain at low load. Only pods of the
      // tracks: a Job with the same label has no scale, and the disruption controller would then refuse every eviction.
      spec: { maxUnavailable: "1", selector: { matchLabels: this.selector, matchExpressions: [OF_A_TRACK] } },
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

const OF_A_TRACK = { key: "track", operator: "In", values: ["stable", "canary"] };

/** Name of the canary's objects, for example its Service. */
export function canaryName(name: string): string {
  return `${name}-canary`;
}
