import type { NodeGroup, Span } from "../../model";
import { exactly, type NodeReaders, spanOf } from "../machines/node-readers";
import type { Cursor } from "../terraform/cursor";
import { googleRegion } from "./region";

/** Zones that a regional cluster spreads over unless it is told which. */
const ZONES_OF_A_REGION = 3;

/** `europe-west1-b` is a zone, `europe-west1` a region. */
const ZONE = /-[a-z]$/;

/** Machines of Google Cloud. GKE counts nodes by zone. */
export const GOOGLE_NODES: NodeReaders = {
  google_container_cluster: (body, { times, region }) => {
    const autopilot = body.flag("enable_autopilot", "autopilot", false);
    // Autopilot has no nodes that anyone pays for: pods are paid for by what they request.
    if (autopilot !== false || body.flag("remove_default_node_pool", "default pool", false) !== false)
      return undefined;
    const [first] = body.items("node_pool");
    const countKey = first === undefined ? "initial_node_count" : "node_count";
    return { ...group(body, first ?? body, countKey, times), ...rented(body, region), runsPods: true };
  },
  google_container_node_pool: (body, { times, region }) => ({
    ...group(body, body, "node_count", times),
    ...rented(body, region),
    runsPods: true,
    maxPods: body.count("max_pods_per_node", "pods of a node"),
  }),
  google_compute_instance: (body, { times, region }) => ({
    id: body.id,
    name: body.named("name"),
    instanceType: body.known("machine_type", "instance type"),
    count: exactly(1, times),
    ...rented(body, region),
  }),
};

function rented(body: Cursor, region: string | undefined) {
  return { provider: "google" as const, region: googleRegion(body, region) };
}

function group(place: Cursor, pool: Cursor, countKey: string, times: number | undefined): NodeGroup {
  return {
    id: place.id,
    name: place.named("name"),
    instanceType: pool.at("node_config").known("machine_type", "instance type"),
    count: sized(place, pool, countKey, times),
  };
}

function sized(place: Cursor, pool: Cursor, countKey: string, times: number | undefined): Span | undefined {
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

/** A zone's cluster has that zone and those that it is told beside it, a region's those that it is told. */
function zoneCount(place: Cursor): number | undefined {
  const zones = place.texts("node_locations").length;
  const location = place.known("location", "zones");
  if (location === undefined) {
    if (!place.at("location").present) place.noteUnknown("nodes", "the document does not hold the location");
    return undefined;
  }
  if (ZONE.test(location)) return zones + 1;
  return zones > 0 ? zones : ZONES_OF_A_REGION;
}

function product(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a * b;
}
