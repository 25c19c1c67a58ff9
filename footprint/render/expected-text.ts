import { type Expected, type ExpectedAmount, promisedPercent } from "../../config/model/expected";
import type { ComparedOption } from "../compare";
import type { Point } from "../figures/figure";
import * as say from "./numbers";

/** One thing that a review expects of an option. */
export interface ExpectedLine {
  /** Key in the JSON. */
  readonly key: keyof Expected;
  readonly label: string;
  /** One text for each amount; none where the review does not say. */
  textsOf(expected: Expected): readonly string[];
}

/** What a review may expect, in the order in which it is shown. */
export const EXPECTED_LINES: readonly ExpectedLine[] = [
  amounts("requestsPerSecond", "Requests/s"),
  amounts("responseMs", "Response time (ms)"),
  amounts("memoryMbPerRequest", "Memory per request (MB)"),
  amounts("concurrentUsers", "Concurrent users"),
  amounts("concurrentRequests", "Concurrent requests"),
  { key: "availability", label: "Availability (%)", textsOf: availabilityTexts },
  {
    key: "messageDurability",
    label: "Durability of messages",
    textsOf: ({ messageDurability }) => (messageDurability === undefined ? [] : [messageDurability.text]),
  },
  amounts("updateOutageSeconds", "Outage during an update (s)"),
];

type AmountKey = {
  [K in keyof Expected]-?: NonNullable<Expected[K]> extends readonly ExpectedAmount[] ? K : never;
}[keyof Expected];

function amounts(key: AmountKey, label: string): ExpectedLine {
  return { key, label, textsOf: (expected) => (expected[key] ?? []).map(amountText) };
}

/** `300–800`, `≥ 2000`, `< 10 for search`. */
export function amountText({ low, high, of }: ExpectedAmount): string {
  return `${endsText({ low, high })}${kindText(of)}`;
}

function endsText({ low, high }: Pick<ExpectedAmount, "low" | "high">): string {
  if (low === undefined) return `${high === 0 ? "" : "< "}${say.number(high ?? 0)}`;
  return high === undefined ? `≥ ${say.number(low)}` : say.range(low, high);
}

function kindText(of: string | undefined): string {
  return of === undefined ? "" : ` for ${of}`;
}

/** What the providers promise together, each of their promises, and what the review says. */
function availabilityTexts({ availability }: Expected): string[] {
  if (availability === undefined) return [];
  const { claimed, promises, unpromised = [], unknown = [] } = availability;
  const together = promisedPercent(availability);
  const parts = promises.map(({ of, percent }) => `${percent} ${of}`);
  const open = [
    ...(unpromised.length === 0 ? [] : [`nothing promised for ${unpromised.join(", ")}`]),
    ...(unknown.length === 0 ? [] : [`no service level found for ${unknown.join(", ")}`]),
  ];
  const bound = open.length === 0 ? "" : "≤ ";
  return [
    together === undefined
      ? open.join("; ") || "no provider promises any"
      : [`${bound}${together} promised: ${parts.join(", ")}`, ...open].join("; "),
    ...(claimed === undefined ? [] : [`${amountText(claimed)} by the review`]),
  ];
}

/** What the size of an option is for: the first that the review says of requests and users. */
export function loadText({ expected, measures }: ComparedOption, at: Point): string | undefined {
  const requests = expected?.requestsPerSecond?.[0];
  if (requests !== undefined) return `${endsText(requests)} requests/s${kindText(requests.of)}`;
  const [rate] = measures.capacity.claimedRates;
  if (rate !== undefined)
    return `${say.range(rate.lowAt[at], rate.highAt[at])} requests/s for ${rate.of} at ${at}`;
  const users = expected?.concurrentUsers?.[0];
  if (users !== undefined) return `${endsText(users)} concurrent users${kindText(users.of)}`;
  const atOnce = expected?.concurrentRequests?.[0];
  return atOnce && `${endsText(atOnce)} concurrent requests${kindText(atOnce.of)}`;
}
