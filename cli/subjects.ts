import type { Option } from "../config/model/option";
import { stacksOf } from "../config/model/option";
import { factsOf } from "../config/model/option-facts";
import { readEachWithObjects, terraformWithObjects } from "../footprint/read/with-objects";
import type { Checked, RuleSettings } from "../rules";
import type { ForeignInput } from "./foreign";
import type { InForce } from "./in-force";
import { documentsOf, requirePeersOf } from "./synth";

/** What rules check: the chosen options, with what their reviews say of them. */
export async function subjectsOf(
  options: readonly Option[],
  { reviews }: InForce,
  settings: RuleSettings,
): Promise<readonly Checked[]> {
  requirePeersOf(options);
  const facts = factsOf(reviews);
  const checked: Checked[] = [];
  for (const option of options) {
    const usage = reviews.find(({ id }) => id === option.review)?.steadyReplicas;
    const documents = await documentsOf(option);
    const inputs = stacksOf(option).map((id) => ({
      id,
      document: documents.get(id),
      file: `cdktf.out/stacks/${id}/cdk.tf.json`,
      usage: usage?.[id],
    }));
    checked.push({
      name: option.id,
      review: option.review,
      settings: { ...settings, connectionBudget: facts.get(option.id)?.connectionBudget },
      ...terraformWithObjects(option.id, inputs),
    });
  }
  return checked;
}

/** What rules check of foreign inputs. @throws InputError with the file and the place in it */
export function subjectsFrom(
  inputs: readonly ForeignInput[],
  namespace: string | undefined,
  settings: RuleSettings,
): readonly Checked[] {
  return inputs.flatMap(({ name, path }) =>
    [...readEachWithObjects(path, name, namespace)].map((read) => ({
      ...read,
      name: read.footprint.id,
      settings,
    })),
  );
}
