import { claimsCommand } from "../../cli/claims";

let written: string;

beforeEach(() => {
  written = "";
  jest.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

test("one review is printed as a table, and its contradictions are no failure unless asked for", async () => {
  await claimsCommand("004", { format: "table" });
  expect(written).toMatch(/^004: \d+ claims: /);
  expect(written).not.toContain("Review 000");
  expect(process.exitCode).toBeUndefined();
});

test("--strict makes a contradiction the exit code 1, after everything was printed", async () => {
  await claimsCommand("004", { format: "json", strict: true });
  const { claims } = JSON.parse(written) as { claims: { verdict: string }[] };
  expect(claims.some(({ verdict }) => verdict === "contradicted")).toBe(true);
  expect(process.exitCode).toBe(1);
});

test("a review that is not there is refused, naming those there are", async () => {
  await expect(claimsCommand("005", { format: "table" })).rejects.toThrow(
    'there is no review "005"; choose one of 000, 001, 002, 003, 004',
  );
});
