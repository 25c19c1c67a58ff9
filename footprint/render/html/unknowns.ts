import type { Comparison } from "../../compare";
import { listTable } from "./list-table";
import { html } from "./markup";
import type { Part } from "./part";

/** Values that the documents do not contain, and unsupported resource types. */
export function unknownsPart({ options }: Comparison): Part {
  return {
    id: "unknowns",
    title: "Unresolved values",
    lead: "These values are known after apply, or to the team. None of them counts as zero.",
    body: listTable({
      caption: "Unresolved values and unsupported resource types",
      columns: ["Option", "Value", "Resource", "Reason"],
      rows: options.flatMap(({ id, footprint }) => [
        ...footprint.unknowns.map((unknown) => [
          id,
          unknown.what,
          html`<code>${unknown.id}</code>`,
          unknown.why,
        ]),
        ...Object.entries(footprint.unread).map(([type, count]) => [
          id,
          "unsupported resource type",
          html`<code>${type}</code>`,
          count === 1 ? "1 resource" : `${count} resources`,
        ]),
      ]),
      none: "None: the documents contain every value.",
    }),
  };
}
