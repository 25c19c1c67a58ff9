import { footprintsOf } from "../../../cli/footprints";
import type { ClaimedValue } from "../../../config/model";
import { OPTIONS } from "../../../config/options";
import { computeScores, requiredOptions, type VerifiedClaim, verifyClaims } from "../../../footprint/claims";
import { measure } from "../../../footprint/figures";
import type { Footprint } from "../../../footprint/model";
import { CLAIMS, PRICES, REVIEWS, SCORECARDS } from "../../helpers/reviews";

/** Footprints of the real stacks, read off the Terraform JSON that they become. */
let footprints: ReadonlyMap<string, Footprint>;
let verified: ReadonlyMap<string, VerifiedClaim>;

beforeAll(async () => {
  const needed = requiredOptions(CLAIMS, SCORECARDS);
  const read = await footprintsOf(
    OPTIONS.filter(({ id }) => needed.includes(id)),
    { reviews: REVIEWS },
  );
  footprints = new Map(read.map((footprint) => [footprint.id, footprint]));
  verified = new Map(verifyClaims(CLAIMS, footprints, REVIEWS).map((claim) => [claim.id, claim]));
});

/** A claim by its id. */
function claim(id: string): VerifiedClaim {
  const found = verified.get(id);
  if (found === undefined) throw new Error(`there is no claim ${id}`);
  return found;
}

/** Verdict and computed value. */
function outcome(id: string) {
  const { verdict, computed } = claim(id);
  return [verdict, computed];
}

type Row = readonly [id: string, verdict: VerifiedClaim["verdict"], computed: ClaimedValue | undefined];

describe("001: steady state, with the collector in every pod", () => {
  test.each<Row>([
    ["001-cpu-request-a", "off", 1.2],
    ["001-cpu-limit-a", "off", 5],
    ["001-memory-request-a", "off", 1.3125],
    ["001-memory-limit-a", "off", 2.625],
    ["001-cpu-request-b", "holds", 0.6],
    ["001-cpu-limit-b", "holds", 2.6],
    ["001-memory-request-b", "off", 0.75],
    ["001-memory-limit-b", "holds", 1.5],
    ["001-cpu-request-c", "holds", 1.05],
    ["001-cpu-limit-c", "off", 4.4],
    ["001-memory-request-c", "off", 1.125],
    ["001-memory-limit-c", "holds", 2.25],
  ])("%s is %s: %d", (id, verdict, computed) => {
    expect(outcome(id)).toEqual([verdict, computed]);
  });

  test.each([
    ["001-cpu-request-a", "= 1.1 cores"],
    ["001-cpu-limit-a", "= 4.6 cores"],
    ["001-memory-request-a", "= 1.1875 GiB"],
    ["001-memory-limit-a", "= 2.375 GiB"],
    ["001-cpu-request-c", "= 0.95 cores"],
    ["001-cpu-limit-c", "= 4 cores"],
    ["001-memory-request-c", "= 1 GiB"],
    ["001-memory-limit-c", "= 2 GiB"],
  ])("%s reports the reading for the main pods only: %s", (id, reading) => {
    expect(claim(id).how.split("with the collector on the main pods only")[1]).toContain(reading);
  });
});

test.each<Row>([
  ["001-cost-a", "holds", { low: 370, high: 810 }],
  ["001-cost-b", "holds", { low: 245, high: 555 }],
  ["001-cost-c", "off", { low: 265, high: 655 }],
  ["001-score-a", "holds", 28],
  ["001-score-b", "holds", 35],
  ["001-score-c", "holds", 28],
  ["001-score-gap", "holds", 7],
  ["001-pipeline-a", "holds", 28],
  ["001-pipeline-b", "holds", 30],
  ["001-pipeline-c", "holds", 27],
  ["001-pipeline-soak-a", "off", 28],
  ["001-pipeline-soak-b", "off", 30],
  ["001-pipeline-soak-c", "off", 27],
  ["001-polyglot-tax", "off", { low: 7, high: 12 }],
  ["001-partitions-a", "off", 19],
  ["001-topics-b", "holds", 5],
  ["001-cost-topics-b", "off", 5],
  ["001-cache-memory-a", "unsupported", undefined],
  ["001-cost-cache-memory-a", "off", 1402.88],
  ["001-cache-memory-c", "off", 512],
  ["001-rto-b", "unsupported", undefined],
  ["001-break-even-a", "holds", { low: 1.67, high: 1.88 }],
  ["001-break-even-c", "off", 1.25],
  ["001-no-http-to-12go-b", "holds", 0],
  ["001-circuit-breaker-b", "contradicted", 0],
  ["001-contract-tests-gate-b", "contradicted", false],
  ["001-connections-a", "holds", { low: 750, high: 1500 }],
  ["001-connections-per-pod-a", "holds", 58],
  ["001-connections-per-pod-c", "holds", 83],
  ["001-fpm-workers-b", "contradicted", { low: 7, high: 11 }],
  ["001-fpm-memory-b", "contradicted", { low: 1200, high: 2000 }],
  ["001-concurrency-min-b", "contradicted", { low: 14, high: 22 }],
  ["001-concurrency-max-b", "contradicted", { low: 56, high: 88 }],
  ["001-blast-radius-a", "holds", true],
  ["001-blast-radius-b", "holds", ["frontend3-partner"]],
  ["001-blast-radius-c", "holds", true],
  ["001-blast-radius-lowest", "contradicted", ["partner-a", "partner-b", "partner-c"]],
  ["001-pages-a", "holds", []],
  ["001-pages-c", "holds", []],
  ["001-pages-kafka-a", "contradicted", 0],
  ["001-pages-kafka-b", "contradicted", 0],
  ["001-pages-redis-b", "off", 1],
  ["001-supply-chains-b", "off", 2],
  ["001-retention-a", "off", { low: 3, high: 7 }],
  ["001-cleanup-integration-config", "contradicted", "delete"],
])("%s is %s: %j", (id, verdict, computed) => {
  expect(outcome(id)).toEqual([verdict, computed]);
});

