import { existsSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import { UserError } from "../errors/user-error";
import { packagePath } from "../files/package-root";
import { problemsOf, type Requirements } from "./problems";

export { useProjectPeers } from "./project";

/** A peer of this package that is missing, not supported or there twice; each line says what to do. */
export class PeerError extends UserError {
  public override readonly name = "PeerError";
}

/** Packages that a module of this package imports, by its path below `dist`. The build writes them. */
type Peers = Readonly<Record<string, readonly string[]>>;

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

/** From where peers are found. */
export interface PeerPaths {
  /** Path of a file whose imports find the peers. @default - a file of this package */
  readonly from?: string;
  /** Path of a file of the user's project, whose copies of cdktf and constructs must be the same. */
  readonly user?: string;
}

/**
 * Checks the peers of some modules of this package before they are loaded.
 *
 * @param modules as the build names them: `constructs/kafka-topic-set`, `stacks/partner/a`
 * @param subject who needs them, for the message
 * @throws PeerError with one line per fault
 */
export function requirePeers(modules: readonly string[], subject: string, paths: PeerPaths = {}): void {
  const file = packagePath("dist", "peers", "modules.json");
  // A bundler leaves it out: what is bundled needs no package.
  if (!existsSync(file)) return;
  const peers = readJson(file) as Peers;
  const packages = [...new Set(modules.flatMap((name) => peers[name] ?? []))].sort();
  const requirements = readJson(packagePath("package.json")) as Requirements;
  const problems = problemsOf({ packages, from: file, ...paths }, requirements, process.versions.node);
  if (problems.length > 0)
    throw new PeerError(problems.map((problem) => `${subject}: ${problem}`).join("\n"));
}

/**
 * The same where a module is loaded: the build adds a call of this to each module that package.json exports and that
 * imports peers. A module that another one of this package loads was checked with it.
 */
export function guardPeers(loaded: NodeJS.Module, name: string, specifier: string): void {
  const user = loaded.parent?.filename ?? process.argv[1];
  if (user?.startsWith(packagePath("dist") + sep)) return;
  // A program that runs the user's files, such as Jest, may have packages of its own.
  const isTheirs = user !== undefined && existsSync(user) && !user.includes(`${sep}node_modules${sep}`);
  requirePeers([name], specifier, isTheirs ? { user } : {});
}
