import { memoised } from "../../../../footprint/read/text/memoised";

/** Answers with the number of the call. */
function counting(most: number, longest: number) {
  let calls = 0;
  return memoised(
    () => {
      calls += 1;
      return calls;
    },
    most,
    longest,
  );
}

it("answers the same text once", () => {
  const answer = counting(2, 10);
  expect([answer("a"), answer("b"), answer("a"), answer("b")]).toEqual([1, 2, 1, 2]);
});

it("forgets the oldest answer for a new one", () => {
  const answer = counting(2, 10);
  for (const text of ["a", "b", "c"]) answer(text);
  expect([answer("b"), answer("c"), answer("a")]).toEqual([2, 3, 4]);
});

it("keeps no answer to a text that is too long", () => {
  const answer = counting(2, 3);
  expect([answer("abc"), answer("abc"), answer("abcd"), answer("abcd")]).toEqual([1, 1, 2, 3]);
});
