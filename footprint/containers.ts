/** What one container may use. An absent member is not set in the document. */
export interface Resources {
  readonly cpuMillicores?: number;
  readonly memoryMi?: number;
  /**
   * Other resources by Kubernetes' name: `nvidia.com/gpu` in devices, `ephemeral-storage` and `hugepages-2Mi` in MiB.
   * @default - none
   */
  readonly other?: Readonly<Record<string, number>>;
}

/** One container of a pod template, a Swarm task or a Compose project. */
export interface Container {
  readonly name: string;
  /** Image reference as the document holds it, with references that could not be resolved left in. */
  readonly image?: string;
  readonly requests: Resources;
  readonly limits: Resources;
  /**
   * True for a native sidecar: an init container that restarts always and keeps running.
   * @default false
   */
  readonly isSidecar?: boolean;
}

/** A container that runs to its end before the next one starts. */
export interface InitContainer extends Container {
  /**
   * Number of the pod's native sidecars that were started before it and run beside it.
   * @default 0
   */
  readonly sidecarsBefore?: number;
}
