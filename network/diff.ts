import { connectionText, NO_CONNECTIONS } from "./connection-set";
import type { ClusterModel } from "./model";
import { cutAt, type Row, rowsOf } from "./rows";

/** One pair whose connections differ between two models. */
export interface Change {
  readonly src: string;
  readonly dst: string;
  /** `No Connections` where there are none. */
  readonly before: string;
  readonly after: string;
  readonly kind: "added" | "removed" | "changed";
}

const NONE = connectionText(NO_CONNECTIONS);

/**
 * Pairs whose connections differ, sorted by source, then by destination. Address ranges are cut where either model
 * cuts them, so that a rule about one range changes no other.
 * @throws NetworkInputError
 */
export function diff(before: ClusterModel, after: ClusterModel): Change[] {
  const [left, right] = cutAt(rowsOf(before), rowsOf(after));
  const old = new Map(left.map((row) => [keyOf(row), row]));
  const now = new Map(right.map((row) => [keyOf(row), row]));
  const changes: Change[] = [];
  for (const [key, row] of new Map([...old, ...now])) {
    const [was, is] = [old.get(key)?.conn ?? NONE, now.get(key)?.conn ?? NONE];
    if (was === is) continue;
    const kind = was === NONE ? "added" : is === NONE ? "removed" : "changed";
    changes.push({ src: row.src, dst: row.dst, before: was, after: is, kind });
  }
  return changes.sort((a, b) => byText(a.src, b.src) || byText(a.dst, b.dst));
}

function keyOf({ src, dst }: Row): string {
  return `${src}\n${dst}`;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
