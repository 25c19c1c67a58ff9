import { requireFlat } from "./flat";
import { parseYaml } from "./yaml";

/** Texts that are kept with what they hold, and the length up to which one is. */
const MOST_KEPT = 64;
const LONGEST_KEPT = 65_536;

/** Options that are compared share most of their charts and files: each is parsed once. */
const kept = new Map<string, readonly unknown[]>();

/**
 * The documents of a text that stands in a document: one of JSON, or a stream of YAML.
 * @throws YamlError for a text that is neither
 * @throws InputError for one that is nested absurdly deep
 */
export function documentsIn(text: string): readonly unknown[] {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const documents = jsonIn(text) ?? parseYaml(text);
  for (const document of documents) requireFlat(document);
  if (text.length <= LONGEST_KEPT) keep(text, documents);
  return documents;
}

/** YAML may begin as JSON does. */
function jsonIn(text: string): unknown[] | undefined {
  if (!text.trimStart().startsWith("{")) return undefined;
  try {
    return [JSON.parse(text)];
  } catch {
    return undefined;
  }
}

function keep(text: string, documents: readonly unknown[]): void {
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(text, documents);
}
