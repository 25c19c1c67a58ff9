import { printable } from "../../errors/printable";
import { wrap } from "../../footprint/render/text";
import type { CheckResult } from "../check";
import type { Finding } from "../finding";
import { SEVERITIES, type Severity } from "../hit";
import type { Layout } from "./format";
import { shownPath } from "./place";

/** Findings by option, then what to do about each rule. */
export function table(result: CheckResult, { width, paint, folder }: Layout): string {
  const { findings, names } = result;
  const parts = names.flatMap((name) => {
    const own = findings.filter(({ option }) => option === name);
    if (own.length === 0) return [];
    return [
      [paint.bold(printable(name)), ...own.flatMap((each) => lines(each, width, paint, folder))].join("\n"),
    ];
  });
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort((a, b) => (a.id < b.id ? -1 : 1));
  const fixes = rules.flatMap(({ id, name, reason, fix }) =>
    wrap(`${id} ${name}: ${reason} ${fix}`, width, 6),
  );
  if (fixes.length > 0) parts.push(fixes.join("\n"));
  return `${[...parts, summary(result)].join("\n\n")}\n`;
}

function lines(
  { rule, resource, text, file, line }: Finding,
  width: number,
  paint: Layout["paint"],
  folder: string,
): string[] {
  const place =
    file === undefined ? "" : ` ${shownPath(file, folder)}${line === undefined ? "" : `:${line}`}`;
  const severity = rule.severity.padEnd(7);
  const head = `  ${rule.severity === "error" ? paint.red(severity) : severity} ${rule.id}  ${printable(resource)}`;
  return [
    `${head}${paint.dim(printable(place))}`,
    ...wrap(text, width - 17).map((each) => `${" ".repeat(17)}${each}`),
  ];
}

/** `2 errors, 1 warning; 3 acknowledged; 4 below --severity`. */
export function summary({ findings, acknowledged, known, below }: CheckResult): string {
  const counts = SEVERITIES.map((severity) => counted(findings, severity)).filter((text) => text !== "");
  return [
    counts.length === 0 ? "no findings" : counts.join(", "),
    ...(acknowledged.length === 0 ? [] : [`${acknowledged.length} acknowledged`]),
    ...(known.length === 0 ? [] : [`${known.length} known before`]),
    ...(below === 0 ? [] : [`${below} below --severity`]),
  ].join("; ");
}

function counted(findings: readonly Finding[], severity: Severity): string {
  const count = findings.filter(({ rule }) => rule.severity === severity).length;
  return count === 0 ? "" : `${count} ${severity}${count === 1 ? "" : "s"}`;
}
