import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import { Construct } from "constructs";
import type { Autoscaling } from "../core/autoscaling";
import { isToken, refuse } from "../core/errors";
import type { NetworkRule } from "../core/network-rules";
import { type Canary, PodGroup } from "../core/pod-group";
import type { PodContainer } from "../core/pod-template";
import { type ResourceBudget, requireBudget } from "../core/resources";
import { requireInteger, requireKnown } from "../core/validate";
import { fpmConfiguration } from "./fpm-configuration";
import { FPM_VOLUME, type LayoutSettings, NGINX_VOLUME, singleImage, split } from "./layouts";
import { nginxConfiguration } from "./nginx-configuration";
import { fpmPart } from "./split-budget";
import { type WorkerMemory, workerPool } from "./worker-pool";

/** Properties for `PhpFpmPartnerPodGroup`. */
export interface PhpFpmPartnerPodGroupProps extends WorkerMemory {
  readonly namespace: string;
  /**
   * Name of every object of the group.
   * @default "frontend3-partner"
   */
  readonly name?: string;
  /**
   * What the group is a part of, for labels.
   * @default "partner-api"
   */
  readonly partOf?: string;
  /** Image with the application: FPM, and in the layout `single-image` nginx too. */
  readonly image: string;
  /**
   * Image that `image` is built on, for weighing its supply chain.
   * @default - not known, and the footprint says so
   */
  readonly baseImage?: string;
  /**
   * `single-image`: nginx and FPM in one container. `split`: nginx, FPM and an exporter, within the same total.
   * @default "single-image" - 001_57ea113d5c58119c.txt, section 2.2
   */
  readonly layout?: "single-image" | "split";
  /**
   * Total of the whole pod, however many containers it has.
   * @default - 200m / 800m CPU and 256 / 512 Mi memory, 001_57ea113d5c58119c.txt, section 2.2
   */
  readonly resources?: ResourceBudget;
  /**
   * Pod counts and what moves them.
   * @default - 2 to 8 pods at 60 % CPU; the counts from 001_57ea113d5c58119c.txt, section 2.2
   */
  readonly scaling?: Autoscaling;
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
   * Longest time of one request, in seconds.
   * @default 30
   */
  readonly requestTimeoutSeconds?: number;
  /**
   * Path prefixes that nginx passes to PHP; every other path is 404.
   * @default ["/partner/v1/", "/health"] - 001_57ea113d5c58119c.txt, sections 2.2 and 8
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
   * A second Service for weighted routes; `image` puts a version on trial in a pod of its own.
   * @default - no canary
   */
  readonly canary?: { readonly image?: string };
}

const DEFAULT_RESOURCES: ResourceBudget = {
  cpuRequestMillicores: 200,
  cpuLimitMillicores: 800,
  memoryRequestMi: 256,
  memoryLimitMi: 512,
};
const DEFAULT_SCALING: Autoscaling = { minReplicas: 2, maxReplicas: 8, cpuPercent: 60 };
const DEFAULT_PATHS: readonly string[] = ["/partner/v1/", "/health"];
const PORT = 8080;

/**
 * Partner pods beside the main pods of a PHP application: the same image, other nginx and pool settings, and an
 * autoscaler, disruption budget and network policy of their own.
 *
 * The worker pool is derived from the pod's memory, so that a full pool cannot be killed for its memory.
 */
export class PhpFpmPartnerPodGroup extends Construct {
  public readonly pods: PodGroup;
  /** `pm.max_children` of each pod. */
  public readonly maxChildren: number;
  /** Port of the pods. */
  public readonly port = PORT;

