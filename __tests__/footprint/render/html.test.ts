import { computeScores, verifyClaims } from "../../../footprint/claims";
import type { Footprint, Workload } from "../../../footprint/model";
import { renderHtml } from "../../../footprint/render/html";
import { html } from "../../../footprint/render/html/markup";
import fc, { runs } from "../../helpers/fast-check";
import {
  container,
  edge,
  footprint,
  image,
  partnerA,
  partnerB,
  partnerC,
  redis,
  topic,
  workload,
} from "../../helpers/footprints";
import { CLAIMS, compareBuiltIn as compare, REVIEWS, SCORECARDS } from "../../helpers/reviews";
import { problemsOf } from "../../helpers/well-formed";

const three = () => [partnerA(), partnerB(), partnerC()];
const byId = new Map(three().map((each) => [each.id, each]));
const claims = verifyClaims(
  CLAIMS.filter(({ review }) => review === "001"),
  byId,
  REVIEWS,
);
const scores = computeScores(
  SCORECARDS.filter(({ review }) => review === "001"),
  byId,
  REVIEWS,
);
const report = renderHtml(compare(three()), { claims, scores });

/** The text of a page, one line a block. */
const text = (page: string) =>
  page
    .replaceAll("<wbr>", "")
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/ +/g, " ");

describe("the check that follows can fail", () => {
  test.each([
    ["<p><b></p></b>", "</p> closes <b>"],
    ["<p>", "<p> is not closed"],
    ["a < b", "stray <"],
    ["a & b", "stray a & b"],
    ['<p id="x"></p><p id="x"></p>', "id x is there twice"],
    ['<p aria-labelledby="y"></p>', "nothing has the id y"],
    ['<p class="a" class="b"></p>', 'twice in <p class="a" class="b">'],
  ])("on %j", (page, problem) => {
    expect(problemsOf(page)).toContain(problem);
  });
});

