import { at } from "../figure";
import { defineFigure } from "./definition";
import { CORES, COUNT, GIB } from "./units";

/** Pods of all workloads. */
export const pods = defineFigure({
  key: "pods",
  label: "Pods",
  unit: COUNT,
  better: "lower",
  points: "each",
  ofWorkloads: true,
  section: "deployed",
  isSummary: true,
  json: "structured",
  of: ({ measures }, point) => at(measures.compute.pods, point),
});

/** CPU that the scheduler reserves for the pods. */
export const cpuRequests = defineFigure({
  key: "cpuCores.request",
  label: "CPU requests",
  unit: CORES,
  better: "lower",
  points: "each",
  ofWorkloads: true,
  unset: "no requests",
  section: "compute",
  isSummary: true,
  json: "structured",
  of: ({ measures }, point) => at(measures.compute.cpuCores.request, point),
});

/** CPU that the pods may use. */
export const cpuLimits = defineFigure({
  key: "cpuCores.limit",
  label: "CPU limits",
  unit: CORES,
  better: "lower",
  points: "each",
  ofWorkloads: true,
  unset: "no limits",
  section: "compute",
  json: "structured",
  of: ({ measures }, point) => at(measures.compute.cpuCores.limit, point),
});

/** Memory that the scheduler reserves for the pods. */
export const memoryRequests = defineFigure({
  key: "memoryGiB.request",
  label: "Memory requests",
  unit: GIB,
  better: "lower",
  points: "each",
  ofWorkloads: true,
  unset: "no requests",
  section: "compute",
  isSummary: true,
  json: "structured",
  of: ({ measures }, point) => at(measures.compute.memoryGiB.request, point),
});

/** Memory that the pods may use. */
export const memoryLimits = defineFigure({
  key: "memoryGiB.limit",
  label: "Memory limits",
  unit: GIB,
  better: "lower",
  points: "each",
  ofWorkloads: true,
  unset: "no limits",
  section: "compute",
  json: "structured",
  of: ({ measures }, point) => at(measures.compute.memoryGiB.limit, point),
});
