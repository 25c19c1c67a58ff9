import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OPTIONS } from "../../config/options";
import { isUserError } from "../../errors/user-error";
import { requirePeers } from "../../peers";
import { temporaryFolder } from "../helpers/folder";
import { ROOT, textOf } from "../helpers/repository";

const peers = JSON.parse(textOf("dist/peers/modules.json")) as Readonly<Record<string, readonly string[]>>;
const { peerDependencies, peerDependenciesMeta, devDependencies } = JSON.parse(textOf("package.json"));

test("the build knows the peers of every construct and every option", () => {
  const constructs = readdirSync(join(ROOT, "constructs")).map((name) => `constructs/${name}`);
  const options = OPTIONS.map(({ module }) => `stacks/${module}`);
  expect(Object.keys(peers)).toEqual(expect.arrayContaining([...constructs, ...options]));
  expect(peers).toMatchObject({
    "constructs/kafka-topic-set": ["cdktf", "constructs"],
    "constructs/swarm-stack": ["@cdktf/provider-docker", "cdktf", "constructs"],
    "constructs/rabbitmq-durable": ["cdktf", "constructs"],
    "constructs/rabbitmq-durable/amazon-mq-broker": ["@cdktf/provider-aws", "cdktf", "constructs"],
  });
});

test("every peer is needed by a module and installed here, and only providers are optional", () => {
  expect([...new Set(Object.values(peers).flat())].sort()).toEqual(Object.keys(peerDependencies).sort());
  expect(Object.keys(devDependencies)).toEqual(expect.arrayContaining(Object.keys(peerDependencies)));
  expect(Object.keys(peerDependenciesMeta)).toEqual(
    Object.keys(peerDependencies).filter((name) => name.startsWith("@cdktf/provider-")),
  );
});

test("an exported module checks its peers before it imports them", () => {
  const first = (name: string) => readFileSync(join(ROOT, "dist", name), "utf8").split("\n", 1)[0];
  expect(first("constructs/load-test/index.js")).toBe(
    '"use strict"; require("../../peers").guardPeers(module, "constructs/load-test", "weighbridge/constructs/load-test");',
  );
  expect(first("constructs/rabbitmq-durable/amazon-mq-broker.js")).toContain("requirePeers(");
  expect(first("imports/providers/kafka/provider/index.js")).toContain(
    '"weighbridge/bindings/kafka/provider"',
  );
});

test("the error names who needs what is missing, and is the user's", () => {
  const from = join(temporaryFolder(), "index.js");
  const error = (() => {
    try {
      return requirePeers(["constructs/load-test"], "weighbridge/constructs/load-test", { from });
    } catch (error) {
      return error;
    }
  })();
  expect(isUserError(error)).toBe(true);
  expect(String(error)).toBe(
    "PeerError: weighbridge/constructs/load-test: @cdktf/provider-kubernetes, cdktf, constructs are not installed; " +
      "run npm install @cdktf/provider-kubernetes@12 cdktf@0.21 constructs@10",
  );
});

test.each([
  ["process.versions.node", "18.20.1", "Node 18.20.1 is not supported; install Node 20 or newer"],
  ["process.platform", "win32", expect.stringMatching(/^Windows is not supported; run it in WSL 2/)],
])("where %s is %s, the command is one line and exit code 2", (path, value, line) => {
  const [name, key] = [path.slice(0, path.lastIndexOf(".")), path.split(".").at(-1)];
  const script =
    `Object.defineProperty(${name}, ${JSON.stringify(key)}, { value: ${JSON.stringify(value)} });` +
    `require(${JSON.stringify(join(ROOT, "bin", "weighbridge.js"))});`;
  const { status, stderr } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
  expect([status, stderr.replace(/^weighbridge: |\n$/g, "")]).toEqual([2, line]);
});
