import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { CONFIG_MODULES, REVIEW_FILES } from "../../footprint/review";
import { UsageError } from "../errors";
import { EXAMPLE } from "../init/example";
import { type Found, look } from "../init/look";
import { renderReview } from "../init/render";
import { replicasFrom } from "../init/steady-from";
import { print, report } from "../output";
import type { Command } from "./command";

/** Flags of `weighbridge init`. */
interface Flags {
  /** @default false */
  readonly example?: boolean;
  /** File of what runs. */
  readonly steadyFrom?: string;
}

const [REVIEW_FILE] = REVIEW_FILES;
const STEADY_FILE = "steady.yaml";

/** `weighbridge init`: a review of one's own, from what a folder has. Never overwrites, and executes nothing. */
export const init: Command<Flags> = {
  name: "init",
  summary: "writes a weighbridge.yaml with the options that it finds in a folder",
  examples: [
    { words: "init --example example", does: "a complete small review in a new folder" },
    { words: "init", does: "a review of the plans and manifests in this folder" },
    {
      words: "init --steady-from running.json",
      does: "steady replicas from `kubectl get hpa,deploy -A -o json`",
    },
  ],
  define: (parser) =>
    parser
      .argument("[folder]", "folder to look into (default: this one)")
      .option("--example", "write a complete small review instead")
      .option(
        "--steady-from <file>",
        `write ${STEADY_FILE} from kubectl get hpa,deploy -A -o json, or a Prometheus query result; - is stdin`,
      ),

  async run([folder = "."], { example = false, steadyFrom }) {
    if (example && steadyFrom !== undefined)
      throw new UsageError("--example and --steady-from exclude each other; give one of them");
    const written = example ? writeAll(folder, EXAMPLE) : writeFound(folder, steadyFrom);
    await print(`${written.map((path) => `${path}\n`).join("")}${nextSteps(written)}`);
    return 0;
  },
};

function writeFound(folder: string, steadyFrom: string | undefined): readonly string[] {
  const steady: Readonly<Record<string, string>> =
    steadyFrom === undefined ? {} : { [STEADY_FILE]: steadyText(steadyFrom) };
  const existing = definitionIn(folder);
  // Everyday replicas may be added to a review that is there.
  if (existing !== undefined && steadyFrom !== undefined) return writeAll(folder, steady);
  if (existing !== undefined) throw exists(join(folder, existing));
  const found = look(folder);
  for (const { path, command } of found.first) report(`${path} has to be rendered first: ${command}`);
  for (const path of found.reviews) report(`${path} has a review of its own, and is left out`);
  if (found.options.size === 0)
    throw new UsageError(`${folder}: no stack, plan, state or Kubernetes YAML found; ${wayOut(found)}`);
  const id = basename(resolve(folder))
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+/, "");
  const steadyFile = steadyFrom === undefined ? undefined : STEADY_FILE;
  const review = renderReview(id === "" || id === "all" ? "review" : id, found, steadyFile);
  return writeAll(folder, { [REVIEW_FILE]: review, ...steady });
}

function wayOut({ first, reviews: [review] }: Found): string {
  if (first.length > 0) return "run the commands above, then this one again";
  return review === undefined
    ? "try `weighbridge init --example` in an empty folder"
    : `run the commands in ${review}, or this one beside your own plans and manifests`;
}

function steadyText(file: string): string {
  const { steady, ambiguous } = replicasFrom(file);
  for (const name of ambiguous) report(`${name} runs differently in two namespaces, and is left out`);
  if (steady.size === 0) throw new UsageError(`${file}: no workload with replicas found; give another file`);
  const lines = [...steady].map(([name, pods]) => `${JSON.stringify(name)}: ${pods}\n`);
  return `# Everyday replicas by workload.\n${lines.join("")}`;
}

function definitionIn(folder: string): string | undefined {
  return [...REVIEW_FILES, ...CONFIG_MODULES].find((name) => existsSync(join(folder, name)));
}

function exists(path: string): UsageError {
  return new UsageError(`${path}: exists already, and nothing is overwritten; remove it, or edit it`);
}

/** All of the files or, where one is there already, none. */
function writeAll(folder: string, files: Readonly<Record<string, string>>): readonly string[] {
  const paths = Object.keys(files).map((name) => join(folder, name));
  const taken = paths.find((path) => existsSync(path));
  if (taken !== undefined) throw exists(taken);
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    // Fails where another process has written it meanwhile.
    writeFileSync(path, text, { flag: "wx" });
  }
  return paths;
}

function nextSteps(written: readonly string[]): string {
  if (!written.some((path) => basename(path) === REVIEW_FILE))
    return `\nNext: add 'steady: ${STEADY_FILE}' to the options in ${REVIEW_FILE}.\n`;
  return `
Next:
  weighbridge compare                      the options side by side
  weighbridge claims                       what the document says, verified
  weighbridge report --out report.html     all of it in one file
`;
}
