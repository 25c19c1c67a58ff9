/**
 * Runs a server for as long as the one who asked for it lives: the end of stdin ends the server.
 * So no server outlives a test run, however that ends. Usage: node supervise.mjs PROGRAM ARG...
 */
import { spawn } from "node:child_process";

const GRACE_MS = 5000;

const [program, ...args] = process.argv.slice(2);
const server = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"] });

server.on("error", (error) => {
  console.error(`${program} cannot be started: ${error.message}`);
  process.exitCode = 1;
});
server.on("exit", (code) => process.exit(code ?? 1));

function stop() {
  server.kill("SIGTERM");
  setTimeout(() => server.kill("SIGKILL"), GRACE_MS).unref();
}

process.stdin.on("end", stop).on("error", stop).resume();
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
