import { findInstalled, type Installed, within } from "./installed";
import { isInRange, majorOf } from "./range";

/** What the package.json of this package says of its surroundings. */
export interface Requirements {
  readonly engines: { readonly node: string };
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** Which packages are looked for, and from where. */
export interface Wanted {
  /** Names of peers: `cdktf`, `@cdktf/provider-aws`. */
  readonly packages: readonly string[];
  /** Path of a file whose imports find them. */
  readonly from: string;
  /** Path of a file of the user's project, which may find other copies. @default - none is compared */
  readonly user?: string;
}

/**
 * What is wrong with the installed peers: one text per fault, each with the command that fixes it.
 * @param node version of Node, as `process.versions.node` has it
 */
export function problemsOf(wanted: Wanted, requirements: Requirements, node: string): readonly string[] {
  const { packages, from, user } = wanted;
  const found = packages.map((name) => ({ name, installed: findInstalled(name, from) }));
  const there = found.flatMap(({ name, installed }) => (installed ? [{ name, ...installed }] : []));
  return [
    ...nodeProblem(requirements.engines.node, node),
    ...missing(
      found.filter(({ installed }) => !installed).map(({ name }) => name),
      requirements,
    ),
    ...there.flatMap((each) => unsupported(each, requirements)),
    ...["constructs", "cdktf"].flatMap((name) =>
      copies(name, there, user === undefined ? [from] : [from, user]),
    ),
  ];
}

function nodeProblem(range: string, node: string): string[] {
  const least = range.replace(/^>=\s*/, "");
  return Number.parseInt(node, 10) < Number.parseInt(least, 10)
    ? [`Node ${node} is not supported; install Node ${least} or newer`]
    : [];
}

function missing(names: readonly string[], { peerDependencies }: Requirements): string[] {
  if (names.length === 0) return [];
  const are = names.length === 1 ? "is" : "are";
  const wanted = names.map((name) => `${name}@${majorOf(peerDependencies[name] ?? "^1.0.0")}`);
  return [`${names.join(", ")} ${are} not installed; run npm install ${wanted.join(" ")}`];
}

function unsupported(
  { name, version }: { readonly name: string; readonly version: string },
  { peerDependencies }: Requirements,
): string[] {
  const range = peerDependencies[name];
  if (range === undefined || isInRange(version, range)) return [];
  return [
    `${name} ${version} is installed, supported is ${range}; run npm install ${name}@${majorOf(range)}`,
  ];
}

/** Objects of one copy are not accepted by another. */
function copies(name: string, there: readonly Installed[], from: readonly string[]): readonly string[] {
  const found = new Map<string, Installed>();
  for (const path of [...from, ...there.map(({ folder }) => within(folder))]) {
    const installed = findInstalled(name, path);
    if (installed !== undefined) found.set(installed.folder, installed);
  }
  if (found.size < 2) return [];
  const list = [...found.values()].map(({ version, folder }) => `${version} in ${folder}`).join(" and ");
  return [
    `${found.size} copies of ${name} are installed, ${list}; keep one: remove ${name} from the dependencies of all but your project, then run npm dedupe`,
  ];
}
