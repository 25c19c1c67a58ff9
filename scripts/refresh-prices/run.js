// Reads the public price interfaces of AWS, Azure and Google, and writes config/prices/list anew.
// usage: node scripts/refresh-prices/run.js [provider/region ...]
const { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { createInterface } = require("node:readline");
const { Readable } = require("node:stream");
const { awsPrices } = require("./aws");
const { azurePrices } = require("./azure");
const { googlePrices } = require("./google");
const { withPrices } = require("./region-file");

const root = join(__dirname, "..", "..");
const list = join(root, "config", "prices", "list");
const READERS = { aws: awsPrices, azure: azurePrices, google: googlePrices };

/** Reads one region; nothing is written where something is wrong. */
async function refresh(place, reader) {
  const [provider, region] = place.split("/");
  const prices = READERS[provider];
  if (prices === undefined || !/^[a-z0-9-]+$/.test(region ?? ""))
    throw new Error(`${place}: write ${Object.keys(READERS).join(", ")}, a slash and a region`);
  const fresh = [];
  for await (const price of prices(region, reader)) fresh.push(price);
  if (fresh.length === 0)
    throw new Error(`${place}: the interface has no prices; check the name of the region`);
  const path = join(list, provider, `${region}.json`);
  const before = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, withPrices(before, fresh));
  renameSync(`${path}.new`, path);
  console.log(`${place}: prices ${fresh.length}`);
}

async function get(url) {
  const answer = await fetch(url);
  const address = url.replace(/key=[^&]*/, "key=...");
  if (!answer.ok) throw new Error(`${address}: HTTP ${answer.status} ${answer.statusText}`);
  return answer;
}

async function* lines(url) {
  const { body } = await get(url);
  yield* createInterface({ input: Readable.fromWeb(body), crlfDelay: Number.POSITIVE_INFINITY });
}

/** vCPU and GiB of Google's machine types. */
function shapes() {
  const { google } = JSON.parse(readFileSync(join(root, "config", "machines", "shapes.json"), "utf8"));
  return Object.entries(google.shapes).flatMap(([shape, types]) => {
    const [vcpu, memoryGiB] = shape.split(" ").map(Number);
    return types.split(" ").map((type) => [type, { vcpu, memoryGiB }]);
  });
}

/** Regions that have a file; those of `any` are sold everywhere and not by region. */
function places() {
  return Object.keys(READERS).flatMap((provider) =>
    readdirSync(join(list, provider))
      .filter((name) => name !== "any.json" && (provider === "azure" || name.includes("-")))
      .map((name) => `${provider}/${name.replace(/\.json$/, "")}`),
  );
}

async function main(words) {
  const reader = {
    json: async (url) => (await get(url)).json(),
    lines,
    shapes: shapes(),
    key: process.env["GOOGLE_API_KEY"],
    today: new Date().toISOString().slice(0, 10),
  };
  for (const place of words.length > 0 ? words : places()) {
    try {
      await refresh(place, reader);
    } catch (error) {
      console.error(`${place}: ${error.cause?.message ?? error.message}`);
      process.exitCode = 1;
    }
  }
}

main(process.argv.slice(2));
