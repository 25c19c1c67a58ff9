import { mebibytes, millicores, QuantityError } from "../../../../footprint/read/text/quantity";
import fc from "../../../helpers/fast-check";

describe("millicores", () => {
  it.each([
    ["250m", 250],
    ["0.25", 250],
    [0.25, 250],
    ["1", 1000],
    [2, 2000],
    ["2e-1", 200],
    ["1E3", 1_000_000],
    ["1e+1", 10_000],
    ["1k", 1_000_000],
    ["1M", 1_000_000_000],
    ["500000u", 500],
    ["500000000n", 500],
    [".5", 500],
    ["1.", 1000],
    ["+0.1", 100],
    ["0", 0],
    ["1.005", 1005],
    ["1Ki", 1_024_000],
  ])("reads %p as %p", (quantity, expected) => {
    expect(millicores(quantity)).toBe(expected);
  });

  it("rounds finer than a millicore up, as the scheduler does", () => {
    expect(millicores("1n")).toBe(1);
    expect(millicores("0.1001")).toBe(101);
  });
});

describe("mebibytes", () => {
  it.each([
    ["512Mi", 512],
    ["1Gi", 1024],
    ["0.5Gi", 512],
    ["1024Ki", 1],
    ["1Ti", 2 ** 20],
    ["1Pi", 2 ** 30],
    ["1Ei", 2 ** 40],
    [1_048_576, 1],
    ["1048576000m", 1],
    ["128974848", 123],
    ["129e6", 129e6 / 2 ** 20],
    ["129M", 129e6 / 2 ** 20],
    ["1k", 1000 / 2 ** 20],
    ["1G", 1e9 / 2 ** 20],
    ["1T", 1e12 / 2 ** 20],
    ["1P", 1e15 / 2 ** 20],
    ["1E", 1e18 / 2 ** 20],
  ])("reads %p as %p", (quantity, expected) => {
    expect(mebibytes(quantity)).toBe(expected);
  });

  it("rounds a part of a byte up", () => {
    expect(mebibytes("1m")).toBe(1 / 2 ** 20);
  });
});

it("leaves no dust: sums are exact however the parts are written", () => {
  expect(millicores("0.1") + millicores("0.2")).toBe(millicores("0.3"));
  const parts = fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { maxLength: 20 });
  fc.assert(
    fc.property(parts, (bytes) => {
      const sum = bytes.reduce((total, each) => total + mebibytes(each), 0);
      expect(sum * 2 ** 20).toBe(bytes.reduce((total, each) => total + each, 0));
    }),
  );
});

it("reads a whole number the same in every notation of it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), (milli) => {
      expect(millicores(`${milli}m`)).toBe(milli);
      expect(millicores(milli / 1000)).toBe(milli);
      expect(millicores(`${milli}e-3`)).toBe(milli);
      expect(millicores(`${milli}000u`)).toBe(milli);
    }),
  );
});

it.each([
  "",
  "m",
  ".",
  "1K",
  "1ki",
  "1 Gi",
  "-1",
  "1e",
  "1e3m",
  "0x10",
  "1,5",
  "½",
  "NaN",
  "Infinity",
  "1mm",
  "1e1.5",
])("refuses %p, as Kubernetes does", (quantity) => {
  expect(() => millicores(quantity)).toThrow(QuantityError);
  expect(() => mebibytes(quantity)).toThrow(QuantityError);
});

it("refuses what Kubernetes cannot hold, at once", () => {
  expect(() => mebibytes("1e999999999")).toThrow('"1e999999999" is larger than any quantity of Kubernetes');
  expect(() => mebibytes("8Ei")).toThrow("larger than any quantity");
  expect(() => mebibytes("9".repeat(1000))).toThrow("is not a quantity");
});
