import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import { Construct } from "constructs";
import { refuse } from "../core/errors";
import type { Manifest } from "../core/manifests";
import { PodGroup } from "../core/pod-group";
import type { Canary } from "../core/pod-group-props";
import type { PodContainer } from "../core/pod-template";
import { type ResourceBudget, requireBudget } from "../core/resources";
import { requireInteger, requireKnown } from "../core/validate";
import { type PartnerScaling, partnerScaling } from "./active-workers";
import { finishSeconds, fpmConfiguration } from "./fpm-configuration";
import {
  exporter,
  FPM_DRAIN_SECONDS,
  FPM_VOLUME,
  type LayoutSettings,
  NGINX_CONFIG_PATH,
  NGINX_VOLUME,
  singleImage,
  split,
} from "./layouts";
import { nginxConfiguration } from "./nginx-configuration";
import { opcache, opcacheConfiguration } from "./opcache";
import { requirePath } from "./paths";
import type { PhpFpmPartnerPodGroupProps } from "./props";
import { EXPORTER, fpmPart, NGINX, requireContainerName } from "./sidecars";
import { type WorkerPool, workerPool } from "./worker-pool";
import { writablePaths } from "./writable-paths";

const DEFAULT_RESOURCES: ResourceBudget = {
  cpuRequestMillicores: 200,
  cpuLimitMillicores: 800,
  memoryRequestMi: 256,
  memoryLimitMi: 512,
};
const DEFAULT_SCALING: PartnerScaling = { minReplicas: 2, maxReplicas: 8, cpuPercent: 60 };
const PORT = 8080;
/** FPM's own answer, through nginx. */
const PING = "/ping";
/** Part of the grace period in which nginx and FPM exit, in seconds. */
const STOP_MARGIN_SECONDS = 15;

/**
 * Pods of a PHP application with nginx and PHP-FPM, for example partner pods next to the main pods: the same image,
 * with their own nginx and pool settings, autoscaler, disruption budget and network policy.
 *
 * The worker pool is derived from the pod's memory limit.
 * The image must stop on `SIGQUIT` (`STOPSIGNAL SIGQUIT`): on `SIGTERM` nginx and FPM drop running requests.
 */
export class PhpFpmPartnerPodGroup extends Construct {
  public readonly pods: PodGroup;
  /** `pm.max_children` of each pod. */
  public readonly maxChildren: number;
  /** Port of the pods. */
  public readonly port = PORT;
  /** Custom resources for the stack's `Manifests`: none without KEDA, a Rollout or recommendations. */
  public readonly manifests: readonly Manifest[];

  /**
   * @throws ValidationError `NotEnoughMemory`, `OverBudget`, `OutOfRange`, `NotInteger`, `Unknown`, `BadName`,
   * `Missing`, `Conflict`
   */
  public constructor(scope: Construct, id: string, props: PhpFpmPartnerPodGroupProps) {
    super(scope, id);
    const { namespace, name = kebabCase(id), partOf = name, uid = 33 } = props;
    const { resources = DEFAULT_RESOURCES, layout = "single-image", exporter = layout === "split" } = props;
    const { requestTimeoutSeconds = 30, ingress = [] } = props;
    requireBudget(this, "resources", resources);
    const sidecars = [...(layout === "split" ? [NGINX] : []), ...(exporter ? [EXPORTER] : [])];
    const fpmBudget = fpmPart(this, resources, sidecars);
    const cache = opcache(this, props.opcache);
    const pool = workerPool(this, fpmBudget.memoryLimitMi, cache.memoryMi, props);
    this.maxChildren = pool.maxChildren;

    const files = {
      ...this.serverFiles(props, pool, requestTimeoutSeconds),
      opcache: opcacheConfiguration(cache),
    };
    const fpmMap = this.defineConfigMap("FpmConfig", namespace, `${name}-fpm`, {
      "fpm.conf": files.fpm,
      "opcache.ini": files.opcache,
    });
    const nginxMap = this.defineConfigMap("NginxConfig", namespace, `${name}-nginx`, {
      "nginx.conf": files.nginx,
    });
    const counted = { namespace, name, maxChildren: this.maxChildren, hasExporter: exporter, ingress };
    const settings = this.layoutSettings(props);
    const containers = (image: string) => podContainers({ ...settings, image }, layout, exporter, fpmBudget);

    this.pods = new PodGroup(this, "Pods", {
      namespace,
      name,
      partOf,
      uid,
      port: PORT,
      scaling: partnerScaling(this, props.scaling ?? DEFAULT_SCALING, counted),
      ingress,
      egress: props.egress ?? [],
      containers: containers(props.image),
      canary: props.canary && podCanary(props.canary, containers),
      recommendations: props.recommendations,
      configuration: files,
      terminationGraceSeconds: FPM_DRAIN_SECONDS + finishSeconds(requestTimeoutSeconds) + STOP_MARGIN_SECONDS,
      volumes: [
        { name: FPM_VOLUME, configMap: { name: fpmMap } },
        { name: NGINX_VOLUME, configMap: { name: nginxMap } },
      ],
    });
    this.manifests = this.pods.manifests;
  }

