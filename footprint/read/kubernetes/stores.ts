import type { Charge, Store, Workload } from "../../model";
import type { Draft } from "../draft";
import { engineOf, keptBy, PLAIN_VOLUME } from "../images/engines";
import { storageGiB } from "./containers";
import { kindOf } from "./kinds";
import { fitsSeveral, Named } from "./named";
import type { KubernetesObject } from "./object";
import { podTemplate } from "./template";

/** A workload as it was read, and the object that it was read from. */
export interface StoreSource {
  readonly object: KubernetesObject;
  readonly workload: Workload;
}

/** Reads what is kept on volumes, and what an engine without a volume keeps until its pod ends. */
export function readStores(
  objects: readonly KubernetesObject[],
  sources: readonly StoreSource[],
  draft: Draft,
): void {
  const volumes = new Named(
    objects.filter(({ type }) => type === "PersistentVolumeClaim"),
    ({ name }) => name,
  );
  const engines = new Map<KubernetesObject, string>();
  const users = new Map<KubernetesObject, string[]>();
  for (const { object, workload } of sources) {
    const claims = claimNames(object);
    const engine = runsToEnd(object, workload) ? undefined : engineOf(workload);
    for (const name of claims) {
      const [key, ...others] = volumes.find(name, object.namespace);
      if (key === undefined) continue;
      if (others.length > 0) {
        draft.unknown(object.id, `volume ${name}`, fitsSeveral([key, ...others]));
        continue;
      }
      users.set(key, [...(users.get(key) ?? []), workload.id]);
      if (engine !== undefined && !engines.has(key)) engines.set(key, engine);
    }
    draft.stores.push(...ownStore(object, workload, engine, claims));
    draft.charges.push(...ephemeralCharges(object, workload));
  }
  for (const object of objects) {
    if (object.type === "PersistentVolumeClaim") draft.stores.push(claim(object, engines, users));
  }
}

/** What runs to an end and has an engine's image is a client of it. */
function runsToEnd({ type }: KubernetesObject, { runsToCompletion }: Workload): boolean {
  return runsToCompletion === true || kindOf(type)?.workload?.runsToCompletion === true;
}

/**
 * Volumes that come and go with each pod. They keep nothing, and are charged while the pods run.
 * @see https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
 */
function ephemeralCharges(object: KubernetesObject, { id, name, replicas }: Workload): Charge[] {
  const volumes = podTemplate(object).at("spec").items("volumes");
  return volumes.flatMap((volume) => {
    const template = volume.at("ephemeral").at("volumeClaimTemplate");
    if (!template.present) return [];
    const size = storageGiB(template.at("spec").at("resources").at("requests"), "size");
    const quantity =
      size === undefined || replicas === undefined
        ? undefined
        : { min: size * replicas.min, steady: size * replicas.steady, max: size * replicas.max };
    return [{ id, name: `${name} ${volume.text("name") ?? ""}`.trim(), ...VOLUME, quantity }];
  });
}

/** A store that belongs to one workload: made of its volume templates, or of its containers' own file systems. */
function ownStore(
  object: KubernetesObject,
  workload: Workload,
  engine: string | undefined,
  claims: readonly string[],
): Store[] {
  const templates = claimTemplates(object);
  const { id, name, replicas } = workload;
  if (templates.length === 0) {
    if (claims.length > 0 || engine === undefined) return [];
    return [{ id, name, engine, survivesRestart: false, usedBy: [id], ...kept(object, workload) }];
  }
  const sizes = templates.map((each) => storageGiB(each.at("spec").at("resources").at("requests"), "size"));
  const each = sizes.reduce(
    (sum, size) => (sum === undefined || size === undefined ? undefined : sum + size),
    0,
  );
  const sizeGiB = each === undefined || replicas === undefined ? undefined : each * replicas.max;
  return [
    {
      id,
      name,
      engine: engine ?? PLAIN_VOLUME,
      sizeGiB,
      survivesRestart: true,
      usedBy: [id],
      ...kept(object, workload),
    },
  ];
}

/** Claims of each replica. */
function claimTemplates(object: KubernetesObject) {
  return object.type === "apps/StatefulSet" ? object.body.at("spec").items("volumeClaimTemplates") : [];
}

/** Where the replicas copy each other's data, a quorum of them goes on: two are none once one is away. */
function kept({ replicated }: KubernetesObject, { replicas }: Workload): ReturnType<typeof keptBy> {
  if (replicated === undefined || replicas === undefined) return keptBy(replicas);
  return { copies: replicas.max, survivesNodeLoss: replicas.max > (replicated === "quorum" ? 2 : 1) };
}

/** A volume that one node at a time may write to stays behind when that node is lost. */
function claim(
  object: KubernetesObject,
  engines: ReadonlyMap<KubernetesObject, string>,
  users: ReadonlyMap<KubernetesObject, readonly string[]>,
): Store {
  const { id, name, body } = object;
  const spec = body.at("spec");
  const single = spec.texts("accessModes").every((mode) => mode.startsWith("ReadWriteOnce"));
  return {
    id,
    name,
    engine: engines.get(object) ?? PLAIN_VOLUME,
    sizeGiB: storageGiB(spec.at("resources").at("requests"), "size"),
    survivesRestart: true,
    usedBy: users.get(object),
    ...(single ? { copies: 1, survivesNodeLoss: false } : {}),
  };
}

function claimNames(object: KubernetesObject): string[] {
  const volumes = podTemplate(object).at("spec").items("volumes");
  return volumes.flatMap((volume) => volume.at("persistentVolumeClaim").text("claimName") ?? []);
}

const VOLUME = { provider: "kubernetes", sku: "volume", unit: "GiB-month", byUse: false } as const;

/** What the volumes of a cluster are charged for. A store without a size is on the disk of its node. */
export function volumeCharges(stores: readonly Store[]): readonly Charge[] {
  return stores
    .filter(({ sizeGiB }) => sizeGiB !== undefined)
    .map(({ id, name, sizeGiB }) => ({
      id,
      name,
      ...VOLUME,
      quantity: sizeGiB,
    }));
}
