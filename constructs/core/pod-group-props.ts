import type { Autoscaling } from "./autoscaling";
import type { NetworkRule } from "./network-rules";
import type { PodContainer, PodTemplate } from "./pod-template";

/** Properties for `PodGroup`. */
export interface PodGroupProps extends PodTemplate {
  readonly namespace: string;
  /** Name of the Deployment, Service, ServiceAccount and policies: an RFC 1123 label. */
  readonly name: string;
  /** Application that the group belongs to, for the label `app.kubernetes.io/part-of`. */
  readonly partOf: string;
  readonly scaling: Autoscaling;
  /** Target port of the Service. */
  readonly port: number;
  /** Who may connect to the pods; everyone else is denied. */
  readonly ingress: readonly NetworkRule[];
  /** What the pods may connect to besides the cluster's DNS; everything else is denied. */
  readonly egress: readonly NetworkRule[];
  /**
   * Image pull secret, of type `kubernetes.io/dockerconfigjson`.
   * @default - none; the nodes have access to the registry
   */
  readonly imagePullSecret?: string;
  /**
   * A second Service `<name>-canary`, for a route that splits traffic by weight.
   * @default - no canary
   */
  readonly canary?: Canary;
  /**
   * A VerticalPodAutoscaler that only recommends requests.
   * @default false
   */
  readonly recommendations?: boolean;
}

/** A canary: a second Service for a new version. */
export interface Canary {
  /**
   * Containers of the canary version, which runs in one pod of its own.
   * @default - no canary version: the canary Service selects the stable pods
   */
  readonly containers?: readonly PodContainer[];
  /**
   * Argo Rollouts runs the canary: a Rollout replaces the Deployment.
   * @default - no Rollout: the deployer sets the canary version
   */
  readonly rollout?: RolloutOptions;
}

/** Strategy of Argo Rollouts for a new version. */
export interface RolloutOptions {
  /**
   * `canary`: a share of the traffic, a pause, then all of it. `blueGreen`: all pods of the new version next to those
   * of the old one, reachable by the canary Service until an operator promotes them.
   * @default "canary"
   */
  readonly strategy?: "canary" | "blueGreen";
  /**
   * What determines the share of the canary: the weights of the route, or the number of its pods. Services without a
   * route, for example those that only other services call, can only use pods; the smallest share is then one pod.
   * @default "route"
   */
  readonly splitBy?: "route" | "pods";
  /**
   * HTTPRoute whose weights the controller sets. Give it `canaryPercent: 0`.
   * @default - the name of the group
   */
  readonly httpRoute?: string;
  /**
   * Share of the traffic that the canary gets, in percent.
   * @default 5
   */
  readonly weightPercent?: number;
  /**
   * Further shares, each larger than the one before and as long, in percent.
   * @default - none: all traffic follows the first share
   */
  readonly furtherWeightsPercent?: readonly number[];
  /**
   * Duration of each share, in seconds. With `blueGreen`: how long the old pods remain after the promotion, for a
   * rollback.
   * @default 900
   */
  readonly pauseSeconds?: number;
}
