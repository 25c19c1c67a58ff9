/** Where a stack is deployed to. Address ranges are part of it, since policies name them. */
export interface Environment {
  readonly name: EnvironmentName;
  /** AWS region. */
  readonly region: string;
  /** Name of the context in the kubeconfig, so that no other cluster can be hit by accident. */
  readonly kubeContext: string;
  /** EKS cluster that runs the pods. */
  readonly clusterName: string;
  /** Address ranges of the pods. */
  readonly podCidrs: readonly string[];
  /** Address ranges of the subnets that hold caches. */
  readonly cacheCidrs: readonly string[];
  /** The Gateway that routes hang on. */
  readonly gateway: { readonly name: string; readonly namespace: string };
  /** Where telemetry goes. */
  readonly collector: { readonly namespace: string; readonly app: string; readonly port: number };
}

export type EnvironmentName = "sandbox";

/**
 * The sandbox's address plan is the project's own: no review gives one.
 * Replace it with yours before you deploy.
 */
export const ENVIRONMENTS: Readonly<Record<EnvironmentName, Environment>> = {
  sandbox: {
    name: "sandbox",
    region: "us-east-1",
    kubeContext: "weighbridge-sandbox",
    clusterName: "weighbridge-sandbox",
    podCidrs: ["10.40.0.0/18"],
    cacheCidrs: ["10.40.64.0/24", "10.40.65.0/24"],
    gateway: { name: "shared", namespace: "gateway-system" },
    collector: { namespace: "observability", app: "otel-collector", port: 4317 },
  },
};

/** @throws Error when there is no such environment; the message names those that exist. */
export function environmentNamed(name: string): Environment {
  if (Object.hasOwn(ENVIRONMENTS, name)) return ENVIRONMENTS[name as EnvironmentName];
  throw new Error(`ENVIRONMENT must be one of ${Object.keys(ENVIRONMENTS).join(", ")}, got "${name}"`);
}
