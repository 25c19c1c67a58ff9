import { SEVERITIES } from "./hit";
import { RULES } from "./registry";
import type { Rule } from "./rule";

/** docs/rules.md: every rule, with its problem, reason, fix, source and what other tools call it. */
export function rulesPage(): string {
  const counts = SEVERITIES.map(
    (severity) => `${RULES.filter((rule) => rule.severity === severity).length} ${severity}s`,
  );
  return [
    "# Rules\n",
    "<!-- Written by `weighbridge check --list`. -->\n",
    `\`weighbridge check\` runs ${RULES.length} rules (${counts.join(", ")}) on options, plans, states and Kubernetes YAML. [Check](check.md) shows how to use it, and how to acknowledge a finding.\n`,
    "| rule | severity | problem |",
    "|---|---|---|",
    ...RULES.map(
      ({ id, name, severity, problem }) =>
        `| [${id}](#${id.toLowerCase()}) ${name} | ${severity} | ${escaped(problem)} |`,
    ),
    "",
    ...RULES.map(section),
  ]
    .join("\n")
    .replace(/\n*$/, "\n");
}

function section({ id, name, severity, problem, reason, fix, source, others = [], off }: Rule): string {
  return [
    `## ${id}`,
    `**${name}** (${severity}). ${problem} ${reason}\n`,
    `Fix: ${fix}\n`,
    `Source: <${source}>\n`,
    `Other tools: ${others.length === 0 ? "none" : others.join(", ")}.\n`,
    ...(off === undefined ? [] : [`Runs only with \`--rule ${id}\`: ${off}.\n`]),
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|");
}
