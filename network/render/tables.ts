import { type Connection, connections } from "../connections";
import type { Change } from "../diff";
import type { Exposure } from "../exposure";
import { type ClusterModel, workloadName } from "../model";
import type { Table } from "./table";

export function listTable(model: ClusterModel): Table {
  return { columns: ["src", "dst", "conn"], rows: cells(connections(model)) };
}

/** Sources as rows, destinations as columns; an empty cell has no connections. */
export function matrixTable(model: ClusterModel): Table {
  const rows = [...connections(model)];
  const names = model.workloads.map(workloadName);
  const ends = (key: "src" | "dst") => [...new Set([...names, ...rows.map((row) => row[key])])].sort();
  const [sources, destinations] = [ends("src"), ends("dst")];
  const found = new Map(rows.map(({ src, dst, conn }) => [`${src}\n${dst}`, conn]));
  return {
    columns: ["src", ...destinations],
    rows: sources.map((src) => [src, ...destinations.map((dst) => found.get(`${src}\n${dst}`) ?? "")]),
  };
}

export function diffTable(changes: readonly Change[]): Table {
  return {
    columns: ["src", "dst", "kind", "before", "after"],
    rows: changes.map(({ src, dst, kind, before, after }) => [src, dst, kind, before, after]),
  };
}

export function exposureTable(exposures: readonly Exposure[]): Table {
  return {
    columns: ["workload", "direction", "peer", "conn"],
    rows: exposures.map(({ workload, direction, peer, conn }) => [workload, direction, peer, conn]),
  };
}

function* cells(rows: Iterable<Connection>): Generator<readonly string[]> {
  for (const { src, dst, conn } of rows) yield [src, dst, conn];
}
