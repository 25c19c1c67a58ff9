import { Option } from "commander";
import type { CheckedLimit } from "../../footprint";
import { rendererOf } from "../../footprint/render";
import { diffOf } from "../diff";
import { UsageError } from "../errors";
import { asOf, at, builtin, config, format, namespace, prices, usage } from "../flags";
import type { ReviewFlags } from "../in-force";
import { paint, print, report, width } from "../output";
import type { Command } from "./command";

/** Flags of `weighbridge diff`. */
interface Flags extends ReviewFlags {
  /** Namespace of Kubernetes objects without one. */
  readonly namespace?: string;
  readonly at: "min" | "steady" | "max";
  /** Date for the end of support. */
  readonly asOf?: string;
  /** Files of prices. */
  readonly prices: readonly string[];
  /** Usage file in Infracost's form. */
  readonly usage?: string;
  /** One of `formatNames("diff")`. */
  readonly format: string;
  /** File of limits. */
  readonly budget?: string;
  /** @default false: an undetermined budget is a line */
  readonly strict?: boolean;
  /** What the option is called where each side is one. */
  readonly name?: string;
  /** Name in the marker of a comment. */
  readonly marker?: string;
}

/** `weighbridge diff`: what a change did to options. */
export const diff: Command<Flags> = {
  name: "diff",
  summary: "reports what a change did to options: weight, cost, reach, claims, resources",
  examples: [
    {
      words: "diff now.json next.json --name shop",
      does: "two plans of one option; folders have an option in each stack",
    },
    { words: "diff plan.json@before plan.json", does: "what one plan changes" },
    {
      words: "diff now.json next.json --budget budget.yaml -o markdown",
      does: "a comment on a pull request, with limits such as +10 % of the base",
    },
  ],
  define: (parser) =>
    parser
      .argument(
        "[base]",
        "the side before: stacks, a plan, YAML, a weighbridge.yaml, or a snapshot of compare",
      )
      .argument("[head]", "the side after")
      .argument("[option...]", "options to compare (default: all)")
      .addOption(config())
      .addOption(builtin())
      .addOption(
        new Option("--name <option>", "what the option is called where each side is one file or folder"),
      )
      .addOption(namespace())
      .addOption(at())
      .addOption(prices())
      .addOption(usage())
      .addOption(asOf())
      .addOption(format("diff"))
      .option(
        "--budget <file>",
        "YAML of budgets; +10 % is of the base; exit code 1 where a figure exceeds one",
      )
      .option("--strict", "exit code 1 also where an unresolved value leaves a budget undetermined")
      .option(
        "--marker <name>",
        "name in the hidden marker of Markdown, for several comments on one pull request",
      ),

  async run([base, head, ...words], flags) {
    if (base === undefined || head === undefined) {
      const missing = base === undefined ? "BASE and HEAD are" : "HEAD is";
      throw new UsageError(
        `${missing} missing; give both sides, for example weighbridge diff main/cdktf.out cdktf.out`,
      );
    }
    const { result, budget, notes } = await diffOf([base, head], words, flags);
    for (const note of notes) report(note);
    const layout = { width: width(), paint: paint(), budget, marker: flags.marker };
    await print(rendererOf("diff", flags.format)(result, layout));
    const isOver = ({ verdict }: CheckedLimit) =>
      verdict === "exceeded" || (flags.strict === true && verdict === "notProven");
    return budget?.some(isOver) === true ? 1 : 0;
  },
};
