import { blocks, isObject, type Json, own } from "../../../footprint/read/text/value";
import { connectionsOf } from "../parts";
import { numberOf, textOf } from "../values";
import type { Container, DockerNetwork, Published } from "./container";

const DEFAULT = "default";

/** Services and networks of a Compose file. Services of a profile are not started by default. */
export function ofCompose(project: Json): {
  readonly containers: readonly Container[];
  readonly networks: readonly DockerNetwork[];
} {
  const services = Object.entries(mapOf(own(project, "services"))).filter(([, service]) => {
    const profiles = own(service, "profiles");
    return !Array.isArray(profiles) || profiles.length === 0;
  });
  const containers = services.map(([name, service]) => containerOf(name, service));
  const declared = mapOf(own(project, "networks"));
  const keys = new Set([...Object.keys(declared), ...containers.flatMap(({ networks }) => networks)]);
  const networks = [...keys].map((key): DockerNetwork => {
    const network = declared[key] ?? {};
    const external = own(network, "external");
    return {
      key,
      isInternal: String(own(network, "internal")) === "true",
      isExternal: isObject(external) || String(external) === "true",
    };
  });
  return { containers, networks };
}

/** Name of a service in lists. */
function nameOf(service: string): string {
  return `${service}[service]`;
}

function containerOf(name: string, service: Json): Container {
  const mode = textOf(own(service, "network_mode"));
  const common = { name: nameOf(name), published: portsOf(own(service, "ports")) };
  if (mode === "host" || mode === "none") return { ...common, mode, networks: [] };
  const [, kind, other = ""] = /^(service|container):(.*)$/.exec(mode ?? "") ?? [];
  if (kind !== undefined)
    return { ...common, mode: { sharedWith: kind === "service" ? nameOf(other) : other }, networks: [] };
  const listed = own(service, "networks");
  const networks = Array.isArray(listed) ? listed.map(String) : Object.keys(mapOf(listed));
  return { ...common, networks: networks.length === 0 ? [DEFAULT] : networks };
}

/** Members that are objects; `backend:` without a value is an empty one. */
function mapOf(value: unknown): Record<string, Json> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, isObject(member) ? member : {}]),
  );
}

/** Short: `[[address:]published:]target[/protocol]`, and the long form. */
function portsOf(value: unknown): Published[] {
  return (Array.isArray(value) ? (value as unknown[]) : []).flatMap((port): Published[] => {
    const [long] = blocks(port);
    if (long !== undefined) {
      const published = textOf(own(long, "published")) ?? "a port";
      return ofTarget(
        textOf(own(long, "target")),
        textOf(own(long, "protocol")),
        published,
        textOf(own(long, "host_ip")),
      );
    }
    const [, address, published, target, protocol] =
      /^(?:(?:\[?([\da-fA-F.:]+)\]?:)?((?:\d+(?:-\d+)?|\$\{[^}]*\})?):)?(\d+(?:-\d+)?)(?:\/(\w+))?$/.exec(
        String(port),
      ) ?? [];
    return ofTarget(target, protocol, published ?? "a port", address);
  });
}

function ofTarget(
  target: string | undefined,
  protocol: string | undefined,
  published: string,
  address: string | undefined,
): Published[] {
  const [first, last = first] = (target ?? "").split("-").map(numberOf);
  if (first === undefined || last === undefined) return [];
  const ports = connectionsOf(protocol ?? "tcp", first, last);
  return [
    {
      ports,
      text: `${published === "" ? "a port" : published} of the host`,
      ...(address === undefined ? {} : { address }),
    },
  ];
}
