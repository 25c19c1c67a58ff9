import { either } from "../../errors/either";
import { nearest } from "../../errors/nearest";
import { mapEach } from "../read/input-error";
import type { YamlKind, YamlPlace } from "../read/text/yaml-place";
import type { Context } from "./file/context";

/** JSON Schema, draft 7. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** How a value of the file is read, and the JSON Schema of it: one declaration makes both. */
export interface Shape<T> {
  /** @throws InputError with every fault of the value */
  readonly read: (place: YamlPlace, context: Context) => T;
  readonly schema: JsonSchema;
}

/** One key of a map. */
export interface Field<T> {
  readonly shape: Shape<T>;
  readonly isRequired: boolean;
  /** Shown by editors. */
  readonly description: string;
}

type Fields = Readonly<Record<string, Field<unknown>>>;
type ValueOf<F> = F extends Field<infer T> ? T : never;
/** What a map with these keys becomes; an optional key that is not there is undefined. */
export type Values<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

export function required<T>(shape: Shape<T>, description: string): Field<T> {
  return { shape, isRequired: true, description };
}

export function optional<T>(shape: Shape<T>, description: string): Field<T | undefined> {
  return { shape, isRequired: false, description };
}

/** What a name must look like. */
export interface KeyRule {
  /** With its article: `an id`. */
  readonly what: string;
  readonly regex: string;
  /** In words, as the fix. */
  readonly rule: string;
}

/** A text that is not empty. */
export function text(what: string, pattern?: KeyRule): Shape<string> {
  return {
    read(place) {
      const value = place.text(what, `write ${what}`);
      if (pattern !== undefined && !new RegExp(pattern.regex).test(value))
        place.refuseValue(`'${value}' is not ${what}`, pattern.rule);
      return value;
    },
    schema: { type: "string", minLength: 1, ...(pattern === undefined ? {} : { pattern: pattern.regex }) },
  };
}

/** A number. */
export function number(what: string, { min }: { readonly min?: number } = {}): Shape<number> {
  return {
    read: (place) =>
      min === 0 ? place.amount(what, "write a number") : place.number(what, "write a number"),
    schema: { type: "number", ...(min === undefined ? {} : { minimum: min }) },
  };
}

/** A whole number from 0. */
export function count(what: string): Shape<number> {
  return {
    read(place) {
      const value = place.amount(what, "write a whole number");
      if (!Number.isInteger(value))
        place.refuseValue(`${what} must be a whole number, got ${value}`, "round it");
      return value;
    },
    schema: { type: "integer", minimum: 0 },
  };
}

export function truth(what: string): Shape<boolean> {
  return { read: (place) => place.truth(what), schema: { type: "boolean" } };
}

export function oneOf<const T extends string>(what: string, allowed: readonly T[]): Shape<T> {
  return { read: (place) => place.oneOf(what, allowed), schema: { enum: allowed } };
}

/** @param least members that it must have */
export function listOf<T>(what: string, item: Shape<T>, least = 0): Shape<readonly T[]> {
  return {
    read(place, context) {
      const items = place.items(what, "write a list: [ ... ]");
      if (items.length < least) place.refuseValue(`${what} must not be empty`, "write at least one");
      return mapEach(items, (each) => item.read(each, context));
    },
    schema: { type: "array", items: item.schema, ...(least === 0 ? {} : { minItems: least }) },
  };
}

/** A list in which no item is there twice: each is counted. */
export function listOfDifferent(what: string, item: Shape<string>): Shape<readonly string[]> {
  return into(listOf(what, item, 1), (items, place) => {
    const twice = items.find((each, index) => items.indexOf(each) !== index);
    if (twice !== undefined) place.refuseValue(`${what} have '${twice}' twice`, "write it once");
    return items;
  });
}

/** Two values. */
export function pairOf<T>(what: string, item: Shape<T>): Shape<readonly [T, T]> {
  return {
    read(place, context) {
      const items = place.items(what, "write a list of two");
      if (items.length !== 2)
        place.refuseValue(`${what} must have two members, got ${items.length}`, "write two");
      return mapEach(items, (each) => item.read(each, context)) as unknown as readonly [T, T];
    },
    schema: { type: "array", items: item.schema, minItems: 2, maxItems: 2 },
  };
}

/** A map whose keys are names that the user chooses. */
export function mapOf<T>(what: string, value: Shape<T>, key?: KeyRule): Shape<Readonly<Record<string, T>>> {
  return {
    read(place, context) {
      const entries = place.readMembers(what, "write a map: { name: ... }", (member) => {
        if (key !== undefined && !new RegExp(key.regex).test(member.key))
          member.refuse(`'${member.key}' is not ${key.what}`, key.rule);
        return [member.key, value.read(member, context)] as const;
      });
      return Object.fromEntries(entries);
    },
    schema: {
      type: "object",
      minProperties: 1,
      additionalProperties: value.schema,
      ...(key === undefined ? {} : { propertyNames: { pattern: key.regex } }),
    },
  };
}

