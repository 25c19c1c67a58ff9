/** What a case may expect; a path is dotted, `#` is a length, a pattern ignores case. */
export interface Checks {
  readonly exit?: number | readonly number[];
  readonly equals?: Readonly<Record<string, unknown>>;
  readonly between?: Readonly<Record<string, readonly [number, number]>>;
  readonly moreThan?: Readonly<Record<string, number>>;
  readonly atMost?: Readonly<Record<string, number>>;
  readonly exact?: string | readonly string[];
  readonly notExact?: string | readonly string[];
  readonly includes?: Readonly<Record<string, string | readonly string[]>>;
  readonly excludes?: Readonly<Record<string, string | readonly string[]>>;
  readonly reports?: string | readonly string[];
  readonly reportsNot?: string | readonly string[];
  readonly unpriced?: string | readonly string[];
  readonly notUnpriced?: string | readonly string[];
  readonly lineSum?: Readonly<Record<string, number | readonly [number, number]>>;
  readonly stdoutMatches?: string | readonly string[];
  readonly stdoutLacks?: string | readonly string[];
  readonly stderrMatches?: string | readonly string[];
  readonly stderrLacks?: string | readonly string[];
  readonly present?: string | readonly string[];
  readonly absent?: string | readonly string[];
  /** At least one of them passes. */
  readonly anyOf?: readonly Checks[];
}

/** What a run gave. */
export interface CaseResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** First option of the JSON; undefined where stdout is no JSON. */
  readonly option: unknown;
}

type Failures = string[];
type Check = (value: never, result: CaseResult) => Failures;

/** Every check of the language. A key that is none of them is a mistake in the case. */
const CHECKS: Readonly<Record<keyof Checks, Check>> = {
  exit: (codes: number | readonly number[], { code, stderr }) =>
    need(listed(codes).includes(code), `exit ${code}: ${stderr.trim().slice(-200)}`),
  equals: (wanted: Record<string, unknown>, { option }) =>
    Object.entries(wanted).flatMap(([path, value]) => {
      const found = at(option, path);
      return need(isSame(found, value), `${path} is ${shown(found)}, not ${shown(value)}`);
    }),
  between: (wanted: Record<string, [number, number]>, { option }) =>
    numbers(wanted, option, (found, [low, high]) => found >= low && found <= high, "between"),
  moreThan: (wanted: Record<string, number>, { option }) =>
    numbers(wanted, option, (found, bound) => found > bound, "more than"),
  atMost: (wanted: Record<string, number>, { option }) =>
    numbers(wanted, option, (found, bound) => found <= bound, "at most"),
  exact: (names: string | string[], { option }) =>
    listed(names).flatMap((name) => need(isExact(option, name), `${name} is not exact`)),
  notExact: (names: string | string[], { option }) =>
    listed(names).flatMap((name) => need(!isExact(option, name), `${name} is exact`)),
  includes: (wanted: Record<string, string | string[]>, { option }) =>
    texts(wanted, option, (text, pattern) => text !== undefined && matches(pattern, text), "lacks"),
  excludes: (wanted: Record<string, string | string[]>, { option }) =>
    texts(wanted, option, (text, pattern) => text === undefined || !matches(pattern, text), "has"),
  reports: (patterns: string | string[], result) =>
    every(patterns, reported(result), true, "nothing reports"),
  reportsNot: (patterns: string | string[], result) => every(patterns, reported(result), false, "it reports"),
  unpriced: (patterns: string | string[], { option }) => every(patterns, unpriced(option), true, "priced:"),
  notUnpriced: (patterns: string | string[], { option }) =>
    every(patterns, unpriced(option), false, "not priced:"),
  lineSum: (wanted: Record<string, number | [number, number]>, { option }) =>
    Object.entries(wanted).flatMap(([pattern, value]) => {
      const sum = lines(option)
        .filter(({ thing, sku }) => matches(pattern, `${thing} ${sku}`))
        .reduce((total, { steady }) => total + (typeof steady === "number" ? steady : 0), 0);
      const [low, high] = typeof value === "number" ? [value - 0.006, value + 0.006] : value;
      return need(low <= sum && sum <= high, `lines ${pattern} cost ${sum}, not ${shown(value)}`);
    }),
  stdoutMatches: (patterns: string | string[], { stdout }) => every(patterns, stdout, true, "stdout lacks"),
  stdoutLacks: (patterns: string | string[], { stdout }) => every(patterns, stdout, false, "stdout has"),
  stderrMatches: (patterns: string | string[], { stderr }) => every(patterns, stderr, true, "stderr lacks"),
  stderrLacks: (patterns: string | string[], { stderr }) => every(patterns, stderr, false, "stderr has"),
  present: (paths: string | string[], { option }) =>
    listed(paths).flatMap((path) => need(at(option, path) !== undefined, `${path} is absent`)),
  absent: (paths: string | string[], { option }) =>
    listed(paths).flatMap((path) => need(at(option, path) === undefined, `${path} is present`)),
  anyOf: (alternatives: readonly Checks[], result) => {
    const each = alternatives.map((checks) => failures(checks, result));
    return need(
      each.some((found) => found.length === 0),
      `none of: ${each.map((found) => found.join("; ")).join(" | ")}`,
    );
  },
};

