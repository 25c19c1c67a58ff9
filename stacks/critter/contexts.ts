import {
  type BoundedContext,
  CRITTER,
  CRITTER_NAMESPACES,
  type Cycle,
  callersOf,
  imageOf,
  SECRET_FILES,
  usesBroker,
  variablesOf,
} from "../../config/reviews/002-critter-supply/application";
import type { Labels, NetworkRule } from "../../constructs/core";
import { DotnetService } from "../../constructs/dotnet-service";
import type { OptionStack } from "../stack";
import type { Watch } from "./cloud";
import { rollOutOf } from "./rollouts";
import { SECRETS } from "./secrets";

/** Environment that all contexts share. */
export interface Around {
  readonly namespace: string;
  readonly cycle: Cycle;
  readonly watch: Watch;
  /** Tag of all images: one commit is built into eight images. */
  readonly tag: string;
  readonly databaseCidrs: readonly string[];
  /** Address of what a context asks outside of the cluster, by its setting. */
  readonly outsideUrlOf: (setting: string) => string;
  /** Labels of the load test's pods; absent where there is none. */
  readonly loadTest?: Labels;
}

/** CloudAMQP and a payment provider have names and no addresses of their own: the port is all that a policy can hold. */
const ANYWHERE = "0.0.0.0/0";

/** Pods of Envoy Gateway that carry the requests. */
const GATEWAY_PODS = {
  namespace: CRITTER_NAMESPACES.gateway,
  labels: { "app.kubernetes.io/name": "envoy" },
};

/** A bounded context: its pods, what scales them, and whom alone they talk to. */
export function addContext(stack: OptionStack, context: BoundedContext, around: Around): DotnetService {
  const { namespace, tag, cycle } = around;
  const rollOut = rollOutOf(context, cycle);
  return new DotnetService(stack, `Context-${context.id}`, {
    namespace,
    name: context.id,
    partOf: CRITTER.name,
    image: imageOf(context, tag),
    baseImage: CRITTER.baseImage,
    imagePullSecret: SECRETS.registry,
    uid: CRITTER.uid,
    resources: context.resources,
    scaling: context.scaling,
    environment: environmentOf(context, around),
    volumes: [
      {
        volume: {
          name: "settings",
          secret: { secretName: usesBroker(context) ? SECRETS.databaseAndBroker : SECRETS.database },
        },
        mountPath: SECRET_FILES.folder,
      },
    ],
    ingress: ingressOf(context, around),
    egress: egressOf(context, around),
    ...(rollOut !== undefined && { canary: rollOut }),
  });
}

/** The port is not among them: the service sets it, since its probes and policies expect it. */
function environmentOf(
  context: BoundedContext,
  { outsideUrlOf, watch }: Around,
): Readonly<Record<string, string>> {
  const { ASPNETCORE_HTTP_PORTS: _, ...variables } = variablesOf(context, {
    urlOf: (id) => `http://${id}`,
    outsideUrlOf,
    telemetryUrl: `http://${CRITTER.telemetry.name}:80`,
    temporality: watch === "applicationInsights" ? "delta" : "cumulative",
  });
  return variables;
}

function ingressOf(context: BoundedContext, { loadTest }: Around): readonly NetworkRule[] {
  const { port } = CRITTER;
  const isPublic = context.publicPaths !== undefined;
  return [
    ...callersOf(context).map(({ id }) => ({ peer: { labels: { app: id } }, port })),
    ...(isPublic ? [{ peer: GATEWAY_PODS, port }] : []),
    ...(isPublic && loadTest !== undefined ? [{ peer: { labels: loadTest }, port }] : []),
  ];
}

function egressOf(context: BoundedContext, { databaseCidrs }: Around): readonly NetworkRule[] {
  const { broker, database, telemetry } = CRITTER;
  return [
    ...context.calls.map((id) => ({ peer: { labels: { app: id } }, port: CRITTER.port })),
    ...databaseCidrs.map((cidr) => ({ peer: { name: "postgres", cidr }, port: database.port })),
    ...(usesBroker(context) ? [{ peer: { name: "cloudamqp", cidr: ANYWHERE }, port: broker.tlsPort }] : []),
    ...(context.asksOutside ?? []).map((setting) => ({
      peer: { name: kebab(setting), cidr: ANYWHERE },
      port: 443,
    })),
    { peer: { labels: { app: telemetry.name } }, port: telemetry.port },
  ];
}

/** `PaymentProvider` becomes `payment-provider`. */
function kebab(setting: string): string {
  return setting.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase();
}
