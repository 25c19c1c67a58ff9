import type { ComparedOption, Comparison } from "../../../compare";
import { listTable } from "../list-table";
import { type Html, html } from "../markup";
import type { Part } from "../part";
import { layGraph } from "./graph";
import { picture } from "./picture";

/** With more options than these, the pictures are folded. */
const OPEN = 4;

/** Network reachability of each option as a picture and as a table. */
export function networkPart({ options }: Comparison): Part {
  return {
    id: "network",
    title: "Network reachability",
    lead: "Who may reach what by entry points and NetworkPolicy rules, each policy on its own and DNS left out of the pictures.",
    body: html`${options.map((option, index) => ofOption(option, index, options.length <= OPEN))}`,
  };
}

function ofOption({ id, measures }: ComparedOption, index: number, isOpen: boolean): Html {
  const { connections, dns } = measures.reach;
  if (connections.length === 0) {
    return html`<h3>${id}</h3><p class="none">No entry points and no NetworkPolicy rules in its document.</p>`;
  }
  const graph = layGraph(
    connections,
    measures.deployed.map(({ name }) => name),
  );
  const anchor = `network-${index}`;
  const title = `Network reachability of ${id}`;
  const description = `${connections.length} connections, listed in the table below the picture.`;
  return html`<details class="network"${isOpen && html` open`}><summary><h3>${id}</h3></summary><div class="wide" role="region" tabindex="0" aria-label="${title}">${picture(graph, { anchor, title, description })}</div><details><summary>As a table</summary>${listTable(
    {
      caption: title,
      columns: ["From", "To", "Ports", "Details"],
      rows: connections.map(({ from, to, ports, through }) => [
        from,
        to,
        ports.join(", "),
        html`${through.map((text) => html`<div>${text}</div>`)}`,
      ]),
      none: "",
    },
  )}</details>${dns.length > 0 && html`<p class="dim">DNS clients: ${dns.join(", ")}.</p>`}</details>
`;
}
