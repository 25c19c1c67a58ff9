import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireBudget } from "../core/resources";
import { requireInteger, requireKnown, requireLabelName } from "../core/validate";
import type { HealthCheck, SwarmService } from "./service";

/** Minimum memory of a Docker container, in MiB. */
const LEAST_MEMORY_MI = 4;

/** Checks a service without the rest of its stack. */
export function requireService(scope: IConstruct, prop: string, service: SwarmService): void {
  requireLabelName(scope, `${prop}.name`, service.name);
  requireImage(scope, `${prop}.image`, service.image);
  requireInteger(scope, `${prop}.replicas`, service.replicas, { min: 0 });
  requireResources(scope, `${prop}.resources`, service);
  requireHealthCheck(scope, `${prop}.healthCheck`, service.healthCheck);
  requirePlacement(scope, prop, service);
  for (const key of ["updateDelaySeconds", "stopGraceSeconds"] as const) {
    requireSeconds(scope, `${prop}.${key}`, service[key], 0);
  }
  service.ports?.forEach(({ target, published }, index) => {
    const range = { min: 1, max: 65535 };
    requireInteger(scope, `${prop}.ports[${index}].target`, target, range);
    requireInteger(scope, `${prop}.ports[${index}].published`, published, range);
  });
  const paths = (["volumes", "configs", "secrets"] as const).flatMap((key) =>
    (service[key] ?? []).map(({ path }, index) => [`${prop}.${key}[${index}].path`, path] as const),
  );
  for (const [where, path] of paths) requirePath(scope, where, path);
  if (service.networks.length === 0) {
    const fix = "name a network of the stack";
    refuse(scope, { code: "Missing", prop: `${prop}.networks`, must: "name one", got: "none", fix });
  }
}

/** A name without a tag means `latest`: the image would depend on the day. */
function requireImage(scope: IConstruct, prop: string, image: string): void {
  if (isToken(image)) return;
  const tag = /:([^:/@]+)(@|$)/.exec(image)?.[1];
  const isPinned = image.includes("@") || (tag !== undefined && tag !== "latest");
  if (isPinned) return;
  const must = "have a digest, or a tag other than latest";
  refuse(scope, { code: "BadName", prop, must, got: image, fix: "pin it, for example redis:7.4-alpine" });
}

/** A tag can move to another image: nodes that pull on different days would run different images. */
export function requireDigest(scope: IConstruct, prop: string, image: string): void {
  if (isToken(image) || /@sha256:[0-9a-f]{64}$/.test(image)) return;
  const fix = `write ${image.replace(/@.*$/, "")}@sha256:<64 hex digits>, or in a sandbox set 'requireDigests' to false`;
  refuse(scope, { code: "BadName", prop, must: "have a digest", got: image, fix });
}

function requireResources(scope: IConstruct, prop: string, { resources }: SwarmService): void {
  requireBudget(scope, prop, resources);
  for (const key of ["memoryRequestMi", "memoryLimitMi"] as const) {
    const fix = "Docker requires at least that";
    requireInteger(scope, `${prop}.${key}`, resources[key], { min: LEAST_MEMORY_MI, fix });
  }
}

function requireHealthCheck(scope: IConstruct, prop: string, check: HealthCheck): void {
  const [kind, ...command] = check.test;
  if ((kind !== "CMD" && kind !== "CMD-SHELL") || command.length === 0) {
    const must = 'be "CMD" or "CMD-SHELL" and a command';
    const fix = 'for example ["CMD", "redis-cli", "ping"]';
    refuse(scope, { code: "Missing", prop: `${prop}.test`, must, got: check.test, fix });
  }
  requireSeconds(scope, `${prop}.startPeriodSeconds`, check.startPeriodSeconds, 0);
  requireSeconds(scope, `${prop}.intervalSeconds`, check.intervalSeconds, 1);
  requireSeconds(scope, `${prop}.timeoutSeconds`, check.timeoutSeconds, 1);
  requireKnown(scope, { [`${prop}.retries`]: check.retries });
  requireInteger(scope, `${prop}.retries`, check.retries, { min: 1 });
}

/** Two tasks on one volume corrupt it, and on another node a task starts with an empty volume. */
function requirePlacement(scope: IConstruct, prop: string, service: SwarmService): void {
  const { nodeLabel, replicas = 1, volumes = [] } = service;
  if (volumes.length > 0 && nodeLabel === undefined) {
    refuse(scope, {
      code: "Missing",
      prop: `${prop}.nodeLabel`,
      must: "be set with 'volumes'",
      got: nodeLabel,
      fix: "label the node with the data and give the label: on other nodes the volume is empty",
    });
  }
  if (nodeLabel !== undefined && !isToken(nodeLabel) && !/^[\w.-]+$/.test(nodeLabel)) {
    const must = "be a node label without its value";
    const fix = "for example shop.postgres, set by: docker node update --label-add shop.postgres=true NODE";
    refuse(scope, { code: "BadName", prop: `${prop}.nodeLabel`, must, got: nodeLabel, fix });
  }
  if (volumes.length > 0 && !isToken(replicas) && replicas > 1) {
    refuse(scope, {
      code: "Conflict",
      prop: `${prop}.replicas`,
      must: "be at most 1 with 'volumes'",
      got: replicas,
      fix: "two tasks on one volume corrupt it: use one service per replica",
    });
  }
}

/** Times are converted to Go's notation, so they must be known at synth. */
function requireSeconds(scope: IConstruct, prop: string, value: number | undefined, min: number): void {
  requireKnown(scope, { [prop]: value });
  requireInteger(scope, prop, value, { min });
}

function requirePath(scope: IConstruct, prop: string, path: string | undefined): void {
  if (path === undefined || isToken(path) || path.startsWith("/")) return;
  refuse(scope, { code: "BadName", prop, must: "be absolute", got: path, fix: "start it with '/'" });
}
