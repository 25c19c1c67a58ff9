import type { DeploymentV1SpecTemplate } from "@cdktf/provider-kubernetes/lib/deployment-v1";
import type { IConstruct } from "constructs";
import { toApiForm } from "./api-form";
import { refuse } from "./errors";
import type { Labels } from "./labels";
import type { Manifest } from "./manifests";
import type { Canary, RolloutOptions } from "./pod-group-props";
import { requireInteger, requireLabelName } from "./validate";

/** The pods of a Rollout and its Services. */
export interface RolloutPods {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly selector: Labels;
  readonly canaryService: string;
  readonly template: DeploymentV1SpecTemplate;
}

/** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange`; `Conflict` with containers of a canary */
export function requireRollout(scope: IConstruct, { containers, rollout }: Canary): void {
  if (rollout === undefined) return;
  if (containers !== undefined) {
    refuse(scope, {
      code: "Conflict",
      prop: "canary.rollout",
      must: "be omitted where the canary has an image of its own",
      got: "both",
      fix: "set the image of the group: the Rollout runs every change as a canary first",
    });
  }
  const { httpRoute, weightPercent = 5, furtherWeightsPercent = [], pauseSeconds } = rollout;
  if (httpRoute !== undefined) requireLabelName(scope, "canary.rollout.httpRoute", httpRoute);
  requireInteger(scope, "canary.rollout.weightPercent", weightPercent, { min: 1, max: 99 });
  furtherWeightsPercent.forEach((weight, index) => {
    const min = (furtherWeightsPercent[index - 1] ?? weightPercent) + 1;
    requireInteger(scope, `canary.rollout.furtherWeightsPercent[${index}]`, weight, { min, max: 99 });
  });
  requireInteger(scope, "canary.rollout.pauseSeconds", pauseSeconds, { min: 1, max: 86_400 });
}

/**
 * A Rollout that replaces the Deployment and contains the whole pod template: with `workloadRef` the Deployment would
 * remain as a second workload. To split a route, the controller needs its Gateway API plugin.
 * @see https://argo-rollouts.readthedocs.io/en/stable/features/specification/
 * @see https://rollouts-plugin-trafficrouter-gatewayapi.readthedocs.io/
 */
export function rollout(pods: RolloutPods, options: RolloutOptions): Manifest {
  const { name, namespace, labels, selector, template } = pods;
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Rollout",
    metadata: { name, namespace, labels },
    spec: {
      // No replicas: the autoscaler sets them.
      revisionHistoryLimit: 5,
      selector: { matchLabels: selector },
      strategy:
        options.strategy === "blueGreen"
          ? { blueGreen: blueGreen(pods, options) }
          : { canary: canary(pods, options) },
      template: toApiForm(template),
    },
  };
}

function canary({ name, namespace, canaryService }: RolloutPods, options: RolloutOptions) {
  const { httpRoute = name, splitBy = "route", weightPercent = 5, pauseSeconds = 900 } = options;
  const shares = [weightPercent, ...(options.furtherWeightsPercent ?? [])];
  return {
    maxSurge: 1,
    maxUnavailable: 0,
    stableService: name,
    canaryService,
    ...(splitBy === "route" && {
      trafficRouting: { plugins: { "argoproj-labs/gatewayAPI": { httpRoute, namespace } } },
    }),
    steps: [
      ...shares.flatMap((setWeight) => [{ setWeight }, { pause: { duration: `${pauseSeconds}s` } }]),
      { setWeight: 100 },
    ],
  };
}

/** An operator promotes the new version after tests against the canary Service. */
function blueGreen({ name, canaryService }: RolloutPods, { pauseSeconds = 900 }: RolloutOptions) {
  return {
    activeService: name,
    previewService: canaryService,
    autoPromotionEnabled: false,
    scaleDownDelaySeconds: pauseSeconds,
  };
}

/**
 * Fields of the Services that the controller sets and Terraform must ignore: the selected version, and the
 * controller's annotation.
 */
export const WRITTEN_BY_ROLLOUTS: readonly string[] = [
  'spec[0].selector["rollouts-pod-template-hash"]',
  'metadata[0].annotations["argo-rollouts.argoproj.io/managed-by-rollouts"]',
];
