import { Option } from "commander";
import { formatNames, type RenderedCommand } from "../footprint/render";
import { parseAsOf } from "./as-of";
import { type ForeignInput, parseForeign } from "./foreign";

/** Argument of the commands that take options. */
export const OPTION_WORDS = [
  "[option...]",
  "option ids, or a review for all of its options (default: all of your own review)",
] as const;

/** `--config FILE`. */
export const config = () =>
  new Option(
    "--config <file>",
    "the review to work with (default: the nearest weighbridge.yaml or weighbridge.config.js upwards)",
  );

/** `--builtin`. */
export const builtin = () => new Option("--builtin", "only the built-in reviews");

/** `--from name=PATH`, which may be repeated. */
export const foreign = () =>
  new Option(
    "--from <name=path>",
    "also Terraform JSON, a plan (terraform show -json) or Kubernetes YAML; - is stdin; may be repeated",
  )
    .argParser((word: string, earlier: readonly ForeignInput[]) => parseForeign(word, earlier))
    .default([], "none");

export const namespace = () =>
  new Option(
    "--namespace <name>",
    "namespace of the Kubernetes objects of --from that have none (default: default)",
  );

export const baseline = () =>
  new Option("--baseline <option>", "option that the others are compared with (default: that of the review)");

export const asOf = () =>
  new Option(
    "--as-of <date>",
    "date, YYYY-MM-DD, for the end of support and the age of prices (default: only the dates are shown)",
  ).argParser(parseAsOf);

export const prices = () =>
  new Option(
    "--prices <file>",
    "JSON of prices that replace those of a review or of a list, of discounts, of a currency; may be repeated",
  )
    .argParser((file: string, earlier: readonly string[]) => [...earlier, file])
    .default([], "none");

export const usage = () =>
  new Option(
    "--usage <file>",
    "usage file in Infracost's form, for what is billed by use (default: it is listed as not priced)",
  );

export const at = () =>
  new Option("--at <point>", "operating point of the differences")
    .choices(["min", "steady", "max"])
    .default("steady");

/** `--format`: the formats that a command offers, of which the first is its default. */
export const format = (command: RenderedCommand) => {
  const names = formatNames(command);
  return new Option("-o, --format <format>", "output format").choices(names).default(names[0]);
};
