import { OBJECT_CASES } from "./cases-of-objects";
import { POD_CASES, type RuleCase } from "./cases-of-pods";
import { POLICY_CASES } from "./cases-of-policies";
import { clean, input, run } from "./clean";

const CASES: readonly RuleCase[] = [...POD_CASES, ...OBJECT_CASES, ...POLICY_CASES];

function found(change: (objects: ReturnType<typeof clean>) => void): string[] {
  const objects = clean();
  change(objects);
  return run(input(objects)).findings.map(({ rule }) => rule.id);
}

test("nothing is found in a clean input, also no note", () => {
  expect(run(input(clean())).findings).toEqual([]);
});

test.each(CASES.map((each, index) => [each.rule, index, each] as const))(
  "%s finds case %#",
  (rule, _, each) => {
    expect(found(each.found)).toContain(rule);
    for (const change of each.accepted ?? []) expect(found(change)).not.toContain(rule);
  },
);
