import { printable } from "../../errors/printable";
import type { CheckResult } from "../check";
import type { Finding } from "../finding";
import type { Rule } from "../rule";
import type { Layout } from "./format";
import { shownPath } from "./place";

/** One suite for each option, one case for each rule: CI servers show which rule an option breaks. */
export function junit({ names, rules, findings }: CheckResult, layout: Layout): string {
  const failed = new Set(findings.map(({ option, rule }) => `${option}\n${rule.id}`));
  const all = new Set([...rules, ...findings.map(({ rule }) => rule)]);
  const suites = names.map((name) => {
    const own = findings.filter(({ option }) => option === name);
    const cases = [...all].map((rule) =>
      testCase(
        name,
        rule,
        own.filter((each) => each.rule === rule),
        layout,
      ),
    );
    const failures = new Set(own.map(({ rule }) => rule)).size;
    return `  <testsuite name=${quoted(name)} tests="${all.size}" failures="${failures}">\n${cases.join("")}  </testsuite>\n`;
  });
  const totals = `tests="${all.size * names.length}" failures="${failed.size}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="weighbridge check" ${totals}>\n${suites.join("")}</testsuites>\n`;
}

function testCase(option: string, rule: Rule, findings: readonly Finding[], { folder }: Layout): string {
  const head = `    <testcase classname=${quoted(option)} name=${quoted(`${rule.id} ${rule.name}`)}`;
  if (findings.length === 0) return `${head}/>\n`;
  const lines = findings.map(({ resource, text, file, line }) => {
    const place =
      file === undefined ? "" : `${shownPath(file, folder)}${line === undefined ? "" : `:${line}`}: `;
    return `${place}${resource}: ${text}`;
  });
  const message = `${rule.problem} ${rule.fix}`;
  return `${head}>\n      <failure type=${quoted(rule.severity)} message=${quoted(message)}>${escaped(lines.join("\n"))}</failure>\n    </testcase>\n`;
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** XML has no place for control characters, whatever they are written as. */
function escaped(text: string): string {
  return text
    .split("\n")
    .map((line) => printable(line))
    .join("\n")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
