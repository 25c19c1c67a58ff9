export { ask, requireUp, SandboxError, tryReadFile, usualFolder } from "./client";
export { type Deed, deploy, environment } from "./deploy";
export { down } from "./down";
export { PART_NAMES, type PartName, type SandboxStatus } from "./model";
export { partLine } from "./status";
export { up } from "./up";
