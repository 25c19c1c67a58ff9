import { Option } from "commander";
import { allOf, withEveryFault } from "../../errors/every-fault";
import {
  diff,
  explain,
  explanationText,
  exposure,
  type NamedModel,
  type Protocol,
  readCluster,
  readClusterOf,
  warningsOf,
} from "../../network";
import { NETWORK_FORMATS } from "../../network/render/formats";
import type { Table } from "../../network/render/table";
import { diffTable, exposureTable, listTable, matrixTable } from "../../network/render/tables";
import { chooseUnlessGiven } from "../choose";
import { clusterInputsOf } from "../clusters";
import { UsageError } from "../errors";
import { builtin, config, foreign, namespace } from "../flags";
import { synthesised } from "../footprints";
import { type ForeignInput, withStatesBefore } from "../foreign";
import { type ReviewFlags, reviewsInForce } from "../in-force";
import { print, report } from "../output";
import { requirePeersOf } from "../synth";
import type { Command } from "./command";

/** Flags of `weighbridge network`. */
interface Flags extends ReviewFlags {
  readonly from: readonly ForeignInput[];
  /** Namespace of foreign Kubernetes objects without one. */
  readonly namespace?: string;
  /** A key of `NETWORK_FORMATS`. */
  readonly format: string;
  readonly protocol: Protocol;
}

/** Characters that are written at once: a list may have millions of lines. */
const CHUNK = 1 << 20;

const TABLES: Readonly<Record<string, (model: NamedModel["model"]) => Table>> = {
  list: listTable,
  matrix: matrixTable,
  exposure: (model) => exposureTable(exposure(model)),
};

/** What the first word may be where it is no option. */
const ACTIONS = [...Object.keys(TABLES), "explain", "diff"];

/** `weighbridge network`: who may connect to whom, by the policies of each option. */
export const network: Command<Flags> = {
  name: "network",
  summary: "lists which connections network policies, security groups and Docker networks allow",
  examples: [
    { words: "network partner-b", does: "every connection that is allowed" },
    {
      words:
        "network explain partner-b/frontend3-partner[Deployment] partner-b/fuji[Deployment]:8080 partner-b",
      does: "which policy and rule decide about one connection",
    },
    { words: "network diff partner-a partner-b", does: "what one option allows and the other does not" },
    {
      words: "network exposure --from cluster=cluster.yaml",
      does: "what a cluster admits from pods that are not there yet",
    },
  ],
  firstWords: ACTIONS,
  define: (parser) =>
    parser
      .argument(
        "[word...]",
        "list, matrix, exposure [option...] · explain FROM TO:PORT [option] · diff OPTION OPTION (default: list)",
      )
      .addOption(config())
      .addOption(builtin())
      .addOption(foreign())
      .addOption(namespace())
      .addOption(
        new Option("--protocol <protocol>", "protocol of explain")
          .choices(["TCP", "UDP", "SCTP"])
          .default("TCP"),
      )
      .addOption(
        new Option("-o, --format <format>", "output format")
          .choices(Object.keys(NETWORK_FORMATS))
          .default("table"),
      ),

  async run(words, flags) {
    const [first = "", ...others] = words;
    if (first === "explain") return runExplain(others, flags);
    if (first === "diff") return runDiff(others, flags);
    const table = Object.hasOwn(TABLES, first) ? TABLES[first] : undefined;
    const models = await modelsOf(table === undefined ? words : others, flags);
    // A graph has no cells.
    await printAll(
      models,
      first === "matrix" && ["dot", "svg"].includes(flags.format) ? listTable : (table ?? listTable),
      flags,
    );
    return 0;
  },
};

async function runExplain([from, to, ...options]: readonly string[], flags: Flags): Promise<0> {
  const [, destination, port] = /^(.+):([^:]+)$/.exec(to ?? "") ?? [];
  if (from === undefined || destination === undefined || port === undefined)
    throw new UsageError("explain takes FROM TO:PORT, for example explain shop/web shop/db:5432");
  const { model } = one(await modelsOf(options, flags));
  warn({ name: "", model }, false);
  const result = explain(model, from, destination.replace(/^\[(.*:.*)\]$/, "$1"), port, flags.protocol);
  await print(
    flags.format === "json" ? `${JSON.stringify(result, undefined, 2)}\n` : explanationText(result),
  );
  return 0;
}

