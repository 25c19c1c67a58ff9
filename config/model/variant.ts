import { either } from "../../errors/either";
import { nearest } from "../../errors/nearest";
import { UserError } from "../../errors/user-error";
import type { Expected } from "./expected";
import type { Option } from "./option";
import type { Review, SwitchedPrices } from "./review";
import type { Switches, Variant } from "./switches";

/** A word such as `critter-aks@cycle=18` that names a switch or a value that there is not. */
export class SwitchError extends UserError {
  public override readonly name = "SwitchError";
}

/** An option's id and what follows its first `@`; undefined where a word has none. */
export function splitVariant(word: string): readonly [id: string, settings: string] | undefined {
  const at = word.indexOf("@");
  return at < 0 ? undefined : [word.slice(0, at), word.slice(at + 1)];
}

/**
 * The option with these values of its switches: `cycle=19`, `fuji=absorbed,kafka=audit`.
 * @throws SwitchError with one line for each fault
 */
export function variantOf(option: Option, settings: string): Option {
  const { switches = {}, id } = option;
  const faults: string[] = [];
  const values = new Map<string, string>();
  for (const setting of settings.split(/[,@]/)) {
    const [, name = "", value = ""] = /^([^=]+)=(.*)$/.exec(setting) ?? [];
    const fault = faultOf(option, setting, name, value) ?? twice(id, name, values);
    if (fault === undefined) values.set(name, value);
    else faults.push(fault);
  }
  if (faults.length > 0) throw new SwitchError(faults.join("\n"));
  // In the order of the option, however they were written: one variant has one id.
  const chosen = Object.keys(switches).flatMap((name) => {
    const value = values.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...option,
    id: `${id}@${chosen.map(([name, value]) => `${name}=${value}`).join(",")}`,
    title: `${option.title} (${chosen.map(([name, value]) => `${name} ${value}`).join(", ")})`,
    variant: { of: id, values: Object.fromEntries(chosen) },
  };
}

function faultOf(
  { id, switches = {} }: Option,
  setting: string,
  name: string,
  value: string,
): string | undefined {
  const names = Object.keys(switches);
  if (names.length === 0) return `${id} has no switches; name it without "@"`;
  if (name === "") return `${id}: a switch is name=value, got "${setting}"; ${described(switches)}`;
  const values = Object.hasOwn(switches, name) ? switches[name] : undefined;
  if (values === undefined)
    return `${id} has no switch "${name}"; ${didYouMean(name, names)}${described(switches)}`;
  if (values.includes(value)) return undefined;
  return `${id}: "${value}" is no value of ${name}; ${didYouMean(value, values)}choose ${either(values)}`;
}

function twice(id: string, name: string, values: ReadonlyMap<string, string>): string | undefined {
  return values.has(name) ? `${id}: ${name} is given twice; give it one value` : undefined;
}

function didYouMean(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near.length === 0 ? "" : `did you mean ${either(near)}? `;
}

/** `it has cycle (21, 20, 19)`. */
function described(switches: Switches): string {
  const each = Object.entries(switches).map(([name, values]) => `${name} (${values.join(", ")})`);
  return `it has ${each.join(", ")}`;
}

/** True where every switch has its default: the option itself, by another id. */
export function hasDefaults({ variant, switches = {} }: Option): boolean {
  return Object.entries(variant?.values ?? {}).every(([name, value]) => switches[name]?.[0] === value);
}

/** The review with variants of its options: what it says of an option is said of its variants, unless it says more. */
export function reviewWith(review: Review, variants: readonly Option[]): Review {
  if (variants.length === 0) return review;
  const byVariant = <T>(of: Readonly<Record<string, T>> | undefined): Readonly<Record<string, T>> => {
    const copied = variants.flatMap(({ id, variant }) => {
      const own = variant && of !== undefined && Object.hasOwn(of, variant.of) ? of[variant.of] : undefined;
      return own === undefined ? [] : [[id, own] as const];
    });
    return { ...Object.fromEntries(copied), ...of };
  };
  const { prices, corresponds = {} } = review;
  const entries = [...(prices?.entries ?? []), ...variants.flatMap((each) => linesOf(review, each))];
  return {
    ...review,
    options: [...review.options, ...variants],
    steadyReplicas: byVariant(review.steadyReplicas),
    connectionBudgets: byVariant(review.connectionBudgets),
    claimedRates: byVariant(review.claimedRates),
    expected: { ...byVariant(review.expected), ...expectedOf(review, variants) },
    corresponds: Object.fromEntries(
      Object.entries(corresponds).map(([row, byOption]) => [row, byVariant(byOption)]),
    ),
    ...(prices === undefined ? {} : { prices: { ...prices, entries } }),
  };
}

/** What is expected of variants otherwise than of their options. */
function expectedOf(
  { expected = {}, switchedExpected = [] }: Review,
  variants: readonly Option[],
): Readonly<Record<string, Expected>> {
  const other = variants.flatMap(({ id, variant }) => {
    const applying = switchedExpected.filter((each) => applies(each, variant));
    if (variant === undefined || applying.length === 0) return [];
    return [[id, Object.assign({}, expected[variant.of], ...applying.map((each) => each.expected))] as const];
  });
  return Object.fromEntries(other);
}

function applies(
  { option, switches }: Pick<SwitchedPrices, "option" | "switches">,
  variant: Variant | undefined,
): boolean {
  return (
    option === variant?.of &&
    Object.entries(switches).every(([name, values]) => values.includes(variant.values[name] ?? ""))
  );
}

/** Line items of a variant: those of the option, but for what the review prices by switch. */
function linesOf({ prices, switchedPrices = [] }: Review, { id, variant }: Option) {
  if (variant === undefined) return [];
  const applying = switchedPrices.filter((each) => applies(each, variant));
  const leftOut = new Set(applying.flatMap(({ leaveOut }) => leaveOut));
  const own = (prices?.entries ?? []).filter(
    (entry) => entry.option === variant.of && !leftOut.has(entry.id),
  );
  return [...own, ...applying.flatMap(({ entries }) => entries)].map((entry) => ({
    ...entry,
    id: `${entry.id}@${id.slice(variant.of.length + 1)}`,
    option: id,
  }));
}
