import { readFileSync } from "node:fs";
import { InputError } from "./input-error";
import { jsonProblem } from "./json-problem";
import { isObject, own, textOf } from "./value";

/**
 * Reads a JSON file.
 * @throws InputError when it cannot be read, or is broken: with line and column.
 */
export function readJson(file: string): unknown {
  return parseJson(readText(file), file);
}

/**
 * Parses the text of a JSON file.
 * @throws InputError when it is broken: with line and column.
 */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column, problem } = jsonProblem(text);
    throw new InputError({ file, place: `line ${line}, column ${column}`, problem, fix: "mend the JSON" });
  }
}

/**
 * Reads a text file, without its byte order mark.
 * @throws InputError when it cannot be read.
 */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** What a failed file operation means to whoever named the file. */
export function unreadable(file: string, error: unknown): InputError {
  // No `instanceof Error`: file errors may come from another realm.
  const code = isObject(error) ? textOf(own(error, "code")) : "unknown error";
  if (code === "ENOENT")
    return new InputError({
      file,
      problem: "no such file or folder",
      fix: "check the path, or synthesise first",
    });
  return new InputError({
    file,
    problem: `cannot be read (${code})`,
    fix: "check what it is and who may read it",
  });
}
