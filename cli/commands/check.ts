import { Option } from "commander";
import { distance } from "fastest-levenshtein";
import { optionsOf } from "../../config/model/review";
import { allOf, eachWithFaults } from "../../errors/every-fault";
import { packagePath } from "../../files/package-root";
import {
  CHECK_FORMATS,
  check as checkRules,
  RULES,
  readKnown,
  rulesPage,
  SEVERITIES,
  type Severity,
  summary,
} from "../../rules";
import { chooseUnlessGiven } from "../choose";
import { UsageError } from "../errors";
import { asOf, builtin, config, foreign, namespace, OPTION_WORDS } from "../flags";
import type { ForeignInput } from "../foreign";
import { type ReviewFlags, reviewsInForce } from "../in-force";
import { paint, print, report, width } from "../output";
import { subjectsFrom, subjectsOf } from "../subjects";
import type { Command } from "./command";

/** Flags of `weighbridge check`. */
interface Flags extends ReviewFlags {
  readonly from: readonly ForeignInput[];
  /** Namespace of foreign Kubernetes objects without one. */
  readonly namespace?: string;
  /** Date for what ends. */
  readonly asOf?: string;
  /** A key of `CHECK_FORMATS`. */
  readonly format: string;
  readonly severity: Severity;
  /** File of findings that were there before. */
  readonly known?: string;
  readonly rule: readonly string[];
  readonly registry: readonly string[];
  readonly list?: boolean;
}

/** `weighbridge check`: what the rules find on options. */
export const check: Command<Flags> = {
  name: "check",
  summary: "checks options against rules about security, availability, network policies and data",
  examples: [
    { words: "check partner-a", does: "one option" },
    { words: "check --from cluster=cluster.yaml --severity error", does: "manifests, errors alone" },
    {
      words: "check --from next=next.json -o sarif --out weighbridge.sarif",
      does: "a plan, for GitHub code scanning",
    },
  ],
  define: (parser) =>
    parser
      .argument(...OPTION_WORDS)
      .addOption(config())
      .addOption(builtin())
      .addOption(foreign())
      .addOption(namespace())
      .addOption(asOf())
      .addOption(
        new Option("--severity <severity>", "least severe finding that is listed and counts")
          .choices([...SEVERITIES])
          .default("warning"),
      )
      .option("--known <file>", "JSON of an earlier check: its findings do not count")
      .addOption(repeated("--rule <id>", "run this rule only; may be repeated"))
      .addOption(repeated("--registry <name>", "registry that images may come from; may be repeated"))
      .option("--list", "print every rule in Markdown")
      .addOption(
        new Option("-o, --format <format>", "output format")
          .choices(Object.keys(CHECK_FORMATS))
          .default("table"),
      ),

  async run(words, flags) {
    if (flags.list === true) {
      await print(rulesPage());
      return 0;
    }
    const settings = { asOf: flags.asOf, registries: flags.registry };
    const [rules, known, inputs, { inForce, options }] = await allOf(
      () => eachWithFaults(flags.rule, existing),
      () => (flags.known === undefined ? undefined : readKnown(flags.known)),
      () => subjectsFrom(flags.from, flags.namespace, settings),
      async () => {
        const found = await reviewsInForce(flags);
        return { inForce: found, options: chooseUnlessGiven(words, flags.from, found) };
      },
    );
    const acknowledged = inForce.reviews.flatMap((review) =>
      (review.acknowledged ?? []).map((each) => ({
        ...each,
        review: review.id,
        of: optionsOf(review).map(({ id }) => id),
      })),
    );
    const result = checkRules([...(await subjectsOf(options, inForce, settings)), ...inputs], {
      rules: rules.length === 0 ? undefined : rules,
      known,
      severity: flags.severity,
      asOf: flags.asOf,
      acknowledged,
    });
    const { version } = require(packagePath("package.json")) as { version: string };
    const layout = { width: width(), paint: paint(), version, folder: process.cwd() };
    await print(CHECK_FORMATS[flags.format]?.(result, layout) ?? "");
    if (flags.format !== "table") report(summary(result));
    return result.findings.length > 0 ? 1 : 0;
  },
};

function repeated(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((word: string, earlier: readonly string[]) => [...earlier, word])
    .default([], "none");
}

function existing(word: string): string {
  const found = RULES.find(({ id, name }) => id === word.toUpperCase() || name === word);
  if (found !== undefined) return found.id;
  const [nearest] = RULES.flatMap(({ id, name }) => [id, name])
    .map((each) => ({ each, edits: distance(word, each) }))
    .sort((a, b) => a.edits - b.edits);
  throw new UsageError(
    `there is no rule "${word}"; did you mean ${nearest?.each}? \`weighbridge check --list\` lists all`,
  );
}
