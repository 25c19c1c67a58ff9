import type { Scorecard } from "../../../config/model";
import { FIGURES } from "../../figures/registry";
import { checkEach } from "../../read/input-error";
import type { YamlPlace } from "../../read/text/yaml-place";
import {
  also,
  count,
  into,
  listOf,
  mapOf,
  number,
  object,
  oneOf,
  optional,
  required,
  type Shape,
  text,
} from "../shape";
import type { Context } from "./context";
import { ownOption } from "./names";

/** Best score, unless the file says otherwise. */
const BEST = 5;
const FIGURE_KEYS = FIGURES.map(({ key }) => key);

const criterion = object("a criterion", {
  weight: optional(number("the weight", { min: 0 }), "Factor of the score in the total. Default: 1."),
  figures: optional(
    listOf("the figures", oneOf("the key of a figure", FIGURE_KEYS)),
    "Figures that bear on it, shown beside the scores.",
  ),
  highlighted: optional(ownOption, "Option that the review marks as the best."),
});

/** A criterion with nothing in it is the usual case. */
const criterionOrNothing: typeof criterion = {
  read: (place, context) =>
    place.kind === "nothing" || place.received === "an empty map"
      ? { weight: undefined, figures: undefined, highlighted: undefined }
      : criterion.read(place, context),
  schema: { anyOf: [{ type: "null" }, criterion.schema] },
};

const card = object("the scores", {
  section: optional(text("a section"), "Headings of the document above the scores."),
  best: optional(count("the best score"), "Best score. Default: 5."),
  criteria: required(mapOf("the criteria", criterionOrNothing), "Criteria by name."),
  options: required(
    mapOf("the scores by option", mapOf("the scores of an option", number("a score", { min: 0 }))),
    "Scores by option and criterion.",
  ),
});

/** Every criterion of every option, and nothing else. */
function checkScores(place: YamlPlace, context: Context): void {
  const best = place.member("best")?.kind === "number" ? place.member("best")?.number("", "") : undefined;
  const columns = place.member("options");
  if (columns?.isMap !== true) return;
  checkEach(
    columns.names.flatMap((id) => {
      const column = columns.member(id) ?? columns;
      return [
        () => {
          if (!context.options.includes(id))
            column.refuse(`there is no option '${id}' in this file`, "write the id of an option");
        },
        ...context.criteria.map((name) => () => {
          if (!column.names.includes(name))
            column.refuse(`'${id}' has no score for '${name}'`, "score every criterion of every option");
        }),
        ...column.names.map((name) => () => checkScore(column.member(name) ?? column, context, best ?? BEST)),
      ];
    }),
  );
}

function checkScore(score: YamlPlace, { criteria }: Context, best: number): void {
  if (!criteria.includes(score.key))
    score.refuse(`there is no criterion '${score.key}'`, "add it to 'criteria'");
  if (score.kind === "number" && score.number("", "") > best)
    score.refuseValue(`the score is above the best one, ${best}`, "correct it, or set 'best'");
}

/** The scores, every criterion of every option. */
export const scores: Shape<Scorecard> = into(
  also(card, checkScores),
  ({ section, best = BEST, criteria, options }, _, context) => ({
    review: context.review,
    source: { file: context.document, section: section ?? "Scores" },
    best,
    columns: Object.keys(options).map((id) => ({ id, title: id })),
    criteria: Object.entries(criteria).map(([name, { weight, figures, highlighted }]) => ({
      name,
      scores: Object.fromEntries(Object.entries(options).map(([id, scored]) => [id, scored[name] ?? 0])),
      weight,
      bold: highlighted,
      measures: figures ?? [],
    })),
  }),
);
