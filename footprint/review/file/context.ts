import type { Review } from "../../../config/model";
import type { YamlPlace } from "../../read/text/yaml-place";

/** What the parts of a file may refer to, found before they are read. */
export interface Context {
  /** Name of the file, for errors. */
  readonly file: string;
  /** Folder of the file: paths in it are relative to this. */
  readonly folder: string;
  /** Id of the file's review. */
  readonly review: string;
  /** Document that claims quote. */
  readonly document: string;
  /** Ids of the file's options. */
  readonly options: readonly string[];
  /** Those of them that a module synthesises. */
  readonly synthesised: ReadonlySet<string>;
  /** Reviews that the file may refer to. */
  readonly others: readonly Review[];
  /** Names of the file's own documented numbers. */
  readonly facts: readonly string[];
  /** Criteria and columns of the file's scores. */
  readonly criteria: readonly string[];
  readonly columns: readonly string[];
  /** Option of the claim that is being read. */
  readonly option?: string;
  /** Reads an expression, of which expressions are made. */
  readonly expression: (place: YamlPlace, context: Context) => unknown;
}

/** Names in the file, whatever else is wrong with it. */
export function contextOf(
  place: YamlPlace,
  from: Pick<Context, "file" | "folder" | "others" | "synthesised" | "expression">,
): Context {
  const scores = place.member("scores");
  return {
    ...from,
    review: textAt(place, "review") ?? "review",
    document: textAt(place, "document") ?? from.file,
    options: place.member("options")?.names ?? [],
    facts: place.member("facts")?.names ?? [],
    criteria: scores?.member("criteria")?.names ?? [],
    columns: scores?.member("options")?.names ?? [],
  };
}

/** The text of a member, where it is one. */
export function textAt(place: YamlPlace, name: string): string | undefined {
  const member = place.member(name);
  return member?.kind === "text" ? member.text(name, "") : undefined;
}
