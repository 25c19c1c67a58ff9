import type { Comparison } from "../../compare";
import * as say from "../numbers";
import { listTable } from "./list-table";
import { html } from "./markup";
import type { Part } from "./part";

/** What may stop with each workload and store, option by option, the widest first. */
export function blastRadiusPart({ options }: Comparison): Part | undefined {
  const rows = options.flatMap(({ id, measures: { blastRadius } }) =>
    blastRadius.losses.map(({ kind, name, isSinglePoint, stops, waysIn, callers }) => [
      id,
      html`${name}${isSinglePoint && html` <b class="more">single point</b>`}`,
      kind,
      html`<span class="num">${say.number(stops.length)}</span> ${stops.join(", ")}`,
      `${waysIn.length} of ${blastRadius.waysIn}`,
      callers.join("; "),
    ]),
  );
  if (rows.length === 0) return undefined;
  const open = options.flatMap(({ id, measures }) =>
    measures.blastRadius.notTold.map((text) => html`<li><b>${id}</b>: ${text}</li>`),
  );
  return {
    id: "blast-radius",
    title: "Blast radius",
    lead: "What may stop when a thing stops, by a bad version of it or by its loss. A connection that is allowed counts as one that is needed.",
    body: html`${listTable({
      caption: "Failure dependencies",
      columns: [
        "Option",
        "When this stops",
        "Kind",
        "These may stop",
        "Ways in lost",
        "Called from elsewhere by",
      ],
      rows,
      none: "",
    })}${open.length > 0 && html`<p class="unknown">More may stop, because it is not told:</p><ul>${open}</ul>`}`,
  };
}
