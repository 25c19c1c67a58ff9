import type { Container, Footprint, Workload } from "../../../model";
import { type Cell, cellOf, type Row, type Section } from "../../grid";
import * as say from "../../numbers";

/** Where a workload's number of pods comes from, in words. */
const ORIGIN: Readonly<Record<Workload["replicasFrom"], string>> = {
  autoscaler: "autoscaled",
  replicas: "fixed",
  suspended: "suspended",
  job: "runs to completion",
  test: "a test, not counted",
  nodes: "one per node",
  unknown: "unresolved",
};

/** Each workload with its containers: what they ask for, may use and run. */
export function workloadSections({ workloads }: Footprint): Section[] {
  return workloads.map((workload) => ({
    title: `${workload.kind} ${[workload.namespace, workload.name].filter((part) => part !== undefined).join("/")}`,
    rows: [
      { label: { text: "replicas" }, cells: [replicas(workload)] },
      ...disruption(workload),
      {
        label: { text: "container", style: "dim" },
        cells: [cellOf("CPU (millicores)", "dim"), cellOf("memory (MiB)", "dim")],
      },
      ...workload.containers.flatMap((container) => containerRows(container, container.name)),
      ...workload.initContainers.flatMap((container) => containerRows(container, `${container.name} (init)`)),
    ],
  }));
}

function replicas({ replicas: span, replicasFrom, scalesOn }: Workload): Cell {
  if (span === undefined) return cellOf("unresolved", "magenta");
  const scaling = scalesOn.length === 0 ? "" : `, on ${scalesOn.join(", ")}`;
  return cellOf(`${say.span(span, "steady")}, ${ORIGIN[replicasFrom]}${scaling}`);
}

function disruption({ disruptionBudget: budget }: Workload): Row[] {
  if (budget === undefined) return [];
  const parts = [
    budget.maxUnavailable === undefined ? [] : `maxUnavailable ${budget.maxUnavailable}`,
    budget.minAvailable === undefined ? [] : `minAvailable ${budget.minAvailable}`,
  ].flat();
  return [{ label: { text: "disruption budget" }, cells: [cellOf(parts.join(", "))] }];
}

function containerRows({ image, requests, limits }: Container, name: string): Row[] {
  const rows: Row[] = [
    {
      label: { text: name, indent: 2, hang: 2 },
      cells: [pair(requests.cpuMillicores, limits.cpuMillicores), pair(requests.memoryMi, limits.memoryMi)],
    },
  ];
  if (image !== undefined) rows.push({ label: { text: "" }, cells: [cellOf(image, "dim")] });
  return rows;
}

/** `request 250, limit 1000`. */
function pair(request: number | undefined, limit: number | undefined): Cell {
  const least = request === undefined ? "no request" : `request ${say.number(request)}`;
  const most = limit === undefined ? "no limit" : `limit ${say.number(limit)}`;
  return cellOf(`${least}, ${most}`);
}
