import type { Comparison } from "../../compare";
import { listTable } from "./list-table";
import { html } from "./markup";
import type { Part } from "./part";

/** What the documents do not hold, and the resources that no reader understands. */
export function unknownsPart({ options }: Comparison): Part {
  return {
    id: "unknowns",
    title: "Unresolved values",
    lead: "Only an apply, or somebody, can tell these. None of them is counted as zero.",
    body: listTable({
      caption: "What is not known",
      columns: ["Option", "What", "Of", "Why"],
      rows: options.flatMap(({ id, footprint }) => [
        ...footprint.unknowns.map((unknown) => [
          id,
          unknown.what,
          html`<code>${unknown.id}</code>`,
          unknown.why,
        ]),
        ...Object.entries(footprint.unread).map(([type, count]) => [
          id,
          "resource that no reader understands",
          html`<code>${type}</code>`,
          count === 1 ? "one of them" : `${count} of them`,
        ]),
      ]),
      none: "Nothing: every value that is weighed stands in the documents.",
    }),
  };
}
