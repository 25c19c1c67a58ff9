import type { Acknowledgement, ConnectionBudget, Deviation, Fact } from "../../../config/model";
import { either } from "../../../errors/either";
import { nearest } from "../../../errors/nearest";
import { type LimitsByOption, limitsIn } from "../../budget/parse";
import { readText } from "../../read/input/json";
import { checkEach } from "../../read/input-error";
import { YamlPlace } from "../../read/text/yaml-place";
import {
  also,
  byKind,
  count,
  into,
  listOf,
  mapOf,
  number,
  object,
  optional,
  required,
  type Shape,
  text,
} from "../shape";
import { DATE, ownOption } from "./names";
import { pathIn } from "./paths";

/** Numbers that a vendor documents, by name. */
export const facts: Shape<Readonly<Record<string, Fact>>> = mapOf(
  "the facts",
  object("a documented number", {
    value: required(number("the value"), "The number."),
    what: required(text("what it is"), "What it is, short enough to be part of a formula."),
    see: required(text("a page"), "Page that says so."),
  }),
);

/** Connections that servers grant, by option id. */
export const capacity: Shape<Readonly<Record<string, ConnectionBudget>>> = into(
  mapOf(
    "the capacity",
    object("a server", {
      connections: required(count("the connections"), "Connections of all pods together."),
      options: optional(
        listOf("the options", ownOption, 1),
        "Options that use it. Default: every option of the file.",
      ),
      section: optional(text("a section"), "Headings of the document that says so."),
    }),
  ),
  (servers, place, context) => {
    const budgets: Record<string, ConnectionBudget> = {};
    for (const [backend, { connections, options = context.options, section }] of Object.entries(servers))
      for (const id of options) {
        if (Object.hasOwn(budgets, id))
          place
            .member(backend)
            ?.refuse(
              `'${id}' already has the server '${budgets[id]?.backend}'`,
              "name the options of each server under its 'options'",
            );
        const source = section === undefined ? context.document : `${context.document}, ${section}`;
        budgets[id] = { backend, connections, source };
      }
    return budgets;
  },
);

/** Workloads that do the same, by row and option. */
export const corresponds: Shape<Readonly<Record<string, Readonly<Record<string, string>>>>> = also(
  mapOf("the rows", mapOf("the workloads", text("the name of a workload"))),
  (place, { options }) =>
    checkEach(
      place.names.flatMap((row) => {
        const workloads = place.member(row) ?? place;
        return workloads.names.map((id) => () => {
          if (options.includes(id)) return;
          const near = nearest(id, options);
          workloads
            .member(id)
            ?.refuse(
              `there is no option '${id}' in this file`,
              near.length > 0 ? `did you mean ${either(near)}?` : "write the id of an option",
            );
        });
      }),
    ),
);

/** Findings of rules that are accepted, with the reason. */
export const acknowledged: Shape<readonly Acknowledgement[]> = listOf(
  "the acknowledgements",
  object("an acknowledgement", {
    rule: required(text("the id of a rule"), "Id of the rule, such as WB035."),
    resource: required(text("a resource"), "Resource that it is about; * stands for any characters."),
    reason: required(text("a reason"), "Why it is accepted."),
    until: optional(text("a date", DATE), "Last day on which it is accepted. Default: it does not end."),
    options: optional(listOf("the options", ownOption, 1), "Options that it is for. Default: all."),
  }),
);

/** What is implemented differently from the document, by option id. */
export const deviations: Shape<Readonly<Record<string, readonly Deviation[]>>> = into(
  listOf(
    "the deviations",
    object("a deviation", {
      option: required(ownOption, "Option that it is about."),
      section: required(text("a section"), "Heading of the document."),
      specified: required(text("what is specified"), "What the document specifies."),
      implemented: required(text("what is implemented"), "What the option has instead."),
      reason: required(text("a reason"), "Why."),
    }),
  ),
  (found) => {
    const byOption: Record<string, Deviation[]> = {};
    for (const { option, ...deviation } of found) byOption[option] = [...(byOption[option] ?? []), deviation];
    return byOption;
  },
);

/** Limits by option and figure, inline or by the name of a budget file. */
export const budget: Shape<LimitsByOption> = byKind<LimitsByOption>("the budget", {
  map: {
    read: (place, { options }) => limitsIn(place, options),
    schema: { type: "object", additionalProperties: { type: "object" } },
  },
  text: into(text("the name of a file"), (path, place, context) => {
    const file = pathIn(path, place, context);
    return limitsIn(YamlPlace.parse(readText(file), file), context.options);
  }),
});
