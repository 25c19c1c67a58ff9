import { type Html, html } from "./markup";

/** A range on a scale that starts at 0. */
export interface Bar {
  readonly low: number;
  readonly high: number;
  /** @default - no mark between the ends */
  readonly mark?: number;
  /** Right end of the scale. */
  readonly scale: number;
  /** True where the real range may reach further. */
  readonly atLeast: boolean;
}

/**
 * A bar: solid up to the low end, lighter to the high end, a tick at the mark, dashes where it may reach
 * further. Hidden from a screen reader, which reads the numbers beside it.
 */
export function bar({ low, high, mark, scale, atLeast }: Bar): Html {
  const share = (value: number) => percent(value, scale);
  return html`<svg class="bar" aria-hidden="true" width="100%" height="16"><line class="track" x1="0" y1="8" x2="100%" y2="8"/>${
    atLeast && html`<line class="open" x1="${share(high)}" y1="8" x2="100%" y2="8"/>`
  }<rect class="reach" y="3" width="${share(high)}" height="10" rx="3"/><rect class="sure" y="3" width="${share(low)}" height="10" rx="3"/>${
    mark !== undefined && html`<line class="tick" x1="${share(mark)}" y1="0" x2="${share(mark)}" y2="16"/>`
  }</svg>`;
}

/** Share of a scale, to a hundredth of a percent. */
export function percent(value: number, scale: number): string {
  return scale === 0 ? "0%" : `${Math.round((value / scale) * 10_000) / 100}%`;
}