describe("the report", () => {
  test("is well formed, alone, and without a script", () => {
    expect(problemsOf(report)).toEqual([]);
    expect(report).toMatch(/^<!DOCTYPE html>\n<html lang="en">\n/);
    expect(report).not.toMatch(/<script|<link|<iframe|@import|url\(|\bsrc=|\bon\w+=/);
    expect(report.replace(/<[^>]*>/g, (tag) => (tag.includes("://") ? fail(tag) : ""))).toBeDefined();
  });

  test("has every chapter, once each, reached from the list of chapters", () => {
    const chapters = [...report.matchAll(/<section id="([\w-]+)"/g)].map(([, id]) => id);
    expect(chapters).toEqual(["summary", "ranges", "cost", "failure", "network", "claims", "sources"]);
    for (const id of chapters) expect(report).toContain(`<a href="#${id}">`);
    const folded = [...report.matchAll(/<details class="part" id="([\w-]+)">/g)].map(([, id]) => id);
    expect(folded).toEqual([
      "best-per-metric",
      "side-by-side",
      "reconciliation",
      "blast-radius",
      "roll-back",
      "supply-chains",
      "pages",
      "data",
      "scores",
      "deviations",
      "unknowns",
    ]);
    for (const id of [...chapters, ...folded]) expect(report).toContain(`<a class="anchor" href="#${id}"`);
  });

  test("says the best of each metric with its figure, and the worst", () => {
    expect(text(report)).toMatch(/CPU requests \(cores\) partner-b 0\.6 partner-a 1\.2/);
    const [best = ""] = /Best per metric[\s\S]*?Ranges/.exec(text(report)) ?? [];
    for (const figure of ["Paging alerts", "Topics", "Runtimes"]) expect(best).not.toContain(figure);
  });

  test("says none, not unknown, of what an option does not have, and names no winner by that", () => {
    expect(report).toMatch(
      /PHP workers<\/h3>[\s\S]*?partner-a<\/span> <span class="value"><span class="dim">none/,
    );
    expect(text(report)).toMatch(/PHP workers not every option has one/);
  });

  test("shows failure dependencies, and rollback with its maximum time", () => {
    expect(text(report)).toMatch(/partner-a partner-cache single point store 1 travel-api 1 of 1/);
    expect(text(report)).toMatch(
      /partner-b frontend3-partner kubectl rollout undo deployment\/frontend3-partner 190 \(190–580\)/,
    );
  });

  test("assesses ends of support on a given date", () => {
    const dated = renderHtml(compare([partnerA(), partnerB()], { asOf: "2026-11-24" }));
    expect(text(dated)).toMatch(/\.NET 8 2026-11-10 ended 14 days ago/);
    expect(text(dated)).toContain("Support is assessed on 2026-11-24.");
    expect(text(report)).not.toContain("days ago");
  });

  test("draws each range from 0 on one scale: 4 of 19 pods solid, all light, a tick at 5", () => {
    expect(report).toMatch(
      /partner-a<\/span> <span class="value"><b>5<\/b> <small>\(4–19\)<\/small><\/span><svg class="bar"[^>]*>.*?class="reach" y="3" width="100%".*?class="sure" y="3" width="21\.05%".*?class="tick" x1="26\.32%"/,
    );
  });

  test("stacks the lines of the price book without a gap, at both ends", () => {
    const [stack = ""] = /<svg class="stack"[\s\S]*?<\/svg>/.exec(report) ?? [];
    const rects = (y: number) =>
      [...stack.matchAll(new RegExp(`x="([\\d.]+)%" y="${y}" width="([\\d.]+)%"`, "g"))].map(
        ([, x, width]) => ({
          x: Number(x),
          end: Number(x) + Number(width),
        }),
      );
    // partner-a costs 370 to 810, and 810 is the right end of the scale.
    for (const [y, end] of [
      [0, (370 / 810) * 100],
      [19, 100],
    ] as const) {
      expect(rects(y)[0]?.x).toBe(0);
      for (const [index, { x }] of rects(y).slice(1).entries())
        expect(x).toBeCloseTo(rects(y)[index]?.end ?? -1, 1);
      expect(rects(y).at(-1)?.end).toBeCloseTo(end, 1);
    }
    expect(stack).toContain("Compute (travel-api): 80–250;");
  });

  test("stacks list prices below the review's, one bar an operating point, and lists what has no price", () => {
    const [, , stack = ""] = report.split('<svg class="stack"');
    expect(stack).toContain("Compute: 63.51 at steady");
    // partner-a at most is 269.01 of the 810 that the whole width is.
    expect(stack).toContain('x="0%" y="38" width="33.21%"');
    expect(text(report)).toContain(
      "partner-cache undetermined not priced: no billing information for redis 7.1",
    );
  });

  test("has single points of failure, dates of support, stores, claims and sources in words", () => {
    const words = text(report);
    expect(words).toContain("partner-cache");
    expect(words).toMatch(/\.NET 8\s+2026-11-10/);
    expect(words).toMatch(/Contradicted \(\d+\)/);
    expect(words).toContain("review-001, as of 2026-02-17: 001_57ea113d5c58119c.txt, section 4");
    expect(words).toContain("None found in partner-b.");
  });

  test("gives screen readers each picture once, and a name of its own for each table and region", () => {
    const many = Array.from({ length: 8 }, (_, index) => ({ ...partnerA(), id: `option-${index}` }));
    for (const page of [report, renderHtml(compare(many), { claims, scores })]) {
      const named = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, name]) => name);
      for (const names of [
        named(/<caption[^>]*>(.*?)<\/caption>/g),
        named(/role="region"[^>]*aria-label="(.*?)"/g),
      ]) {
        expect(names.length).toBeGreaterThan(1);
        expect(new Set(names).size).toBe(names.length);
      }
      const pictures = named(/role="img" (.*?) (?:width|viewBox)=/g);
      expect(pictures.length).toBeGreaterThan(1);
      for (const picture of pictures)
        expect(picture).toMatch(/^aria-labelledby="\S+-title" aria-describedby="\S+-desc"$/);
      expect(page).not.toMatch(/<th(?![^>]* scope=)[ >]/);
      expect(page).not.toMatch(/<div class="wide"(?! role="region" tabindex="0" aria-label=")/);
    }
  });

  test("lays tables out as tables on paper, which is as narrow as a phone", () => {
    const [style = ""] = /<style>[\s\S]*?<\/style>/.exec(report) ?? [];
    expect(style.match(/@media[^{]*width[^{]*/g)).toEqual([
      "@media screen and (max-width:1080px)",
      "@media screen and (min-width:1081px)",
    ]);
  });

  test("is the same bytes each time", () => {
    expect(renderHtml(compare(three()), { claims, scores })).toBe(report);
  });

  test("omits a chapter without contents", () => {
    const page = renderHtml(compare([footprint({ id: "alone" })]));
    expect(problemsOf(page)).toEqual([]);
    for (const id of ["cost", "pages", "claims", "scores"]) expect(page).not.toContain(`id="${id}"`);
    expect(text(page)).toContain("None: the documents contain every value.");
  });

  test("shows undetermined values without a number", () => {
    const agent = workload("agent", undefined, [container("agent", [50, 50], [64, 64])]);
    const page = renderHtml(compare([footprint({ id: "x", workloads: [agent] }), partnerB()]));
    expect(page).toMatch(
      /x<\/span> <span class="value"><span class="unknown">undetermined<\/span><\/span><\/li>/,
    );
    expect(text(page)).toMatch(/Pods undetermined undetermined/);
  });

  test("of 22 options takes less than a second and less than a megabyte", () => {
    const many = Array.from({ length: 22 }, (_, index) => ({ ...partnerA(), id: `option-${index}` }));
    const comparison = compare(many);
    const before = process.cpuUsage();
    const page = renderHtml(comparison, { claims: [...claims, ...claims, ...claims], scores });
    const { user } = process.cpuUsage(before);
    expect(user).toBeLessThan(1_000_000);
    expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
    expect(problemsOf(page)).toEqual([]);
  });
});

test("more than a few options are set out as a table, and long lists of names are cut", () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ ...partnerB(), id: `option-${index}` }));
  const page = renderHtml(compare([partnerA(), ...many]));
  expect(page).not.toContain('<ul class="cards">');
  expect(page).toContain("option-0, option-1, option-2 and 6 more");
});

