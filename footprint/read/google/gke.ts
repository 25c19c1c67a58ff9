import type { Span } from "../../model";
import { exactly, spanOf } from "../machines/spans";
import { hourly, times as product } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import type { Machines, TerraformTypes } from "../terraform/type";
import { notOnDemand } from "./purchase";

/** Zones that a regional cluster spreads over unless `node_locations` says otherwise. */
const ZONES_OF_A_REGION = 3;

/** `europe-west1-b` is a zone, `europe-west1` a region. */
const ZONE = /-[a-z]$/;

/** Google Kubernetes Engine, which counts nodes by zone. */
export const GKE: TerraformTypes = {
  google_container_cluster: {
    nodes: (body, { times }) => {
      const autopilot = body.flag("enable_autopilot", "autopilot", false);
      // Autopilot charges for the requests of pods, not for nodes.
      if (autopilot !== false || body.flag("remove_default_node_pool", "default pool", false) !== false)
        return undefined;
      const [first] = body.items("node_pool");
      const countKey = first === undefined ? "initial_node_count" : "node_count";
      return group(body, first ?? body, countKey, times);
    },
    charges: () => [hourly("gke/cluster")],
  },
  google_container_node_pool: {
    nodes: (body, { times }) => ({
      ...group(body, body, "node_count", times),
      maxPods: body.count("max_pods_per_node", "pods of a node"),
    }),
  },
};

function group(place: Cursor, pool: Cursor, countKey: string, times: number | undefined): Machines {
  return {
    name: place.named("name"),
    instanceType: pool.at("node_config").required("machine_type", "instance type"),
    count: scaled(place, pool, countKey, times),
    notOnDemand: notOnDemand(pool.at("node_config"), pool.at("node_config")),
    runsPods: true,
  };
}

function scaled(place: Cursor, pool: Cursor, countKey: string, times: number | undefined): Span | undefined {
  const scaling = pool.at("autoscaling");
  const zones = zoneCount(place);
  const fallback = pool.count("initial_node_count", "nodes", 1);
  const each = pool.count(countKey, "nodes", fallback);
  if (!scaling.present) return exactly(each, product(times, zones));
  if (scaling.at("total_max_node_count").present) {
    const min = scaling.count("total_min_node_count", "fewest nodes", 0);
    return spanOf(min, min, scaling.count("total_max_node_count", "most nodes"), times);
  }
  const min = scaling.count("min_node_count", "fewest nodes", 0);
  return spanOf(min, min, scaling.count("max_node_count", "most nodes"), product(times, zones));
}

/** A zonal cluster has its zone and `node_locations`, a regional one only the latter. */
function zoneCount(place: Cursor): number | undefined {
  const zones = place.texts("node_locations").length;
  const location = place.required("location", "zones");
  if (location === undefined) {
    if (!place.at("location").present) place.noteUnknown("nodes", "the document does not have the location");
    return undefined;
  }
  if (ZONE.test(location)) return zones + 1;
  return zones > 0 ? zones : ZONES_OF_A_REGION;
}
