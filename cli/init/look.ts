import { type Dirent, existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { byText } from "../../footprint/order";
import { readInput } from "../../footprint/read/input";
import { stacksOfOutput } from "../../footprint/read/input/files";
import { readText } from "../../footprint/read/input/json";
import { isPlan } from "../../footprint/read/terraform/plan";
import { REVIEW_FILES } from "../../footprint/review";

/** What a folder has that could be compared, and what has to be rendered first. */
export interface Found {
  /** Options by id, each with its inputs, relative to the folder. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** Folders with a review of their own, which are not looked into. */
  readonly reviews: readonly string[];
  /** What cannot be read as it is, with the command that makes it readable. */
  readonly first: readonly { readonly path: string; readonly command: string }[];
}

const SKIPPED = /^(?:\..*|node_modules|vendor|dist|build)$/;
const MOST_ENTRIES = 10_000;
/** A plan is one file; larger ones are not looked into. */
const MOST_BYTES = 50_000_000;
const PLATFORM = "-platform";
/** Names that Docker Compose looks for. */
const COMPOSE = /^(?:docker-)?compose\.ya?ml$/;

/** Looks into a folder and those below it. Nothing is executed. */
export function look(folder: string): Found {
  const options = new Map<string, readonly string[]>();
  const reviews: string[] = [];
  const first: { path: string; command: string }[] = [];
  const add = (name: string, ...inputs: readonly string[]) => options.set(uniqueId(name, options), inputs);
  let seen = 0;
  const open = [""];
  for (let next = open.shift(); next !== undefined && seen < MOST_ENTRIES; next = open.shift()) {
    const at = join(folder, next);
    const entries = readdirSync(at, { withFileTypes: true }).sort((a, b) => byText(a.name, b.name));
    seen += entries.length;
    const names = entries.map(({ name }) => name);
    const shown = next === "" ? "." : next;
    if (names.includes("Chart.yaml")) {
      const rendered = `rendered/${basename(next === "" ? folder : next)}.yaml`;
      first.push({ path: shown, command: `mkdir -p rendered && helm template ${shown} > ${rendered}` });
      continue;
    }
    if (names.some((name) => /^kustomization\.ya?ml$/.test(name))) {
      const rendered = `rendered/${basename(next === "" ? folder : next)}.yaml`;
      first.push({ path: shown, command: `mkdir -p rendered && kubectl kustomize ${shown} > ${rendered}` });
      continue;
    }
    if (isOutput(at, names)) {
      addStacks(at, next, add);
      continue;
    }
    if (names.some((name) => name.endsWith(".tf"))) {
      const command = `(cd ${shown} && terraform plan -out plan.bin && terraform show -json plan.bin > plan.json)`;
      if (!names.includes("plan.json")) first.push({ path: shown, command });
    }
    for (const name of plansIn(at, entries)) add(nameOfFile(next, name), join(next, name));
    for (const name of names.filter((name) => COMPOSE.test(name)))
      add(basename(next === "" ? "compose" : next), join(next, name));
    const manifests = manifestsIn(at, entries);
    // A folder is read with everything in it: where there is something else, its files are named. The review itself will
    // be in the first one.
    const isWhole = next !== "" && manifests.length === entries.length;
    if (manifests.length > 0)
      add(
        basename(next === "" ? "kubernetes" : next),
        ...(isWhole ? [`${next}/`] : manifests.map((name) => join(next, name))),
      );
    for (const entry of entries) {
      if (!entry.isDirectory() || SKIPPED.test(entry.name)) continue;
      const path = join(next, entry.name);
      if (isReview(join(at, entry.name))) reviews.push(path);
      else open.push(path);
    }
  }
  return { options, reviews, first };
}

/** A folder that a synth wrote. */
function isOutput(folder: string, names: readonly string[]): boolean {
  return names.includes("stacks") && (names.includes("manifest.json") || basename(folder) === "cdktf.out");
}

/** Each stack is an option; one that has its cluster beside it is read with it. */
function addStacks(folder: string, path: string, add: (name: string, ...inputs: string[]) => void): void {
  const names = stacksOfOutput(folder).map(({ name }) => name);
  const pathOf = (name: string) => join(path, "stacks", name);
  for (const name of names) {
    if (name.endsWith(PLATFORM) && names.includes(name.slice(0, -PLATFORM.length))) continue;
    const platform = names.includes(name + PLATFORM) ? [pathOf(name + PLATFORM)] : [];
    add(name, ...platform, pathOf(name));
  }
}

function plansIn(folder: string, entries: readonly Dirent[]): string[] {
  return entries
    .filter((entry) => entry.isFile() && /\.(?:json|tfstate)$/.test(entry.name))
    .map(({ name }) => name)
    .filter((name) => isTerraform(join(folder, name)));
}

/** True for a plan, a state, or Terraform JSON. Whatever else a file is, it is no option. */
function isTerraform(file: string): boolean {
  if (statSync(file).size > MOST_BYTES) return false;
  try {
    const input = readInput(file);
    return "terraform" in input && (isPlan(input.terraform) || file.endsWith(".tf.json"));
  } catch {
    return false;
  }
}

/** A folder with a review of its own is none of this one. */
function isReview(folder: string): boolean {
  return REVIEW_FILES.some((name) => existsSync(join(folder, name)));
}

/** Names of the YAML files of the folder itself that have Kubernetes objects: others have values, budgets, workflows. */
function manifestsIn(folder: string, entries: readonly Dirent[]): readonly string[] {
  const names = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(({ name }) => name);
  return names.filter((name) => isManifest(join(folder, name)));
}

/** A key of YAML at the start of a line, or of JSON. */
const API_VERSION = /(?:^|[{,\s])(?:"apiVersion"\s*:|apiVersion:)/m;
const KIND = /(?:^|[{,\s])(?:"kind"\s*:|kind:)/m;

function isManifest(file: string): boolean {
  try {
    const text = readText(file);
    return API_VERSION.test(text) && KIND.test(text);
  } catch {
    return false;
  }
}

/** `plans/today.json` is `today`; `today/plan.json` is `today` too. */
function nameOfFile(folder: string, file: string): string {
  const name = file.replace(/(?:\.tf)?\.(?:json|tfstate)$/, "");
  return /^(?:plan|state|terraform|cdk)$/.test(name) && folder !== "" ? basename(folder) : name;
}

function uniqueId(name: string, taken: ReadonlyMap<string, unknown>): string {
  const id = name.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "") || "option";
  const base = id === "all" ? "all-options" : id;
  for (let number = 1; ; number += 1) {
    const unique = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(unique)) return unique;
  }
}
