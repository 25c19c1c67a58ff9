/** How a prop is given a value, a value that it refuses, and the whole message without the construct's path. */
export type NumericCase = readonly [build: (value: number) => unknown, refused: number, message: string];

/** Cases by the type and name of a number. */
export type NumericCases = Readonly<Record<string, NumericCase>>;

const within = (prop: string) => `set '${prop}' within the bounds`;

/** The message of a prop with a least value and no advice of its own. */
export const least = (prop: string, min: number, got = min - 1) =>
  `'${prop}' must be at least ${min}, got ${got}; ${within(prop)}`;

export const between = (prop: string, min: number, max: number, got: number) =>
  `'${prop}' must be from ${min} to ${max}, got ${got}; ${within(prop)}`;
