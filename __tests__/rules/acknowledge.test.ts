import type { Acknowledgement } from "../../config/model";
import { check } from "../../rules";
import { clean, find, input, run } from "./clean";

/** The clean input with one fault, and an annotation where there is one. */
function faulty(annotation?: string) {
  const objects = clean();
  const web = find(objects, "Service", "web");
  web.spec.type = "NodePort";
  if (annotation !== undefined)
    web.metadata.annotations = { "weighbridge.dev/acknowledge-WB051": annotation };
  return input(objects);
}

const idsOf = (annotation: string | undefined, asOf?: string) =>
  run(faulty(annotation), { asOf }).findings.map(({ rule, text }) => `${rule.id} ${text}`);

test("an annotation with a reason accepts a finding of its own object, until its last day", () => {
  expect(idsOf(undefined)).toEqual(["WB051 type is NodePort"]);
  expect(idsOf("the old gateway; until 2027-01-31", "2027-01-31")).toEqual([]);
  expect(run(faulty("the old gateway; until 2027-01-31")).acknowledged).toMatchObject([
    { resource: "Service/shop/web", reason: "the old gateway", until: "2027-01-31", isInSource: true },
  ]);
  expect(idsOf("the old gateway; until 2027-01-31", "2027-02-01")).toEqual([
    "WB051 type is NodePort",
    "WB081 the acknowledgement of WB051 ended on 2027-01-31",
  ]);
  expect(idsOf("")).toEqual(["WB051 type is NodePort", "WB080 the acknowledgement of WB051 has no reason"]);
});

test("an annotation that matches nothing is a finding, unless its rule did not run", () => {
  const objects = clean();
  find(objects, "Service", "web").metadata.annotations = {
    "weighbridge.dev/acknowledge-WB051": "gone",
    "weighbridge.dev/acknowledge-WB999": "misspelt",
  };
  const texts = run(input(objects)).findings.map(({ text }) => text);
  expect(texts).toEqual(["WB051 finds nothing on Service/shop/web", "there is no rule WB999"]);
  expect(run(input(objects), { rules: ["WB001"] }).findings.map(({ text }) => text)).toEqual([
    "there is no rule WB999",
  ]);
});

describe("a review", () => {
  const of = (names: readonly string[], acknowledgement: Partial<Acknowledgement>) =>
    check(
      names.map((name) => ({ ...faulty(), name, review: "shop" })),
      {
        acknowledged: [
          {
            rule: "WB051",
            resource: "Service/shop/*",
            reason: "words of the review",
            ...acknowledgement,
            review: "shop",
            of: ["a", "b"],
          },
        ],
      },
    );

  test("accepts by a pattern, for all of its options or for some", () => {
    expect(of(["a", "b"], {}).findings).toEqual([]);
    expect(of(["a", "b"], {}).acknowledged).toHaveLength(2);
    expect(of(["a", "b"], { options: ["b"] }).findings).toMatchObject([{ option: "a" }]);
  });

  test("an acknowledgement without a finding counts only where all that it is for is checked", () => {
    const stale = { resource: "Service/shop/old" };
    expect(of(["a"], stale).findings.map(({ rule }) => rule.id)).toEqual(["WB051"]);
    expect(of(["a", "b"], stale).findings.map(({ rule }) => rule.id)).toEqual(["WB051", "WB080", "WB051"]);
  });

  test("accepts nothing of an input that is not its own", () => {
    const acknowledged = [{ rule: "WB051", resource: "*", reason: "x", review: "shop", of: ["test"] }];
    expect(check([faulty()], { acknowledged }).findings).toHaveLength(1);
  });
});
