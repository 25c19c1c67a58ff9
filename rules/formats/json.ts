import type { CheckResult } from "../check";
import type { Finding } from "../finding";
import type { Layout } from "./format";
import { shownPath } from "./place";

/** A contract: keys and values stay. */
export function json({ names, findings, acknowledged, known, below }: CheckResult, layout: Layout): string {
  const result = {
    schemaVersion: 1,
    checked: names,
    findings: findings.map((each) => entry(each, layout)),
    acknowledged: acknowledged.map((each) => ({
      ...entry(each, layout),
      reason: each.reason,
      until: each.until,
    })),
    known: known.map((each) => entry(each, layout)),
    belowSeverity: below,
  };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

function entry(finding: Finding, { folder }: Layout) {
  const { option, rule, resource, address, part, text, file, line, fingerprint } = finding;
  return {
    option,
    rule: rule.id,
    name: rule.name,
    severity: rule.severity,
    resource,
    address,
    part,
    text,
    file: file === undefined ? undefined : shownPath(file, folder),
    line,
    fingerprint,
  };
}
