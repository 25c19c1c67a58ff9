import type { Format, Renderers } from "../format";
import { json } from "../json/format";

/** The contract of JSON, in YAML. */
export const yaml: Format = {
  name: "yaml",
  renderers: Object.fromEntries(
    Object.entries(json.renderers).map(([command, render]) => [
      command,
      (...args: Parameters<typeof render>) =>
        (require("./index") as typeof import("./index")).renderYaml((render as AnyRenderer)(...args)),
    ]),
  ) as Partial<Renderers>,
};

type AnyRenderer = (...args: readonly unknown[]) => string;
