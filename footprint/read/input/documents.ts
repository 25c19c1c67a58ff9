import { extname } from "node:path";
import { InputError } from "../input-error";
import { isKubernetes } from "../kubernetes/documents";
import { isPlan } from "../terraform/plan";
import { placeOf } from "../text/json-problem";
import { jsonStream } from "../text/json-stream";
import { repeatedName } from "../text/repeated-name";
import { type Path, parseYaml, type RepeatedKey, type YamlDocument, YamlError } from "../text/yaml";
import { requireNoSource, requireSupportedFormat } from "./formats";
import { GIVE_PLAN, parseJson, readText } from "./json";

/** A document of a file, with places of its values. */
export interface ReadDocument {
  readonly value: unknown;
  readonly file: string;
  /** `document 2`. @default - the file is one document */
  readonly place?: string;
  /** Line of a value, from 1; that of the nearest thing around it where there is none. */
  readonly lineOf: (path: Path) => number | undefined;
  /** Keys that are in one map again, with another value: the last one is read. */
  readonly repeated: readonly RepeatedKey[];
}

const RENDERED = "give the output of 'helm template'";

/** Braces of a template, before any quote of their line: those of an alert's text are in quotes or are YAML. */
const BRACES = /^[^"'#\n]*?(?=\{\{)/m;

/**
 * The documents of a file, empty ones left out: JSON, a stream of JSON objects, or YAML as kubectl reads it. What
 * starts as JSON is read as JSON, whatever the file is called.
 * @throws InputError for a file that cannot be read, is neither, or is of a format that is not supported
 */
export function documentsOf(file: string): ReadDocument[] {
  const text = readText(file);
  if (/\.(?:tf|hcl)$/.test(file) && !/^\s*\{/.test(text))
    throw new InputError({ file, problem: "is HCL, which only Terraform reads", fix: GIVE_PLAN });
  requireNoSource(file, text);
  if (/^\s*\{\{/.test(text)) throw template(file, text);
  if (text.trim() === "") return [];
  const documents = jsonDocuments(text, file) ?? yamlDocuments(text, file);
  requireSupportedFormat(documents, file);
  return documents;
}

export function isYamlFile(file: string): boolean {
  return /\.ya?ml$/.test(file);
}

/** Undefined for a text that is YAML. */
function jsonDocuments(text: string, file: string): ReadDocument[] | undefined {
  const isJsonFile = extname(file) === ".json";
  if (!isJsonFile && !/^\s*[[{]/.test(text)) return undefined;
  const stream = jsonStream(text);
  if (stream === undefined)
    return isJsonFile ? [{ ...ofJson(parseJson(text, file), text, 0), file }] : undefined;
  return stream.flatMap(({ value, source, line }, index) => {
    if (repeatedName(source, isPlan(value)) === undefined)
      return [{ ...ofJson(value, source, line), file, place: placeIn(stream, index) }];
    // kubectl takes the last one of two names. Terraform takes both, so that neither is right.
    if (!isKubernetes(value)) return [{ ...ofJson(parseJson(source, file), source, line), file }];
    return parseYaml(source).map((each) => ({ ...each, file, place: placeIn(stream, index) }));
  });
}

function placeIn(stream: readonly unknown[], index: number): string | undefined {
  return stream.length === 1 ? undefined : `document ${index + 1}`;
}

function ofJson(value: unknown, source: string, line: number): YamlDocument {
  let document: YamlDocument | undefined;
  const lineOf = (path: Path) => {
    // JSON is YAML, which has places.
    document ??= parseYaml(source)[0];
    const found = document?.lineOf(path);
    return found === undefined ? undefined : found + line;
  };
  return { value, lineOf, repeated: [] };
}

function yamlDocuments(text: string, file: string): ReadDocument[] {
  try {
    return parseYaml(text).flatMap((document, index) =>
      document.value === null ? [] : [{ ...document, file, place: `document ${index + 1}` }],
    );
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    if (BRACES.test(text)) throw template(file, text);
    throw new InputError({ file, problem: `is no valid YAML: ${error.message}`, fix: "fix the YAML" });
  }
}

function template(file: string, text: string): InputError {
  const found = BRACES.exec(text);
  return new InputError({
    file,
    place: placeOf(text, found === null ? 0 : found.index + found[0].length),
    problem: "is a template, and no YAML before it is rendered",
    fix: RENDERED,
  });
}
