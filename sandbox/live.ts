import type { KubernetesClient, KubernetesObject } from "./kubernetes/client";

/** A container as the API server holds it. */
interface Container {
  readonly name: string;
  readonly securityContext?: { readonly runAsNonRoot?: boolean };
}

/** A Deployment or StatefulSet, and how many pods its autoscaler, or else it itself, asks for at the least. */
export interface LiveWorkload {
  readonly name: string;
  readonly leastPods: number;
  readonly readyPods: number;
}

/** What one namespace really holds. */
export class LiveNamespace {
  public constructor(
    private readonly client: KubernetesClient,
    private readonly name: string,
  ) {}

  /** The level of Pod Security that the namespace's own label sets; undefined leaves it to the cluster. */
  public async podSecurity(): Promise<unknown> {
    const { metadata } = await this.client.get(`/api/v1/namespaces/${this.name}`);
    return (metadata["labels"] as Record<string, string> | undefined)?.["pod-security.kubernetes.io/enforce"];
  }

  public async workloads(): Promise<LiveWorkload[]> {
    const autoscalers = await this.list("apis/autoscaling/v2", "horizontalpodautoscalers");
    const workloads = [
      ...(await this.list("apis/apps/v1", "deployments")),
      ...(await this.list("apis/apps/v1", "statefulsets")),
    ];
    return workloads.map(({ metadata: { name }, spec, status }) => {
      const autoscaler = autoscalers
        .map((it) => it["spec"] as { scaleTargetRef: { name: string }; minReplicas: number })
        .find(({ scaleTargetRef }) => scaleTargetRef.name === name);
      return {
        name,
        leastPods: autoscaler?.minReplicas ?? (spec as { replicas: number }).replicas,
        readyPods: (status as { readyReplicas?: number }).readyReplicas ?? 0,
      };
    });
  }

  /** Every container of every pod, as `<pod>/<container>`, with what it says about running as root. */
  public async containers(): Promise<
    { readonly name: string; readonly runAsNonRoot: boolean | undefined }[]
  > {
    const pods = await this.list("api/v1", "pods");
    return pods.flatMap(({ metadata, spec }) => {
      const { initContainers = [], containers } = spec as {
        initContainers?: Container[];
        containers: Container[];
      };
      return [...initContainers, ...containers].map(({ name, securityContext }) => ({
        name: `${metadata.name}/${name}`,
        runAsNonRoot: securityContext?.runAsNonRoot,
      }));
    });
  }

  /** What was said when a pod could not be made, e.g. because Pod Security refused it. */
  public async failedCreations(): Promise<string[]> {
    const events = await this.list("api/v1", "events");
    return events.filter(({ reason }) => reason === "FailedCreate").map(({ message }) => String(message));
  }

  /** Where routes send traffic: `<route>: <service> <weight>`. */
  public async routeWeights(): Promise<string[]> {
    return (await this.list("apis/gateway.networking.k8s.io/v1", "httproutes")).flatMap((route) =>
      routeWeights(route),
    );
  }

  public async services(): Promise<string[]> {
    return (await this.list("api/v1", "services")).map(({ metadata }) => metadata.name);
  }

  private list(api: string, plural: string): Promise<KubernetesObject[]> {
    return this.client.list(`/${api}/namespaces/${this.name}/${plural}`);
  }
}

/** The backends of an HTTPRoute, one text each: `<route>: <service> <weight>`. */
export function routeWeights(route: KubernetesObject): string[] {
  const { rules } = route["spec"] as { rules: { backendRefs: { name: string; weight: number }[] }[] };
  return rules.flatMap(({ backendRefs }) =>
    backendRefs.map(({ name, weight }) => `${route.metadata.name}: ${name} ${weight}`),
  );
}
