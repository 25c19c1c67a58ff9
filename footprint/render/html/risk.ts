import type { Comparison } from "../../compare";
import { sortedBy } from "../../order";
import { supportStyle, whenSupportEnds } from "../sections/support";
import { listTable, noneIn } from "./list-table";
import { type Html, html } from "./markup";
import type { Part } from "./part";

/** What one failure stops, and what could not be judged. */
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
    lead: "One of each of these, once lost, stops a service or loses its data.",
    body: html`${listTable({
      caption: "Single points of failure",
      columns: ["Option", "Kind", "Name", "Why", "Verdict"],
      rows: rows.map(({ id, kind, name, reason, sign }) => [id, kind, name, reason, sign]),
      none: noneIn(options, "No option has any."),
    })}${without.length > 0 && rows.length > 0 && html`<p>None found in ${without.join(", ")}.</p>`}`,
  };
}

/** Runtimes whose releases and security fixes must be followed, the one that ends first on top. */
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
      html`<span class="unknown">not known</span>`,
      "",
      `${id}: ${image}`,
    ]),
  );
  return {
    id: "supply-chains",
    title: "Supply chains",
    lead: `A runtime is one release cycle to follow and one stream of security fixes to take. The first to end is on top.${asOf === undefined ? "" : ` Ends are held against ${asOf}.`}`,
    body: listTable({
      caption: "Runtimes, the one whose support ends first on top",
      columns: ["Runtime", "Support ends", "Carried by"],
      rows: [
        ...sorted.map(([name, { endOfLife, carriers }]) => [
          html`<b>${name}</b>`,
          endOfLife === undefined
            ? html`<span class="dim">no date known</span>`
            : supportEnds(name, endOfLife, options),
          html`${carriers.map((carrier) => html`<div>${carrier}</div>`)}`,
        ]),
        ...unclear,
      ],
      none: noneIn(options, "No option runs an image."),
    }),
  };
}

/** The day; at a date also how far that is away, in a colour where it is past or near. */
function supportEnds(chain: string, day: string, options: Comparison["options"]): Html {
  const told = html`<span class="num">${day}</span>`;
  for (const {
    measures: { support },
  } of options) {
    const ends = support && [...support.ended, ...support.ending, ...support.supported];
    const end = ends?.find(({ name }) => name === chain);
    if (end === undefined) continue;
    const tone = end.days < 0 ? "more" : supportStyle(chain, support) === undefined ? "dim" : "unknown";
    return html`${told} <span class="${tone}">${whenSupportEnds(end.days)}</span>`;
  }
  return told;
}

/** The critical alerts and whom they wake. */
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
    title: "Alerts that page",
    lead: "Critical alerts: each wakes somebody.",
    body: listTable({
      caption: "Alerts that page",
      columns: ["Option", "Alert", "When", "Whom"],
      rows,
      none: "",
    }),
  };
}
