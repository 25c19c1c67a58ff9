import { isUnresolved } from "../../footprint/read/objects";
import { blocks, isObject, type Json, own } from "../../footprint/read/text/value";

/** Texts of an argument, written as one or as a list. */
export function textsOf(value: unknown): string[] {
  return [value].flat().filter((each): each is string => typeof each === "string" && each !== "");
}

/** Text of an argument; undefined where it is not set. Numbers and flags are texts too. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A whole number; undefined where it is none, or not resolved. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) ? number : undefined;
}

/** True where a value, or a part of it, is known only after an apply. */
export function isOpen(value: unknown): boolean {
  if (typeof value === "string") return isUnresolved(value);
  if (Array.isArray(value)) return value.some(isOpen);
  return isObject(value) && Object.values(value).some(isOpen);
}

/** Values of the arguments of a name, in a block and in the blocks of it, at most some levels deep. */
export function valuesOf(value: unknown, isNamed: (key: string) => boolean, depth = 5): unknown[] {
  if (depth === 0) return [];
  return blocks(value).flatMap((block) =>
    Object.entries(block).flatMap(([key, member]) =>
      isNamed(key) ? [member] : valuesOf(member, isNamed, depth - 1),
    ),
  );
}

/** A block of a name, of which there is one at most. */
export function blockOf(value: Json, key: string): Json {
  return blocks(own(value, key))[0] ?? {};
}