test("001: 19 partitions are 57 replicas, and the caches' memory is AWS's", () => {
  expect(claim("001-partitions-a").how).toContain("= 57 replicas");
  expect(claim("001-cache-memory-a").how).toContain("1.37 GiB (cache.t4g.small)");
  expect(claim("001-cache-memory-c").how).toContain("0.5 GiB (cache.t4g.micro)");
});

test.each<Row>([
  ["000-platform-compute", "unsupported", undefined],
  ["000-no-infrastructure", "holds", 0],
  ["000-monitoring-work", "off", 3],
  ["000-platform-database", "unsupported", undefined],
  ["000-platform-monitoring", "unsupported", undefined],
  ["000-score-reduction", "holds", 1],
  ["002-budget-breakdown", "off", 624],
  ["002-monthly-total", "holds", 649],
  ["002-annual-total", "holds", 7788],
  ["002-effort-19", "holds", 17],
  ["002-effort-20", "holds", 8],
  ["002-effort-21", "holds", 23],
  ["002-timeline", "holds", 9.6],
  ["002-vm-single-point", "holds", 1],
  ["002-uptime-budget", "holds", 52.56],
  ["002-uptime", "contradicted", 99.93],
  ["002-rto", "contradicted", 4.57],
  ["002-cluster-node-failure", "holds", 1],
  ["002-cluster-cost", "off", 223],
  ["002-single-container-downtime", "unsupported", undefined],
  ["003-response-2", "off", 75],
  ["003-rps-workers-1", "off", { low: 27, high: 67.5 }],
  ["003-rps-workers-2", "off", { low: 124, high: 310 }],
  ["003-rps-workers-3", "off", { low: 413.3333, high: 1240 }],
  ["003-dashboards-image", "holds", true],
  ["003-opensearch-password", "contradicted", false],
  ["003-zero-downtime", "contradicted", ["healthcheck"]],
  ["003-load-1", "off", { low: 85, high: 170 }],
  ["003-deploy-variables", "contradicted", ["HARBOR_REGISTRY", "IMAGE_TAG", "DB_USER", "DB_PASSWORD"]],
  ["004-pool-fits", "unsupported", undefined],
  ["004-rto", "unsupported", undefined],
  ["004-pool-doubled", "contradicted", false],
  ["004-opcache-reset", "contradicted", false],
  ["004-healthcheck-over-http", "contradicted", false],
])("%s is %s: %j", (id, verdict, computed) => {
  expect(outcome(id)).toEqual([verdict, computed]);
});

test("002: 48 days; 004: 50 children need 1500 to 2500 MB, 100 need twice that", () => {
  expect(claim("002-timeline").how).toContain("= 48 person-days");
  expect(claim("002-single-container-downtime").how).toContain("= 52.56 min");
  expect(claim("004-pool-fits").how).toContain("= 1500–2500 MB");
  expect(claim("004-pool-doubled").how).toContain("= 3000–5000 MB");
});

