import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Resources, read } from "./fixtures";
import { summary } from "./summary";

type Body = Readonly<Record<string, unknown>>;

/** A type, the arguments of one resource of it, other resources of the document, and what must be seen. */
interface Row {
  readonly type: string;
  readonly body: Body;
  readonly others: Resources;
  readonly lines: readonly string[];
}

/** One row a line: `["type", {arguments}, {other resources}?, "line", ...]`. */
function rowsOf(cloud: string): Row[] {
  const text = readFileSync(join(__dirname, cloud, "types.jsonl"), "utf8");
  return text.split("\n").flatMap((line): Row[] => {
    if (line.trim() === "") return [];
    const [type, body, ...rest] = JSON.parse(line) as [string, Body, ...(string | Resources)[]];
    const others = rest.find((each): each is Resources => typeof each === "object") ?? {};
    return [{ type, body, others, lines: rest.filter((each): each is string => typeof each === "string") }];
  });
}

const ROWS = ["aws", "azure", "google"].flatMap(rowsOf);

const seen = ({ type, body, others }: Row) =>
  summary(read({ ...others, [type]: { ...others[type], X: body } }));

it.each(ROWS)("reads $type $body", (row) => {
  expect(seen(row)).toEqual(row.lines);
});

it.each([
  ["is known after apply", "${data.external.later.result}"],
  ["is null, as in a plan for what is not set", null],
])("reads each of them where an argument, or a part of one, %s", (_, gap) => {
  for (const { type, body, others } of ROWS) {
    const variants = withGaps(body, gap).map((each, index) => [`V${index}`, each]);
    const lines = summary(read({ ...others, [type]: { ...others[type], ...Object.fromEntries(variants) } }));
    expect(lines.filter((line) => /NaN|undefined|\[object|^(?:charge|use|nodes) .*\$\{/.test(line))).toEqual(
      [],
    );
  }
});

/** The arguments with one value replaced, for each value at any depth. */
function withGaps(value: unknown, gap: unknown): Body[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      withGaps(item, gap).map((each) => value.with(index, each) as unknown as Body),
    );
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    { ...value, [key]: gap },
    ...withGaps(item, gap).map((each) => ({ ...value, [key]: each })),
  ]);
}
