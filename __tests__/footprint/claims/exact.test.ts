import {
  add,
  divide,
  exact,
  floor,
  isSame,
  multiply,
  order,
  subtract,
  toNumber,
} from "../../../footprint/claims/exact";
import fc from "../../helpers/fast-check";

const cents = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((amount) => amount / 100);

test("a number is taken as it is written", () => {
  expect(exact(0.1)).toEqual({ numerator: 1n, denominator: 10n });
  expect(exact(-1.25)).toEqual({ numerator: -5n, denominator: 4n });
  expect(exact(1e-7)).toEqual({ numerator: 1n, denominator: 10_000_000n });
  expect(exact(2.5e21)).toEqual({ numerator: 25n * 10n ** 20n, denominator: 1n });
});

test("nothing that is not a number becomes one", () => {
  expect(() => exact(Number.NaN)).toThrow("'value' must be finite, got NaN");
  expect(() => divide(exact(1), exact(0))).toThrow("division by 0");
});

test("sums and products of decimals carry no dust", () => {
  expect(toNumber(add(exact(0.1), exact(0.2)), 17)).toBe(0.3);
  expect(toNumber(multiply(exact(1.37), exact(1024)), 4)).toBe(1402.88);
  expect(toNumber(subtract(exact(0.3), exact(0.1)), 17)).toBe(0.2);
});

test("a half is rounded away from 0, and no zero is negative", () => {
  expect(toNumber(exact(4.565), 2)).toBe(4.57);
  expect(toNumber(exact(-0.125), 2)).toBe(-0.13);
  expect(Object.is(toNumber(exact(-0.001), 2), 0)).toBe(true);
});

test("floor goes down on both sides of 0", () => {
  expect(floor(exact(11.73))).toEqual(exact(11));
  expect(floor(exact(-0.5))).toEqual(exact(-1));
  expect(floor(exact(8))).toEqual(exact(8));
});

test("any amount of money comes back as it went in", () => {
  fc.assert(
    fc.property(cents, cents, (left, right) => {
      expect(toNumber(exact(left), 2)).toBe(left === 0 ? 0 : left);
      expect(isSame(subtract(add(exact(left), exact(right)), exact(right)), exact(left))).toBe(true);
      expect(order(exact(left), exact(right))).toBe(Math.sign(left - right));
    }),
  );
});
