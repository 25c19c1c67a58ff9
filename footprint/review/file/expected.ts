import type { ClaimedRate, Expected, ExpectedAmount, Source } from "../../../config/model";
import { byKind, into, listOf, mapOf, number, object, optional, required, type Shape, text } from "../shape";
import type { Context } from "./context";
import { DATE } from "./names";

/** What a review expects of one option. */
export interface FileExpected {
  readonly expected: Expected;
  /** Requests per second of one pod, by workload. */
  readonly rates: readonly ClaimedRate[];
}

const QUOTE = {
  section: optional(text("a section"), "Headings of the document above the words."),
  words: optional(text("the words"), "The document's words."),
} as const;

function sourceOf(
  { section, words }: { readonly section?: string; readonly words?: string },
  otherwise: string,
  { document }: Context,
): Source {
  return { file: document, section: section ?? "Expected performance", words: words ?? otherwise };
}

const range = object("an amount", {
  low: optional(number("the low end", { min: 0 }), "Low end. Default: open."),
  high: optional(number("the high end", { min: 0 }), "High end. Default: open."),
  of: optional(text("a kind"), "What kind of it, such as search. Default: all of it."),
  ...QUOTE,
});

const amount: Shape<ExpectedAmount> = byKind<ExpectedAmount>("an amount", {
  number: into(number("an amount", { min: 0 }), (value, _, context) => ({
    low: value,
    high: value,
    source: sourceOf({}, String(value), context),
  })),
  map: into(range, ({ low, high, of, ...quote }, place, context) => {
    if (low === undefined && high === undefined)
      place.refuseValue("an amount needs 'low' or 'high'", "write at least one of them");
    if (low !== undefined && high !== undefined && low > high)
      place.refuseValue(`the low end ${low} is above the high end ${high}`, "swap them");
    const ends = [low, high].filter((end) => end !== undefined);
    return { low, high, of, source: sourceOf(quote, ends.join(" to "), context) };
  }),
});

const single = into(amount, (only): readonly ExpectedAmount[] => [only]);
const amounts: Shape<readonly ExpectedAmount[]> = byKind<readonly ExpectedAmount[]>("the amounts", {
  number: single,
  map: single,
  list: listOf("the amounts", amount, 1),
});

const rate = object("a rate", {
  low: required(number("the low end", { min: 0 }), "Requests per second of one pod."),
  high: required(number("the high end", { min: 0 }), "Requests per second of one pod."),
  of: optional(text("a kind of request"), "Kind of request."),
  ...QUOTE,
});

const availability = object("the availability", {
  claimed: optional(amount, "What the document says, in percent."),
  promises: required(
    listOf(
      "the promises",
      object("a promise", {
        of: required(text("a service"), "Service and the way it is run."),
        percent: required(number("the percentage", { min: 0 }), "Percent of the time."),
        see: required(text("a page"), "Page that promises it."),
        asOf: optional(text("a date", DATE), "Date of the page, or the day on which it was read."),
      }),
    ),
    "What providers promise of each part that an answer needs.",
  ),
  unpromised: optional(listOf("the parts", text("a part")), "Parts that nobody promises anything of."),
  unknown: optional(listOf("the parts", text("a part")), "Parts whose service level was not found."),
});

const durability = into(
  object("the durability", {
    text: required(text("what becomes of them"), "What becomes of them."),
    ...QUOTE,
  }),
  ({ text: said, ...quote }, _, context) => ({ text: said, source: sourceOf(quote, said, context) }),
);

/** What an option is expected to do. */
export const expected: Shape<FileExpected> = into(
  object("what is expected", {
    requestsPerSecondPerPod: optional(
      mapOf("the rates", rate),
      "Requests per second of one pod, by workload.",
    ),
    requestsPerSecond: optional(amounts, "Requests per second of the whole option."),
    responseMs: optional(amounts, "Response time in ms."),
    memoryMbPerRequest: optional(amounts, "Memory of one request, in MB."),
    concurrentUsers: optional(amounts, "Users at a time."),
    concurrentRequests: optional(amounts, "Requests that it works on at a time."),
    availability: optional(availability, "How much of the time the option answers."),
    messageDurability: optional(
      durability,
      "What becomes of accepted messages when a broker fails or restarts.",
    ),
    updateOutageSeconds: optional(amounts, "Seconds without service while a new version is deployed."),
  }),
  ({ requestsPerSecondPerPod = {}, ...rest }, _, context) => ({
    expected: rest,
    rates: Object.entries(requestsPerSecondPerPod).map(([workload, { low, high, of, ...quote }]) => ({
      workload,
      low,
      high,
      of: of ?? "requests",
      source: sourceOf(quote, `${low} to ${high}`, context),
    })),
  }),
);