  /** @throws ValidationError `NotEnoughMemory`, `OverBudget`, `OutOfRange`, `NotInteger`, `NotKnown`, `BadName`, `Missing` */
  public constructor(scope: Construct, id: string, props: PhpFpmPartnerPodGroupProps) {
    super(scope, id);
    const { namespace, name = "frontend3-partner", partOf = "partner-api", uid = 33 } = props;
    const { maxRequests = 1000, requestTimeoutSeconds = 30, pathPrefixes = DEFAULT_PATHS } = props;
    requireKnown(this, { maxRequests, requestTimeoutSeconds });
    requireInteger(this, "maxRequests", maxRequests, { min: 1 });
    requireInteger(this, "requestTimeoutSeconds", requestTimeoutSeconds, { min: 1, max: 300 });
    for (const [index, prefix] of pathPrefixes.entries()) this.requirePath(`pathPrefixes[${index}]`, prefix);
    this.requirePath("frontController", props.frontController);

    const fpmBudget = this.fpmBudget(props);
    this.maxChildren = workerPool(this, fpmBudget.memoryLimitMi, props).maxChildren;

    const files = {
      fpm: fpmConfiguration({
        maxChildren: this.maxChildren,
        processManager: props.processManager ?? "static",
        maxRequests,
        requestTimeoutSeconds,
      }),
      nginx: nginxConfiguration({
        port: PORT,
        pathPrefixes,
        frontController: props.frontController ?? "/var/www/html/public/index.php",
        requestTimeoutSeconds,
      }),
    };
    const fpmMap = this.defineConfigMap("FpmConfig", namespace, `${name}-fpm`, { "fpm.conf": files.fpm });
    const nginxMap = this.defineConfigMap("NginxConfig", namespace, `${name}-nginx`, {
      "nginx.conf": files.nginx,
    });

    this.pods = new PodGroup(this, "Pods", {
      namespace,
      name,
      partOf,
      uid,
      port: PORT,
      scaling: props.scaling ?? DEFAULT_SCALING,
      ingress: props.ingress ?? [],
      egress: props.egress ?? [],
      containers: containers(props, fpmBudget, props.image),
      canary: props.canary && canary(props, fpmBudget, props.canary.image),
      configuration: files,
      // preStop 15 s, then FPM's 30 s to finish, and a margin.
      terminationGraceSeconds: 60,
      volumes: [
        { name: FPM_VOLUME, configMap: { name: fpmMap } },
        { name: NGINX_VOLUME, configMap: { name: nginxMap } },
      ],
    });
  }

  /** What of the pod's total is the FPM container's. */
  private fpmBudget({ resources = DEFAULT_RESOURCES, layout }: PhpFpmPartnerPodGroupProps): ResourceBudget {
    requireBudget(this, "resources", resources);
    return layout === "split" ? fpmPart(this, resources) : resources;
  }

  private requirePath(prop: string, path: string | undefined): void {
    if (path === undefined || isToken(path) || /^\/[^\s;{}"'$#\\]*$/.test(path)) return;
    const must = "be an absolute path without spaces and without ; { } \" ' $ # \\";
    refuse(this, { code: "BadName", prop, must, got: path, fix: "start it with '/' and leave those out" });
  }

  private defineConfigMap(id: string, namespace: string, name: string, data: Record<string, string>): string {
    return new ConfigMapV1(this, id, { metadata: { name, namespace }, data }).metadata.name;
  }
}

function containers(
  props: PhpFpmPartnerPodGroupProps,
  budget: ResourceBudget,
  image: string,
): readonly PodContainer[] {
  const settings: LayoutSettings = {
    image,
    baseImage: props.baseImage,
    port: PORT,
    fpmConfigPath: props.fpmConfigPath ?? "/usr/local/etc/php-fpm.d/zzz-partner.conf",
    environment: props.environment ?? {},
    secretName: props.secretName,
  };
  return props.layout === "split" ? split(settings, budget) : singleImage(settings, budget);
}

function canary(
  props: PhpFpmPartnerPodGroupProps,
  budget: ResourceBudget,
  image: string | undefined,
): Canary {
  return image === undefined ? {} : { containers: containers(props, budget, image) };
}
