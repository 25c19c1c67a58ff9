import { either } from "../../../errors/either";
import { nearest } from "../../../errors/nearest";
import { mapEach } from "../../read/input-error";
import type { YamlPlace } from "../../read/text/yaml-place";
import { into, type KeyRule, type Shape, text } from "../shape";
import type { Context } from "./context";

/** What an id looks like: it becomes the name of a file, and a word on the command line. */
export const ID: KeyRule = {
  what: "an id",
  regex: "^(?!all$)[A-Za-z0-9][A-Za-z0-9._-]*$",
  rule: "use letters, digits, '.', '_' and '-', a letter or digit first, and not 'all'",
};

/** A date of the calendar, as far as its form shows. */
export const DATE: KeyRule = {
  what: "a date",
  regex: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
  rule: "write it as 2026-11-30",
};

/** Id of an option of the file. */
export const ownOption: Shape<string> = into(text("the id of an option"), (id, place, { options }) => {
  requireName(place, id, options, "option", "this file");
  return id;
});

/** Id of an option that the file defines, or another review. */
export const anyOption: Shape<string> = into(text("the id of an option"), (id, place, context) => {
  requireName(
    place,
    id,
    [...context.options, ...otherOptions(context)],
    "option",
    "this file or a built-in review",
  );
  return id;
});

/** Ids of the options of other reviews. */
export function otherOptions({ others }: Context): readonly string[] {
  return others.flatMap(({ options }) => options.map(({ id }) => id));
}

/** @throws InputError at the value where it is none of the names */
export function requireName(
  place: YamlPlace,
  name: string,
  names: readonly string[],
  what: string,
  where: string,
): void {
  if (names.includes(name)) return;
  const near = nearest(name, names);
  place.refuseValue(
    `there is no ${what} '${name}' in ${where}`,
    near.length > 0
      ? `did you mean ${either(near)}?`
      : `write ${names.length === 0 ? `a ${what} first` : either(names.slice(0, 8))}`,
  );
}

/**
 * Refuses items of a list of which two have one id.
 * @param idOf undefined for an item without an id, which is refused elsewhere
 */
export function requireUnique(list: YamlPlace, idOf: (item: YamlPlace) => string | undefined): void {
  if (list.kind !== "list") return;
  const first = new Map<string, YamlPlace>();
  mapEach(list.items("", ""), (item) => {
    const id = idOf(item);
    const before = id === undefined ? undefined : first.get(id);
    if (before !== undefined)
      (item.member("id") ?? item).refuse(
        `'${id}' is defined twice, first at ${(before.member("id") ?? before).where}`,
        "give each its own id",
      );
    if (id !== undefined) first.set(id, item);
  });
}
