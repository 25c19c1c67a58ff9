import type { AcknowledgedFinding } from "../acknowledge";
import type { CheckResult } from "../check";
import type { Finding } from "../finding";
import type { Rule } from "../rule";
import type { Layout } from "./format";
import { uriOf } from "./place";

/** What GitHub takes of one run; it shows the most severe 5,000. */
const MOST_RESULTS = 25_000;
const MOST_CHARACTERS = 1024;

/**
 * SARIF 2.1.0, within the limits of GitHub's code scanning.
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function sarif({ rules, findings, acknowledged, known }: CheckResult, layout: Layout): string {
  const all = [...new Set([...rules, ...findings.map(({ rule }) => rule)])];
  const index = new Map(all.map((rule, at) => [rule, at]));
  const result = (finding: Finding, more: object = {}) => resultOf(finding, index, layout, more);
  const results = [
    ...findings.map((each) => result(each, { baselineState: "new" })),
    ...known.map((each) => result(each, { baselineState: "unchanged" })),
    ...acknowledged.map((each) => result(each, { suppressions: [suppression(each)] })),
  ].slice(0, MOST_RESULTS);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "weighbridge",
            semanticVersion: layout.version,
            informationUri: "https://www.npmjs.com/package/weighbridge",
            rules: all.map(descriptor),
          },
        },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptor(rule: Rule) {
  const { id, name, severity, problem, reason, fix, source, others = [], securitySeverity } = rule;
  const text = `${problem} ${reason} ${fix}`;
  return {
    id,
    name: name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: short(problem) },
    fullDescription: { text: short(`${problem} ${reason}`) },
    help: { text, markdown: `${problem}\n\n${reason}\n\n**Fix:** ${fix}\n\n[Source](${source})` },
    helpUri: source,
    defaultConfiguration: { level: severity },
    properties: {
      tags: [securitySeverity === undefined ? "reliability" : "security", ...others.slice(0, 15)],
      precision: "high",
      ...(securitySeverity === undefined
        ? { "problem.severity": severity === "note" ? "recommendation" : severity }
        : { "security-severity": securitySeverity.toFixed(1) }),
    },
  };
}

function resultOf(finding: Finding, index: ReadonlyMap<Rule, number>, { folder }: Layout, more: object) {
  const { rule, option, resource, address, text, file, line, fingerprint } = finding;
  const names = [resource, address].filter((each) => each !== undefined);
  return {
    ruleId: rule.id,
    ruleIndex: index.get(rule),
    level: rule.severity,
    message: { text: short(`${option}: ${resource}: ${text}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file ?? option, folder), uriBaseId: "%SRCROOT%" },
          // GitHub requires a line; 1 where the input has none.
          region: { startLine: line ?? 1 },
        },
        logicalLocations: names.map((fullyQualifiedName) => ({ fullyQualifiedName, kind: "resource" })),
      },
    ],
    partialFingerprints: { "weighbridge/v1": fingerprint },
    ...more,
  };
}

function suppression({ reason, until, isInSource }: AcknowledgedFinding) {
  return {
    kind: isInSource ? "inSource" : "external",
    justification: until === undefined ? reason : `${reason}; until ${until}`,
  };
}

function short(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 3)}...`;
}
