import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { InputError } from "../input-error";
import { jsonProblem, placeOf } from "../text/json-problem";
import { repeatedName } from "../text/repeated-name";
import { isObject, own, textOf } from "../text/value";

/** How a project of Terraform is given. */
export const GIVE_PLAN = "give its plan: terraform plan -out FILE, then terraform show -json FILE";

const SAVE = "save the file as UTF-8, or give another file";
/** What an invalid byte is decoded to. */
const REPLACEMENT = "\ufffd";

/** The path that means the standard input. */
export const STDIN = "-";
const STDIN_DESCRIPTOR = 0;

/** Node's longest text is slightly longer. */
const MOST_BYTES = 500_000_000;
/** Read at once. */
const PART_BYTES = 1_000_000;

/** First bytes of a zip file, which Terraform's own plan files are. */
const ZIP = "PK\u0003\u0004";

/**
 * Reads a JSON file.
 * @throws InputError when it cannot be read, is broken, or has a name twice: with line and column.
 */
export function readJson(file: string): unknown {
  return parseJson(readText(file), file);
}

/**
 * Parses the text of a JSON file.
 * @throws InputError when it is broken, or an object in it has a name twice: with line and column.
 */
export function parseJson(text: string, file: string): unknown {
  const value = parsed(text, file);
  const repeated = repeatedName(text);
  if (repeated === undefined) return value;
  throw new InputError({
    file,
    place: placeOf(text, repeated.at),
    problem: "a name is twice in one object",
    fix: "put both into one, or into a list",
  });
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column, problem } = jsonProblem(text);
    throw new InputError({ file, place: `line ${line}, column ${column}`, problem, fix: "fix the JSON" });
  }
}

/**
 * Reads a text file, without its byte order mark: UTF-8, or UTF-16 with its mark, which PowerShell writes.
 * @throws InputError when it cannot be read, or is no text.
 */
export function readText(file: string): string {
  const text = decoded(bytesOf(file), file).replace(/^\uFEFF/, "");
  if (text.startsWith(ZIP))
    throw new InputError({ file, problem: "is a plan in Terraform's own format", fix: GIVE_PLAN });
  if (!text.includes("\0")) return text;
  throw new InputError({
    file,
    problem: "is not a text in UTF-8",
    fix: SAVE,
  });
}

/** Bytes of a file, a pipe such as `<(command)`, or `-`, the standard input. Reads no more than is accepted: a device may never end. */
function bytesOf(file: string): Buffer {
  const parts: Buffer[] = [];
  try {
    const descriptor = file === STDIN ? STDIN_DESCRIPTOR : openSync(file, "r");
    try {
      const part = Buffer.allocUnsafe(PART_BYTES);
      for (let size = fstatSync(descriptor).size > MOST_BYTES ? Infinity : 0; size <= MOST_BYTES; ) {
        const read = readSync(descriptor, part);
        if (read === 0) return Buffer.concat(parts);
        parts.push(Buffer.from(part.subarray(0, read)));
        size += read;
      }
    } finally {
      if (descriptor !== STDIN_DESCRIPTOR) closeSync(descriptor);
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  const problem = `is larger than ${MOST_BYTES / 1_000_000} MB`;
  throw new InputError({ file, problem, fix: "give a part of it, such as one stack" });
}

function decoded(bytes: Buffer, file: string): string {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe") return bytes.toString("utf16le");
  if (mark === "feff")
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString("utf16le");
  const text = bytes.toString("utf8");
  if (!isUtf8(bytes)) throw notUtf8(bytes, text, file);
  return text;
}

/** Decoding replaces invalid bytes: the first replacement that the file itself does not contain. */
function notUtf8(bytes: Buffer, text: string, file: string): InputError {
  let at = text.indexOf(REPLACEMENT);
  let offset = Buffer.byteLength(text.slice(0, at));
  while (bytes.toString("hex", offset, offset + 3) === "efbfbd") {
    const next = text.indexOf(REPLACEMENT, at + 1);
    offset += Buffer.byteLength(text.slice(at, next));
    at = next;
  }
  return new InputError({
    file,
    place: placeOf(text, at),
    problem: `byte ${offset} is not valid UTF-8`,
    fix: SAVE,
  });
}

/** What a failed file operation means to whoever named the file. */
export function unreadable(file: string, error: unknown): InputError {
  // No `instanceof Error`: file errors may come from another realm.
  const code = isObject(error) ? textOf(own(error, "code")) : "unknown error";
  if (code === "ENOENT")
    return new InputError({
      file,
      problem: "no such file or folder",
      fix: /\.ya?ml$/.test(file) ? "check the path" : "check the path, or run `cdktf synth` first",
    });
  return new InputError({
    file,
    problem: `cannot be read (${code})`,
    fix: "check what it is and who may read it",
  });
}
