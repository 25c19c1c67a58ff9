import type { Workload } from "../../model";
import { distinct } from "../../order";
import type { Draft } from "../draft";
import { hostsIn, membersIn } from "../settings/hosts";
import { fitsSeveral, Named } from "./named";
import type { KubernetesObject } from "./object";
import type { Setting } from "./pods";
import type { LabelIndex } from "./selectors";

/** A workload as it was read, with the settings of its pods. */
interface Reading {
  readonly object: KubernetesObject;
  readonly workload: Workload;
  readonly settings: readonly Setting[];
}

/** What the settings of a workload name: other workloads, by the Services in front of them. */
export type Needs = Pick<Workload, "needs" | "peers">;

/** Ids of the workloads behind the Services that the settings of each workload name; none where there is none. */
export function needsOf(
  readings: readonly Reading[],
  objects: readonly KubernetesObject[],
  pods: LabelIndex<Workload>,
  draft: Draft,
): readonly Needs[] {
  const services = new Named(
    objects.filter(({ type }) => type === "Service"),
    ({ name }) => name,
  );
  return readings.map(({ object, workload, settings }) => {
    const behind = (host: string) => {
      // `db`, `db.shop`, `db.shop.svc.cluster.local`
      const [name = "", namespace = object.namespace] = host.split(".");
      const found = services.find(name, namespace);
      const fits = found.flatMap((service) => {
        const labels = Object.entries(service.body.at("spec").map("selector"));
        const place = service.namespace ?? namespace;
        return labels.length === 0 ? [] : pods.fitting(place, { labels, expressions: [] });
      });
      if (fits.length > 1) draft.unknown(object.id, `what answers as ${host}`, fitsSeveral(fits.flat()));
      return fits.length > 1 ? [] : fits.flat();
    };
    const idsOf = (hosts: ReadonlySet<string>) => {
      const ids = [...hosts].flatMap(behind).map(({ id }) => id);
      const others = distinct(ids.filter((id) => id !== workload.id));
      return others.length === 0 ? undefined : others;
    };
    return { needs: idsOf(hostsIn(settings)), peers: idsOf(membersIn(settings)) };
  });
}
