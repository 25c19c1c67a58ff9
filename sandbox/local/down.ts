import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { ask, askToStop, tryReadFile } from "./client";
import { partLine } from "./status";
import { clean } from "./up";

const INTERVAL_MS = 200;

/**
 * Ends the local sandbox and everything that it started, and removes its folder.
 * @param say gets a line for each part that is stopped
 */
export async function down(folder: string, say: (line: string) => void): Promise<void> {
  const file = tryReadFile(folder);
  if (file === undefined) {
    say(`no local sandbox runs in ${folder}`);
    return;
  }
  if ((await askToStop(file)) === undefined) {
    clean(folder, file.scratch);
    rmSync(folder, { recursive: true, force: true });
    say(`the local sandbox had ended already (process ${file.pid}); what it left is removed`);
    return;
  }
  const said = new Set<string>();
  for (;;) {
    const status = await ask(file);
    for (const part of status?.parts ?? [])
      if ((part.status === "stopped" || part.status === "stopping") && !said.has(part.name)) {
        said.add(part.name);
        say(partLine({ ...part, status: "stopped" }));
      }
    if (status === undefined) break;
    await pause(INTERVAL_MS);
  }
  say("everything is stopped and removed");
}
