import type { Expected } from "../../../config/model/expected";
import type { Review } from "../../../config/model/review";
import { compare } from "../../../footprint/compare";
import { renderHtml } from "../../../footprint/render/html";
import { renderJson } from "../../../footprint/render/json";
import { renderMarkdown } from "../../../footprint/render/markdown";
import { renderTable } from "../../../footprint/render/table";
import { renderShow } from "../../../footprint/render/table/show";
import { footprint } from "../../helpers/footprints";

const source = { file: "docs/review.md", section: "Sizing > Load", words: "300-800 RPS, 2000 users" };
const BIG: Expected = {
  requestsPerSecond: [{ low: 300, high: 800, source }],
  responseMs: [{ high: 10, of: "search", source }],
  concurrentUsers: [{ low: 2000, source }],
  availability: {
    claimed: { low: 99.99, source },
    promises: [
      { of: "cluster", percent: 99.95, see: "https://example.org/cluster", asOf: "2026-01-31" },
      { of: "database", percent: 99.9, see: "https://example.org/database" },
    ],
    unpromised: ["the broker"],
    unknown: ["the cache"],
  },
  messageDurability: { text: "kept on three nodes", source },
  updateOutageSeconds: [{ high: 0, source }],
};
const REVIEW: Review = {
  id: "checkout",
  name: "checkout",
  title: "Checkout",
  document: "docs/review.md",
  options: [
    { id: "small", title: "Small" },
    { id: "big", title: "Big" },
  ],
  claims: [],
  expected: { big: BIG },
};

const options = ["small", "big"].map((id) => footprint({ id }));
const comparison = compare(options, { reviews: [REVIEW] });

test("the table has what each option is for, and the verdict names it beside the lowest", () => {
  const text = renderTable(comparison, { width: 120 });
  expect(text).toMatch(/^For what +small: load not given; big: 300–800 requests\/s/m);
  expect(text).toMatch(/^Requests\/s +· +300–800$/m);
  expect(text).toMatch(/^Response time +· +< 10 for search$/m);
  expect(text).toMatch(/^Concurrent users +· +≥ 2000$/m);
  expect(text).toMatch(/^Durability of +· +kept on three nodes$/m);
  expect(text).toMatch(/^Outage during an +· +0$/m);
  // 0.9995 x 0.999 = 0.99850050, and nobody promises anything of the broker.
  expect(text).toMatch(/≤ 99\.8501 promised: 99\.95/);
  expect(text).toMatch(/≥ 99\.99 by the review/);
  expect(renderMarkdown(comparison)).toContain(
    "; nothing promised for the broker; no service level found for the cache<br>",
  );
});

test("without a review nothing is expected, and no format says so", () => {
  const bare = compare(options);
  for (const text of [renderTable(bare), renderMarkdown(bare), renderHtml(bare)])
    expect(text).not.toMatch(/expected/i);
  expect(JSON.parse(renderJson(bare)).options[0].expected).toBeNull();
});

test("Markdown, HTML, JSON and show have it too", () => {
  expect(renderMarkdown(comparison)).toContain("| Requests/s | · | 300–800 |");
  expect(renderHtml(comparison)).toMatch(/<th scope="row"><div>Requests\/s<\/div><\/th>/);
  expect(JSON.parse(renderJson(comparison)).options[1].expected).toMatchObject({
    requestsPerSecond: [{ low: 300, high: 800, source }],
    availability: { promisedPercent: 99.8501, unpromised: ["the broker"] },
  });
  const shown = renderShow(options[1] ?? footprint(), { width: 120, reviews: [REVIEW] });
  expect(shown).toMatch(/^Requests\/s +300–800 +docs\/review\.md, Load$/m);
  expect(shown).toContain("https://example.org/cluster");
});

test("the report names the page and the date of each service level", () => {
  const html = renderHtml(comparison).replaceAll("<wbr>", "");
  expect(html).toContain("cluster, 99.95 %, as of 2026-01-31: https://example.org/cluster");
  expect(html).toContain("database, 99.9 %: https://example.org/database");
});
