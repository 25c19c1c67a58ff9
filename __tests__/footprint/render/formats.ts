import type { Scorecard } from "../../../config/model";
import { checkBudget } from "../../../footprint/budget";
import { computeScores, verifyClaims } from "../../../footprint/claims";
import { compare } from "../../../footprint/compare";
import type { Footprint } from "../../../footprint/model";
import { renderCsv } from "../../../footprint/render/csv";
import { renderCostCsv } from "../../../footprint/render/csv/cost";
import { renderHtml } from "../../../footprint/render/html";
import { renderJson } from "../../../footprint/render/json";
import { renderClaimsJson } from "../../../footprint/render/json/claims";
import { renderCostJson } from "../../../footprint/render/json/cost";
import { renderMarkdown } from "../../../footprint/render/markdown";
import { renderSnapshotCheck } from "../../../footprint/render/snapshot";
import { renderTable } from "../../../footprint/render/table";
import { renderClaims } from "../../../footprint/render/table/claims";
import { renderCostTable } from "../../../footprint/render/table/cost";
import { renderShow } from "../../../footprint/render/table/show";
import { renderSnapshot, snapshotOf } from "../../../footprint/snapshot/snapshot";
import { partnerA, redis } from "../../helpers/footprints";
import { claim } from "../claims/claim";

/** Members whose texts are fixed words of the model, not names. */
const FIXED = new Set([
  "kind",
  "replicasFrom",
  "provider",
  "severity",
  "direction",
  "protocol",
  "endOfLife",
  "by",
]);

/** An option of review 001 in which every name is changed; equal names stay equal. */
export function renamedFootprint(nameOf: (name: string) => string): Footprint {
  const whole: Footprint = {
    ...partnerA(),
    stores: [redis({ usedBy: ["kubernetes_deployment_v1.fuji"] })],
    queues: [{ id: "queue", name: "queue" }],
    nodes: [
      {
        id: "nodes",
        name: "nodes",
        instanceType: "m7g.large",
        count: { min: 1, steady: 2, max: 3 },
        provider: "aws",
      },
    ],
    secrets: [{ id: "secret", name: "secret", store: "kubernetes", valueInDocument: true }],
    charges: [
      {
        id: "charge",
        name: "charge",
        provider: "aws",
        region: "x",
        sku: "rds/x",
        unit: "hour",
        quantity: 1,
        byUse: false,
      },
      { id: "used", name: "used", provider: "aws", unit: "hour", byUse: true },
    ],
    unknowns: [{ id: "unknown", what: "replicas", why: "nodes" }],
    unread: { aws_thing: 1 },
  };
  return rename(whole, nameOf) as Footprint;
}

function rename(value: unknown, nameOf: (name: string) => string, key = ""): unknown {
  if (typeof value === "string") return FIXED.has(key) ? value : nameOf(value);
  if (Array.isArray(value)) return value.map((each) => rename(each, nameOf, key));
  if (typeof value !== "object" || value === null) return value;
  const hasNames = key === "unread" || key === "labels" || key === "selector";
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      hasNames ? nameOf(name) : name,
      rename(inner, nameOf, name),
    ]),
  );
}

/** Every format of every command, over an option whose names are given. */
export function everyFormat(footprint: Footprint, text: string): Readonly<Record<string, () => string>> {
  const comparison = compare([footprint, partnerA()]);
  const budget = checkBudget(comparison, { all: new Map([["pods.max", 1]]), own: new Map() });
  const footprints = new Map([[footprint.id, footprint]]);
  const source = { file: text, section: text, words: text };
  const claims = verifyClaims(
    [
      claim({ id: text, option: footprint.id, unit: text, source, compute: { missing: text } }),
      claim({ id: `${text}2`, unit: text, source, note: text, claimed: 2 }),
    ],
    footprints,
    [],
  );
  const card: Scorecard = {
    review: "001",
    source,
    best: 5,
    columns: [{ id: footprint.id, title: text }],
    criteria: [{ name: text, scores: { [footprint.id]: 5 }, measures: ["pods"] }],
  };
  const scores = computeScores([card], footprints, []);
  const change = {
    option: text,
    changes: [
      { what: text, was: text, is: text },
      { what: text, is: text },
    ],
  };
  return {
    table: () => renderTable(comparison, { budget }),
    markdown: () => renderMarkdown(comparison, { budget }),
    html: () => renderHtml(comparison, { budget, claims, scores }),
    csv: () => renderCsv(comparison),
    json: () => renderJson(comparison, budget),
    show: () => renderShow(footprint),
    cost: () => renderCostTable(comparison),
    "cost as CSV": () => renderCostCsv(comparison),
    "cost as JSON": () => renderCostJson(comparison),
    claims: () => renderClaims(claims, scores),
    "claims as JSON": () => renderClaimsJson(claims, scores),
    snapshot: () => renderSnapshot(snapshotOf(footprint)),
    "snapshot's changes": () => renderSnapshotCheck({ changed: [change], missing: [text], extra: [text] }),
  };
}
