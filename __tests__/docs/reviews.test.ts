import { join } from "node:path";
import * as example from "../../docs/examples/review";
import { readReview } from "../../footprint/review";
import { reviewSchema } from "../../footprint/review/schema";
import { inProcess } from "../helpers/command";
import { filesBelow } from "../helpers/folder";
import { CHECKOUT_YAML, folderWith, ownReview } from "../helpers/own-review";
import { textOf } from "../helpers/repository";

const PAGE = textOf("docs/reviews.md");

/** Keys that the schema has, and the words that a value may be one of. */
function wordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(wordsOf);
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, enum: words = [] } = schema as { properties?: object; enum?: string[] };
  return [...Object.keys(properties), ...words.map(String), ...Object.values(schema).flatMap(wordsOf)];
}

test("every key of the schema, and every word that a value may be, is on the page", () => {
  const shown = new Set(
    PAGE.replace(/^```[\s\S]*?^```$/gm, "")
      .match(/`[^`]+`/g)
      ?.flatMap((code) => code.match(/[\w.]+/g) ?? []),
  );
  const words = [...new Set(wordsOf(reviewSchema()))];
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter((word) => !shown.has(word))).toEqual([]);
});

test("kubectl's list and the answer of Prometheus on the page come to the replicas on the page", async () => {
  const [, text = ""] = /### Everyday replicas from what runs\n([\s\S]*?)\n## /.exec(PAGE) ?? [];
  const answers = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = ""]) => json);
  const [, steady] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  expect(answers).toHaveLength(2);
  for (const answer of answers) {
    const folder = folderWith({ "weighbridge.yaml": "", "answer.json": answer });
    const ran = await inProcess(["init", "--steady-from", "answer.json"], { cwd: folder });
    expect([ran.status, filesBelow(folder)["steady.yaml"]]).toEqual([0, steady]);
  }
});

test("the page shows the code of the library that compiles", () => {
  const [, text = ""] = /## As a library\n([\s\S]*?)\n## /.exec(PAGE) ?? [];
  const shown = [...text.matchAll(/^```ts\n([\s\S]*?)\n```$/gm)].map(([, code = ""]) => code);
  const regions = [
    ...textOf("docs/examples/review.ts").matchAll(/^ {2}\/\/ #region \w+\n([\s\S]*?)\n {2}\/\/ #endregion/gm),
  ];
  expect(shown).toEqual(regions.map(([, body = ""]) => body.replace(/^ {2}/gm, "")));
});

test("the library does what the page says, without the command", async () => {
  const folder = ownReview();
  const footprints = await example.read(
    join(folder, "weighbridge.yaml"),
    join(folder, "plans/services.json"),
  );
  expect(footprints.map(({ id }) => id)).toEqual(["today", "serverless", "kubernetes", "new"]);

  const log = jest.spyOn(console, "log").mockImplementation(() => {});
  const review = readReview(join(folder, "weighbridge.yaml"));
  const comparison = example.sideBySide(footprints, [review]);
  expect(log.mock.calls[0]?.slice(0, 3)).toEqual(["today", 170, 270]);
  log.mockRestore();

  const claims = example.claimsOf(review, footprints);
  expect(claims.claims.map(({ verdict }) => verdict)).toContain("contradicted");
  expect(claims.scores).toMatchObject([{ totals: { today: 8, serverless: 12, kubernetes: 11 } }]);

  const texts = example.texts(comparison, claims);
  expect(Object.keys(texts)).toEqual(
    expect.arrayContaining(["report", "compare csv", "compare markdown", "cost table", "claims json"]),
  );
  for (const text of Object.values(texts)) expect(text.length).toBeGreaterThan(100);

  expect(example.limits(comparison, review)).toMatchObject([{ option: "kubernetes", figure: "pods.max" }]);
  expect(example.changes(footprints, footprints, [review], join(folder, "snapshots"))).toBe("");
});

test("a definition in TypeScript is the same review", () => {
  expect(example.define(folderWith({ "pods.yaml": CHECKOUT_YAML }))).toMatchObject({
    id: "orders",
    options: [{ id: "today", title: "Today" }],
    prices: { entries: [{ option: "today", low: 100, high: 200 }] },
  });
});
