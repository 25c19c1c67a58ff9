import type { Alert } from "../../model";
import type { Draft } from "../draft";
import type { Cursor } from "../terraform/cursor";
import { documentsIn } from "../text/embedded";
import { isObject } from "../text/value";
import { YamlError } from "../text/yaml";
import { onOneLine } from "./window";

/** Severities that page somebody, in the words that teams use for the label. */
const WAKING: ReadonlySet<string> = new Set(["critical", "page", "emergency"]);

/** A range in a query: `[5m]`, and a subquery's `[1h:1m]`. */
const RANGE = /\[(\w+)(?::\w*)?\]/;

/**
 * Reads the alerting rules of a `PrometheusRule`, or of a rules file: both have `groups`. The recipients of a rule are what
 * Alertmanager's routes say, which are seldom in the document: the rule's `team`, else the label that is routed by.
 */
export function alertingRules(rules: Cursor): Alert[] {
  return rules.items("groups").flatMap((group) => {
    const name = group.text("name") ?? "";
    return group.items("rules").flatMap((rule) => alertingRule(rule, `${rules.id}: ${name}`));
  });
}

/** A rule that records a value has no `alert`. */
function alertingRule(rule: Cursor, id: string): Alert[] {
  const name = rule.text("alert");
  if (name === undefined) return [];
  const labels = rule.at("labels");
  const label = labels.required("severity", `severity of ${name}`);
  const waking = label !== undefined && WAKING.has(label);
  const condition = onOneLine(rule.text("expr") ?? "");
  return [
    {
      id: `${id}: ${name}${label === undefined ? "" : `, ${label}`}`,
      name,
      condition,
      window: rule.text("for") ?? RANGE.exec(condition)?.[1],
      severity: waking ? "critical" : "warning",
      pages: waking ? (labels.text("team") ?? `severity=${label}`) : undefined,
    },
  ];
}

/** Rules files in the data of a ConfigMap. Everything else there is left out. */
export function ruleFiles(data: Cursor, draft: Draft): Alert[] {
  if (!isObject(data.value)) return [];
  return Object.entries(data.value).flatMap(([name, text]) =>
    typeof text === "string" && isRulesFile(text) ? ruleFile(data.id, name, text, draft) : [],
  );
}

function isRulesFile(text: string): boolean {
  if (!text.includes("groups")) return false;
  return /(?:^|[\s{,"'])groups["']?\s*:/.test(text) && /["'\s{,-]alert["']?\s*:/.test(text);
}

function ruleFile(id: string, name: string, text: string, draft: Draft): Alert[] {
  try {
    return documentsIn(text)
      .filter(isObject)
      .filter(({ groups }) => Array.isArray(groups))
      .flatMap((document) => alertingRules(draft.cursor(id, document)));
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    draft.unknown(id, `alerts of ${name}`, "the file looks like Prometheus rules and is no YAML");
    return [];
  }
}
