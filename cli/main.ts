import { failureOf } from "./errors";
import { report } from "./output";
import { run } from "./run";

let isDone = false;

// What is thrown where no promise waits for it, for example by a stream.
process.on("uncaughtException", (error) => {
  const { exitCode, lines } = failureOf(error);
  for (const line of lines) report(line);
  process.exit(exitCode);
});

// Node ends where nothing is left to wait for, although a promise of a review's module never ends: that is no success.
process.on("beforeExit", () => {
  if (isDone) return;
  isDone = true;
  report("the review's module waits for something that never ends; correct its top-level await");
  process.exitCode = 2;
});

void run(process.argv.slice(2)).then((exitCode) => {
  isDone = true;
  process.exitCode = exitCode;
});
