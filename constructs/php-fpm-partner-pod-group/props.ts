import type { NetworkRule } from "../core/network-rules";
import type { RolloutOptions } from "../core/pod-group-props";
import type { WritablePath } from "../core/pod-template";
import type { ResourceBudget } from "../core/resources";
import type { PartnerScaling } from "./active-workers";
import type { OpcacheSettings } from "./opcache";
import type { WorkerMemory } from "./worker-pool";

/** Properties for `PhpFpmPartnerPodGroup`. */
export interface PhpFpmPartnerPodGroupProps extends WorkerMemory {
  readonly namespace: string;
  /**
   * Name of every object of the group: an RFC 1123 label.
   * @default - the id of the construct in kebab-case
   */
  readonly name?: string;
  /**
   * Application that the group belongs to, for the label `app.kubernetes.io/part-of`.
   * @default - the name
   */
  readonly partOf?: string;
  /** Image with the application: FPM, and in the layout `single-image` nginx too. */
  readonly image: string;
  /**
   * Name of the container that runs FPM: an RFC 1123 label.
   * @default "php-fpm"
   */
  readonly containerName?: string;
  /**
   * Image that `image` is built on; the footprint derives the runtime from it.
   * @default - undetermined; the footprint lists it as unknown
   */
  readonly baseImage?: string;
  /**
   * `single-image`: nginx and FPM in one container. `split`: nginx, FPM and an exporter, within the same total.
   * @default "single-image"
   */
  readonly layout?: "single-image" | "split";
  /**
   * The FPM exporter in a container of its own, within the same total. Scaling on busy workers needs it.
   * @default - true in the layout `split`, false in `single-image`
   */
  readonly exporter?: boolean;
  /**
   * Total resources of the pod, including sidecars.
   * @default - CPU request 200m, limit 800m; memory request 256Mi, limit 512Mi, which is enough for 8 workers
   */
  readonly resources?: ResourceBudget;
  /**
   * Pod counts, and the metrics that the autoscaler uses.
   * @default - 2 to 8 pods at 60 % CPU
   */
  readonly scaling?: PartnerScaling;
  /**
   * A VerticalPodAutoscaler that only recommends requests: the pool is derived from the limits.
   * @default false
   */
  readonly recommendations?: boolean;
  /**
   * `static` or `dynamic` worker start; see `FpmSettings.processManager`.
   * @default "static"
   */
  readonly processManager?: "static" | "dynamic";
  /**
   * Requests after which a worker is replaced.
   * @default 1000
   */
  readonly maxRequests?: number;
  /**
   * Timeout of one request, in seconds, at most 300. A stopping pod waits as long for its last requests.
   * @default 30
   */
  readonly requestTimeoutSeconds?: number;
  /**
   * Path prefixes that nginx passes to PHP; other paths return 404.
   * @default ["/"] - every path
   */
  readonly pathPrefixes?: readonly string[];
  /**
   * Path of the readiness probe. `/ping` is answered by FPM, without the application: a path of the application shows that
   * it works with its stores, and must be below one of `pathPrefixes`.
   * @default "/ping"
   */
  readonly readinessPath?: string;
  /**
   * Front controller of the application.
   * @default "/var/www/html/public/index.php"
   */
  readonly frontController?: string;
  /**
   * Path of the pool file; it must be the last one that FPM reads.
   * @default "/usr/local/etc/php-fpm.d/zzz-partner.conf"
   */
  readonly fpmConfigPath?: string;
  /**
   * Path of OPcache's settings; PHP must read it after its own.
   * @default "/usr/local/etc/php/conf.d/zzz-partner.ini" - that of official images
   */
  readonly phpIniPath?: string;
  /**
   * Sizes of OPcache.
   * @default - see `OpcacheSettings`
   */
  readonly opcache?: OpcacheSettings;
  /**
   * Folders that the application writes to, in addition to `/tmp`, under the read-only root. Each starts empty and
   * hides the image's own content: never name the folder of a cache that was warmed in the build.
   * @default - only `/tmp`, 64 Mi
   */
  readonly writablePaths?: readonly WritablePath[];
  /**
   * Numeric user of every container.
   * @default 33 - `www-data` of Debian-based PHP images; Alpine's is 82
   */
  readonly uid?: number;
  /**
   * Plain environment variables. Secrets go into `secretName`.
   * @default - none
   */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * Kubernetes Secret whose keys become environment variables.
   * @default - none
   */
  readonly secretName?: string;
  /**
   * Who may connect to the pods.
   * @default - none; connections are denied
   */
  readonly ingress?: readonly NetworkRule[];
  /**
   * What the pods may connect to besides DNS.
   * @default - nothing
   */
  readonly egress?: readonly NetworkRule[];
  /**
   * A second Service for weighted routes. `image` runs a canary version in a pod of its own; with `rollout` Argo
   * Rollouts runs every change as a canary first.
   * @default - no canary
   */
  readonly canary?: PartnerCanary;
}

/** A canary: an image that the deployer sets, or a Rollout. */
export type PartnerCanary =
  | { readonly image?: string; readonly rollout?: undefined }
  | { readonly rollout: RolloutOptions; readonly image?: undefined };
