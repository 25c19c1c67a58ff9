export type { Change } from "./changes";
export { checkSnapshots, type SnapshotCheck, writeSnapshots } from "./files";
export { type Snapshot, snapshotOf } from "./snapshot";
