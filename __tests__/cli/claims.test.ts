import { claims as command } from "../../cli/commands/claims";

let written: string;

beforeEach(() => {
  written = "";
  jest.spyOn(process.stdout, "write").mockImplementation((chunk, done) => {
    written += String(chunk);
    (done as unknown as () => void)();
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

test("one review is printed as a table, and its contradictions are no failure unless asked for", async () => {
  const exitCode = await command.run(["004"], { format: "table" });
  expect(written).toMatch(/^004: \d+ claims: /);
  expect(written).not.toContain("Review 000");
  expect(exitCode).toBe(0);
});

test("--strict makes a contradiction the exit code 1, after everything was printed", async () => {
  const exitCode = await command.run(["004"], { format: "json", strict: true });
  const { claims } = JSON.parse(written) as { claims: { verdict: string }[] };
  expect(claims.some(({ verdict }) => verdict === "contradicted")).toBe(true);
  expect(exitCode).toBe(1);
});

test("a missing review is refused with the list of reviews", async () => {
  await expect(command.run(["005"], { format: "table" })).rejects.toThrow(
    'there is no review "005"; choose one of 000, 001, 002, 003, 004',
  );
});

test("an option has the claims that depend on it, and with other switches they are measured on that", async () => {
  const verdicts = async (word: string) => {
    written = "";
    await command.run([word], { format: "json" });
    const { claims } = JSON.parse(written) as { claims: { id: string; how: string }[] };
    return new Map(claims.map(({ id, how }) => [id, how]));
  };
  const [usual, absorbed] = [await verdicts("partner-b"), await verdicts("partner-b@fuji=absorbed")];
  expect([...absorbed.keys()]).toEqual([...usual.keys()]);
  expect(usual.size).toBeGreaterThan(3);
  expect([...usual.values()].join("\n")).toContain("fuji");
  expect([...absorbed].filter(([id, how]) => how !== usual.get(id))).not.toEqual([]);
});
