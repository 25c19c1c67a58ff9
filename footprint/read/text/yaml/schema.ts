import type { Schema, Type } from "js-yaml";

const TRUE = new Set(["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"]);
const FALSE = new Set(["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"]);
const NULL = new Set(["", "~", "null", "Null", "NULL"]);

const INFINITE = /^([-+]?)\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** Digits by the prefix of their base. A zero in front makes a number octal, in YAML 1.1 as in Go. */
const BASES: readonly (readonly [digits: RegExp, base: number])[] = [
  [/^0[xX]([0-9a-fA-F]+)$/, 16],
  [/^0[oO]?([0-7]+)$/, 8],
  [/^0[bB]([01]+)$/, 2],
  [/^([0-9]+)$/, 10],
];

/** A whole number as Go's `ParseInt` reads it in base 0; undefined for another text. */
function integerOf(text: string): number | undefined {
  if (!/^[-+]?[0-9]/.test(text)) return undefined;
  const plain = text.replaceAll("_", "");
  const [sign, digits] = /^[-+]/.test(plain) ? [plain[0], plain.slice(1)] : ["", plain];
  for (const [pattern, base] of BASES) {
    const found = pattern.exec(digits)?.[1];
    // `089` is no octal number: it is read as a float.
    if (found === undefined || (base === 10 && /^0[0-9]/.test(digits))) continue;
    return (sign === "-" ? -1 : 1) * (base === 10 ? Number(found) : Number.parseInt(found, base));
  }
  return undefined;
}

function floatOf(text: string): number | undefined {
  if (FLOAT.test(text.replaceAll("_", ""))) return Number(text.replaceAll("_", ""));
  const infinite = INFINITE.exec(text);
  if (infinite !== null) return infinite[1] === "-" ? -Infinity : Infinity;
  return NOT_A_NUMBER.test(text) ? Number.NaN : undefined;
}

/** First characters of numbers: most texts are ruled out by theirs. */
const NUMBER = /^[-+.0-9]/;

let known: Schema | undefined;

/**
 * How kubectl resolves scalars without quotes: YAML 1.1 without dates and without base 60. Tags of other programs,
 * such as `!Ref`, change nothing.
 * @see https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go
 */
export function kubectlSchema(): Schema {
  known ??= created(require("js-yaml") as Library);
  return known;
}

/** The library's types do not list those of its own schemas. */
type Library = typeof import("js-yaml") & { readonly types: { readonly merge: Type } };

function created({ FAILSAFE_SCHEMA, Type: TagType, types }: Library): Schema {
  const scalar = (name: string, resolve: (text: string) => boolean, construct: (text: string) => unknown) =>
    new TagType(`tag:yaml.org,2002:${name}`, {
      kind: "scalar",
      resolve: (text: string | null) => resolve(text ?? ""),
      construct: (text: string | null) => construct(text ?? ""),
    });
  const implicit = [
    scalar(
      "null",
      (text) => NULL.has(text),
      () => null,
    ),
    scalar(
      "bool",
      (text) => TRUE.has(text) || FALSE.has(text),
      (text) => TRUE.has(text),
    ),
    scalar("int", (text) => NUMBER.test(text) && integerOf(text) !== undefined, integerOf),
    scalar("float", (text) => NUMBER.test(text) && floatOf(text) !== undefined, floatOf),
    types.merge,
  ];
  const asIs = (["scalar", "sequence", "mapping"] as const).flatMap((kind) =>
    ["!", "tag:"].map((tag) => new TagType(tag, { kind, multi: true, construct: (value: unknown) => value })),
  );
  return FAILSAFE_SCHEMA.extend({ implicit, explicit: asIs });
}
