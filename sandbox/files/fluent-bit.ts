import { readFileSync } from "node:fs";
import { tryFindInCache } from "../cache";
import { describeWhen, required } from "../requirement";
import versions from "../versions.json";
import type { EmbeddedFile } from "./embedded";

const TYPES = tryFindInCache(`fluent-bit-types-${versions.fluentBitTypes}`, "outputs.rs");

/** Keys of every output, which the operator keeps apart or nests. */
const OF_EVERY_OUTPUT: Readonly<Record<string, RegExp>> = {
  name: /^\w+$/,
  match: /^\S+$/,
  tls: /^(on|off)$/i,
};

/** What a value of a Rust type looks like in a configuration file. */
const VALUES: Readonly<Record<string, RegExp>> = {
  String: /^\S.*$/,
  i32: /^\d+$/,
  bool: /^(on|off|true|false)$/i,
};

/**
 * Outputs of Fluent Bit, checked against what the Fluent Operator's own definition has for their plugin: each key is
 * one that the plugin has, and each value of its type. Fluent Bit itself, which no package registry holds, is not
 * asked: that it starts with them, or that anything arrives, is not shown.
 */
export function fluentBitTests({ owners: [owner], text }: EmbeddedFile): void {
  describeWhen(
    [required("types of Fluent Bit's plugins", TYPES)],
    `the outputs of Fluent Bit of ${owner}`,
    () => {
      const settings = settingsOf(text);

      test("are sections of keys and values, of one plugin each", () => {
        expect(text).toMatch(/^(?:\[OUTPUT\]\n(?: {4}\S+ \S.*\n)+)+$/);
        expect(settings.filter(({ key }) => key === "name")).toHaveLength(text.split("[OUTPUT]").length - 1);
      });

      test("have keys that their plugin knows, with values of its types", () => {
        const plugin = settings.find(({ key }) => key === "name")?.value ?? "";
        const known = { ...patternsOf(plugin), ...OF_EVERY_OUTPUT };
        for (const { key, value } of settings) {
          expect({ key, isKnown: key in known }).toEqual({ key, isKnown: true });
          expect({ key, value }).toEqual({ key, value: expect.stringMatching(known[key] ?? /^$/) });
        }
      });
    },
  );
}

/** Keys are the same in any case. */
function settingsOf(text: string): { readonly key: string; readonly value: string }[] {
  return [...text.matchAll(/^ {4}(\S+) (.+)$/gm)].map(([, key = "", value = ""]) => ({
    key: key.toLowerCase(),
    value: value.replace(/\$\{[^}]*\}/g, "known"),
  }));
}

/** The plugin's keys, each with what its values look like. */
function patternsOf(plugin: string): Record<string, RegExp> {
  const struct = new RegExp(`^pub struct Output${plugin} \\{\\n([^}]*)^\\}`, "im").exec(
    readFileSync(TYPES ?? "", "utf8"),
  )?.[1];
  if (struct === undefined) throw new Error(`the operator knows no output ${plugin}`);
  return Object.fromEntries(
    [...struct.matchAll(/^ {4}pub (\w+): Option<(.+)>,$/gm)].flatMap(([, key = "", type = ""]) => {
      const pattern = VALUES[type];
      return pattern === undefined ? [] : [[key, pattern]];
    }),
  );
}
