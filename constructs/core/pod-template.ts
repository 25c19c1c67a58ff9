import { createHash } from "node:crypto";
import type {
  DeploymentV1SpecTemplate,
  DeploymentV1SpecTemplateSpecContainer,
  DeploymentV1SpecTemplateSpecVolume,
} from "@cdktf/provider-kubernetes/lib/deployment-v1";
import { baseImageAnnotation, type Labels } from "./labels";
import { restrictedContainer, restrictedPod } from "./security";

/** The pods of a group. */
export interface PodTemplate {
  readonly containers: readonly PodContainer[];
  /** Numeric user of every container, not 0. */
  readonly uid: number;
  /** @default - no volumes */
  readonly volumes?: readonly DeploymentV1SpecTemplateSpecVolume[];
  /**
   * Text whose change must restart the pods, by file name; a mounted configuration is otherwise not read again.
   * @default - nothing
   */
  readonly configuration?: Readonly<Record<string, string>>;
  /**
   * Time to finish requests after a stop, in seconds. Must cover the longest preStop and request.
   * @default 60
   */
  readonly terminationGraceSeconds?: number;
}

/** A container in the provider's own terms, and its base image. */
export interface PodContainer extends DeploymentV1SpecTemplateSpecContainer {
  readonly name: string;
  /**
   * Base image of this container's image.
   * @default - derived from the reference
   */
  readonly baseImage?: string;
  /**
   * Paths that must be writable under the read-only root; each gets an emptyDir of its own.
   * @default - none
   */
  readonly writablePaths?: readonly (string | WritablePath)[];
}

/** A folder that a container may write to. It starts empty and hides the image's own content. */
export interface WritablePath {
  readonly path: string;
  /**
   * Size limit, in MiB of the node's disk; a pod that exceeds it is evicted.
   * @default 64
   */
  readonly sizeMi?: number;
}

/** The pod template: restricted, spread over zones and hosts, restarted by changes of its configuration. */
export function podTemplate(
  pod: PodTemplate,
  labels: Labels,
  selector: Labels,
  serviceAccountName: string,
): DeploymentV1SpecTemplate {
  const annotations = { ...checksum(pod.configuration), ...baseImages(pod.containers) };
  return {
    metadata: { labels, ...(Object.keys(annotations).length > 0 && { annotations }) },
    spec: {
      serviceAccountName,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: pod.terminationGraceSeconds ?? 60,
      securityContext: restrictedPod(pod.uid),
      topologySpreadConstraint: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map(
        (topologyKey) => ({
          maxSkew: 1,
          topologyKey,
          // A preference: a cluster with one remaining zone must still run the pods.
          whenUnsatisfiable: "ScheduleAnyway",
          labelSelector: [{ matchLabels: selector }],
        }),
      ),
      container: pod.containers.map(toContainer),
      volume: [...(pod.volumes ?? []), ...pod.containers.flatMap(scratchVolumes)],
    },
  };
}

function toContainer(container: PodContainer): DeploymentV1SpecTemplateSpecContainer {
  const { baseImage: _, writablePaths = [], volumeMount, ...rest } = container;
  const scratch = writablePaths.map((writable, index) => ({
    name: scratchName(container, index),
    mountPath: typeof writable === "string" ? writable : writable.path,
  }));
  return {
    ...rest,
    securityContext: restrictedContainer(),
    volumeMount: [...(Array.isArray(volumeMount) ? volumeMount : []), ...scratch],
  };
}

function scratchVolumes(container: PodContainer): DeploymentV1SpecTemplateSpecVolume[] {
  return (container.writablePaths ?? []).map((writable, index) => ({
    name: scratchName(container, index),
    emptyDir: { sizeLimit: `${(typeof writable === "string" ? undefined : writable.sizeMi) ?? 64}Mi` },
  }));
}

function scratchName(container: PodContainer, index: number): string {
  return `${container.name}-scratch-${index}`;
}

function baseImages(containers: readonly PodContainer[]): Labels {
  return Object.assign(
    {},
    ...containers.flatMap(({ name, baseImage }) =>
      baseImage === undefined ? [] : [baseImageAnnotation(name, baseImage)],
    ),
  );
}

function checksum(configuration: PodTemplate["configuration"]): Labels {
  if (configuration === undefined) return {};
  const digest = createHash("sha256").update(JSON.stringify(configuration)).digest("hex");
  return { "weighbridge.dev/configuration-checksum": digest.slice(0, 16) };
}
