import type { Source } from "../../../../config/model";
import type { Expected } from "../../../../config/model/expected";
import { EXPECTED_LINES } from "../../expected-text";
import { cellOf, type Row, type Section } from "../../grid";

/** What the review expects of the option, each with its source; nothing where it does not say. */
export function expectedSections({ expected }: { readonly expected?: Expected }): readonly Section[] {
  if (expected === undefined) return [];
  const rows = EXPECTED_LINES.flatMap(({ key, label, textsOf }): Row[] =>
    textsOf(expected).map((text, index) => ({
      label: { text: index === 0 ? label : "" },
      cells: [cellOf(text), cellOf(sourcesOf(expected, key)[index] ?? "", "dim")],
    })),
  );
  return [{ title: "Expected by the review, not verified", rows }];
}

/** One source for each text of a line. */
function sourcesOf(expected: Expected, key: keyof Expected): string[] {
  if (key === "availability") {
    const { promises = [], claimed } = expected.availability ?? {};
    return [promises.map(({ see }) => see).join(" "), claimed === undefined ? "" : placeOf(claimed.source)];
  }
  const value = expected[key] ?? [];
  return ("source" in value ? [value] : value).map(({ source }) => placeOf(source));
}

function placeOf({ file, section }: Source): string {
  return `${file}, ${section.split(" > ").at(-1)}`;
}
