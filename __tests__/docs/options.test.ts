import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { factsOf } from "../../config/model/option-facts";
import { OPTIONS, stacksOf } from "../../config/options";
import { REVIEWS } from "../../config/reviews";
import { weighbridge } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

const PAGES = join(__dirname, "..", "..", "docs", "options");

/** Options that share a page. */
const SHARED: readonly (readonly [RegExp, string])[] = [[/^critter-rabbitmq-/, "critter-rabbitmq.md"]];

/** A deviation from the review, as a construct reports it. */
const DEVIATION = /^WB079: review \d{3}, "(.+?)": specified: (.+?); implemented: (.+?); reason: (.+)$/;
/** A row of a page that quotes a section of the review. */
const QUOTING_ROW = /^\| "[^"]*": .*\|$/;

function pageOf(id: string): string {
  return SHARED.find(([pattern]) => pattern.test(id))?.[1] ?? `${id}.md`;
}

/** A page without the marks around code, which deviations do not have. */
function read(page: string): string {
  return readFileSync(join(PAGES, page), "utf8").replaceAll("`", "");
}

/** Pages that a page takes deviations over from: those whose list it links to. */
function takenOver(text: string): string[] {
  return [...text.matchAll(/\(([\w-]+\.md)#deviations-from-the-review\)/g)].map(([, page = ""]) => page);
}

const folder = temporaryFolder();
weighbridge(["synth", "--output", folder]);
const { stacks } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
  stacks: Record<string, { annotations: { message: string }[] }>;
};
const texts = Object.entries(stacks).flatMap(([stack, { annotations }]) =>
  annotations.map(({ message }) => ({ stack, message })),
);
const deviations = texts.flatMap(({ stack, message }) => {
  const [, section, specified, implemented, reason] = DEVIATION.exec(message) ?? [];
  if (section === undefined) return [];
  const option = OPTIONS.find((each) => stacksOf(each).includes(stack));
  return [{ id: option?.id ?? stack, row: `| "${section}": ${specified} | ${implemented} | ${reason} |` }];
});

function reported(id: string): string[] {
  return deviations.filter((deviation) => deviation.id === id).map(({ row }) => row);
}

test("a synth reports deviations of every review", () => {
  const reviews = OPTIONS.filter(({ id }) => deviations.some((deviation) => deviation.id === id));
  expect(new Set(reviews.map(({ review }) => review))).toEqual(new Set(OPTIONS.map(({ review }) => review)));
});

test.each(OPTIONS.map(({ id }) => id))("%s has a page, which the index names", (id) => {
  expect(readdirSync(PAGES)).toContain(pageOf(id));
  expect(read("README.md")).toContain(`(${pageOf(id)})`);
  expect(read(pageOf(id))).toContain(`npx cdktf deploy ${id}`);
});

test("compare and report have the deviations that a synth reports", () => {
  const facts = factsOf(REVIEWS);
  const differing = OPTIONS.filter(({ id }) => {
    const rows = (facts.get(id)?.deviations ?? []).map(
      ({ section, specified, implemented, reason }) =>
        `| "${section}": ${specified} | ${implemented} | ${reason} |`,
    );
    return rows.join("\n") !== reported(id).join("\n");
  });
  expect(differing.map(({ id }) => id)).toEqual([]);
});

test("every deviation that a synth reports is on the page of its option, in the same words", () => {
  const missing = deviations.filter(({ id, row }) => {
    const text = read(pageOf(id));
    return ![text, ...takenOver(text).map(read)].some((page) => page.includes(row));
  });
  expect(missing).toEqual([]);
});

test("no page has a deviation that no synth of its options reports", () => {
  const stale = readdirSync(PAGES).flatMap((page) => {
    const reported = deviations.filter(({ id }) => pageOf(id) === page).map(({ row }) => row);
    return read(page)
      .split("\n")
      .filter((line) => QUOTING_ROW.test(line) && !reported.includes(line));
  });
  expect(stale).toEqual([]);
});

test("a page of the shop names every service of its phase", () => {
  const unnamed = OPTIONS.filter(({ id }) => id.startsWith("shop-")).flatMap(({ id }) => {
    const path = join(folder, "stacks", id, "cdk.tf.json");
    const { resource } = JSON.parse(readFileSync(path, "utf8")) as {
      resource: { docker_service: Record<string, { name: string }> };
    };
    const names = Object.values(resource.docker_service).map(({ name }) => name.split("_")[1]);
    const page = read(pageOf(id));
    return names.filter((name) => !page.includes(`| ${name} | `)).map((name) => `${id}: ${name}`);
  });
  expect(unnamed).toEqual([]);
});
