import type { ComparedOption } from "../../../compare";
import type { Support } from "../../../figures";
import type { Alert, Image, RuntimeFamily } from "../../../model";
import { cellOf, listCell, type Paragraph, type Section } from "../../grid";
import * as say from "../../numbers";
import { supportStyle, whenSupportEnds } from "../../sections/support";

/** What must be maintained: images, alerts, unresolved values. */
export function watchSections({
  footprint,
  measures,
}: Pick<ComparedOption, "footprint" | "measures">): Section[] {
  const { found, notAssessed } = measures.singlePointsOfFailure;
  return [
    {
      title: "Images",
      rows: footprint.images.map((image) => ({
        label: { text: runtime(image) },
        cells: [imageCell(image, measures.support)],
      })),
    },
    {
      title: "Single points of failure",
      rows: [
        ...found.map(({ name, reason }) => ({ label: { text: name }, cells: [cellOf(reason)] })),
        ...notAssessed.map(({ name, reason }) => ({
          label: { text: name },
          cells: [cellOf(reason, "magenta")],
        })),
      ],
    },
    {
      title: "Alerts",
      rows: footprint.alerts.map((alert) => ({
        label: { text: alert.severity, style: alert.severity === "critical" ? "bold" : undefined },
        cells: [alertCell(alert)],
      })),
    },
    {
      title: "Unresolved values",
      rows: footprint.unknowns.map(({ id, what, why }) => ({
        label: { text: what, style: "magenta", hang: 2 },
        cells: [listCell([{ text: id }, { text: why, style: "dim" }])],
      })),
    },
    {
      title: "Unsupported resource types",
      rows: Object.entries(footprint.unread).map(([type, count]) => ({
        label: { text: say.number(count), style: "magenta" },
        cells: [cellOf(type)],
      })),
    },
  ];
}

function runtime({ runtime: family }: Image): string {
  if (family === undefined) return "unrecognized runtime";
  return [family.name, family.version].filter((part) => part !== undefined).join(" ");
}

function imageCell({ reference, base, runtime: family, workloads }: Image, support?: Support) {
  const facts: (Paragraph | [])[] = [
    { text: reference },
    base === undefined ? [] : { text: `base image ${base}`, style: "dim" },
    ...endOfSupport(family, support),
    { text: `used by ${workloads.join(", ")}`, style: "dim" },
  ];
  return listCell(facts.flat());
}

/** The day, and at a date how far that is away. */
function endOfSupport(family: RuntimeFamily | undefined, support: Support | undefined): Paragraph[] {
  const day = family?.endOfLife;
  if (family === undefined || day === undefined) return [];
  if (support === undefined) return [{ text: `support ends ${day}`, style: "dim" }];
  const chain = [family.name, family.version].filter((part) => part !== undefined).join(" ");
  const end = [...support.ended, ...support.ending, ...support.supported].find(({ name }) => name === chain);
  const when = end === undefined ? "" : `, on ${support.asOf}: ${whenSupportEnds(end.days)}`;
  return [{ text: `support ends ${day}${when}`, style: supportStyle(chain, support) ?? "dim" }];
}

function alertCell({ name, condition, window, pages }: Alert) {
  const over = window === undefined ? "" : ` over ${window}`;
  return listCell([
    { text: name },
    { text: `${condition}${over}`, style: "dim" },
    ...(pages === undefined || pages === "" ? [] : [{ text: `pages ${pages}`, style: "magenta" as const }]),
  ]);
}
