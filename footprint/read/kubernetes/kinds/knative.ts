import type { Exposure } from "../../../model";
import type { Autoscaler } from "../autoscalers";
import type { KubernetesObject } from "../object";
import { ignored, type KubernetesKinds, type MakeContext, type PodBounds } from "./kind";
import { made } from "./make";

const SCALE = "autoscaling.knative.dev/";

/** What Knative puts beside the user's container unless its configuration says otherwise. */
const QUEUE_PROXY = {
  name: "queue-proxy",
  image: "gcr.io/knative-releases/knative.dev/serving/cmd/queue",
  resources: { requests: { cpu: "25m" } },
};

/** Knative Serving. */
export const KNATIVE: KubernetesKinds = {
  "serving.knative.dev/Service": { makes: service, autoscaler: scaling, exposures: route },
  ...ignored(
    "made by a Knative Service",
    "serving.knative.dev",
    "Configuration",
    "Revision",
    "Route",
    "DomainMapping",
  ),
  ...ignored("made by a Knative Service", "autoscaling.internal.knative.dev", "*"),
  ...ignored("made by a Knative Service", "networking.internal.knative.dev", "*"),
};

/** The Deployment of the latest revision. */
function service(object: KubernetesObject, { draft }: MakeContext): KubernetesObject[] {
  const template = object.body.at("spec").at("template");
  const metadata = template.at("metadata");
  return [
    made(object, draft, {
      kind: "Deployment",
      replicas: 1,
      labels: { ...metadata.map("labels"), "serving.knative.dev/service": object.name },
      annotations: metadata.map("annotations"),
      pod: { containers: [] },
      override: {
        template: { spec: { ...(template.at("spec").value as object | undefined) } },
      },
    }),
  ].map((each) => withQueueProxy(each, draft));
}

function withQueueProxy(object: KubernetesObject, draft: MakeContext["draft"]): KubernetesObject {
  const body = object.body.value as { spec: { template: { spec: { containers?: unknown[] } } } };
  const { spec } = body.spec.template;
  const containers = [...(spec.containers ?? []), QUEUE_PROXY];
  const value = {
    ...body,
    spec: { ...body.spec, template: { ...body.spec.template, spec: { ...spec, containers } } },
  };
  return { ...object, body: draft.cursor(object.id, value, { file: object.file }) };
}

/** From `min-scale`, 0 where it is not set, to `max-scale`, without a bound where it is 0 or not set. */
function scaling(object: KubernetesObject): Autoscaler {
  const annotations = object.body.at("spec").at("template").at("metadata").map("annotations");
  const [min, max] = bounds(annotations);
  if (max === undefined) object.body.noteUnknown("replicas", "no max-scale bounds the number of pods");
  const target = annotations[`${SCALE}target`];
  const metric = annotations[`${SCALE}metric`] ?? "concurrency";
  return {
    id: object.id,
    targetKind: "Deployment",
    targetName: object.name,
    namespace: object.namespace,
    min,
    max,
    scalesOn: [target === undefined ? metric : `${metric} ${target}`],
  };
}

function bounds(annotations: Readonly<Record<string, string>>): PodBounds {
  const of = (dashed: string, camel: string) =>
    Number(annotations[SCALE + dashed] ?? annotations[SCALE + camel] ?? 0);
  const [min, max] = [of("min-scale", "minScale"), of("max-scale", "maxScale")];
  return [Number.isInteger(min) ? min : undefined, Number.isInteger(max) && max > 0 ? max : undefined];
}

function route({ id, name, body }: KubernetesObject): Exposure[] {
  if (body.at("metadata").map("labels")["networking.knative.dev/visibility"] === "cluster-local") return [];
  return [{ id, via: "Knative Service", hosts: [], paths: [], backends: [{ service: name }] }];
}
