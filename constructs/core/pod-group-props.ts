import type { Autoscaling } from "./autoscaling";
import type { NetworkRule } from "./network-rules";
import type { PodContainer, PodTemplate } from "./pod-template";

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
   * Secret with which the images are pulled, of type `kubernetes.io/dockerconfigjson`.
   * @default - the nodes may pull them
   */
  readonly imagePullSecret?: string;
  /**
   * A second Service `<name>-canary`, for a route that splits traffic by weight.
   * @default - no canary
   */
  readonly canary?: Canary;
  /**
   * A VerticalPodAutoscaler that recommends requests and changes nothing.
   * @default false
   */
  readonly recommendations?: boolean;
}

/** The second way in, for a new version on trial. */
export interface Canary {
  /**
   * Containers of the version on trial, run in one pod of its own.
   * @default - nothing is on trial: the canary Service leads to the stable pods
   */
  readonly containers?: readonly PodContainer[];
  /**
   * Leaves the trial to Argo Rollouts: a Rollout in place of the Deployment, and no pod beside it.
   * @default - no Rollout: the deployer names what is on trial
   */
  readonly rollout?: RolloutOptions;
}

/** How Argo Rollouts puts a new version on trial. */
export interface RolloutOptions {
  /**
   * `canary`: a share of the traffic, a pause, then all of it. `blueGreen`: all pods of the new version beside those
   * of the old one, entered by the canary Service until somebody switches.
   * @default "canary"
   */
  readonly strategy?: "canary" | "blueGreen";
  /**
   * What holds a canary's share: the weights of the route, or how many of the pods are new. Without a route, for
   * example among services that call each other, only pods can be counted, so that the least share is one pod's.
   * @default "route"
   */
  readonly splitBy?: "route" | "pods";
  /**
   * HTTPRoute whose weights the controller sets; give it `canaryPercent: 0`, which is how it stands at rest.
   * @default - the name of the group
   */
  readonly httpRoute?: string;
  /**
   * Share of the traffic that goes to the version on trial, in percent.
   * @default 5
   */
  readonly weightPercent?: number;
  /**
   * Shares that follow the first one, each larger and on trial as long, in percent.
   * @default - none: after the first share comes all of the traffic
   */
  readonly furtherWeightsPercent?: readonly number[];
  /**
   * How long each share is on trial; with `blueGreen` how long the old pods stay after the switch, for the way back.
   * In seconds.
   * @default 900
   */
  readonly pauseSeconds?: number;
}
