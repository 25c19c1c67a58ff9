import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { tryFindOnPath } from "./cache";
import { describeWhen, required } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";

const COMMAND = join(__dirname, "..", "bin", "weighbridge.js");
const CHROMIUM = tryFindOnPath("chromium");

/** Looks at nothing but files: no request leaves the machine. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium's numbers for `prefers-color-scheme`. */
const SCHEMES = { dark: 0, light: 1 } as const;

/** What a browser made of the page. */
interface Looked {
  readonly width: number;
  readonly scrollWidth: number;
  readonly ground: string;
  /** Texts whose contrast to what is behind them is less than 4.5 to 1. */
  readonly faint: readonly string[];
  /** Boxes of the pictures whose text runs over their edge. */
  readonly cramped: readonly string[];
  /** Tables that run over the card that they stand in. */
  readonly overrun: readonly string[];
}

/** Runs in the page, and reports to the frame around it what it found. */
const LOOK = `
const channels = (color) => color.match(/[\\d.]+/g).map(Number);
const light = (color) => {
  const [r, g, b] = channels(color).map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};
const behind = (element) => {
  const box = element.closest("g")?.querySelector("rect");
  if (box) return getComputedStyle(box).fill;
  for (let each = element; each; each = each.parentElement) {
    const { backgroundColor } = getComputedStyle(each);
    if (channels(backgroundColor)[3] !== 0) return backgroundColor;
  }
};
const texts = [...document.querySelectorAll("body *")].filter((element) =>
  !["title", "desc", "style", "script"].includes(element.localName) &&
  [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""));
const faint = texts.filter((element) => {
  const { color, fill } = getComputedStyle(element);
  return contrast(element.localName === "text" ? fill : color, behind(element)) < 4.5;
}).map((element) => element.className + " " + element.textContent.slice(0, 30));
const cramped = [...document.querySelectorAll("svg.network text")].filter((text) =>
  text.getBBox().width > text.parentElement.querySelector("rect").getBBox().width).map((text) => text.textContent);
const overrun = [...document.querySelectorAll("section table")].filter((table) => table.closest(".wide") === null &&
  table.getBoundingClientRect().right > table.closest("section").getBoundingClientRect().right)
  .map((table) => table.caption?.textContent);
parent.postMessage(JSON.stringify({
  width: innerWidth,
  scrollWidth: document.documentElement.scrollWidth,
  ground: getComputedStyle(document.body).backgroundColor,
  faint, cramped, overrun,
}), "*");`;

/** Rules of accessibility by other people. */
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8").replaceAll("</script", "<\\/script");

/** Reports each violation with the first element that it is about. */
const JUDGE = `
axe.run(document, { resultTypes: ["violations"] }).then(
  ({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.length + " x " + nodes[0].html.slice(0, 200)),
  (error) => [String(error)],
).then((found) => parent.postMessage(JSON.stringify(found), "*"));`;

/** A window is never narrower than 500 pixels, a frame in it is. */
const frame = (width: number, page: string) => `<!DOCTYPE html>
<script>onmessage = ({ data }) => { document.documentElement.dataset.looked = data; };</script>
<iframe src="${page}" width="${width}" height="900" style="border:0"></iframe>`;

const REPORTS = [
  { of: "one review", reviews: ["001"], sheets: 25 },
  { of: "every review", reviews: ["000", "001", "002", "003", "004"], sheets: 125 },
];

describe.each(REPORTS)("of $of", ({ reviews, sheets }) => {
  describeWhen([required("chromium", CHROMIUM)], "the report in a browser", () => looks(reviews, sheets));
});

/** @param sheets most pages of paper: with tables laid out as on a phone there are more than twice as many */
function looks(reviews: readonly string[], sheets: number): void {
  let folder: string;

  beforeAll(() => {
    folder = temporaryFolder("report");
    const report = join(folder, "report.html");
    const command = [COMMAND, "report", ...reviews, "--out", report];
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    // The report has no script of its own: a copy gets one that looks at it. All that is folded is unfolded.
    const page = readFileSync(report, "utf8").replaceAll(
      /<details((?: class="\w+")?(?: id="[\w-]+")?)( open)?>/g,
      "<details$1 open>",
    );
    writeFileSync(
      join(folder, "looked.html"),
      page.replace("</body>", () => `<script>${LOOK}</script></body>`),
    );
    writeFileSync(
      join(folder, "judged.html"),
      page.replace("</body>", () => `<script>${AXE}</script><script>${JUDGE}</script></body>`),
    );
  });
  afterAll(() => removeFolder(folder));

  function look<T = Looked>(width: number, scheme: keyof typeof SCHEMES, page = "looked.html"): T {
    const framed = join(folder, `${scheme}-${width}-${page}`);
    writeFileSync(framed, frame(width, page));
    const { stdout, stderr } = spawnSync(
      CHROMIUM ?? "",
      [
        ...FLAGS,
        `--user-data-dir=${join(folder, `${scheme}-${width}-${page.replace(".html", "")}`)}`,
        `--blink-settings=preferredColorScheme=${SCHEMES[scheme]}`,
        "--window-size=1400,900",
        // Lets the frame's message arrive before the document is printed.
        "--virtual-time-budget=20000",
        "--dump-dom",
        pathToFileURL(framed).href,
      ],
      { encoding: "utf8", maxBuffer: 2 ** 26, timeout: 60_000 },
    );
    const [, looked] = /data-looked="([^"]*)"/.exec(stdout) ?? [];
    if (looked === undefined) throw new Error(`chromium said nothing of the page: ${stderr.slice(0, 2000)}`);
    return JSON.parse(looked.replaceAll("&quot;", '"').replaceAll("&amp;", "&")) as T;
  }

  test.each([
    [390, "light"],
    [390, "dark"],
    [820, "light"],
    [1280, "light"],
    [1280, "dark"],
  ] as const)("at %i pixels, %s: nothing runs over the edge, every text can be read", (width, scheme) => {
    const looked = look(width, scheme);
    expect(looked.width).toBe(width);
    expect(looked.scrollWidth).toBeLessThanOrEqual(width);
    expect(looked.faint).toEqual([]);
    expect(looked.cramped).toEqual([]);
    expect(looked.overrun).toEqual([]);
    expect(looked.ground).toBe(scheme === "dark" ? "rgb(16, 21, 28)" : "rgb(246, 247, 249)");
  });

  // The large report has the same elements, and takes axe minutes on a busy machine.
  if (reviews.length === 1)
    test.each(["light", "dark"] as const)("%s: axe finds nothing", (scheme) => {
      expect(look<readonly string[]>(1280, scheme, "judged.html")).toEqual([]);
    });

  test("on paper tables stay tables, which makes it half as long", () => {
    const paper = join(folder, "report.pdf");
    const { status } = spawnSync(
      CHROMIUM ?? "",
      [
        ...FLAGS,
        `--user-data-dir=${join(folder, "paper")}`,
        `--print-to-pdf=${paper}`,
        pathToFileURL(join(folder, "report.html")).href,
      ],
      { encoding: "utf8", timeout: 60_000 },
    );
    expect(status).toBe(0);
    const pages = readFileSync(paper, "latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.length).toBeLessThan(sheets);
  });
}
