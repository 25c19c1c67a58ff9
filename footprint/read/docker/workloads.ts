import type { Container, Span, Workload } from "../../model";
import { BASE_IMAGE_LABEL } from "../images/reference";
import type { Cursor } from "../terraform/cursor";
import { span, type Usage } from "../usage";
import { containerCapacity, serviceCapacity } from "./capacity";
import { containerLimits, reserved, swarmResources } from "./quantities";
import { containerReplacement, swarmReplacement } from "./replacement";
import { containerSettings, type Setting, serviceSettings } from "./settings";
import type { DockerContext, DockerThing, DockerWorkload } from "./thing";

/** Reads a Swarm service: its tasks, which are replicated or run once on each node. */
export function swarmService({ body, times }: DockerThing, context: DockerContext): DockerWorkload {
  const { nameOf, usage } = context;
  const name = body.named("name");
  const task = body.at("task_spec");
  const spec = task.at("container_spec");
  const resources = task.at("resources");
  const image = spec.text("image");
  const container: Container = {
    name,
    image: image === undefined ? undefined : nameOf(image),
    requests: swarmResources(resources.at("reservation"), `requests of ${name}:`),
    limits: swarmResources(resources.at("limits"), `limits of ${name}:`),
  };
  return {
    workload: {
      ...head(body, name, container),
      kind: "SwarmService",
      ...tasks(body, name, times, usage),
      ...serviceCapacity(spec, context),
      replacement: swarmReplacement(body),
    },
    volumes: mounted(spec.items("mounts")),
    networks: task
      .items("networks_advanced")
      .flatMap((each) => each.text("name") ?? [])
      .map(nameOf),
    ...ties(body, name, serviceSettings(spec)),
    base: base(body),
  };
}

/** Reads a container that one Docker host runs. */
export function singleContainer({ body, times }: DockerThing, context: DockerContext): DockerWorkload {
  const { nameOf, usage } = context;
  const name = body.named("name");
  const image = body.text("image");
  const container: Container = {
    name,
    image: image === undefined ? undefined : nameOf(image),
    requests: reserved(body),
    limits: containerLimits(body),
  };
  const volumes = body.items("volumes").flatMap((each) => each.text("volume_name") ?? []);
  return {
    workload: {
      ...head(body, name, container),
      kind: "Container",
      ...counted(body.id, name, times, usage),
      ...containerCapacity(body),
      replacement: containerReplacement(body),
    },
    volumes: [...volumes.map(nameOf), ...mounted(body.items("mounts")).map(nameOf)],
    networks: body
      .items("networks_advanced")
      .flatMap((each) => each.text("name") ?? [])
      .map(nameOf),
    ...ties(body, name, containerSettings(body)),
    base: base(body),
  };
}

/** What its needs are read from: its names, its settings, and what Terraform creates before it. */
function ties(body: Cursor, name: string, settings: readonly Setting[]) {
  const aliases = (at: Cursor) => at.items("networks_advanced").flatMap((each) => each.texts("aliases"));
  return {
    hosts: [name, ...aliases(body), ...aliases(body.at("task_spec"))],
    settings,
    after: body.texts("depends_on"),
  };
}

/** Ports that the world outside of Docker reaches. */
export function publishedPorts({ type, body }: DockerThing): number[] {
  const service = type === "docker_service";
  const ports = (service ? body.at("endpoint_spec") : body).items("ports");
  return ports.flatMap((port) => port.count(service ? "published_port" : "external", "published port") ?? []);
}

function head(body: Cursor, name: string, container: Container) {
  return {
    id: body.id,
    name,
    labels: Object.fromEntries(labels(body)),
    containers: [container],
    initContainers: [],
    overhead: {},
    scalesOn: [],
  };
}

type Replicas = Pick<Workload, "replicas" | "replicasFrom">;

function tasks(body: Cursor, name: string, times: number | undefined, usage: Usage): Replicas {
  const mode = body.at("mode");
  if (mode.flag("global", "replicas", false) === true) {
    body.noteUnknown("replicas", "one runs on each node, and the number of nodes is not in the document");
    return { replicasFrom: "nodes" };
  }
  const replicas = mode.at("replicated").count("replicas", "replicas", 1);
  return counted(
    body.id,
    name,
    replicas === undefined || times === undefined ? undefined : replicas * times,
    usage,
  );
}

function counted(id: string, name: string, count: number | undefined, usage: Usage): Replicas {
  if (count === undefined) return { replicasFrom: "unknown" };
  const replicas: Span = span({ id, name }, count, count, usage);
  return { replicas, replicasFrom: "replicas" };
}

/** Labels of a service are in a list, in a container's as well. */
function labels(body: Cursor): [string, string][] {
  return body.items("labels").flatMap((each): [string, string][] => {
    const label = each.text("label");
    return label === undefined ? [] : [[label, each.text("value") ?? ""]];
  });
}

function base(body: Cursor): string | undefined {
  return labels(body).find(([label]) => label.startsWith(BASE_IMAGE_LABEL))?.[1];
}

function mounted(mounts: readonly Cursor[]): string[] {
  return mounts
    .filter((mount) => mount.text("type") === "volume")
    .flatMap((mount) => mount.text("source") ?? []);
}
