import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../cli/run";
import { type CaseResult, type Checks, failures, optionOf, withExits } from "../helpers/case-checks";

/**
 * Small inputs with what Weighbridge must say about them, a folder a case: the input, and `expect.json`, whose checks
 * are those of `helpers/case-checks`.
 */
interface Case extends Checks {
  /** The fault; cases of one kind share it. */
  readonly kind: string;
  readonly grade?: "wrong" | "wish";
  /** Why the value is right, where that is written, and what may be argued about it. */
  readonly why?: string;
  readonly source?: string;
  readonly doubt?: string;
  /** @default "compare" */
  readonly command?: string;
  /** @default "json" */
  readonly format?: string;
  readonly args?: readonly string[];
  /** @default - the only file of the case, else its folder */
  readonly input?: string;
  /** Files that are made first. */
  readonly make?: readonly Made[];
  /** Seconds that it may take. @default 60 */
  readonly seconds?: number;
}

/** Repeated text, in which `@N@` is the number of the repetition, or a link. */
interface Made {
  readonly file?: string;
  readonly head?: string;
  readonly repeat?: string;
  readonly times?: number;
  readonly tail?: string;
  readonly link?: string;
  readonly to?: string;
}

const scratch = mkdtempSync(join(tmpdir(), "weighbridge-cases-"));

afterAll(() => rmSync(scratch, { recursive: true }));

const names = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

test.each(names)("%s", async (name) => {
  const { kind, grade, why, source, doubt, command, format, args, input, make, seconds, ...checks }: Case =
    JSON.parse(readFileSync(join(__dirname, name, "expect.json"), "utf8"));
  const folder = join(scratch, name);
  cpSync(join(__dirname, name), folder, { recursive: true, filter: (path) => !path.endsWith("expect.json") });
  for (const step of make ?? []) makeFile(folder, step);
  const files = readdirSync(folder);
  const path = join(folder, input ?? (files.length === 1 ? (files[0] ?? "") : ""));
  const result = await captured([
    command ?? "compare",
    "--from",
    `x=${path}`,
    ...(args ?? []),
    "--format",
    format ?? "json",
  ]);
  expect(failures(withExits(checks), result)).toEqual([]);
});

it("fails where a value, a bound or a text is another", () => {
  const option = { pods: { steady: 2 }, atLeast: ["pods"], unknowns: [{ why: "paused" }] };
  const result = { code: 0, stdout: "", stderr: "", option };
  expect(failures({ equals: { "pods.steady": 2 }, notExact: "pods", reports: "PAUS" }, result)).toEqual([]);
  expect(failures({ equals: { "pods.steady": 3 }, exact: "pods", reportsNot: "paus" }, result)).toHaveLength(
    3,
  );
  expect(failures({ anyOf: [{ exit: 2 }, { equals: { "unknowns.#": 1 } }] }, result)).toEqual([]);
  expect(() => failures({ equal: {} } as Checks, result)).toThrow("'equal' is not a check");
});

async function captured(argv: readonly string[]): Promise<CaseResult> {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((stream) =>
    jest.spyOn(process[stream], "write").mockImplementation((text, ...more: unknown[]) => {
      written[stream] += String(text);
      const done = more.find((each) => typeof each === "function") as (() => void) | undefined;
      done?.();
      return true;
    }),
  );
  try {
    const code = await run(argv);
    return { code, ...written, option: optionOf(written.stdout) };
  } finally {
    for (const spy of spies) spy.mockRestore();
    // Each run listens once for a reader that closes early.
    process.stdout.removeAllListeners("error");
  }
}

function makeFile(
  folder: string,
  { file, link, to = "", head = "", repeat = "", times = 1, tail = "" }: Made,
): void {
  const target = join(folder, file ?? link ?? "");
  mkdirSync(dirname(target), { recursive: true });
  if (link !== undefined) {
    symlinkSync(to, target);
    return;
  }
  const numbered = (index: number) =>
    repeat
      .replaceAll("@NEXT@", String(index + 1))
      .replaceAll("@RING@", String((index + 1) % times))
      .replaceAll("@N@", String(index));
  writeFileSync(target, head + Array.from({ length: times }, (_, index) => numbered(index)).join("") + tail);
}
