import { OPTIONS, stacksOf } from "../config/options";
import { chooseOptions } from "./choose";
import { print } from "./output";
import { synthesiseInto } from "./synthesise";

/** `weighbridge synth`: results on stdout, the constructs' warnings on stderr. @throws UsageError, ValidationError */
export async function synthCommand(
  words: readonly string[],
  { output }: { readonly output: string },
): Promise<void> {
  const options = words.length === 0 ? OPTIONS : chooseOptions(words);
  for (const { path, message } of await synthesiseInto(options, output)) {
    process.stderr.write(`warning: ${path}: ${message}\n`);
  }
  print(
    options
      .flatMap(stacksOf)
      .map((id) => `${output}/stacks/${id}/cdk.tf.json\n`)
      .join(""),
  );
}
