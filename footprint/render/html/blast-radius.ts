import type { Comparison } from "../../compare";
import { firstOf } from "../../order";
import * as say from "../numbers";
import { listTable } from "./list-table";
import { html } from "./markup";
import type { Part } from "./part";

/** Impact of the failure of each workload and store, by option, the largest first. */
export function blastRadiusPart({ options }: Comparison): Part | undefined {
  const rows = options.flatMap(({ id, measures: { blastRadius } }) =>
    blastRadius.losses.map(({ kind, name, isSinglePoint, stops, callers, total }) => [
      id,
      html`${name}${isSinglePoint && html` <b class="more">single point</b>`}`,
      kind,
      html`<span class="num">${say.number(total.stops)}</span> ${firstOf(stops, total.stops)}`,
      `${total.entryPoints} of ${blastRadius.entryPoints}`,
      firstOf(callers, total.callers, "; "),
    ]),
  );
  if (rows.length === 0) return undefined;
  const open = options.flatMap(({ id, measures }) =>
    measures.blastRadius.undetermined.map((text) => html`<li><b>${id}</b>: ${text}</li>`),
  );
  return {
    id: "blast-radius",
    title: "Blast radius",
    lead: "Impact of one failure: a bad version of a component, or its loss. An allowed connection counts as a dependency.",
    body: html`${listTable({
      caption: "Failure dependencies",
      columns: [
        "Option",
        "Failing component",
        "Kind",
        "Affected workloads",
        "Entry points lost",
        "External callers",
      ],
      rows,
      none: "",
    })}${open.length > 0 && html`<p class="unknown">More may be affected, because these are undetermined:</p><ul>${open}</ul>`}`,
  };
}
