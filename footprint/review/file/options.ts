import { existsSync } from "node:fs";
import { type OptionDraft, type OptionInput, optionsOf } from "../../../config/model";
import { SwitchError, splitVariant, variantOf } from "../../../config/model/variant";
import { mapEach } from "../../read/input-error";
import type { YamlPlace } from "../../read/text/yaml-place";
import {
  also,
  byKind,
  count,
  into,
  listOf,
  listOfDifferent,
  mapOf,
  object,
  optional,
  required,
  type Shape,
  text,
} from "../shape";
import type { Context } from "./context";
import { expected, type FileExpected } from "./expected";
import { ID, otherOptions, requireName } from "./names";
import { pathIn, resolvePath } from "./paths";
import { readSteady } from "./steady";

/** An option of the file, with what the review says of it alone. */
export interface FileOption {
  readonly draft: OptionDraft;
  /** Everyday replicas by workload. */
  readonly steady: Readonly<Record<string, number>>;
  /** What it is expected to do. */
  readonly said?: FileExpected;
}

const optionInput: Shape<OptionInput> = into(
  object("an input", { option: required(text("the id of an option"), "Id of another option.") }),
  ({ option }, place, context) => {
    const names = [...context.options, ...otherOptions(context)];
    requireName(place, baseOf(option), names, "option", "this file or a built-in review");
    requireSwitches(place, option, context);
    return { option };
  },
);

/** A path if there is something at it, else the id of another option. */
const input: Shape<OptionInput> = byKind<OptionInput>("an input", {
  text: into(text("a path, or the id of an option"), (word, place, context) => {
    const path = resolvePath(word, context);
    if (existsSync(path)) return { path };
    const names = [...context.options, ...otherOptions(context)];
    if (names.includes(baseOf(word))) {
      requireSwitches(place, word, context);
      return { option: word };
    }
    return place.refuseValue(
      `there is neither a file or folder nor an option '${word}'`,
      `correct the path, which is relative to ${context.folder}, or name an option`,
    );
  }),
  map: optionInput,
});

/** @throws InputError for a switch or a value of it that the option does not have */
function requireSwitches(place: YamlPlace, word: string, { options, others }: Context): void {
  const [id, settings] = splitVariant(word) ?? [];
  if (id === undefined || settings === undefined) return;
  const all = options.includes(id) ? [] : others.flatMap(optionsOf);
  const option = all.find((each) => each.id === id) ?? { id, title: id, review: "" };
  try {
    variantOf(option, settings);
  } catch (error) {
    if (!(error instanceof SwitchError)) throw error;
    mapEach(error.message.split("\n"), (line) => {
      const end = line.indexOf("; ");
      place.refuseValue(line.slice(0, end), line.slice(end + 2));
    });
  }
}

/** `critter-aks@cycle=19` is an option by its switches. */
function baseOf(id: string): string {
  return id.split("@")[0] ?? id;
}

const option = object("an option", {
  title: optional(text("a title"), "What people read. Default: the id."),
  from: optional(
    byKind<readonly OptionInput[]>("the inputs", {
      text: into(input, (only) => [only]),
      map: into(optionInput, (only) => [only]),
      list: listOf("the inputs", input, 1),
    }),
    "A cdktf.out stack, a plan or state (terraform show -json), a folder of Kubernetes YAML, the id of another option, " +
      "or a list of these. Paths are relative to this file.",
  ),
  namespace: optional(text("a namespace"), "Namespace of Kubernetes objects that have none."),
  environments: optional(
    listOfDifferent("the environments", text("the name of an environment")),
    "Environments that its cost is counted for. Default: those of the review, else production.",
  ),
  steady: optional(
    byKind<Readonly<Record<string, number>>>("the everyday replicas", {
      map: mapOf("the everyday replicas", count("the replicas")),
      text: into(text("the name of a file"), (path, place, context) => readSteady(path, place, context)),
    }),
    "Everyday replicas by workload, or a file with them. Default: each workload runs its minimum.",
  ),
  usage: optional(
    into(text("the name of a file"), (path, place, context) => pathIn(path, place, context)),
    "Usage file in Infracost's form, for what is billed by use.",
  ),
  expected: optional(expected, "What the option is expected to do."),
});

/** In a file an option is read; in a module it may also be synthesised. */
const readOption: Shape<FileOption> = {
  read(place, context) {
    const { title, environments, steady = {}, expected: said, ...rest } = option.read(place, context);
    if (rest.from === undefined && !context.synthesised.has(place.key))
      return place.refuseValue("an option needs 'from'", "add from");
    return {
      draft: {
        ...rest,
        id: place.key,
        title: title ?? place.key,
        ...(environments && { environments: { names: environments, source: context.document } }),
      },
      steady,
      said,
    };
  },
  schema: { ...option.schema, required: ["from"] },
};

/** The options by id, in their order. */
export const options: Shape<readonly FileOption[]> = into(
  also(mapOf("the options", readOption, ID), (place) => {
    const members = place.names.map((id) => place.member(id) ?? place);
    mapEach(members, (member) => refuseCycle(member, members));
  }),
  (found) => Object.values(found),
);

/** @throws InputError for an option that is read from itself, also by way of others */
function refuseCycle(start: YamlPlace, members: readonly YamlPlace[]): void {
  const namesOf = (id: string) => wordsOf(members.find(({ key }) => key === id)?.member("from"));
  // Every option that is reached, each with the way to it.
  const open = [[start.key]];
  const seen = new Set<string>();
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    for (const id of namesOf(way.at(-1) ?? "")) {
      if (id === start.key)
        start
          .member("from")
          ?.refuse(
            `'${id}' is read from itself: ${[...way, id].join(" -> ")}`,
            "name a file or a folder in one of them",
          );
      if (!seen.has(id)) open.push([...way, id]);
      seen.add(id);
    }
  }
}

function wordsOf(from: YamlPlace | undefined): readonly string[] {
  if (from === undefined) return [];
  if (from.kind === "text") return [from.text("", "")];
  if (from.kind === "list") return from.items("", "").flatMap(wordsOf);
  const option = from.member("option");
  return option?.kind === "text" ? [option.text("", "")] : [];
}
