import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { packagePath } from "../files/package-root";
import type { Footprint } from "../footprint";
import { byText } from "../footprint/order";
import type { Provenance } from "../footprint/render/html";

/** What a report is made of. */
export interface Made {
  /** Paths of files and folders, as the user named them; `-` is stdin, which has no digest. */
  readonly paths: readonly string[];
  readonly footprints: readonly Footprint[];
  /** Words of the command that makes it again. */
  readonly words: readonly string[];
  /** Date for the end of support. */
  readonly asOf?: string;
}

/** Version, date, commit, digests and command of a report; no clock is read. */
export function provenanceOf({ paths, footprints, words, asOf }: Made): Provenance {
  const { version } = require(packagePath("package.json")) as { version: string };
  const date = asOf ?? sourceDate();
  const commit = commitOf(process.cwd());
  return {
    version,
    ...(date === undefined ? {} : { date }),
    ...(commit === undefined ? {} : { commit }),
    inputs: [
      ...paths.filter((path) => path !== "-").map((path) => ({ name: path, sha256: digestOf(path) })),
      ...footprints.map((each) => ({
        name: `footprint of ${each.id}`,
        sha256: sha256(JSON.stringify(each)),
      })),
    ],
    command: words.map(quoted).join(" "),
  };
}

/** @see https://reproducible-builds.org/specs/source-date-epoch/ */
function sourceDate(): string | undefined {
  const seconds = process.env["SOURCE_DATE_EPOCH"];
  if (seconds === undefined || !/^\d{1,11}$/.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}

/** SHA-256 of a file, or of the paths and contents of a folder's files. */
function digestOf(path: string): string {
  if (!statSync(path).isDirectory()) return sha256(readFileSync(path));
  const hash = createHash("sha256");
  for (const file of filesIn(path, ""))
    hash.update(`${file}\0`).update(sha256(readFileSync(join(path, file))));
  return hash.digest("hex");
}

function filesIn(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((one, other) => byText(one.name, other.name))
    .flatMap((entry) => {
      const name = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return filesIn(folder, name);
      return entry.isFile() ? [name] : [];
    });
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Commit of the repository around a folder, as its files have it; undefined where there is none. */
function commitOf(folder: string): string | undefined {
  const git = join(folder, ".git");
  if (!existsSync(git)) return dirname(folder) === folder ? undefined : commitOf(dirname(folder));
  try {
    return headOf(statSync(git).isDirectory() ? git : linked(git));
  } catch {
    // A report needs no repository, least of all a whole one.
    return undefined;
  }
}

/** A work tree has a file that names the folder. */
function linked(file: string): string {
  const [, path = ""] = /^gitdir: (.+)$/m.exec(readFileSync(file, "utf8")) ?? [];
  return resolve(dirname(file), path);
}

function headOf(git: string): string | undefined {
  const head = readFileSync(join(git, "HEAD"), "utf8").trim();
  const [, ref] = /^ref: (.+)$/.exec(head) ?? [];
  if (ref === undefined) return commit(head);
  const common = existsSync(join(git, "commondir"))
    ? resolve(git, readFileSync(join(git, "commondir"), "utf8").trim())
    : git;
  const loose = join(common, ref);
  if (existsSync(loose)) return commit(readFileSync(loose, "utf8").trim());
  const packed = readFileSync(join(common, "packed-refs"), "utf8").split("\n");
  return commit(packed.find((line) => line.endsWith(` ${ref}`))?.split(" ")[0] ?? "");
}

function commit(text: string): string | undefined {
  return /^[0-9a-f]{40,64}$/.test(text) ? text.slice(0, 12) : undefined;
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
