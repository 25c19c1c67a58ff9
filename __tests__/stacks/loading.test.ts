import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { OPTIONS } from "../../config/options";
import { everyStack } from "../helpers/every-stack";

const CHILD = join(__dirname, "..", "helpers", "loaded-bindings.cjs");

/** No cloud: what constructs/core and constructs/rabbitmq-durable are made of, and what a switch may add. */
const COMMON = ["helm", "kafka", "kubernetes", "rabbitmq"];

test("an option loads the bindings of its own providers and of no other cloud", () => {
  const required = Object.fromEntries(OPTIONS.map(({ id }) => [id, new Set<string>()]));
  for (const { option, json } of everyStack()) {
    const { required_providers } = json.block("terraform") as { required_providers?: object };
    for (const name of Object.keys(required_providers ?? {})) required[option.id]?.add(name);
  }
  const loaded = JSON.parse(execFileSync(process.execPath, [CHILD], { encoding: "utf8" })) as Record<
    string,
    string[]
  >;
  expect(loaded["laravel-eks"]).toContain("aws");
  const needless = Object.entries(loaded).flatMap(([id, names]) =>
    names
      .filter((name) => !required[id]?.has(name) && !COMMON.includes(name))
      .map((name) => `${id}: ${name}`),
  );
  expect(needless).toEqual([]);
});
