import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describeWhen } from "./requirement";
import { SWARM_REQUIREMENTS, Swarm } from "./swarm";

const IMAGE = "stand-in:1";
/** Does not end when it is asked to, as a broker that takes its time. */
const STUBBORN = ["--entrypoint", "sh", IMAGE, "-c", 'trap "" TERM; while :; do sleep 1; done'];

/** Commands of the processes that were started with this folder in their words. */
function processesOf(folder: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(commandOf)
    .filter((command) => command.includes(folder));
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

describeWhen(SWARM_REQUIREMENTS, "the sandbox's Docker", () => {
  test("leaves no process behind, even of a container that will not end", async () => {
    const docker = await Swarm.start();
    const folder = dirname(fileURLToPath(docker.host.replace("unix:", "file:")));
    try {
      await docker.addStandIns([IMAGE]);
      docker.docker(["run", "--detach", "--network=none", ...STUBBORN]);
      expect(processesOf(folder).join("\n")).toContain("containerd-shim");
    } finally {
      await docker.stop();
    }
    expect(processesOf(folder)).toEqual([]);
  });
});
