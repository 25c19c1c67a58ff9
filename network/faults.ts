import { printable } from "../errors/printable";

/** Keys and indexes that lead from an object to a value in it. */
export type Path = readonly (string | number)[];

/** Where an object was read. */
export interface Origin {
  /** File as the user named it. @default - the object was given as a value */
  readonly file?: string;
  /** Line of a value in the file, from 1. @default - the file has no lines that people wrote */
  readonly lineOf?: (path: Path) => number | undefined;
}

/** One thing that is wrong with the input. */
export interface Fault {
  readonly origin: Origin;
  /** The object, for example `NetworkPolicy shop/db`. */
  readonly object: string;
  readonly path: Path;
  readonly problem: string;
  readonly fix: string;
}

/** A fault in one line: `<file>: line <n>: <object>: <path>: <problem>; <fix>`. */
export function faultLine({ origin, object, path, problem, fix }: Fault): string {
  const line = origin.lineOf?.(path);
  const parts = [origin.file, line === undefined ? undefined : `line ${line}`, object, pathText(path)];
  const place = parts.filter((part) => part !== undefined && part !== "").join(": ");
  return printable(`${place}: ${problem}; ${fix}`);
}

function pathText(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      if (!/^\w+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join("");
}

/** A value as a message shows it: as JSON, at most 60 characters. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
