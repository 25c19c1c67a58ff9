/** Containers that one Docker host runs together, in the words of a Compose file. Times are in seconds. */
export interface ComposeProject {
  /** Prefix of everything that Docker names. */
  readonly name: string;
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  /** Content of files that services read, by name. None is secret. */
  readonly files: Readonly<Record<string, string>>;
  /** What each secret holds, by name; its value is never here. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** One container. */
export interface ComposeService {
  readonly image: string;
  /** What the project's own images are built on. */
  readonly baseImage?: string;
  /** Name that the container knows itself by; Docker's own is another one in each new container. */
  readonly hostname?: string;
  /** Numeric user and group, where the image would start as root. */
  readonly user?: string;
  readonly command?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Docker knows the limits; the requests become its weights, and a machine is chosen by them. */
  readonly resources: ComposeResources;
  readonly healthCheck: {
    readonly test: readonly string[];
    readonly startPeriodSeconds: number;
    readonly intervalSeconds?: number;
    readonly timeoutSeconds?: number;
  };
  readonly networks: readonly string[];
  /** Ports of the host. */
  readonly ports?: readonly { readonly target: number; readonly published: number }[];
  readonly volumes?: readonly { readonly volume: string; readonly path: string }[];
  readonly files?: readonly { readonly file: string; readonly path: string }[];
  readonly secrets?: readonly { readonly secret: string; readonly path: string }[];
  /** Folders in memory of a container whose own files cannot be written; without it they can. */
  readonly writablePaths?: readonly string[];
  /** The one capability that it keeps of those that Docker gives. */
  readonly capability?: string;
  /** Services that must be healthy before it starts. */
  readonly after?: readonly string[];
  readonly stopGraceSeconds?: number;
}

/** Millicores and MiB. */
export interface ComposeResources {
  readonly cpuRequestMillicores: number;
  readonly cpuLimitMillicores: number;
  readonly memoryRequestMi: number;
  readonly memoryLimitMi: number;
}
