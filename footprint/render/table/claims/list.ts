import { printable } from "../../../../errors/printable";
import type { Verdict, VerifiedClaim } from "../../../claims";
import { groupsOf, outcome } from "../../claims-text";
import { layTitle } from "../../grid";
import type { Paint } from "../../paint";
import { displayWidth, wrap } from "../../text";

const INDENT = "  ";

const STYLES: Readonly<Record<Verdict, keyof Paint>> = {
  contradicted: "red",
  off: "magenta",
  unsupported: "bold",
  holds: "green",
};

/** Claims grouped by verdict, worst first. */
export function layClaims(claims: readonly VerifiedClaim[], width: number, paint: Paint): string[] {
  return groupsOf(claims).flatMap(({ verdict, title, claims: own }) => [
    "",
    ...layTitle(`${title} (${own.length})`, width, paint),
    ...own.flatMap((claim) => layClaim(claim, width, paint, STYLES[verdict])),
  ]);
}

/** Id, option and words; then, unless it holds, what is claimed and calculated; then how. */
function layClaim(claim: VerifiedClaim, width: number, paint: Paint, style: keyof Paint): string[] {
  const { id, option, source, verdict, how } = claim;
  const subject = printable(option === undefined ? id : `${id} · ${option}`);
  const quote = shorten(`“${printable(source.words)}”`, width - displayWidth(subject) - 2);
  const paragraphs = verdict === "holds" ? [how] : [outcome(claim), how];
  return [
    `${paint[style](subject)}${quote === "" ? "" : `  ${paint.dim(quote)}`}`,
    ...paragraphs
      .filter((text) => text !== "")
      .flatMap((text) => wrap(text, width - INDENT.length).map((line) => INDENT + line)),
  ];
}

/** Cut to a width, with a sign that it was cut; nothing where there is no room for a word. */
function shorten(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const [line = ""] = wrap(text, Math.max(1, width - 2));
  return width < 10 ? "" : `${line}…”`;
}
