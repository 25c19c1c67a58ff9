/** cdktf calls `util.isArray`, for which Node 22 and later print a warning on stderr. It is the same function. */
export function replaceIsArray(): void {
  (require("node:util") as { isArray: unknown }).isArray = Array.isArray;
}
