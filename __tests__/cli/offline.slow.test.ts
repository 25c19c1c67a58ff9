import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { weighbridge } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

/** Every way of Node's own to reach a network throws; so does starting another program. */
const GUARD = `
const refuse = (name) => () => { throw new Error("NETWORK: " + name); };
for (const [module, names] of Object.entries({
  net: ["connect", "createConnection"],
  tls: ["connect"],
  dgram: ["createSocket"],
  dns: ["lookup", "resolve", "resolve4", "resolve6"],
  http: ["request", "get"],
  https: ["request", "get"],
  http2: ["connect"],
  child_process: ["exec", "execFile", "execFileSync", "execSync", "fork", "spawn", "spawnSync"],
})) for (const name of names) require("node:" + module)[name] = refuse(module + "." + name);
require("node:net").Socket.prototype.connect = refuse("Socket.connect");
globalThis.fetch = refuse("fetch");
globalThis.WebSocket = refuse("WebSocket");
`;

test("no command reaches a network, also where it synthesises", () => {
  const folder = temporaryFolder();
  const guard = join(folder, "guard.cjs");
  writeFileSync(guard, GUARD);
  const env = { NODE_OPTIONS: `--require ${JSON.stringify(guard)}` };
  const report = ["report", "partner-a", "partner-b", "--out", join(folder, "report.html")];
  expect(weighbridge(report, { env })).toMatchObject({ status: 0 });
  const synth = ["synth", "partner-b", "--output", join(folder, "out")];
  expect(weighbridge(synth, { env: { ...env, ENVIRONMENT: "staging" } })).toMatchObject({ status: 0 });
  writeFileSync(join(folder, "fetch.cjs"), `${GUARD}\nfetch("http://localhost");`);
  expect(
    weighbridge(["options"], { env: { NODE_OPTIONS: `--require ${join(folder, "fetch.cjs")}` } }).stderr,
  ).toContain("NETWORK: fetch");
});
