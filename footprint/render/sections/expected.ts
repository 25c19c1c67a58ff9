import { EXPECTED_LINES } from "../expected-text";
import { listCell, type Section } from "../grid";
import { NOTHING, row, type Scene } from "./scene";

/** What the reviews expect of the options: what each size is for. No row for what no review says. */
export function expectedSection(scene: Scene): Section {
  const { options } = scene.comparison;
  const lines = EXPECTED_LINES.filter(({ textsOf }) =>
    options.some(({ expected }) => expected !== undefined && textsOf(expected).length > 0),
  );
  return {
    title: "Expected by the review, not verified",
    rows: lines.map(({ label, textsOf }) =>
      row(scene, label, ({ expected }) =>
        listCell(
          (expected === undefined ? [] : textsOf(expected)).map((text) => ({ text, hang: 2 })),
          NOTHING,
        ),
      ),
    ),
  };
}
