import {
  budgetOf,
  type CheckedLimit,
  type ClaimResults,
  type Comparison,
  checkBudget,
  checkSnapshots,
  compare,
  computeScores,
  defineReview,
  type Footprint,
  formatNames,
  parseBudget,
  plain,
  type Review,
  readFootprint,
  readOptions,
  readReview,
  rendererOf,
  renderHtml,
  renderSnapshotCheck,
  reviewFrom,
  snapshotOf,
  verifyClaims,
  writeSnapshots,
} from "weighbridge/footprint";

/** Footprints of the options of a file, and of any other input. */
export async function read(file: string, plan: string): Promise<readonly Footprint[]> {
  // #region read
  const review = readReview(file);
  const footprints = [...(await readOptions(review)), readFootprint(plan, { id: "new" })];
  // #endregion
  return footprints;
}

/** The same kind of review in TypeScript. */
export function define(folder: string): Review {
  // #region define
  const review = reviewFrom(
    defineReview({
      schemaVersion: 1,
      review: "orders",
      options: { today: { title: "Today", from: "pods.yaml" } },
      prices: [{ option: "today", label: "Support", low: 100, high: 200 }],
    }),
    { folder },
  );
  // #endregion
  return review;
}

/** Options side by side, as data: figures, differences, cost with every line item. */
export function sideBySide(footprints: readonly Footprint[], reviews: readonly Review[]): Comparison {
  // #region compare
  const comparison = compare(footprints, { reviews, at: "steady" });
  for (const { id, measures } of comparison.options) {
    const { cost, listCost } = measures;
    console.log(id, cost?.low, cost?.high, listCost.steady, listCost.lines.length);
  }
  // #endregion
  return comparison;
}

/** What the document says, verified, and its scores. */
export function claimsOf(review: Review, footprints: readonly Footprint[]): ClaimResults {
  // #region claims
  const byId = new Map(footprints.map((footprint) => [footprint.id, footprint]));
  const claims = verifyClaims(review.claims, byId, [review]);
  const scores = computeScores(review.scores === undefined ? [] : [review.scores], byId, [review]);
  // #endregion
  return { claims, scores };
}

/** The same texts as the command prints: every format of every result. */
export function texts(comparison: Comparison, claims: ClaimResults): Readonly<Record<string, string>> {
  // #region render
  const layout = { width: 100, paint: plain };
  const found: Record<string, string> = { report: renderHtml(comparison, claims) };
  for (const format of formatNames("compare"))
    found[`compare ${format}`] = rendererOf("compare", format)(comparison, layout);
  for (const format of formatNames("cost"))
    found[`cost ${format}`] = rendererOf("cost", format)(comparison, layout);
  for (const format of formatNames("claims"))
    found[`claims ${format}`] = rendererOf("claims", format)(claims, layout);
  // #endregion
  return found;
}

/** Limits of a review, and of a text. */
export function limits(comparison: Comparison, review: Review): readonly CheckedLimit[] {
  // #region budget
  const own = checkBudget(comparison, budgetOf(review.budget ?? {}));
  const options = comparison.options.map(({ id }) => id);
  const more = checkBudget(
    comparison,
    parseBudget({ text: "all: { pods.max: 20 }", file: "budget", options }),
  );
  const exceeded = [...own, ...more].filter(({ verdict }) => verdict === "exceeded");
  // #endregion
  return exceeded;
}

/** What has changed since the snapshots were written; empty where nothing has. */
export function changes(
  before: readonly Footprint[],
  after: readonly Footprint[],
  reviews: readonly Review[],
  folder: string,
): string {
  // #region snapshot
  writeSnapshots(
    folder,
    before.map((footprint) => snapshotOf(footprint, { reviews })),
  );
  const check = checkSnapshots(
    folder,
    after.map((footprint) => snapshotOf(footprint, { reviews })),
  );
  const text = renderSnapshotCheck(check, plain);
  // #endregion
  return text;
}
