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
   * Total of the whole pod, however many containers it has.
   * @default - CPU request 200m, limit 800m; memory request 256Mi, limit 512Mi, which is enough for 8 workers
   */
  readonly resources?: ResourceBudget;
  /**
   * Pod counts, and the metrics that the autoscaler uses.
   * @default - 2 to 8 pods at 60 % CPU
   */
  readonly scaling?: PartnerScaling;
  /**
   * A VerticalPodAutoscaler that recommends requests and changes nothing: the pool is derived from the limits.
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
   * Longest time of one request, in seconds, at most 300. A pod that stops waits as long for its last ones.
   * @default 30
   */
  readonly requestTimeoutSeconds?: number;
  /**
   * Path prefixes that nginx passes to PHP; every other path is 404.
   * @default ["/"] - every path
   */
  readonly pathPrefixes?: readonly string[];
  /**
   * Front controller of the application.
   * @default "/var/www/html/public/index.php"
   */
  readonly frontController?: string;
  /**
   * Where the pool file is mounted; it must be the last one that FPM reads.
   * @default "/usr/local/etc/php-fpm.d/zzz-partner.conf"
   */
  readonly fpmConfigPath?: string;
  /**
   * Where OPcache's settings are mounted; PHP must read it after its own.
   * @default "/usr/local/etc/php/conf.d/zzz-partner.ini" - as official images have it
   */
  readonly phpIniPath?: string;
  /**
   * Sizes of OPcache.
   * @default - see `OpcacheSettings`
   */
  readonly opcache?: OpcacheSettings;
  /**
   * Folders that the application writes to, beside `/tmp`, under the read-only root. Each starts empty and so
   * hides what the image has there: never name the folder of a cache that was warmed in the build.
   * @default - `/tmp` alone, of 64 Mi
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
   * @default - nobody
   */
  readonly ingress?: readonly NetworkRule[];
  /**
   * What the pods may connect to besides DNS.
   * @default - nothing
   */
  readonly egress?: readonly NetworkRule[];
  /**
   * A second Service for weighted routes. `image` puts a version on trial in a pod of its own; `rollout` leaves
   * every change to Argo Rollouts instead.
   * @default - no canary
   */
  readonly canary?: PartnerCanary;
}

/** A version on trial: named by the deployer, or each change in turn. */
export type PartnerCanary =
  | { readonly image?: string; readonly rollout?: undefined }
  | { readonly rollout: RolloutOptions; readonly image?: undefined };
