import type { Option } from "../config/model/option";
import { refuseLinksOut } from "../footprint/read/input/links-out";
import type { PathInput, TerraformInput } from "../network";
import { type InForce, optionOf } from "./in-force";
import { documentsOf, stackIdsOf } from "./synth";

/** What the cluster of an option is made of: paths that it is read from, or documents that it synthesises to. */
export async function clusterInputsOf(
  option: Option,
  inForce: InForce,
): Promise<readonly (PathInput | TerraformInput)[]> {
  if (option.from === undefined) {
    const documents = await documentsOf(option);
    return stackIdsOf(option, documents).map((id) => ({ document: documents.get(id), file: id }));
  }
  const inputs = [];
  for (const from of option.from) {
    if ("path" in from) {
      refuseLinksOut(from.path);
      inputs.push({ path: from.path, namespace: option.namespace });
    } else inputs.push(...(await clusterInputsOf(optionOf(from.option, option, inForce), inForce)));
  }
  return inputs;
}