async function runDiff(words: readonly string[], flags: Flags): Promise<0> {
  // Without words, the two inputs in the order in which they were given.
  const names = words.length === 0 ? flags.from.map(({ name }) => name) : words;
  if (names.length !== 2)
    throw new UsageError("diff takes two options, for example diff partner-a partner-b");
  const models = await withEveryFault(names, async (name) => one(await modelsOf([name], flags)));
  const [before, after] = models as [NamedModel, NamedModel];
  for (const named of [before, after]) warn(named, true);
  await printParts(render(diffTable(diff(before.model, after.model)), flags));
  return 0;
}

function one(models: readonly NamedModel[]): NamedModel {
  const [model] = models;
  if (model !== undefined && models.length === 1) return model;
  throw new UsageError(`name one of ${models.map(({ name }) => name).join(", ")}`);
}

/** The chosen options and inputs. */
async function modelsOf(words: readonly string[], flags: Flags): Promise<NamedModel[]> {
  const from = withStatesBefore(words, flags.from);
  const named = from.filter(({ name }) => words.length === 0 || words.includes(name));
  const { namespace } = flags;
  const [inputs, { inForce, options }] = await allOf(
    () =>
      withEveryFault(named, ({ name, path, isBefore }) => readCluster(path, name, { namespace, isBefore })),
    async () => {
      const found = await reviewsInForce(flags);
      return { inForce: found, options: chooseUnlessGiven(words, named, found, ACTIONS) };
    },
  );
  const models = inputs.flat();
  requirePeersOf(options.flatMap((option) => synthesised(option, inForce)));
  for (const option of options)
    models.push({ name: option.id, model: readClusterOf(await clusterInputsOf(option, inForce)) });
  return models;
}

async function printAll(
  models: readonly NamedModel[],
  table: (model: NamedModel["model"]) => Table,
  flags: Flags,
): Promise<void> {
  const [only] = models;
  for (const model of models) warn(model, models.length > 1);
  if (only !== undefined && models.length === 1) return printParts(render(table(only.model), flags));
  if (flags.format === "svg")
    throw new UsageError(`svg draws one option; name one of ${models.map(({ name }) => name).join(", ")}`);
  await printParts(severalParts(models, table, flags));
}

/** Several results: one object by name in JSON, else one under the other. */
function* severalParts(
  models: readonly NamedModel[],
  table: (model: NamedModel["model"]) => Table,
  flags: Flags,
): Generator<string> {
  const isJson = flags.format === "json";
  for (const [index, { name, model }] of models.entries()) {
    const before = index === 0 ? "{" : ",";
    yield isJson
      ? `${before}${JSON.stringify(name)}:`
      : `${index === 0 ? "" : "\n"}${headingOf(name, flags)}`;
    yield* render(table(model), flags);
  }
  if (isJson) yield "}\n";
}

function headingOf(name: string, { format }: Flags): string {
  if (format === "markdown") return `### ${name}\n\n`;
  return format === "dot" ? `// ${name}\n` : `${name}\n`;
}

function render(table: Table, { format }: Flags): Iterable<string> {
  return NETWORK_FORMATS[format]?.(table) ?? [];
}

async function printParts(parts: Iterable<string>): Promise<void> {
  let chunk = "";
  for (const part of parts) {
    chunk += part;
    if (chunk.length < CHUNK) continue;
    if (!(await print(chunk))) return;
    chunk = "";
  }
  if (chunk !== "") await print(chunk);
}

function warn({ name, model }: NamedModel, isOneOfSeveral: boolean): void {
  const nothing =
    model.workloads.length === 0
      ? [
          "has no workloads of Kubernetes or Docker, and nothing that security groups protect: no network policy applies",
        ]
      : [];
  for (const warning of [...nothing, ...warningsOf(model)])
    report(isOneOfSeveral ? `${name}: ${warning}` : warning);
}
