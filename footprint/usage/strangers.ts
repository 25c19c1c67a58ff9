import type { InputFault } from "../read/input-error";

/** The fix of an address that is like none. */
export const REMOVE = "remove it, or write the address as the plan has it";

/** More addresses than this are not listed. */
const MOST = 5;

/**
 * Lines about addresses that are left out: one for each that is like one of the footprints, which may be a mistake, and
 * one for all others, which are mostly of other projects in the same file.
 */
export function notesOf(strangers: readonly InputFault[]): string[] {
  const others = strangers.filter(({ fix }) => fix === REMOVE);
  const [first] = others;
  const alike = strangers.filter(({ fix }) => fix !== REMOVE).map(lineOf);
  if (first === undefined) return alike;
  if (others.length === 1) return [...alike, `${lineOf({ ...first, fix: "" })}; it is left out`];
  const places = others.slice(0, MOST).map(({ place }) => place);
  const rest = others.length > MOST ? ` and ${others.length - MOST} more` : "";
  return [
    ...alike,
    `${first.file}: no resource has ${others.length} of its addresses, which are left out: ${places.join(", ")}${rest}`,
  ];
}

function lineOf({ file, place, problem, fix }: InputFault): string {
  const words = [file, place, problem].filter((part) => part !== undefined).join(": ");
  return fix === "" ? words : `${words}; it is left out; ${fix}`;
}
