import type { CheckedLimit } from "../../budget";

/** `value` is `null` where the option has no such figure. */
export function checkedLimit({
  option: id,
  figure,
  limit,
  value,
  atLeast,
  verdict,
  isMinimum,
  relativeTo,
}: CheckedLimit) {
  return {
    option: id,
    figure,
    ceiling: limit ?? null,
    value: value ?? null,
    atLeast,
    verdict,
    isFloor: isMinimum,
    ...(relativeTo === undefined ? {} : { relativeTo }),
  };
}
