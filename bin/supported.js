// Written for old versions of Node: what does not run here is refused in one line.
const LEAST = 20;

let problem;
if (Number(process.versions.node.split(".")[0]) < LEAST)
  problem = `Node ${process.versions.node} is not supported; install Node ${LEAST} or newer`;
if (process.platform === "win32")
  problem = "Windows is not supported; run it in WSL 2 (https://learn.microsoft.com/windows/wsl)";

if (problem !== undefined) {
  process.stderr.write(`weighbridge: ${problem}\n`);
  process.exit(2);
}
