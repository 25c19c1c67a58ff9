import { failureOf } from "./errors";
import { report } from "./output";
import { run } from "./run";

// What is thrown where no promise waits for it, for example by a stream.
process.on("uncaughtException", (error) => {
  const { exitCode, lines } = failureOf(error);
  for (const line of lines) report(line);
  process.exit(exitCode);
});

void run(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
