import type { Store } from "../../model";
import type { Draft } from "../draft";
import { engineOf, keptBy, PLAIN_VOLUME } from "../images/engines";
import { isObject } from "../text/value";
import type { DockerThing, DockerWorkload } from "./thing";

/** What is known of a volume. */
interface Volume {
  readonly id: string;
  readonly name: string;
  /** True for a volume that stays on the node that it was made on. */
  readonly local: boolean;
}

/** Volumes, and the engines that keep their data in nothing but the container that a restart throws away. */
export function dockerStores(
  things: readonly DockerThing[],
  workloads: readonly DockerWorkload[],
  draft: Draft,
): void {
  const declared = things.filter(({ type }) => type === "docker_volume").map(volume);
  const volumes = new Map(declared.map((each) => [each.name, each]));
  const users = new Map<string, DockerWorkload[]>();
  for (const each of workloads) {
    for (const name of each.volumes) {
      users.set(name, [...(users.get(name) ?? []), each]);
      // A mount makes the volume that it names.
      if (!volumes.has(name))
        volumes.set(name, { id: `${each.workload.id}: volume ${name}`, name, local: true });
    }
  }
  draft.stores.push(...[...volumes.values()].map((each) => onVolume(each, users.get(each.name) ?? [])));
  draft.stores.push(...workloads.flatMap(inContainer));
}

function volume({ body }: DockerThing): Volume {
  const options = body.at("driver_opts").value;
  const local = (body.text("driver") ?? "local") === "local";
  return {
    id: body.id,
    name: body.named("name"),
    local: local && !(isObject(options) && Object.keys(options).length > 0),
  };
}

function onVolume({ id, name, local }: Volume, users: readonly DockerWorkload[]): Store {
  const [engine = PLAIN_VOLUME] = users.flatMap(({ workload }) => engineOf(workload) ?? []);
  // Several tasks on a local volume have one each, on the node that each runs on.
  const single = users.every(({ workload: { replicas } }) => replicas !== undefined && replicas.max <= 1);
  return {
    id,
    name,
    engine,
    survivesRestart: true,
    ...(users.length === 0 ? {} : { usedBy: users.map(({ workload }) => workload.id) }),
    ...(local && single ? { copies: 1, survivesNodeLoss: false } : {}),
  };
}

function inContainer({ workload, volumes }: DockerWorkload): Store[] {
  const engine = volumes.length > 0 ? undefined : engineOf(workload);
  if (engine === undefined) return [];
  const { id, name, replicas } = workload;
  return [{ id, name, engine, survivesRestart: false, usedBy: [id], ...keptBy(replicas) }];
}
