import type { Comparison } from "../../compare";
import * as say from "../numbers";
import { listTable } from "./list-table";
import { html } from "./markup";
import type { Part } from "./part";

/** Rollback of each workload, and its maximum time. */
export function rollBackPart({ options, at }: Comparison): Part | undefined {
  const rows = options.flatMap(({ id, measures }) =>
    measures.rollBacks.map(({ workload, path, canaryPath, seconds, gaps }) => [
      id,
      workload,
      html`<code>${path}</code>${canaryPath !== undefined && html`<div class="dim">canary, at once: ${canaryPath}</div>`}`,
      html`<span class="num">${say.sum(seconds, at)}</span>`,
      html`${gaps.map((text) => html`<div class="unknown">${text}</div>`)}`,
    ]),
  );
  if (rows.length === 0) return undefined;
  return {
    id: "roll-back",
    title: "Rollback",
    lead: "Maximum time by probes, waits and grace periods, if pods are scheduled at once and their images are on the node.",
    body: listTable({
      caption: `Rollback, seconds at ${at} (min–max)`,
      columns: ["Option", "Workload", "Path", "Maximum seconds", "Unresolved"],
      rows,
      none: "",
    }),
  };
}
