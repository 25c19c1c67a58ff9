// A command is over before what V8 optimises pays for the optimising, which takes a quarter of all its work: V8 is told
// to wait fifteen times as long before it starts. What is hot for longer is still optimised. Nor does it pay to collect
// garbage in threads of its own, beside the two that work, or bit by bit, or before a thread holds 200 MB: a command
// keeps nearly all that it makes. The flags are those of Node 20: V8 complains of one that it
// does not know, and later versions call them otherwise.
if (process.versions.v8.startsWith("11.")) {
  const flags = [
    "--interrupt-budget=1000000",
    "--no-parallel-scavenge",
    "--no-concurrent-sweeping",
    "--no-concurrent-marking",
    "--no-incremental-marking",
    "--initial-heap-size=200",
  ];
  for (const flag of flags) require("node:v8").setFlagsFromString(flag);
}
