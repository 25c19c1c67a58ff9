import type { Workload } from "../../model";
import { distinct } from "../../order";
import { hostsIn, membersIn } from "../settings/hosts";
import { type KubernetesObject, namespaceOf } from "./object";
import type { Setting } from "./pods";
import type { LabelIndex } from "./selectors";

/** A workload as it was read, with the settings of its pods. */
interface Reading {
  readonly object: KubernetesObject;
  readonly workload: Workload;
  readonly settings: readonly Setting[];
}

/** What the settings of a workload name: other workloads, by the Services in front of them. */
export type Named = Pick<Workload, "needs" | "peers">;

/** Ids of the workloads behind the Services that the settings of each workload name; none where there is none. */
export function needsOf(
  readings: readonly Reading[],
  objects: readonly KubernetesObject[],
  pods: LabelIndex<Workload>,
): readonly Named[] {
  const services = new Map(
    objects
      .filter(({ type }) => type === "Service")
      .map((object) => [`${namespaceOf(object)}/${object.name}`, object.body.at("spec").map("selector")]),
  );
  return readings.map(({ object, workload, settings }) => {
    const behind = (host: string) => {
      // `db`, `db.shop`, `db.shop.svc.cluster.local`
      const [name, namespace = namespaceOf(object)] = host.split(".");
      const labels = Object.entries(services.get(`${namespace}/${name}`) ?? {});
      return labels.length === 0 ? [] : pods.select(namespace, { labels, expressions: [] });
    };
    const idsOf = (hosts: ReadonlySet<string>) => {
      const ids = [...hosts].flatMap(behind).map(({ id }) => id);
      const others = distinct(ids.filter((id) => id !== workload.id));
      return others.length === 0 ? undefined : others;
    };
    return { needs: idsOf(hostsIn(settings)), peers: idsOf(membersIn(settings)) };
  });
}
