import { FIGURES } from "../../../footprint/figures/registry";
import { renderCsv } from "../../../footprint/render/csv";
import { container, footprint, partnerA, partnerB, partnerC, workload } from "../../helpers/footprints";
import { compareBuiltIn as compare, PRICES } from "../../helpers/reviews";

const HEADER =
  "option,line,unit,min,steady,max,low,high,value,atLeast,baseline,difference,differencePercent,differenceBound,least,better,best";

const lines = (text: string) => text.split("\r\n");
const three = () => compare([partnerA(), partnerB(), partnerC()]);

test("has one header and one row per option and figure, each ended by CRLF", () => {
  const text = renderCsv(three());
  expect(lines(text)[0]).toBe(HEADER);
  expect(lines(text)).toHaveLength(1 + 3 * FIGURES.length + 1);
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("a figure with operating points has all three, exact, and its difference", () => {
  expect(lines(renderCsv(three()))).toContain(
    "partner-a,memoryGiB.request,GiB,1,1.3125,5.4375,,,1.3125,false,partner-b,0.5625,75,exact,false,less,false",
  );
});

test("a cost has both its ends, on the row of each", () => {
  expect(lines(renderCsv(three()))).toEqual(
    expect.arrayContaining([
      "partner-a,costUsdPerMonth.low,USD/month,,,,370,810,370,false,partner-b,125,51,exact,false,less,false",
      "partner-b,costUsdPerMonth.high,USD/month,,,,245,555,555,false,partner-b,0,0,exact,true,less,true",
    ]),
  );
});

test("value and difference follow the operating point", () => {
  const text = renderCsv(compare([partnerA(), partnerB()], { at: "max" }));
  expect(lines(text)).toContain(
    "partner-a,pods,count,4,5,19,,,19,false,partner-b,7,58.3,exact,false,less,false",
  );
});

test("an unknown value is empty or marked, never zero", () => {
  const agent = workload("agent", undefined, [container("agent", [50, 50], [64, 64])]);
  const text = lines(renderCsv(compare([footprint({ id: "foreign", workloads: [agent] }), partnerB()])));
  expect(text).toContain("foreign,pods,count,0,0,0,,,0,true,partner-b,,,,false,less,false");
  expect(text).toContain("foreign,costUsdPerMonth.low,USD/month,,,,,,,,partner-b,,,,false,less,false");
});

test("a name with a comma or a quote is quoted, and a line break is a space", () => {
  const text = renderCsv(compare([footprint({ id: 'a,"b"\nc' })]));
  expect(text).toContain('\r\n"a,""b"" c",pods,count,0,0,0');
});

test("costs are also in the currency of the user, in columns at the end", () => {
  const currency = { code: "EUR", perUsd: 0.5, asOf: "2026-11-01", source: "treasury" };
  const text = lines(renderCsv(compare([partnerB()], { prices: { ...PRICES, currency } })));
  expect(text[0]).toBe(`${HEADER},currency,currencyMin,currencySteady,currencyMax,currencyLow,currencyHigh`);
  expect(text.find((line) => line.includes("costUsdPerMonth.low"))).toMatch(/,EUR,,,,122.5,277.5$/);
  expect(text.find((line) => line.includes(",pods,"))).toMatch(/,,,,,,$/);
});
