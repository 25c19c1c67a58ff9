import {
  type PriceBook,
  PriceBookError,
  type PricedThing,
  type PriceEntry,
  type parseBook,
} from "../../../config/prices";
import { MOST } from "../../../errors/sane";
import { UserError } from "../../../errors/user-error";
import { readBook } from "../../read/input/price-book";
import { InputError } from "../../read/input-error";
import type { YamlPlace } from "../../read/text/yaml-place";
import {
  also,
  byKind,
  into,
  listOf,
  number,
  object,
  oneOf,
  optional,
  required,
  type Shape,
  text,
} from "../shape";
import { type Context, textAt } from "./context";
import { ID, ownOption, requireName, requireUnique } from "./names";
import { pathIn } from "./paths";

const KINDS = ["workload", "store", "topics", "queues", "nodes", "images", "all", "service"] as const;

const thing: Shape<PricedThing> = into(
  object("what is paid for", {
    kind: required(oneOf("the kind", KINDS), "What of the footprint the line pays for."),
    name: optional(text("a name"), "Name of the workload or service."),
    engine: optional(text("an engine"), "Engine of the store without its version, such as redis."),
  }),
  ({ kind, name, engine }, place) => {
    if (kind === "store")
      return { kind, engine: engine ?? place.refuseValue("a store needs 'engine'", "add it") };
    if (kind === "workload" || kind === "service")
      return { kind, name: name ?? place.refuseValue(`a ${kind} needs 'name'`, "add it") };
    return { kind };
  },
);

const amount: Shape<number> = into(number("an amount of money", { min: 0 }), (usd, place) => {
  if (usd > MOST) place.refuseValue(`${usd} is above ${MOST}`, "write the USD of one month");
  if (Math.round(usd * 100) / 100 !== usd)
    place.refuseValue(`${usd} has more than two decimals`, "write whole cents");
  return usd;
});

/** Both ends, whatever else is wrong with the line. */
function checkEnds(place: YamlPlace): void {
  const [low, high] = ["low", "high"].map((name) => {
    const member = place.member(name);
    return member?.kind === "number" ? member.number("", "") : undefined;
  });
  if (low !== undefined && high !== undefined && high < low)
    place.refuseValue(`'high' of ${high} is below 'low' of ${low}`, "swap them");
}

const line = also(
  object("a line item", {
    option: required(ownOption, "Option that pays it."),
    id: optional(text("an id", ID), "Unique for the option. Default: made of the label."),
    label: required(text("a label"), "What the document calls the line."),
    low: required(amount, "USD/month."),
    high: optional(amount, "USD/month. Default: the same as 'low'."),
    thing: optional(thing, "What of the footprint it pays for. Default: a service that is in no footprint."),
    section: optional(text("a section"), "Headings of the document above it."),
    words: optional(text("the words"), "The document's words."),
  }),
  checkEnds,
);

const entry: Shape<PriceEntry> = into(line, ({ id, label, low, high = low, thing: paid, ...rest }) => ({
  ...rest,
  id: id ?? label,
  item: label,
  low,
  high,
  thing: paid ?? { kind: "service", name: label },
}));

/** Line items of the review, inline or by the name of a price file. */
export const prices: Shape<PriceBook> = byKind<PriceBook>("the prices", {
  list: into(
    also(listOf("the prices", entry), (place) =>
      requireUnique(place, (item) => {
        const id = textAt(item, "id") ?? textAt(item, "label");
        return id === undefined ? undefined : `${textAt(item, "option")} ${id}`;
      }),
    ),
    (entries, _, context) => bookOf(entries, context),
  ),
  text: into(text("the name of a file"), (path, place, context) => fileOf(path, place, context)),
});

function bookOf(entries: readonly PriceEntry[], { review, document }: Context): PriceBook {
  return { id: review, kind: "review", source: document, currency: "USD", per: "month", entries };
}

function fileOf(path: string, place: YamlPlace, context: Context): PriceBook {
  const file = pathIn(path, place, context);
  const book = pricesAt(file, place);
  if (book.kind !== "review")
    return place.refuseValue(
      "the file contains no line items of a review",
      "give list prices and rates with --prices",
    );
  for (const { option } of book.entries) requireName(place, option, context.options, "option", "this file");
  return book;
}

/** The faults of a price file have places of their own in that. */
function pricesAt(file: string, place: YamlPlace): ReturnType<typeof parseBook> {
  try {
    return readBook(file).book;
  } catch (error) {
    if (error instanceof PriceBookError) {
      const [first, ...others] = error.faults;
      if (first !== undefined) throw new InputError(first, ...others);
    }
    if (!(error instanceof UserError)) throw error;
    return place.refuseValue(error.message.split("\n")[0] ?? "it cannot be read", "correct the price file");
  }
}
