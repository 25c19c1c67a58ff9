import type { GraphResource, ResourceGraph } from "../../../footprint/read/objects";
import { blocks, type Json, own } from "../../../footprint/read/text/value";
import { connectionsOf } from "../parts";
import { blockOf, numberOf, textOf } from "../values";
import type { Container, DockerNetwork, Published } from "./container";

/** The bridge of containers that name no network. */
const BRIDGE = "bridge";

/** Containers, services and networks of the `docker` provider. */
export function ofTerraform(graph: ResourceGraph): {
  readonly containers: readonly Container[];
  readonly networks: readonly DockerNetwork[];
} {
  const containers = [
    ...graph.of("docker_container").map((each) => containerOf(graph, each)),
    ...graph.of("docker_service").map((each) => serviceOf(graph, each)),
  ];
  const declared = graph.of("docker_network").map(
    ({ address, value }): DockerNetwork => ({
      key: address,
      isInternal: String(own(value, "internal")) === "true",
      isExternal: false,
    }),
  );
  const others = containers
    .flatMap(({ networks }) => networks)
    .filter((key) => !declared.some((each) => each.key === key))
    .map((key): DockerNetwork => ({ key, isInternal: false, isExternal: key !== BRIDGE }));
  return { containers, networks: [...declared, ...others] };
}

function containerOf(graph: ResourceGraph, resource: GraphResource): Container {
  const { address: name, value } = resource;
  const networks = networksOf(graph, resource, value);
  const mode = textOf(own(value, "network_mode"));
  const published = blocks(own(value, "ports")).flatMap((port) =>
    publishedOf(port, { target: "internal", published: "external" }),
  );
  const common = { name, published };
  if (mode === "host" || mode === "none") return { ...common, mode, networks: [] };
  if (mode?.startsWith("container:") === true) {
    const other = graph.named(mode.slice("container:".length), resource, "docker_container");
    const sharedWith =
      other !== "undetermined" && "resource" in other
        ? other.resource.address
        : mode.slice("container:".length);
    return { ...common, mode: { sharedWith }, networks: [] };
  }
  const isNamed = mode !== undefined && !["bridge", "default", "nat"].includes(mode);
  const named = isNamed ? [keyOf(graph, resource, mode)] : [];
  const all = [...networks, ...named];
  return { ...common, networks: all.length === 0 ? [BRIDGE] : all };
}

function serviceOf(graph: ResourceGraph, resource: GraphResource): Container {
  const task = blockOf(resource.value, "task_spec");
  const ports = blocks(own(blockOf(resource.value, "endpoint_spec"), "ports"));
  return {
    name: resource.address,
    networks: networksOf(graph, resource, task),
    published: ports.flatMap((port) =>
      publishedOf(port, { target: "target_port", published: "published_port" }),
    ),
    isService: true,
  };
}

function networksOf(graph: ResourceGraph, from: GraphResource, block: Json): string[] {
  return blocks(own(block, "networks_advanced")).map((each) =>
    keyOf(graph, from, textOf(own(each, "name")) ?? ""),
  );
}

function keyOf(graph: ResourceGraph, from: GraphResource, name: string): string {
  const named = graph.named(name, from, "docker_network");
  if (named === "undetermined") return name;
  return "resource" in named ? named.resource.address : named.elsewhere;
}

function publishedOf(port: Json, keys: { readonly target: string; readonly published: string }): Published[] {
  const target = numberOf(own(port, keys.target));
  if (target === undefined) return [];
  const address = textOf(own(port, "ip"));
  const outside = textOf(own(port, keys.published)) ?? "a port";
  const ports = connectionsOf(textOf(own(port, "protocol")) ?? "tcp", target, target);
  return [{ ports, text: `${outside} of the host`, ...(address === undefined ? {} : { address }) }];
}
