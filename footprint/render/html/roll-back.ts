import type { Comparison } from "../../compare";
import * as say from "../numbers";
import { listTable } from "./list-table";
import { html } from "./markup";
import type { Part } from "./part";

/** How each workload goes back to its version before, and how long that may take. */
export function rollBackPart({ options, at }: Comparison): Part | undefined {
  const rows = options.flatMap(({ id, measures }) =>
    measures.rollBacks.map(({ workload, path, onTrial, seconds, gaps }) => [
      id,
      workload,
      html`<code>${path}</code>${onTrial !== undefined && html`<div class="dim">on trial, at once: ${onTrial}</div>`}`,
      html`<span class="num">${say.sum(seconds, at)}</span>`,
      html`${gaps.map((text) => html`<div class="unknown">${text}</div>`)}`,
    ]),
  );
  if (rows.length === 0) return undefined;
  return {
    id: "roll-back",
    title: "Roll-back",
    lead: "The longest that probes, waits and grace periods let the way back take, with pods scheduled at once and their images on the node.",
    body: listTable({
      caption: `Roll-back, seconds at ${at} (min–max)`,
      columns: ["Option", "Workload", "Path", "Seconds at most", "What the document leaves open"],
      rows,
      none: "",
    }),
  };
}
