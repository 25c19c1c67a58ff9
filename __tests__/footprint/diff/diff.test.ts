import type { VerifiedClaim } from "../../../footprint/claims";
import { diffSides, type SideOption } from "../../../footprint/diff";
import { resourcesOf } from "../../../footprint/diff/resources";
import type { Figure } from "../../../footprint/figures";
import type { Charge } from "../../../footprint/model";
import { footprint, redis } from "../../helpers/footprints";

const option = (stores: Figure): SideOption => ({
  id: "x",
  figures: new Map([["stores", stores]]),
  kinds: new Map(),
  lists: {},
});

/** What is said of one figure. */
function change(was: Figure, is: Figure) {
  const base = { name: "base", options: [option(was)] };
  const [only] = diffSides(base, { name: "head", options: [option(is)] }).options;
  const { difference, resolvedDifference } = only?.figures[0]?.points[0] ?? {};
  return { difference: difference && [difference.absolute, difference.bound], resolvedDifference };
}

test.each<[Figure, Figure, Partial<ReturnType<typeof change>>]>([
  [{ value: 2, atLeast: false }, { value: 5, atLeast: false }, { difference: [3, "exact"] }],
  [{ value: 2, atLeast: false }, { value: 5, atLeast: true }, { difference: [3, "atLeast"] }],
  [{ value: 2, atLeast: true }, { value: 5, atLeast: false }, { difference: [3, "atMost"] }],
  [{ value: 2, atLeast: true }, { value: 5, atLeast: true }, { resolvedDifference: 3 }],
  // A lower bound of 0 is undetermined.
  [{ value: 0, atLeast: true }, { value: 5, atLeast: true }, {}],
  [{ value: 2, atLeast: true }, { value: 0, atLeast: true }, {}],
  [{ value: 0, atLeast: true }, { value: 5, atLeast: false }, {}],
])("%j to %j", (was, is, said) => expect(change(was, is)).toEqual(said));

const claim = (verdict: VerifiedClaim["verdict"], computed = 1, id = "pods"): VerifiedClaim => ({
  id,
  review: "r",
  claimed: 1,
  expects: "equal",
  computed,
  unit: "pods",
  tolerance: 0,
  verdict,
  operands: [],
  how: "",
  source: { file: "review.md", section: "S", words: "one pod" },
});

test.each<[VerifiedClaim[], VerifiedClaim[], string[]]>([
  [[claim("holds")], [claim("contradicted", 2)], ["contradicted"]],
  [[claim("contradicted", 2)], [claim("contradicted", 2)], []],
  [[claim("contradicted", 2)], [claim("contradicted", 3)], ["changed"]],
  [[claim("contradicted", 2)], [claim("holds")], ["met"]],
  [[claim("holds")], [claim("off", 2)], ["unmet"]],
  [[claim("off", 2)], [claim("unsupported", 2)], ["changed"]],
  [[], [claim("contradicted", 2)], ["contradicted"]],
  [[], [claim("holds")], ["added"]],
  [[claim("holds")], [], ["removed"]],
  [
    [claim("holds"), claim("holds", 1, "more")],
    [claim("off", 3), claim("contradicted", 2, "more")],
    ["contradicted", "unmet"],
  ],
])("claims %#", (was, is, kinds) => {
  const figure = option({ value: 1, atLeast: false });
  const { claims } = diffSides(
    { name: "base", options: [figure], claims: was },
    { name: "head", options: [figure], claims: is },
  );
  expect(claims?.map(({ kind }) => kind)).toEqual(kinds);
});

test("what is billed and nothing else is a resource, too; a charge of what is listed is not repeated", () => {
  const charge = (id: string): Charge => ({
    id,
    name: id,
    provider: "aws",
    sku: "nat",
    unit: "hour",
    byUse: false,
  });
  const found = resourcesOf(
    footprint({ stores: [redis({ id: "db" })], charges: [charge("db"), charge("nat")] }),
  );
  expect([...found.keys()]).toEqual(["db", "nat"]);
  expect(found.get("nat")?.get("sku")).toBe("nat");
  expect([...(found.get("db") ?? [])].some(([field]) => field.includes("sku"))).toBe(false);
});
