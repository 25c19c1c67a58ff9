import { CHECKERS, checkTests } from "./checkers";
import type { EmbeddedFile } from "./embedded";

/** Exporters that no package registry holds for the collector's version; one that sends nowhere stands for each. */
const ABSENT = ["azuremonitor", "prometheus"];

/** A collector's configuration, all of it but what is said of the exporters that are absent. */
export function otelTests(file: EmbeddedFile): void {
  const names = ABSENT.filter((name) => file.text.includes(`[${name}]`));
  const text = names.reduce(
    (before, name) =>
      before.replace(new RegExp(`^ {2}${name}:\\n(?: {4}.*\\n)+`, "m"), "").replaceAll(`[${name}]`, "[nop]"),
    names.length === 0
      ? file.text
      : file.text.replace(/^exporters:\n(?: {2}nop: \{\}\n)?/m, "exporters:\n  nop: {}\n"),
  );
  checkTests({ ...file, text }, CHECKERS.otel);
}
