// How much more than parsing it takes to read and compute figures of what is parsed. Run by run.mjs with a folder of stacks.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { measure, toFootprint } from "../dist/footprint/index.js";
import { spread } from "./pairs.mjs";

const OPTIONS = 1_000;
const RESOURCES = 20;
const ROUNDS = 15;
const BATCH = 50;

/**
 * Stacks of the mix: what runs in a cluster, with its queues and stores. A machine's start-up file is left out: it is
 * a YAML document in a string, and parsing YAML takes a hundred times as long as parsing JSON.
 */
const MIX = /^(?:partner-|laravel-|critter-rabbitmq|critter-(?:aks|eks|gke)|f3-)/;

const documents = readdirSync(process.argv[2])
  .filter((name) => MIX.test(name))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(process.argv[2], name, "cdk.tf.json"), "utf8")))
  .filter((document) => resourcesOf(document).length >= RESOURCES);
const texts = Array.from({ length: OPTIONS }, (_, index) => option(index));
const batches = Array.from({ length: OPTIONS / BATCH }, (_, index) =>
  texts.slice(index * BATCH, (index + 1) * BATCH),
);

const rounds = Array.from({ length: ROUNDS + 1 }, () => {
  const total = { parse: 0, read: 0, compute: 0 };
  // Batch by batch, so that a machine whose speed changes slows both alike.
  for (const batch of batches) {
    total.parse += cpu(() => batch.map((text) => JSON.parse(text)));
    total.read += cpu(() => batch.map((text) => toFootprint(JSON.parse(text))));
    total.compute += cpu(() => batch.map(compute));
  }
  return total;
});
report("reading", "read");
report("reading and computing", "compute");

// What was measured above must not be in the heap that is measured below.
texts.length = 0;
batches.length = 0;
console.log("heap after 1000 options over heap after 100, one at a time (about 1)");
console.log(`  ratio  ${heapRatio().toFixed(3)}\n`);

/** Both ways to count: what is done beside parsing, and the whole, which cannot do without it. */
function report(work, key) {
  console.log(`${work} ${OPTIONS} options of ${RESOURCES} resources over parsing them (wanted: 3)`);
  const [cold, ...warm] = rounds.map((total) => total[key] / total.parse);
  ratio(
    "beside parsing",
    warm.map((each) => each - 1),
  );
  ratio("parsing included", warm);
  console.log(
    `  ratio  ${(cold - 1).toFixed(2)} beside, ${cold.toFixed(2)} included, while V8 still compiles\n`,
  );
}

function ratio(what, numbers) {
  const [min, median, max] = spread(numbers).map((number) => number.toFixed(2));
  console.log(`  ratio  median ${median}  (min ${min}, max ${max})  ${what}`);
}

function compute(text) {
  return measure(toFootprint(JSON.parse(text)));
}

function heapRatio() {
  const few = heapAfter(OPTIONS / 10);
  return heapAfter(OPTIONS) / few;
}

/** Bytes that are kept once so many options were compared. */
function heapAfter(count) {
  for (let index = 0; index < count; index += 1) compute(option(index));
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** Processor time of this process: what others do on the machine is not in it. */
function cpu(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/** A stack with so many of its resources, taken evenly and from another start each time, as cdktf prints it. */
function option(index) {
  const document = documents[index % documents.length];
  const all = resourcesOf(document);
  const resource = {};
  for (let step = 0; step < RESOURCES; step += 1) {
    const at = Math.floor((step * all.length) / RESOURCES) + Math.floor(index / documents.length);
    const { type, name, body } = all[at % all.length];
    resource[type] = { ...resource[type], [name]: body };
  }
  return JSON.stringify({ ...document, resource }, null, 2);
}

function resourcesOf({ resource = {} }) {
  return Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).map(([name, body]) => ({ type, name, body })),
  );
}
