import { parseAsOf } from "../../cli/as-of";
import { inProcess } from "../helpers/command";

test("a date of the calendar is taken as it is", () => {
  expect(["2026-11-24", "2028-02-29"].map(parseAsOf)).toEqual(["2026-11-24", "2028-02-29"]);
});

test.each(["2026-02-30", "2026-13-01", "24.11.2026", "2026-11-24T00:00:00Z", "", "today", "2026-1-1"])(
  "refuses %j",
  (word) => {
    expect(() => parseAsOf(word)).toThrow(
      new Error(`--as-of must be a date such as 2026-11-30, got "${word}"`),
    );
  },
);

test("reports runtimes out of support on that date, and soon after it", async () => {
  const { stdout, status } = await inProcess(["compare", "partner-b", "--as-of", "2026-11-24"]);
  expect(status).toBe(0);
  expect(stdout).toContain(".NET 8: ended 14 days");
  expect(
    JSON.parse(
      (await inProcess(["compare", "partner-b", "--as-of", "2026-11-24", "--format", "json"])).stdout,
    ),
  ).toMatchObject({
    asOf: "2026-11-24",
    options: [{ support: { ended: [{ name: ".NET 8", endOfLife: "2026-11-10", days: -14 }] } }],
  });
});

test("a bad date is one line and exit code 2", async () => {
  const { stdout, stderr, status } = await inProcess(["show", "partner-b", "--as-of", "2026-02-30"]);
  expect([stdout, stderr, status]).toEqual([
    "",
    'weighbridge: --as-of must be a date such as 2026-11-30, got "2026-02-30"; see `weighbridge show --help`\n',
    2,
  ]);
});
