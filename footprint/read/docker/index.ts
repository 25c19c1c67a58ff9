import type { Edge, Secret, Workload } from "../../model";
import type { HostFiles } from "../alerts/host-files";
import type { Draft } from "../draft";
import { hostsIn, membersIn } from "../settings/hosts";
import { addressOf, type References } from "../terraform/references";
import { isUnresolved } from "../terraform/template";
import type { Usage } from "../usage";
import { dockerStores } from "./stores";
import type { DockerThing, DockerWorkload, NameOf } from "./thing";
import { publishedPorts, singleContainer, swarmService } from "./workloads";

/** Reads all that Docker runs and keeps: services of a Swarm and containers of one host. */
export function readDocker(
  things: readonly DockerThing[],
  draft: Draft,
  references: References,
  usage: Usage,
): void {
  const context = { nameOf: namesIn(references), configText: configsIn(references), usage };
  const workloads = things.flatMap((thing) => {
    if (thing.type === "docker_service") return [swarmService(thing, context)];
    return thing.type === "docker_container" ? [singleContainer(thing, context)] : [];
  });
  draft.workloads.push(...workloads.map((each) => withNeeds(each, workloads)));
  draft.imageUses.push(...workloads.flatMap(imageUses));
  draft.exposures.push(...things.flatMap(exposures));
  draft.secrets.push(...externalSecrets(things), ...secretFiles(things));
  draft.edges.push(...networkEdges(things, workloads));
  dockerStores(things, workloads, draft);
}

/** Files that Terraform puts into containers, by path. */
export function uploadedFiles(things: readonly DockerThing[]): HostFiles[] {
  return things.map(({ body }) => {
    const files = body.items("upload").flatMap((upload): [string, string][] => {
      const [path, content] = [upload.text("file"), upload.text("content")];
      return path === undefined || content === undefined ? [] : [[path, content]];
    });
    return { id: body.id, files: Object.fromEntries(files) };
  });
}

/** An id is known after apply, but the name of what has it is in the document. */
function namesIn(references: References): NameOf {
  return (reference) => {
    const address = addressOf(reference, "docker_network", "docker_volume", "docker_image");
    const name = address === undefined ? undefined : references.resolve(`\${${address}.name}`);
    return typeof name === "string" ? name : reference;
  };
}

/** Adds its needs, what it depends on and the services that its settings name as a host, and its peers. */
function withNeeds(own: DockerWorkload, all: readonly DockerWorkload[]): Workload {
  const [named, members] = [hostsIn(own.settings), membersIn(own.settings)];
  const others = all.filter(({ workload }) => workload.id !== own.workload.id);
  const idsOf = (found: readonly DockerWorkload[]) => found.map(({ workload }) => workload.id);
  const needs = idsOf(
    others.filter(
      ({ workload, hosts }) => own.after.includes(workload.id) || hosts.some((host) => named.has(host)),
    ),
  );
  const peers = idsOf(others.filter(({ hosts }) => hosts.some((host) => members.has(host))));
  return { ...own.workload, ...(needs.length > 0 && { needs }), ...(peers.length > 0 && { peers }) };
}

/** A config's text is in the document in base64; a reference that leads nowhere stays one. */
function configsIn(references: References): (reference: string) => string | undefined {
  return (reference) => {
    const address = addressOf(reference, "docker_config");
    const data = address === undefined ? undefined : references.resolve(`\${${address}.data}`);
    return typeof data === "string" && !isUnresolved(data)
      ? Buffer.from(data, "base64").toString("utf8")
      : undefined;
  };
}

/** Secrets that services mount and something other than this document puts into the Swarm, each once. */
function externalSecrets(things: readonly DockerThing[]): Secret[] {
  const found = new Map<string, Secret>();
  for (const { type, body } of things) {
    if (type !== "docker_service") continue;
    for (const mounted of body.at("task_spec").at("container_spec").items("secrets")) {
      const name = mounted.text("secret_name") ?? mounted.text("secret_id") ?? mounted.text("file_name");
      if (name === undefined || addressOf(mounted.text("secret_id"), "docker_secret")) continue;
      const id = `${body.id}: secret ${name}`;
      if (!found.has(name)) found.set(name, { id, name, store: "docker swarm", valueInDocument: false });
    }
  }
  return [...found.values()];
}

/** Where Docker and Compose put secrets, and images look for them. */
const SECRETS_FOLDER = "/run/secrets/";

/** Files of the host that containers mount as secrets, each once: a Docker without a Swarm has no others. */
function secretFiles(things: readonly DockerThing[]): Secret[] {
  const found = new Map<string, Secret>();
  for (const { type, body } of things) {
    if (type !== "docker_container") continue;
    for (const mount of body.items("mounts")) {
      const source = mount.text("source") ?? "";
      if (mount.text("type") !== "bind" || !mount.text("target")?.startsWith(SECRETS_FOLDER)) continue;
      const name = source.slice(source.lastIndexOf("/") + 1);
      const id = `${body.id}: secret ${name}`;
      if (!found.has(name)) found.set(name, { id, name, store: "file of the host", valueInDocument: false });
    }
  }
  return [...found.values()];
}

function imageUses({ workload: { id, name, containers }, base }: DockerWorkload) {
  return containers.flatMap(({ image }) =>
    image === undefined ? [] : [{ id, workload: name, image, base }],
  );
}

function exposures(thing: DockerThing) {
  if (thing.type !== "docker_service" && thing.type !== "docker_container") return [];
  const ports = publishedPorts(thing);
  if (ports.length === 0) return [];
  const { body, type } = thing;
  const service = body.named("name");
  return [
    {
      id: body.id,
      via: type === "docker_service" ? "Swarm port" : "container port",
      hosts: [],
      paths: [],
      backends: ports.map((port) => ({ service, port })),
    },
  ];
}

/** Docker lets everything on a network reach everything else on it. */
function networkEdges(things: readonly DockerThing[], workloads: readonly DockerWorkload[]): Edge[] {
  return things
    .filter(({ type }) => type === "docker_network")
    .flatMap(({ body }) => {
      const name = body.named("name");
      const members = workloads.filter(
        ({ networks }) => networks.includes(name) || networks.includes(body.id),
      );
      if (members.length < 2) return [];
      const all = { kind: "pods" as const, name: `everything on ${name}` };
      return [{ from: all, to: all, protocol: "any", policy: body.id, direction: "ingress" as const }];
    });
}