/** What of the checks does not hold. @throws Error for a check that does not exist */
export function failures(checks: Checks, result: CaseResult): Failures {
  return Object.entries(checks).flatMap(([key, value]) => {
    const check = Object.hasOwn(CHECKS, key) ? CHECKS[key as keyof Checks] : undefined;
    if (check === undefined) throw new Error(`'${key}' is not a check`);
    return check(value as never, result);
  });
}

/** The exit code is 0 where neither the checks nor one of the alternatives says otherwise. */
export function withExits(checks: Checks): Checks {
  if (checks.exit !== undefined) return checks;
  const { anyOf = [] } = checks;
  if (anyOf.every(({ exit }) => exit === undefined)) return { exit: 0, ...checks };
  return { ...checks, anyOf: anyOf.map((each) => ({ exit: 0, ...each })) };
}

/** First option of a comparison, or the whole document of `cost`. */
export function optionOf(stdout: string): unknown {
  try {
    const document = JSON.parse(stdout);
    return document.options?.[0] ?? document;
  } catch {
    return undefined;
  }
}

function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((here, part) => {
    if (typeof here !== "object" || here === null) return undefined;
    if (part === "#") return Object.keys(here).length;
    return Object.hasOwn(here, part) ? (here as Record<string, unknown>)[part] : undefined;
  }, value);
}

function isSame(found: unknown, wanted: unknown): boolean {
  if (typeof found === "number" && typeof wanted === "number")
    return Math.abs(found - wanted) <= Math.max(1e-6, 1e-6 * Math.abs(wanted));
  return JSON.stringify(found) === JSON.stringify(wanted);
}

function isExact(option: unknown, name: string): boolean {
  const found = at(option, name);
  const value = typeof found === "object" && found !== null ? at(found, "steady") : found;
  const bounds = at(option, "atLeast");
  return value !== undefined && value !== null && !(Array.isArray(bounds) && bounds.includes(name));
}

function numbers<T>(
  wanted: Readonly<Record<string, T>>,
  option: unknown,
  holds: (found: number, bound: T) => boolean,
  words: string,
): Failures {
  return Object.entries(wanted).flatMap(([path, bound]) => {
    const found = at(option, path);
    return need(
      typeof found === "number" && holds(found, bound),
      `${path} is ${shown(found)}, not ${words} ${shown(bound)}`,
    );
  });
}

function texts(
  wanted: Readonly<Record<string, string | readonly string[]>>,
  option: unknown,
  holds: (text: string | undefined, pattern: string) => boolean,
  words: string,
): Failures {
  return Object.entries(wanted).flatMap(([path, patterns]) => {
    const found = at(option, path);
    const text = found === undefined ? undefined : JSON.stringify(found);
    return listed(patterns).flatMap((pattern) => need(holds(text, pattern), `${path} ${words} ${pattern}`));
  });
}

function every(patterns: string | readonly string[], text: string, wanted: boolean, words: string): Failures {
  return listed(patterns).flatMap((pattern) =>
    need(matches(pattern, text) === wanted, `${words} ${pattern}`),
  );
}

/** Keys and texts of the option apart from its workloads' names, and stderr; of a table all that was written. */
function reported({ option, stdout, stderr }: CaseResult): string {
  if (typeof option !== "object" || option === null) return `${stdout}\n${stderr}`;
  const left = new Set(["difference", "workloads", "id", "title"]);
  const parts = Object.fromEntries(Object.entries(option).filter(([key]) => !left.has(key)));
  return [...strings(parts), stderr].join("\n");
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...strings(each)]);
}

/** `name: why` of what has no price. */
function unpriced(option: unknown): string {
  const items = at(option, "listCostUsdPerMonth.unpriced");
  const named = Array.isArray(items) ? items.map(({ name, why }) => `${name}: ${why}`) : [];
  const noted = lines(option).filter(({ note }) => /^(?:unpriced|not priced)/.test(String(note)));
  return [...named, ...noted.map(({ thing, sku = "", note }) => `${thing} ${sku}: ${note}`)].join("\n");
}

function lines(option: unknown): Readonly<Record<string, unknown>>[] {
  const found = at(option, "lines");
  return Array.isArray(found) ? found : [];
}

function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, "im").test(text);
}

function need(holds: boolean, problem: string): Failures {
  return holds ? [] : [problem];
}

function listed<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

function shown(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value).slice(0, 60);
}
