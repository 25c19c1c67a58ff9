import type { NetworkRule } from "../../constructs/core";
import type { OtelSidecar } from "../../constructs/dotnet-service";
import { DOTNET_PORT, DotnetService } from "../../constructs/dotnet-service";
import type { OptionStack } from "../stack";
import { toCollector } from "./network";

/** What differs between the options' Fujis. */
export interface FujiOptions {
  readonly namespace: string;
  readonly image: string;
  /** Name of the workload that calls it. */
  readonly caller: string;
  /** @default - no sidecar */
  readonly otel?: OtelSidecar;
}

/** The base image that the review names: 001_57ea113d5c58119c.txt, section 2.1. */
export const DOTNET_BASE_IMAGE = "mcr.microsoft.com/dotnet/aspnet:8.0-alpine";

/**
 * Fuji, the .NET service that maps stations and operators, in every option of the review.
 *
 * The review gives no CPU target for it: 60 % is the target of its neighbours. It names nothing that Fuji
 * connects to, so nothing but telemetry is allowed.
 * @see 001_57ea113d5c58119c.txt, sections 2.1 to 2.3 "Container/Pod Specification"
 */
export function addFuji(stack: OptionStack, options: FujiOptions): DotnetService {
  const caller: NetworkRule = { peer: { labels: { app: options.caller } }, port: DOTNET_PORT };
  return new DotnetService(stack, "Fuji", {
    namespace: options.namespace,
    name: "fuji",
    partOf: stack.node.id,
    image: options.image,
    baseImage: DOTNET_BASE_IMAGE,
    resources: {
      cpuRequestMillicores: 100,
      cpuLimitMillicores: 500,
      memoryRequestMi: 128,
      memoryLimitMi: 256,
    },
    scaling: { minReplicas: 2, maxReplicas: 4, cpuPercent: 60 },
    otel: options.otel,
    ingress: [caller],
    egress: options.otel ? [toCollector(stack.environment)] : [],
  });
}
