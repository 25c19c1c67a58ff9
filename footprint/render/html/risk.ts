import type { Comparison } from "../../compare";
import { sortedBy } from "../../order";
import { supportStyle, whenSupportEnds } from "../sections/support";
import { listTable, noneIn } from "./list-table";
import { type Html, html } from "./markup";
import type { Part } from "./part";

/** Single points of failure, and components that could not be assessed. */
export function failurePart({ options }: Comparison): Part {
  const rows = options.flatMap(({ id, measures: { singlePointsOfFailure: points } }) => [
    ...points.found.map((point) => ({ id, ...point, sign: html`<b class="more">single point</b>` })),
    ...points.notAssessed.map((point) => ({
      id,
      ...point,
      sign: html`<span class="unknown">not assessed</span>`,
    })),
  ]);
  const without = options.filter(({ id }) => rows.every((row) => row.id !== id)).map(({ id }) => id);
  return {
    id: "failure",
    title: "Single points of failure",
    lead: "The loss of one of these stops a service or loses its data.",
    body: html`${listTable({
      caption: "Single points of failure",
      columns: ["Option", "Kind", "Name", "Reason", "Verdict"],
      rows: rows.map(({ id, kind, name, reason, sign }) => [id, kind, name, reason, sign]),
      none: noneIn(options, "No option has any."),
    })}${without.length > 0 && rows.length > 0 && html`<p>None found in ${without.join(", ")}.</p>`}`,
  };
}

/** Runtimes whose releases and security fixes must be followed, the first end of support on top. */
export function supplyChainPart({ options, asOf }: Comparison): Part {
  const chains = new Map<string, { endOfLife?: string; carriers: string[] }>();
  for (const { id, measures } of options) {
    for (const { name, endOfLife, workloads } of measures.supplyChains.known) {
      const carriers = chains.get(name)?.carriers ?? [];
      chains.set(name, { endOfLife, carriers: [...carriers, `${id}: ${workloads.join(", ")}`] });
    }
  }
  const sorted = sortedBy([...chains], ([name, { endOfLife }]) => `${endOfLife ?? "9"} ${name}`);
  const unclear = options.flatMap(({ id, measures }) =>
    measures.supplyChains.unknown.map(({ image }) => [
      html`<span class="unknown">undetermined</span>`,
      "",
      `${id}: ${image}`,
    ]),
  );
  return {
    id: "supply-chains",
    title: "Runtimes and base images",
    lead: `Each runtime has a release cycle and security fixes to follow.${asOf === undefined ? "" : ` Support is assessed on ${asOf}.`}`,
    body: listTable({
      caption: "Runtimes, by end of support",
      columns: ["Runtime", "Support ends", "Used by"],
      rows: [
        ...sorted.map(([name, { endOfLife, carriers }]) => [
          html`<b>${name}</b>`,
          endOfLife === undefined
            ? html`<span class="dim">no date</span>`
            : supportEnds(name, endOfLife, options),
          html`${carriers.map((carrier) => html`<div>${carrier}</div>`)}`,
        ]),
        ...unclear,
      ],
      none: noneIn(options, "No option runs an image."),
    }),
  };
}

/** The date; with a date of assessment also the time left, coloured if past or near. */
function supportEnds(chain: string, day: string, options: Comparison["options"]): Html {
  const date = html`<span class="num">${day}</span>`;
  for (const {
    measures: { support },
  } of options) {
    const ends = support && [...support.ended, ...support.ending, ...support.supported];
    const end = ends?.find(({ name }) => name === chain);
    if (end === undefined) continue;
    const tone = end.days < 0 ? "more" : supportStyle(chain, support) === undefined ? "dim" : "unknown";
    return html`${date} <span class="${tone}">${whenSupportEnds(end.days)}</span>`;
  }
  return date;
}

/** The critical alerts and their recipients. */
export function pagesPart({ options }: Comparison): Part | undefined {
  const rows = options.flatMap(({ id, measures }) =>
    measures.pages.map(({ name, condition, window, pages }) => [
      id,
      name,
      window === undefined ? condition : `${condition}, ${window}`,
      pages,
    ]),
  );
  if (rows.length === 0) return undefined;
  return {
    id: "pages",
    title: "Paging alerts",
    lead: "Critical alerts whose receiver pages somebody.",
    body: listTable({
      caption: "Paging alerts",
      columns: ["Option", "Alert", "Condition", "Recipients"],
      rows,
      none: "",
    }),
  };
}
