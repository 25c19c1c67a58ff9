import { inProcess, weighbridge } from "../helpers/command";

const PARTNERS = ["partner-a", "partner-b", "partner-c"];

/** The part of the JSON contract that these tests read. */
interface Contract {
  readonly schemaVersion: number;
  readonly baseline: string;
  readonly options: readonly {
    readonly id: string;
    readonly pods: object;
    readonly cpuCores: object;
    readonly memoryGiB: object;
    readonly topics: object;
    readonly unknowns: readonly unknown[];
    readonly atLeast: readonly string[];
  }[];
}

function compareJson(args: readonly string[] = PARTNERS): Contract {
  const ran = weighbridge(["compare", ...args, "--format", "json"]);
  expect(ran).toMatchObject({ status: 0, stderr: "" });
  return JSON.parse(ran.stdout) as Contract;
}

describe("review 001, compared from its real stacks", () => {
  const { options, ...head } = compareJson();

  test("is measured against partner-b", () => {
    expect(head).toMatchObject({ schemaVersion: 1, baseline: "partner-b" });
    expect(options.map(({ id }) => id)).toEqual(PARTNERS);
  });

  test.each([
    ["partner-a", [4, 5, 19], [0.9, 1.2, 5.1], [3.8, 5, 20.8], [1, 1.3125, 5.4375], [2, 2.625, 10.875]],
    ["partner-b", [4, 4, 12], [0.6, 0.6, 2], [2.6, 2.6, 8.4], [0.75, 0.75, 2.5], [1.5, 1.5, 5]],
    ["partner-c", [4, 5, 14], [0.8, 1.05, 3.1], [3.4, 4.4, 12.8], [0.875, 1.125, 3.25], [1.75, 2.25, 6.5]],
  ])("%s: pods, CPU and memory at min, steady and max", (id, pods, cpu, cpuLimit, memory, memoryLimit) => {
    expect(options.find((option) => option.id === id)).toMatchObject({
      pods: span(pods),
      cpuCores: { request: span(cpu), limit: span(cpuLimit) },
      memoryGiB: { request: span(memory), limit: span(memoryLimit) },
      // Their collector has no startup probe: nothing bounds when a pod of A or C is ready.
      atLeast: ["listCostUsdPerMonth", ...(id === "partner-b" ? [] : ["rollBackSeconds"])],
    });
  });

  test("A and B write five topics, C none", () => {
    const five = { count: 5, partitions: 19, replicas: 57 };
    expect(options.map(({ topics }) => topics)).toEqual([
      five,
      five,
      { count: 0, partitions: 0, replicas: 0 },
    ]);
  });

  test("nothing is unknown but the version of PHP, which the review does not give", () => {
    expect(options.map(({ unknowns }) => unknowns)).toEqual([
      [],
      [expect.objectContaining({ what: "PHP version of php" })],
      [],
    ]);
  });
});

test("the table is the same bytes in any locale, time zone and folder, and 80 columns wide", async () => {
  const here = await inProcess(["compare", ...PARTNERS]);
  const there = weighbridge(["compare", ...PARTNERS], {
    cwd: "/",
    env: { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  });
  expect(there).toEqual(here);
  expect(here.stdout).toContain("partner-b is best on requests, cost (ranges overlap) and failure");
  expect(here.stdout).not.toContain("\u001b[");
  for (const line of here.stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
});

test("a review's number means all of its options", () => {
  expect(compareJson(["001"]).options.map(({ id }) => id)).toEqual(PARTNERS);
});

test("another baseline can be chosen", () => {
  expect(compareJson(["partner-a", "partner-c", "--baseline", "partner-c"])).toMatchObject({
    baseline: "partner-c",
  });
});

function span([min, steady, max]: readonly number[]) {
  return { min, steady, max };
}

test.each([
  [["--columns", "pod"], 'no column "pod": did you mean pods?'],
  [["--columns", "pods,nonsense"], 'no column "nonsense"; write pods, cpuCores.request'],
  [["--columns", "pods", "--format", "json"], "--columns is for --format table"],
])("%j is refused with the fix", async (flags, message) => {
  const { status, stderr } = await inProcess(["compare", "partner-a", ...flags]);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
});
