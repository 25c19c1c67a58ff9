import type { Environment } from "../../config/environments";
import { PARTNER } from "../../config/reviews/001-partner-api/application";
import type { NetworkRule } from "../../constructs/core";
import { DOTNET_PORT } from "../../constructs/dotnet-service";

/** From the Gateway's own pods. */
export function fromGateway({ gateway }: Environment, port: number): NetworkRule {
  return { peer: { namespace: gateway.namespace }, port };
}

/** To the collector that all telemetry goes through. */
export function toCollector({ collector }: Environment): NetworkRule {
  return { peer: { namespace: collector.namespace, labels: { app: collector.app } }, port: collector.port };
}

/** Address of the collector for those who send to it. */
export function collectorEndpoint({ collector }: Environment): string {
  return `${collector.app}.${collector.namespace}.svc.cluster.local:${collector.port}`;
}

/** To the pods of frontend3, over HTTP. */
export function toFrontend3(): NetworkRule {
  const { namespace, app, port } = PARTNER.frontend3;
  return { peer: { namespace, labels: { app } }, port };
}

/** To Fuji in the option's own namespace. */
export function toFuji(): NetworkRule {
  return { peer: { labels: { app: "fuji" } }, port: DOTNET_PORT };
}

/** Services outside of the cluster, at addresses of the environment. */
interface OutsideService {
  readonly name: string;
  /** Which of the environment's addresses it has. */
  readonly endpoint: keyof Environment["endpoints"];
  readonly port: number;
}

/** To a service outside of the cluster. */
export function toOutside({ endpoints }: Environment, { name, endpoint, port }: OutsideService): NetworkRule {
  return { peer: { name, cidr: endpoints[endpoint] }, port };
}
