import { requireFlat } from "./flat";
import { memoised } from "./memoised";
import { parseYaml } from "./yaml";

/**
 * The documents of a text inside a document: one of JSON, or a stream of YAML.
 * @throws YamlError for a text that is neither
 * @throws InputError for one that is nested absurdly deep
 */
export const documentsIn = memoised<readonly unknown[]>(
  (text) => {
    const documents = jsonIn(text) ?? parseYaml(text).map(({ value }) => value);
    for (const document of documents) requireFlat(document);
    return documents;
  },
  64,
  65_536,
);

/** YAML may begin as JSON does. */
function jsonIn(text: string): unknown[] | undefined {
  if (!text.trimStart().startsWith("{")) return undefined;
  try {
    return [JSON.parse(text)];
  } catch {
    return undefined;
  }
}
