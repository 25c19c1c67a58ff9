import type { Draft } from "../../draft";
import { isObject, type Json } from "../../text/value";
import type { DockerThing } from "../thing";
import { life } from "./life";
import { labels, memoryMi, mounts, names, publishedPorts } from "./short-forms";

/**
 * What a Compose file makes, in the words of the Docker provider: so it is read as the same containers would be that
 * Terraform makes.
 * @param id of what the file lies on
 * @param machines how many of that there are
 * @see https://github.com/compose-spec/compose-spec/blob/main/spec.md
 */
export function composeThings(
  file: Json,
  { id, draft, machines }: { readonly id: string; readonly draft: Draft; readonly machines?: number },
): DockerThing[] {
  const project = typeof file["name"] === "string" ? file["name"] : undefined;
  const nameOf = (key: "networks" | "volumes") => (name: string) => {
    const declared = isObject(file[key]) ? file[key][name] : undefined;
    if (isObject(declared) && typeof declared["name"] === "string") return declared["name"];
    return project === undefined ? name : `${project}_${name}`;
  };
  const thing = (type: string, name: string, body: Json, times = machines): DockerThing => ({
    type,
    body: draft.cursor(`${id}: ${type.replace("docker_", "")} ${name}`, body),
    ...(times !== undefined && { times }),
  });
  const volume = nameOf("volumes");
  const network = nameOf("networks");
  return [
    ...names(file["networks"]).map((name) => thing("docker_network", name, { name: network(name) })),
    ...names(file["volumes"]).map((name) => thing("docker_volume", name, { name: volume(name) })),
    ...Object.entries(isObject(file["services"]) ? file["services"] : {}).flatMap(([name, service]) => {
      if (!isObject(service)) return [];
      const replicas = replicasOf(service);
      const times = machines === undefined || replicas === undefined ? undefined : machines * replicas;
      const body = {
        name: service["container_name"] ?? (project === undefined ? name : `${project}-${name}`),
        image: service["image"],
        cpus: limit(service, "cpus") ?? service["cpus"],
        memory: memoryMi(limit(service, "memory") ?? service["mem_limit"] ?? 0),
        reserved_cpus: resource(service, "reservations", "cpus"),
        reserved_memory: memoryMi(
          resource(service, "reservations", "memory") ?? service["mem_reservation"] ?? 0,
        ),
        labels: labels(service["labels"]),
        mounts: mounts(service["volumes"]).map((mount) =>
          mount.type === "volume" ? { ...mount, source: volume(mount.source) } : mount,
        ),
        networks_advanced: joinedBy(service).map((joined) => ({
          name: network(joined),
          aliases: [name],
        })),
        ...life(service, (other) => `${id}: container ${other}`),
        ports: publishedPorts(service["ports"]),
      };
      return [thing("docker_container", name, body, times)];
    }),
  ];
}

/** Without any, a service joins the project's default network, unless it takes another container's or the host's. */
function joinedBy(service: Json): string[] {
  const joined = names(service["networks"]);
  return joined.length === 0 && service["network_mode"] === undefined ? ["default"] : joined;
}

function limit(service: Json, key: string): unknown {
  return resource(service, "limits", key);
}

function resource({ deploy }: Json, side: "limits" | "reservations", key: string): unknown {
  const resources = isObject(deploy) ? deploy["resources"] : undefined;
  const list = isObject(resources) ? resources[side] : undefined;
  return isObject(list) ? list[key] : undefined;
}

/** 1, unless the file sets another number; unresolved if it is set by a variable. */
function replicasOf({ deploy, scale }: Json): number | undefined {
  const count = (isObject(deploy) ? deploy["replicas"] : undefined) ?? scale ?? 1;
  if (typeof count === "string" && /^\d+$/.test(count)) return Number(count);
  return typeof count === "number" ? count : undefined;
}