test("001: what the stacks allow is beside the review's own figures", () => {
  expect(claim("001-rto-b").how).toMatch(
    /^190 .* 2 pods.* to 580 .* 8 pods.* = at most 3\.1667–9\.6667 min; the runbook's own command waits for: .* = 5 min/,
  );
  expect(claim("001-cache-memory-a").how).toContain("= 1402.88 MiB");
  expect(claim("001-concurrency-min-b").how).toContain("the stack's pool: 16 (");
  expect(claim("001-concurrency-max-b").how).toContain("the stack's pool: 64 (");
  expect(claim("001-connections-a").how).toContain("the pod that a rollout adds: 928 (");
  expect(claim("001-connections-per-pod-c").how).toContain("= 500–1000 connections");
  expect(claim("001-blast-radius-lowest").how).toContain("partner-b 0, partner-c 1: lowest is partner-b");
});

test("the reviews disagree about a platform, and each is quoted", () => {
  expect(claim("000-platform-compute").disagreement).toMatchObject({
    place: 'review 001, "4. Infrastructure Cost Estimate"',
    stated: "AWS EKS",
    source: {
      file: "001_57ea113d5c58119c.txt",
      section: "4. Infrastructure Cost Estimate",
      words: "assuming AWS EKS, us-east-1 pricing",
    },
  });
  const disagreeing = [...verified.values()].filter(({ disagreement }) => disagreement !== undefined);
  expect(disagreeing.map(({ id }) => id)).toEqual([
    "000-platform-compute",
    "000-platform-database",
    "000-platform-monitoring",
    "001-image-size-b",
  ]);
});

test("002: list prices are those that compare prints, and a cost with something left out is a lower bound", () => {
  const costOf = (id: string) => {
    const footprint = footprints.get(id);
    if (footprint === undefined) throw new Error(`no ${id}`);
    return measure(footprint, { prices: PRICES }).listCost;
  };
  // 2 servers x 0.203 x 730 + 256 GiB x 0.138, and 649 - 100 with it and the control plane of 73.
  expect(outcome("002-postgresql-cost")).toEqual(["off", 331.71]);
  expect(outcome("002-monthly-at-list")).toEqual(["off", 953.71]);
  expect(claim("002-rabbitmq-cluster-cost")).toMatchObject({
    verdict: "off",
    computed: costOf("critter-rabbitmq-cluster").steady,
  });
  const vm = costOf("critter-vm");
  expect(vm.atLeast).toBe(true);
  expect(claim("002-vm-cost")).toMatchObject({
    verdict: "unsupported",
    how: expect.stringContaining(`= at least ${vm.steady} USD/month`),
    missing: expect.stringContaining("azurerm_backup_protected_vm"),
  });
});

test("only what was assumed to build an option keeps a claim from being contradicted", () => {
  const assumed = [...verified.values()].filter(({ assumption }) => assumption !== undefined);
  expect(assumed.map(({ id, verdict }) => [id, verdict])).toEqual([
    ["002-instant-rollback", "off"],
    ["003-rps-workers-1", "off"],
    ["003-rps-workers-2", "off"],
    ["003-rps-workers-3", "off"],
  ]);
});

test("002: a canary that is promoted goes back by its steps, not in an instant", () => {
  expect(claim("002-instant-rollback")).toMatchObject({
    verdict: "off",
    computed: 1800,
    bound: "lower",
    option: "critter-aks",
  });
  expect(claim("002-instant-rollback").how).toContain("kubectl argo rollouts undo customer-experience");
});

test("001: totals 28, 35 and 28, and B leads by 7", () => {
  const scores = computeScores(SCORECARDS, footprints, REVIEWS).find(({ review }) => review === "001");
  expect(scores?.totals).toEqual({ "partner-a": 28, "partner-b": 35, "partner-c": 28 });
  expect(scores?.leader).toEqual({ column: "partner-b", points: 7 });
});

test("every computed claim has its formula, every unsupported one what is missing", () => {
  for (const { id, verdict, how, missing, computed } of verified.values()) {
    if (verdict === "unsupported") {
      expect({ id, missing }).toEqual({ id, missing: expect.stringMatching(/.{10}/) });
    } else {
      expect({ id, how, computed }).not.toMatchObject({ how: "" });
      expect({ id, computed }).not.toEqual({ id, computed: undefined });
    }
  }
});

test("a stack that is not there makes its claims unsupported, and no other", () => {
  const without = new Map([...footprints].filter(([id]) => id !== "partner-c"));
  const lost = verifyClaims(CLAIMS, without, REVIEWS).filter(
    ({ id, verdict }) => verdict !== claim(id).verdict,
  );
  expect(lost.length).toBeGreaterThan(5);
  for (const { id, verdict, missing } of lost) {
    expect({ id, verdict, missing }).toEqual({
      id,
      verdict: "unsupported",
      missing: "the stack of partner-c",
    });
  }
});
