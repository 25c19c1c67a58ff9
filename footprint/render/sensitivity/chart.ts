import type { TrafficCurve } from "../../sensitivity";
import { type Html, html } from "../html/markup";
import * as say from "../numbers";

const WIDTH = 720;
const HEIGHT = 320;
const LEFT = 64;
const BOTTOM = 40;
const TOP = 12;
const RIGHT = 12;
const HUES = 6;

/**
 * Cost for 1,000 requests per second over the traffic, both on logarithmic axes: falling while a pod has room, a step up
 * where one more pod starts, a ring where that needs one more node. The low end of each claim is solid, the high end
 * dashed.
 */
export function trafficChart(curves: readonly TrafficCurve[]): Html | undefined {
  if (curves.length === 0) return undefined;
  const lines = curves.flatMap((curve, index) =>
    (["low", "high"] as const).map((claim) => ({ index, claim, points: pointsOf(curve, claim) })),
  );
  const all = lines.flatMap(({ points }) => points).filter(({ usd }) => usd > 0);
  const [x, y] = [axis(all.map(({ traffic }) => traffic)), axis(all.map(({ usd }) => usd))];
  const left = (traffic: number) => round(LEFT + x.at(traffic) * (WIDTH - LEFT - RIGHT));
  const top = (usd: number) => round(TOP + (1 - y.at(usd)) * (HEIGHT - TOP - BOTTOM));
  return html`<figure class="traffic"><figcaption>Cost for 1,000 requests per second (USD/month) by requests per second. Solid: low end of the claim, dashed: high end. A jump is one more pod, a ring one more node.</figcaption>
<div class="wide" tabindex="0" role="region" aria-label="Cost by traffic"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${label(curves)}" style="max-width:100%;height:auto;font-size:12px">
${x.ticks.map((tick) => html`<g><line x1="${left(tick)}" x2="${left(tick)}" y1="${TOP}" y2="${HEIGHT - BOTTOM}" style="stroke:var(--rule)"/><text x="${left(tick)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle" style="fill:var(--dim)">${say.number(tick)}</text></g>`)}
${y.ticks.map((tick) => html`<g><line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${top(tick)}" y2="${top(tick)}" style="stroke:var(--rule)"/><text x="${LEFT - 6}" y="${top(tick) + 4}" text-anchor="end" style="fill:var(--dim)">${say.number(tick)}</text></g>`)}
<text x="${(WIDTH + LEFT) / 2}" y="${HEIGHT - 6}" text-anchor="middle" style="fill:var(--dim)">requests per second</text>
${lines.map(
  ({ index, claim, points }) =>
    html`<path d="${points.map(({ traffic, usd }, at) => `${at === 0 ? "M" : "L"}${left(traffic)} ${top(usd)}`).join("")}" style="fill:none;stroke:var(--hue${index % HUES});stroke-width:1.8${claim === "high" ? ";stroke-dasharray:5 4" : ""}"/>`,
)}
${lines.map(({ index, points }) =>
  points
    .filter(({ isNode }) => isNode)
    .map(
      ({ traffic, usd }) =>
        html`<circle cx="${left(traffic)}" cy="${top(usd)}" r="3.5" style="fill:var(--sheet);stroke:var(--hue${index % HUES});stroke-width:1.6"/>`,
    ),
)}
</svg></div>
<ul class="legend">${curves.map(({ option, workload, of }, index) => html`<li><span class="swatch" style="background:var(--hue${index % HUES})"></span>${option}: ${workload}, ${of}</li>`)}</ul></figure>`;
}

interface Point {
  readonly traffic: number;
  readonly usd: number;
  readonly isNode: boolean;
}

/** Within one step the cost is constant: on logarithmic axes a straight line. */
function pointsOf({ steps }: TrafficCurve, claim: "low" | "high"): Point[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    const from = before?.upTo[claim] ?? step.upTo[claim] / Math.max(2, step.pods);
    const usd = (traffic: number) => (step.usdPerMonth / traffic) * 1000;
    const isNode = before?.nodes !== undefined && step.nodes !== undefined && step.nodes > before.nodes;
    return [
      { traffic: from, usd: usd(from), isNode },
      { traffic: step.upTo[claim], usd: usd(step.upTo[claim]), isNode: false },
    ];
  });
}

/** A logarithmic axis and its marks, at most eight: 1, 2, 5, 10, ... */
function axis(values: readonly number[]) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.log(high / low) || 1;
  const marks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power += 1)
    for (const digit of [1, 2, 5]) {
      const mark = digit * 10 ** power;
      if (mark >= low && mark <= high) marks.push(mark);
    }
  const every = Math.ceil(marks.length / 8);
  return {
    at: (value: number) => Math.log(value / low) / span,
    ticks: marks.filter((_, index) => index % every === 0),
  };
}

function label(curves: readonly TrafficCurve[]): string {
  const ends = curves.map(({ option, steps }) => {
    const last = steps.at(-1);
    return `${option} ${say.range(last?.usdPerThousand.high ?? 0, last?.usdPerThousand.low ?? 0)} USD at its most pods`;
  });
  return `Cost for 1,000 requests per second: ${ends.join("; ")}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
