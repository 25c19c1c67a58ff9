import { readFileSync } from "node:fs";
import { join } from "node:path";
import { leaving, opened, webReachesDatabase, whyNot } from "../../docs/examples/network-policies";
import { inProcess } from "../helpers/command";

const ROOT = join(__dirname, "../..");
const SHOP = join(ROOT, "docs/examples/shop.yaml");
const PAGE = readFileSync(join(ROOT, "docs/network.md"), "utf8");

const examples = [...PAGE.matchAll(/^```console\n\$ weighbridge (.*)\n([\s\S]*?)```$/gm)];

test.each(examples.map(([, command = "", output = ""]) => [command, output]))(
  "weighbridge %s",
  async (command, output) => {
    expect(await inProcess(command.split(" "), { cwd: ROOT })).toMatchObject({ status: 0, stdout: output });
  },
);

test("the page shows commands, and the code that compiles", () => {
  expect(examples.length).toBeGreaterThan(2);
  const shown = [...PAGE.matchAll(/^```ts\n([\s\S]*?)\n```$/gm)].map(([, code = ""]) => code);
  const source = readFileSync(join(ROOT, "docs/examples/network-policies.ts"), "utf8");
  const regions = [...source.matchAll(/^ {2}\/\/ #region \w+\n([\s\S]*?)\n {2}\/\/ #endregion/gm)];
  expect(shown).toEqual(regions.map(([, body = ""]) => body.replace(/^ {2}/gm, "")));
});

test("the examples answer as the page says", () => {
  expect(webReachesDatabase(SHOP)).toEqual([true, false, false]);
  expect(leaving(SHOP)).toEqual([
    "shop/web[Deployment] => 0.0.0.0-255.255.255.255: SCTP 1-65535,TCP 1-22,24-65535,UDP 1-65535",
  ]);
  expect(whyNot(SHOP)).toContain(
    "NetworkPolicy shop/db selects it and has no ingress rule that matches (of 1)",
  );
  expect(opened(SHOP, SHOP)).toEqual([]);
});