test("names no option as worst if another may be worse", () => {
  const web = (id: string, phpWorkers: number, parts: Partial<Workload> = {}) =>
    workload("web", [2, 2, 2], [container("web", [100, 100], [64, 64])], { id, phpWorkers, ...parts });
  const few = footprint({ id: "few", workloads: [web("a", 1)], unread: { aws_ecs_service: 1 } });
  const many = footprint({ id: "many", workloads: [web("b", 4), web("c", 4)] });
  expect(text(renderHtml(compare([few, many])))).toMatch(/ Pods undetermined undetermined /);
  expect(text(renderHtml(compare([many, { ...few, unread: {} }])))).toMatch(/ Pods few 2 many 4 /);
  expect(
    text(
      renderHtml(
        compare([few, { ...many, unread: { aws_ecs_service: 1 }, workloads: [web("b", 1), web("c", 1)] }]),
      ),
    ),
  ).toMatch(/ Pods undetermined undetermined /);
  expect(text(renderHtml(compare([few, many])))).toMatch(/ PHP workers many 16 few 2 /);
  // The number of a third is unresolved: 16 workers are the fewest, and few may have more.
  const more = workload("cron", undefined, [], { id: "d", phpWorkers: 4 });
  const open = (of: Footprint) => ({ ...of, workloads: [...of.workloads, more] });
  expect(text(renderHtml(compare([few, open(many)])))).toMatch(/ PHP workers many ≥ 16 few 2 /);
  expect(text(renderHtml(compare([open(few), many])))).toMatch(/ PHP workers undetermined undetermined /);
});

test("escapes whatever stands in a template", () => {
  expect(html`<b title="${`"'`}">${"<i>&"}${undefined}${false}${[1, html`<i></i>`]}</b>`.text).toBe(
    '<b title="&quot;&#39;">&lt;i&gt;&amp;1<i></i></b>',
  );
});

test("no name breaks out of its place", () => {
  const word = fc.string({
    unit: fc.constantFrom("<", ">", '"', "'", "&", "a", "-", "/", "script", "\u001b", "\u202e", "é"),
    minLength: 1,
    maxLength: 10,
  });
  fc.assert(
    fc.property(word, word, (id, name) => {
      const one = footprint({
        id,
        workloads: [workload(name, [1, 2, 3], [container(name, [1, 2], [3, 4])])],
        stores: [redis({ name, engine: name })],
        topics: [topic(name, 1)],
        images: [image(name, [name])],
        edges: [edge(name, id, name)],
        exposures: [{ id, via: name, hosts: [name], paths: [id], backends: [{ service: name }] }],
        alerts: [{ id, name, condition: name, severity: "critical", pages: name }],
        unknowns: [{ id, what: name, why: name }],
        unread: { [name]: 1 },
      });
      const page = renderHtml(compare([one, partnerB()]));
      expect(problemsOf(page)).toEqual([]);
      for (const sign of ["<script", "\u001b", "\u202e"]) expect(page).not.toContain(sign);
    }),
    runs(8),
  );
});

function fail(tag: string): never {
  throw new Error(`${tag} leads out of the file`);
}
