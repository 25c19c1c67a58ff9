import { stringify } from "yaml";

/** JSON as YAML 1.2 that a reader of YAML 1.1 reads alike: a text that it would take for something else is quoted. */
export function renderYaml(json: string): string {
  return stringify(JSON.parse(json), { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false });
}
