export { checkSides } from "./budget";
export { type DiffOptions, diffSides } from "./diff";
export type * from "./model";
export { optionsOfDocuments } from "./of-document";
export { sideOption } from "./of-footprint";
export type { ListName, Side, SideOption } from "./side";
