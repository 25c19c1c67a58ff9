import type { Option } from "../config/model/option";
import { factsOf } from "../config/model/option-facts";
import { withEveryFault } from "../errors/every-fault";
import { mergeFootprints } from "../footprint";
import { readEachWithObjects, terraformWithObjects, type WithObjects } from "../footprint/read/with-objects";
import type { Checked, RuleSettings } from "../rules";
import { footprintsOf, synthesised } from "./footprints";
import type { ForeignInput } from "./foreign";
import { type InForce, optionOf } from "./in-force";
import { documentsOf, requirePeersOf, stackIdsOf } from "./synth";

/** What rules check: the chosen options, with what their reviews say of them. */
export async function subjectsOf(
  options: readonly Option[],
  inForce: InForce,
  settings: RuleSettings,
): Promise<readonly Checked[]> {
  const { reviews } = inForce;
  requirePeersOf(options.flatMap((option) => synthesised(option, inForce)));
  const facts = factsOf(reviews);
  const checked: Checked[] = [];
  for (const option of options) {
    if (option.from !== undefined) {
      checked.push({
        name: option.id,
        ...(option.variant !== undefined && { variantOf: option.variant.of }),
        review: option.review,
        settings: {
          ...settings,
          connectionBudget: facts.get(option.variant?.of ?? option.id)?.connectionBudget,
        },
        ...(await readWithObjects(option, inForce)),
      });
      continue;
    }
    const usage = reviews.find(({ id }) => id === option.review)?.steadyReplicas;
    const documents = await documentsOf(option);
    const inputs = stackIdsOf(option, documents).map((id) => ({
      id,
      document: documents.get(id),
      file: `cdktf.out/stacks/${id}/cdk.tf.json`,
      usage: usage?.[id],
    }));
    checked.push({
      name: option.id,
      ...(option.variant !== undefined && { variantOf: option.variant.of }),
      review: option.review,
      settings: {
        ...settings,
        connectionBudget: facts.get(option.variant?.of ?? option.id)?.connectionBudget,
      },
      ...terraformWithObjects(option.id, inputs),
    });
  }
  return checked;
}

/** An option that is read: its parts together, each with what it was read from. */
async function readWithObjects(option: Option, inForce: InForce): Promise<WithObjects> {
  const [footprint] = await footprintsOf([option], inForce);
  const parts: WithObjects[] = [];
  for (const from of option.from ?? []) {
    if ("path" in from) parts.push(...readEachWithObjects(from.path, option.id, option.namespace));
    else parts.push(...(await subjectsOf([optionOf(from.option, option, inForce)], inForce, {})));
  }
  return {
    footprint: footprint ?? mergeFootprints(option.id, []),
    objects: parts.flatMap(({ objects }) => objects),
    documents: parts.flatMap(({ documents }) => documents),
    resources: parts.flatMap(({ resources }) => resources),
    providers: parts.flatMap(({ providers }) => providers),
    missing: parts.flatMap(({ missing }) => missing),
    placeOf: (address) =>
      parts.map(({ placeOf }) => placeOf(address)).find(({ line }) => line !== undefined) ??
      parts[0]?.placeOf(address) ??
      {},
  };
}

/** What rules check of foreign inputs. @throws UserError with the file and the place of every fault */
export async function subjectsFrom(
  inputs: readonly ForeignInput[],
  namespace: string | undefined,
  settings: RuleSettings,
): Promise<readonly Checked[]> {
  const read = await withEveryFault(inputs, ({ name, path }) => [
    ...readEachWithObjects(path, name, namespace),
  ]);
  return read.flat().map((each) => ({ ...each, name: each.footprint.id, settings }));
}
