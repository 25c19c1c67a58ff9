import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { OPTIONS } from "../../config/options";

const CHILD = join(__dirname, "..", "helpers", "loaded-bindings.cjs");

/** No cloud: what constructs/core and constructs/rabbitmq-durable are made of, and what a switch may add. */
const COMMON = ["helm", "kafka", "kubernetes", "rabbitmq"];

interface Loaded {
  readonly loaded: readonly string[];
  readonly providers: readonly string[];
}

test("an option loads the bindings of its own providers and of no other cloud", () => {
  const stdout = execFileSync(process.execPath, [CHILD], { encoding: "utf8" });
  const options = Object.entries(JSON.parse(stdout) as Record<string, Loaded>);
  expect(options.map(([id]) => id)).toEqual(OPTIONS.map(({ id }) => id));
  expect(options.flatMap(([, { loaded }]) => loaded)).toEqual(
    expect.arrayContaining(["aws", "azurerm", "google", "docker"]),
  );
  const needless = options.flatMap(([id, { loaded, providers }]) =>
    loaded.filter((name) => ![...providers, ...COMMON].includes(name)).map((name) => `${id}: ${name}`),
  );
  expect(needless).toEqual([]);
});
