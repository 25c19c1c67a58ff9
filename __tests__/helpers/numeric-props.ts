import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../../constructs");
const NUMBER = /\breadonly (\w+)\??: (?:(?:readonly )?number\b|Readonly<[^;]*\bnumber\b)/g;

/** Every number that can be given to an exported type of a construct, as `Interface.prop`. */
export function exportedNumericProps(): string[] {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...new Set(folders.flatMap(({ name }) => numericPropsOf(join(ROOT, name))))].sort();
}

function numericPropsOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.startsWith("bindings"),
  );
  const sources = files.map((file) => readFileSync(join(folder, file), "utf8"));
  const exported = new Set(typeNames(readFileSync(join(folder, "index.ts"), "utf8")));
  // What an exported union is made of is given with it.
  for (const source of sources) {
    for (const [, alias = "", parts = ""] of source.matchAll(/^export type (\w+) =([^;{]*);/gm)) {
      if (exported.has(alias)) for (const name of typeNames(parts)) exported.add(name);
    }
  }
  return sources
    .flatMap((source) => [...source.matchAll(/^export (?:interface|type) (\w+)[^{;]*\{\n([\s\S]*?)^\}/gm)])
    .filter(([, name = ""]) => exported.has(name))
    .flatMap(([, name, body = ""]) => [...body.matchAll(NUMBER)].map(([, prop]) => `${name}.${prop}`));
}

function typeNames(source: string): string[] {
  return [...source.matchAll(/\b[A-Z]\w*\b/g)].map(([name]) => name);
}
