import type { PricedThing } from "../../../../config/prices";
import * as say from "../../numbers";
import { percent } from "../bar";
import { type Html, html } from "../markup";

/** Names of the kinds of lines, in the order of the stack. */
export const KINDS: Readonly<Record<PricedThing["kind"], string>> = {
  workload: "Compute",
  nodes: "Nodes",
  store: "Stores",
  topics: "Topics",
  queues: "Queues",
  images: "Images",
  service: "Other services",
  all: "Total only",
};

/** A part of a bar. */
export interface Segment {
  readonly kind: PricedThing["kind"];
  readonly name: string;
  /** USD/month. */
  readonly usd: number;
}

/** A picture of a cost: one bar for each end of it. */
export interface Stack {
  /** Unique on the page. */
  readonly anchor: string;
  readonly title: string;
  /** The picture in words. */
  readonly description: string;
  readonly bars: readonly (readonly Segment[])[];
}

const BAR = 16;
const GAP = 3;

/** Draws the bars one below the other on a scale that all pictures share. */
export function stack({ anchor, title, description, bars }: Stack, scale: number): Html {
  const height = bars.length * (BAR + GAP) + 1 - GAP;
  return html`<svg class="stack" role="img" aria-labelledby="${anchor}-title" aria-describedby="${anchor}-desc" width="100%" height="${height}"><title id="${anchor}-title">${title}</title><desc id="${anchor}-desc">${description}</desc>${bars.map(
    (segments, index) => bar(segments, index * (BAR + GAP), scale),
  )}</svg>`;
}

function bar(segments: readonly Segment[], y: number, scale: number): Html[] {
  const order = Object.keys(KINDS);
  const sorted = segments
    .filter(({ usd }) => usd > 0)
    .toSorted((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind));
  let before = 0;
  return sorted.map(({ kind, name, usd }) => {
    const x = before;
    before += usd;
    return html`<rect class="${kind}" x="${percent(x, scale)}" y="${y}" width="${percent(usd, scale)}" height="${BAR}"><title>${name}: ${say.money(usd)} USD</title></rect>`;
  });
}
