import type { Sensitivity } from "../../sensitivity";
import { Html, html } from "../html/markup";
import type { Part } from "../html/part";
import { STYLE } from "../html/style";
import { trafficChart } from "./chart";
import { type Line, outline } from "./outline";

/** The chapter of the report; none where there is nothing to put in order. */
export function sensitivityPart(result: Sensitivity): Part | undefined {
  const decisions = outline(result).map((decision, index) => ({
    ...decision,
    chart: trafficChart(result.decisions[index]?.traffic.curves ?? []),
  }));
  if (decisions.every(({ sections }) => sections.length === 0)) return undefined;
  return {
    id: "sensitivity",
    title: "What would change the order",
    lead: "The smallest change of one input, all others as they are, at which another option is ahead; open where an unresolved value could change it by itself.",
    body: html`${decisions.map(
      ({ title, sections, chart }) => html`<h4>${title}</h4>
${chart}
${sections.map((section, index) => html`<details${index === 0 && new Html(" open")}><summary>${section.title}</summary>${list(section.lines)}</details>`)}`,
    )}`,
  };
}

function list(lines: readonly Line[]): Html {
  return html`<ul>${lines.map(({ text, children = [] }) => html`<li>${text}${children.length > 0 && list(children)}</li>`)}</ul>
`;
}

/** One page of its own. */
export function renderSensitivityHtml(result: Sensitivity): string {
  const part = sensitivityPart(result);
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>What would change the order</title>
<style>
${new Html(STYLE)}
</style>
</head>
<body>
<header><p class="eyebrow">Weighbridge</p><h1>What would change the order</h1></header>
<main>
<section aria-label="What would change the order">
<p class="lead">${part?.lead ?? "Nothing can be put in order."}</p>
${part?.body}
</section>
</main>
</body>
</html>
`.text;
}
