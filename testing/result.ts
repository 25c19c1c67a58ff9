/** What a matcher returns to Jest and Vitest. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What the runner gives a matcher: the same in Jest and Vitest. */
export interface MatcherContext {
  readonly isNot?: boolean;
  readonly utils: {
    matcherHint(name: string, received?: string, expected?: string, options?: object): string;
    printExpected(value: unknown): string;
    printReceived(value: unknown): string;
  };
}

/**
 * A result with a message in the runner's style.
 * @param lines what was found, and what it would take
 */
export function result(
  context: MatcherContext,
  name: string,
  args: string,
  pass: boolean,
  lines: () => readonly string[],
): MatcherResult {
  return {
    pass,
    message: () => {
      const hint = context.utils.matcherHint(name, "received", args, { isNot: context.isNot === true });
      return [hint, "", ...lines()].join("\n");
    },
  };
}
