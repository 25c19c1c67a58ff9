import { type Budget, type Checkable, type CheckedLimit, checkPairs } from "../budget";
import type { Side, SideOption } from "./side";

/** What a limit in percent is said to be of. */
const BASE = "the base";

/**
 * Checks the options of the head, in its order: a limit such as `+10 %` is of the same option in the base. An option
 * that the base does not have leaves such a limit undetermined.
 */
export function checkSides(base: Side, head: Side, budget: Budget): readonly CheckedLimit[] {
  const before = new Map(base.options.map((option) => [option.id, option]));
  return checkPairs(
    head.options.map((option) => {
      const was = before.get(option.id);
      return { option: checkable(option), base: was && checkable(was, BASE) };
    }),
    budget,
  );
}

function checkable({ id, figures }: SideOption, name = id): Checkable {
  return { id: name, figureOf: ({ path }) => figures.get(path) };
}
