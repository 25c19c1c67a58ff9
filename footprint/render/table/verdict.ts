import { laySection, layTitle } from "../grid";
import type { Paint } from "../paint";
import { wrap } from "../text";
import type { VerdictText } from "../verdict";

/** Width of the labels, and the space behind them. */
const LABEL = 9;
/** On a narrower terminal a label is above its text. */
const BESIDE = 40;

/** The verdicts: what is decided, the answer, why, and what could be wrong with it. */
export function layVerdicts(verdicts: readonly VerdictText[], width: number, paint: Paint): string[] {
  return verdicts.flatMap((verdict, index) => [
    ...(index === 0 ? [] : [""]),
    ...layTitle(verdict.title, width, paint),
    ...wrap(verdict.answer, width).map((line) => paint.bold(line)),
    ...verdict.lines.flatMap(({ label, texts }) => layLine(label, texts, width, paint)),
  ]);
}

function layLine(label: string, texts: readonly string[], width: number, paint: Paint): string[] {
  if (width < BESIDE) {
    return [
      ...wrap(label, width).map((line) => paint.dim(line)),
      ...texts.flatMap((text) => wrap(text, width)),
    ];
  }
  const section = {
    title: "",
    rows: [
      {
        label: { text: label, style: "dim" as const },
        cells: [{ paragraphs: texts.map((text) => ({ text, hang: 2 })) }],
      },
    ],
  };
  // Its title is empty, and so is the line of it.
  return laySection(section, LABEL, width, paint).slice(1);
}
