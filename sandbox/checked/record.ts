import { appendFileSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What was done with a stack by real Terraform, in the order of a deployment's life. */
export const DEEDS = ["validated", "planned", "applied", "second plan empty", "destroyed"] as const;
export type Deed = (typeof DEEDS)[number];

/** One line of the record: a deed, or why the tests of a stack were skipped. */
export interface Entry {
  readonly stack: string;
  readonly deed?: Deed;
  readonly skipped?: string;
}

/** Where a run of the tests writes what it did; `start.js` empties it, `end.js` reports it. */
export const RECORD = join(__dirname, "..", "..", ".cache", "checked.jsonl");

/** Names of the options' stacks begin so; those of the constructs' examples do not. */
const OF_AN_OPTION = /^(?:partner|critter|laravel|shop|f3)-/;

/** Records a deed with the stack in a folder of cdktf.out; another folder is no stack of an option. */
export function record(folder: string, deed: Deed): void {
  const stack = basename(folder);
  if (basename(dirname(folder)) === "stacks" && OF_AN_OPTION.test(stack)) write({ stack, deed });
}

/** Records that the tests of a stack were skipped. */
export function recordSkipped(stack: string, reason: string): void {
  write({ stack, skipped: reason });
}

function write(entry: Entry): void {
  mkdirSync(dirname(RECORD), { recursive: true });
  appendFileSync(RECORD, `${JSON.stringify(entry)}\n`);
}
