/**
 * True where a version is in a range of peers, as package.json writes them: `^20.1.0`, or several of them with `||`.
 * A pre-release counts as the version that it precedes.
 */
export function isInRange(version: string, range: string): boolean {
  return range.split("||").some((part) => isCompatible(numbersOf(version), numbersOf(part.trim().slice(1))));
}

/** The same major version, or below 1.0 the same minor version, and not older. */
function isCompatible(version: readonly number[], least: readonly number[]): boolean {
  const fixed = least[0] === 0 ? 2 : 1;
  const differs = least.findIndex((number, index) => version[index] !== number);
  return differs === -1 || (differs >= fixed && (version[differs] ?? 0) > (least[differs] ?? 0));
}

function numbersOf(version: string): readonly number[] {
  return version.split("-", 1)[0]?.split(".").map(Number) ?? [];
}

/** What to install for a range: `20` for `^20.1.0`, `0.21` for `^0.21.0`; the first of several. */
export function majorOf(range: string): string {
  const [major, minor] = numbersOf(range.split("||", 1)[0]?.trim().slice(1) ?? "");
  return major === 0 ? `0.${minor}` : String(major);
}
