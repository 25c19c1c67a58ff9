import type { ComparedOption } from "../../compare";
import type { Support, SupportEnd } from "../../figures";
import { hidesMore } from "../../figures/hidden";
import type { RegisteredFigure } from "../../figures/registry";
import { type Cell, cellOf, type Paragraph, type Row } from "../grid";
import * as say from "../numbers";
import type { Paint } from "../paint";
import { row, type Scene } from "./scene";

/** What is out of support at the date, and what soon will be; no row without a date. */
export function supportRows(scene: Scene, figure: RegisteredFigure): Row[] {
  const { asOf } = scene.comparison;
  if (asOf === undefined) return [];
  return [row(scene, `${figure.label} on ${asOf}`, cell, figure.key)];
}

/** Red where support has ended at the date, magenta where it soon does. */
export function supportStyle(chain: string, support: Support | undefined): keyof Paint | undefined {
  const among = (ends: readonly SupportEnd[] = []) => ends.some(({ name }) => name === chain);
  if (among(support?.ended)) return "red";
  return among(support?.ending) ? "magenta" : undefined;
}

/** `ended 14 days ago`, `ends in 37 days`, `ends that day`. */
export function whenSupportEnds(days: number): string {
  if (days === 0) return "ends that day";
  return days < 0 ? `ended ${say.count(-days, "day")} ago` : `ends in ${say.count(days, "day")}`;
}

function cell({ measures: { support }, footprint }: ComparedOption): Cell {
  if (support === undefined) return cellOf(say.UNDETERMINED, "magenta");
  const { ended, ending, undated } = support;
  const paragraphs: Paragraph[] = [
    { text: many(support, hidesMore(footprint)) },
    ...ended.map((end) => endText(end, "red")),
    ...ending.map((end) => endText(end, "magenta")),
    ...(undated.length === 0
      ? []
      : [{ text: `no date: ${undated.join(", ")}`, style: "dim" as const, hang: 2 }]),
  ];
  return { paragraphs };
}

/** `2`, `≥ 2`, `none with a date`. */
function many({ ended, undated }: Support, isMore: boolean): string {
  if (ended.length === 0 && undated.length > 0) return "none with a date";
  if (ended.length === 0 && isMore) return "none found";
  return say.figure({ value: ended.length, atLeast: isMore || undated.length > 0 });
}

function endText({ name, days }: SupportEnd, style: keyof Paint): Paragraph {
  return { text: `${name}: ${whenSupportEnds(days)}`, style, hang: 2 };
}
