// Builds now and after every edit: `npm run dev`.
import { spawn } from "node:child_process";
import { existsSync, watch } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { SOURCES } = createRequire(import.meta.url)("./stale.js");
const SETTLE_MS = 100;

let timer;
let isBuilding = false;
let isEdited = false;

function build() {
  if (isBuilding) {
    isEdited = true;
    return;
  }
  [isBuilding, isEdited] = [true, false];
  const started = Date.now();
  spawn(process.execPath, [join(root, "scripts", "build.mjs")], { stdio: "inherit" }).on("exit", (code) => {
    isBuilding = false;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(code === 0 ? `built in ${seconds} s; waiting for edits` : "not built; fix the above");
    if (isEdited) build();
  });
}

for (const source of SOURCES.map((name) => join(root, name)).filter(existsSync)) {
  watch(source, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(build, SETTLE_MS);
  });
}
build();
