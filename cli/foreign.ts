import { UsageError } from "./errors";

/** One `--from name=PATH`: something that was not written here. */
export interface ForeignInput {
  readonly name: string;
  readonly path: string;
  /**
   * True for what was there before a plan.
   * @default false
   */
  readonly isBefore?: boolean;
}

const BEFORE = "@before";

/** The inputs, and what was there before the plans that are chosen by `name@before`. */
export function withStatesBefore(
  words: readonly string[],
  inputs: readonly ForeignInput[],
): readonly ForeignInput[] {
  const before = inputs
    .map(({ name, path }) => ({ name: name + BEFORE, path, isBefore: true }))
    .filter(({ name }) => words.includes(name));
  return [...inputs, ...before];
}

/** Adds one `--from` to those before it. @throws UsageError when the word is not `name=PATH` */
export function parseForeign(word: string, earlier: readonly ForeignInput[]): readonly ForeignInput[] {
  const [, name, path] = /^([^=]+)=(.+)$/.exec(word) ?? [];
  if (name === undefined || path === undefined) {
    throw new UsageError(`--from must be name=PATH, got "${word}"; for example --from mine=./cdktf.out`);
  }
  return [...earlier, { name, path }];
}
