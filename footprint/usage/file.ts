import { WORD_KEYS } from "../../config/usage-keys";
import { kindOf, numberOrKind } from "../../errors/received";
import { MOST } from "../../errors/sane";
import { InputError, type InputFault } from "../read/input-error";
import { placeIn } from "../read/text/place-in";
import { isObject } from "../read/text/value";
import { type Path, parseYaml, type YamlDocument, YamlError } from "../read/text/yaml";
import { nearest } from "./nearest";

/** Figures of one entry, by key; in a map behind a dot. */
export type Figures = ReadonlyMap<string, number | string | boolean>;

/** A usage file in Infracost's form. */
export interface UsageFile {
  /** As the user named it. */
  readonly name: string;
  /** By address, which may contain `*`. */
  readonly byAddress: ReadonlyMap<string, Figures>;
  /** By Terraform type. */
  readonly byType: ReadonlyMap<string, Figures>;
  /** A key of the file in words, with its line and column. */
  readonly placeOf: (path: Path) => string;
}

export const BY_ADDRESS = "resource_usage";
export const BY_TYPE = "resource_type_default_usage";
const SECTIONS = ["version", BY_TYPE, BY_ADDRESS];
const VERSIONS = ["0.1", "0.2"];

/** Notes a fault of a place. */
type Fault = (path: Path, problem: string, fix: string, of?: "key" | "value") => void;

/**
 * Reads a usage file. What its keys and addresses mean is checked against the footprints that it is for.
 * @throws InputError with one fault for each place that breaks the form
 */
export function parseUsage(text: string, name: string): UsageFile {
  const { value, repeated } = documentOf(text, name);
  const place = placeIn(text);
  const placeOf = (path: Path, of: "key" | "value" = "key") => `${place(path, of)}: ${path.join(".")}`;
  const faults: InputFault[] = [];
  const fault: Fault = (path, problem, fix, of) =>
    faults.push({ file: name, place: placeOf(path, of), problem, fix });
  for (const { path } of repeated) fault(path, "this key is there twice", "keep one of them");
  for (const key of Object.keys(value))
    if (!SECTIONS.includes(key)) fault([key], "this is no part of a usage file", nearest(key, SECTIONS));
  const version = value["version"];
  if (!VERSIONS.includes(String(version)))
    fault(["version"], `it must be 0.1, got ${numberOrKind(version)}`, "write 'version: 0.1'", "value");
  const file = {
    name,
    byAddress: section(value[BY_ADDRESS], BY_ADDRESS, fault),
    byType: section(value[BY_TYPE], BY_TYPE, fault),
    placeOf,
  };
  const [first, ...others] = faults;
  if (first !== undefined) throw new InputError(first, ...others);
  return file;
}

function documentOf(
  text: string,
  file: string,
): YamlDocument & { readonly value: Readonly<Record<string, unknown>> } {
  const documents = documentsOf(text, file);
  const [document] = documents;
  if (document !== undefined && isObject(document.value) && documents.length === 1)
    return { ...document, value: document.value };
  const got = documents.length > 1 ? "several documents" : kindOf(document?.value);
  throw new InputError({
    file,
    problem: `a usage file is one map, got ${got}`,
    fix: "write 'version: 0.1' and 'resource_usage:'",
  });
}

function documentsOf(text: string, file: string): YamlDocument[] {
  try {
    return parseYaml(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new InputError({ file, problem: error.message, fix: "fix the YAML" });
  }
}

function section(entries: unknown, key: string, fault: Fault): Map<string, Figures> {
  if (entries === undefined || entries === null) return new Map();
  if (!isObject(entries)) {
    fault([key], `it must be a map, got ${kindOf(entries)}`, "write one entry below it for each resource");
    return new Map();
  }
  return new Map(
    Object.entries(entries).map(([name, value]) => {
      const figures = new Map<string, number | string | boolean>();
      if (isObject(value)) collect(value, [key, name], [], figures, fault);
      else if (value !== null)
        fault([key, name], `it must be a map, got ${kindOf(value)}`, "write its keys below it");
      return [name, figures] as const;
    }),
  );
}

/** Flattens nested maps; an empty value is no figure. */
function collect(
  map: Readonly<Record<string, unknown>>,
  entry: Path,
  above: readonly string[],
  figures: Map<string, number | string | boolean>,
  fault: Fault,
): void {
  for (const [key, value] of Object.entries(map)) {
    const path = [...above, key];
    if (value === null) continue;
    if (isObject(value)) collect(value, entry, path, figures, fault);
    else if (isFigure(value) || (isWord(value) && WORD_KEYS.has(key))) figures.set(path.join("."), value);
    else fault([...entry, ...path], problemOf(value), fixOf(value), "value");
  }
}

function isFigure(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= MOST;
}

function isWord(value: unknown): value is string | boolean {
  return typeof value === "string" || typeof value === "boolean";
}

function problemOf(value: unknown): string {
  const rule = typeof value === "number" && value > MOST ? `at most ${MOST}` : "a number of 0 or more";
  return `it must be ${rule}, got ${numberOrKind(value)}`;
}

function fixOf(value: unknown): string {
  const isQuoted = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
  return isQuoted ? "write it without quotes" : "correct the figure";
}
