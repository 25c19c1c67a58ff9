/** @typedef {{ sku: string, unit: string, usd: number, source: string, asOf: string }} Fresh */

/**
 * The text of a region's file with fresh prices in place of those of the same thing. Others keep their source and day:
 * not everything is read, and what is no longer offered may still run.
 * @param before parsed file, or undefined for a new region
 * @param {readonly Fresh[]} fresh
 */
function withPrices(before, fresh) {
  const groups = new Map();
  const add = (prefix, unit, { source, asOf }, more, last, price) => {
    const key = JSON.stringify([prefix, unit, source, asOf, more.assumed ?? false]);
    const group = groups.get(key) ?? { prefix, unit, from: { source, asOf }, ...more, prices: {} };
    groups.set(key, group);
    group.prices[last] = price;
  };
  const isFresh = new Set(fresh.map(({ sku, unit }) => `${sku} ${unit}`));
  // What was read by itself needs no other's price.
  const own = new Set(fresh.map(({ sku }) => prefixOf(sku)));
  const like = (before?.groups ?? []).filter((group) => "like" in group && !own.has(group.prefix));
  for (const { prefix, unit, source, assumed, prices } of before?.groups ?? []) {
    for (const [last, price] of Object.entries(prices ?? {}))
      if (!isFresh.has(`${prefix === "" ? "" : `${prefix}/`}${last} ${unit}`))
        add(prefix, unit, before.sources[source], assumed ? { assumed } : {}, last, price);
  }
  for (const { sku, unit, usd, source, asOf } of fresh)
    add(prefixOf(sku), unit, { source, asOf }, {}, sku.slice(sku.lastIndexOf("/") + 1), usd);
  return textOf([...groups.values()], like);
}

function prefixOf(sku) {
  return sku.slice(0, Math.max(sku.lastIndexOf("/"), 0));
}

function textOf(groups, like) {
  const sources = [...new Set(groups.map(({ from }) => JSON.stringify(from)))].map((text) =>
    JSON.parse(text),
  );
  const index = ({ from }) => sources.findIndex((each) => JSON.stringify(each) === JSON.stringify(from));
  const rows = groups
    .toSorted((a, b) => compare(a.prefix, b.prefix) || compare(a.unit, b.unit) || index(a) - index(b))
    .map((group) => {
      const { prefix, unit, assumed } = group;
      const head = JSON.stringify({ prefix, unit, source: index(group), ...(assumed ? { assumed } : {}) });
      return `    ${head.slice(0, -1)}, "prices": {\n${priceLines(group.prices).join(",\n")}\n    } }`;
    });
  const parts = [...rows, ...like.map((each) => `    ${JSON.stringify(each)}`)];
  return `{\n  "sources": [\n${sources.map((each) => `    ${JSON.stringify(each)}`).join(",\n")}\n  ],\n  "groups": [\n${parts.join(",\n")}\n  ]\n}\n`;
}

/** One line for each family, so that a change of a price is seen. */
function priceLines(prices) {
  const families = new Map();
  for (const name of Object.keys(prices).sort()) {
    const family = name.split(/[.]|\d/)[0];
    families.set(family, [
      ...(families.get(family) ?? []),
      `${JSON.stringify(name)}:${JSON.stringify(prices[name])}`,
    ]);
  }
  return [...families.values()].map((line) => `      ${line.join(",")}`);
}

function compare(left, right) {
  return left < right ? -1 : Number(left > right);
}

module.exports = { withPrices };