  private serverFiles(
    props: PhpFpmPartnerPodGroupProps,
    { maxChildren, workerMi }: WorkerPool,
    requestTimeoutSeconds: number,
  ) {
    const { maxRequests = 1000, pathPrefixes = ["/"], processManager = "static" } = props;
    requireKnown(this, { maxRequests, requestTimeoutSeconds });
    requireInteger(this, "maxRequests", maxRequests, { min: 1 });
    requireInteger(this, "requestTimeoutSeconds", requestTimeoutSeconds, { min: 1, max: 300 });
    for (const [index, prefix] of pathPrefixes.entries()) {
      requirePath(this, `pathPrefixes[${index}]`, prefix);
    }
    return {
      fpm: fpmConfiguration({ maxChildren, workerMi, processManager, maxRequests, requestTimeoutSeconds }),
      nginx: nginxConfiguration({
        port: PORT,
        pathPrefixes,
        frontController: frontController(props),
        requestTimeoutSeconds,
      }),
    };
  }

  private layoutSettings(props: PhpFpmPartnerPodGroupProps): Omit<LayoutSettings, "image"> {
    const { fpmConfigPath = "/usr/local/etc/php-fpm.d/zzz-partner.conf" } = props;
    const { phpIniPath = "/usr/local/etc/php/conf.d/zzz-partner.ini", environment = {} } = props;
    const { containerName = "php-fpm", readinessPath = PING } = props;
    requireContainerName(this, containerName);
    this.requireReadinessPath(readinessPath, props.pathPrefixes ?? ["/"]);
    const paths = { frontController: frontController(props), fpmConfigPath, phpIniPath };
    for (const [prop, path] of Object.entries(paths)) requirePath(this, prop, path);
    const files = [...Object.values(paths), NGINX_CONFIG_PATH];
    return {
      baseImage: props.baseImage,
      containerName,
      port: PORT,
      readinessPath,
      fpmConfigPath,
      phpIniPath,
      environment,
      secretName: props.secretName,
      writablePaths: writablePaths(this, props.writablePaths ?? [], files),
    };
  }

  /** nginx answers 404 for a path that is passed to nobody: the pod would never be ready. */
  private requireReadinessPath(path: string, prefixes: readonly string[]): void {
    requirePath(this, "readinessPath", path);
    if (path === PING || prefixes.some((prefix) => path.startsWith(prefix))) return;
    const fix = `choose a path below one of: ${prefixes.join(", ")}`;
    refuse(this, { code: "Conflict", prop: "readinessPath", must: "be passed to PHP", got: path, fix });
  }

  private defineConfigMap(id: string, namespace: string, name: string, data: Record<string, string>): string {
    return new ConfigMapV1(this, id, { metadata: { name, namespace }, data }).metadata.name;
  }
}

/** `PartnerPods` becomes `partner-pods`. */
function kebabCase(id: string): string {
  return id.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}

function frontController({ frontController = "/var/www/html/public/index.php" }: PhpFpmPartnerPodGroupProps) {
  return frontController;
}

function podContainers(
  settings: LayoutSettings,
  layout: "single-image" | "split",
  hasExporter: boolean,
  budget: ResourceBudget,
): readonly PodContainer[] {
  const application = layout === "split" ? split(settings, budget) : singleImage(settings, budget);
  return hasExporter ? [...application, exporter()] : application;
}

function podCanary(
  { image, rollout }: NonNullable<PhpFpmPartnerPodGroupProps["canary"]>,
  containers: (image: string) => readonly PodContainer[],
): Canary {
  return { rollout, ...(image !== undefined && { containers: containers(image) }) };
}