/**
 * A map with fixed keys.
 * @param what the map in words, with its article: `a claim`
 */
export function object<F extends Fields>(what: string, fields: F): Shape<Values<F>> {
  const names = Object.keys(fields);
  const needed = names.filter((name) => fields[name]?.isRequired === true);
  return {
    read(place, context) {
      const missing = needed.filter((name) => !place.names.includes(name));
      const [found] = mapEach<() => [string, unknown][] | undefined, [string, unknown][] | undefined>(
        [
          () =>
            place.readMembers(what, `write for example { ${needed[0] ?? names[0]}: ... }`, (member) => [
              member.key,
              fieldOf(what, member, fields).shape.read(member, context),
            ]),
          () => {
            if (missing.length > 0 && place.names.length > 0)
              place.refuseValue(
                `${what} needs ${missing.map((name) => `'${name}'`).join(", ")}`,
                `add ${missing.join(", ")}`,
              );
            return undefined;
          },
        ],
        (each) => each(),
      );
      return Object.fromEntries(found ?? []) as Values<F>;
    },
    schema: {
      type: "object",
      properties: Object.fromEntries(
        Object.entries(fields).map(([name, { shape, description }]) => [
          name,
          described(shape.schema, description),
        ]),
      ),
      ...(needed.length === 0 ? {} : { required: needed }),
      additionalProperties: false,
    },
  };
}

function fieldOf(what: string, member: YamlPlace, fields: Fields): Field<unknown> {
  const field = Object.hasOwn(fields, member.key) ? fields[member.key] : undefined;
  if (field !== undefined) return field;
  const near = nearest(member.key, Object.keys(fields));
  return member.refuse(
    `'${member.key}' is no key of ${what}`,
    near.length > 0 ? `did you mean ${either(near)}?` : `write ${either(Object.keys(fields))}`,
  );
}

/** A map that is one of several kinds, each with a key of its own. */
export function byKey<T>(what: string, variants: Readonly<Record<string, Shape<T>>>): Shape<T> {
  const names = Object.keys(variants);
  return {
    read(place, context) {
      const members = place.members(what, `write for example { ${names[0]}: ... }`);
      const name = names.find((each) => members.some(({ key }) => key === each));
      const variant = name === undefined ? undefined : variants[name];
      if (variant !== undefined) return variant.read(place, context);
      const [first] = members;
      const near = nearest(first?.key ?? "", names);
      return (first ?? place).refuse(
        `'${first?.key}' is not ${what}`,
        near.length > 0 ? `did you mean ${either(near)}?` : `write ${either(names)}`,
      );
    },
    schema: anyOf(Object.values(variants).map(({ schema }) => schema)),
  };
}

/** A value that is read by what it is: a text, a list, a map. */
export function byKind<T>(what: string, kinds: Readonly<Partial<Record<YamlKind, Shape<T>>>>): Shape<T> {
  const articles: Readonly<Record<YamlKind, string>> = {
    map: "a map",
    list: "a list",
    text: "a text",
    number: "a number",
    truth: "true or false",
    nothing: "nothing",
  };
  return {
    read(place, context) {
      const shape = kinds[place.kind];
      if (shape !== undefined) return shape.read(place, context);
      const names = (Object.keys(kinds) as YamlKind[]).map((kind) => articles[kind]);
      return place.refuseValue(
        `${what} must be ${either(names)}, got ${place.received}`,
        `write ${either(names)}`,
      );
    },
    schema: anyOf(Object.values(kinds).map(({ schema }) => schema)),
  };
}

/** The same value, if nothing speaks against it: a check that does not need the value, and runs also where it has faults. */
export function also<T>(shape: Shape<T>, check: (place: YamlPlace, context: Context) => void): Shape<T> {
  return {
    read(place, context) {
      const [value] = mapEach([() => shape.read(place, context), () => check(place, context)], (each) =>
        each(),
      );
      return value as T;
    },
    schema: shape.schema,
  };
}

/** The same value as something else; `make` may refuse it. */
export function into<T, U>(
  shape: Shape<T>,
  make: (value: T, place: YamlPlace, context: Context) => U,
): Shape<U> {
  return { read: (place, context) => make(shape.read(place, context), place, context), schema: shape.schema };
}

function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const [only, ...others] = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  return only !== undefined && others.length === 0 ? only : { anyOf: [only, ...others] };
}

/** A reference ignores what is beside it. */
function described(schema: JsonSchema, description: string): JsonSchema {
  return "$ref" in schema ? { description, allOf: [schema] } : { description, ...schema };
}
