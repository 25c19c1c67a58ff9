/** Service of Google Compute Engine in the Cloud Billing Catalog. */
const BASE = "https://cloudbilling.googleapis.com/v1/services/6F81-5844-456A/skus";

/** Families of machines, by how the descriptions of their cores and memory start. */
const FAMILIES = [
  ["c2", "Compute optimized"],
  ["c2d", "C2D AMD Instance"],
  ["c3", "C3 Instance"],
  ["e2", "E2 Instance"],
  ["n1", "N1 Predefined Instance"],
  ["n2", "N2 Instance"],
  ["n2d", "N2D AMD Instance"],
  ["t2d", "T2D AMD Instance"],
];

/** Cores that shared-core machines are charged for. */
const SHARED_CORES = { "e2-micro": 0.25, "e2-small": 0.5, "e2-medium": 1 };

/**
 * On-demand prices of machines of a region: what the Cloud Billing Catalog asks for a core and a GiB of their family,
 * times their shape.
 * @param json the parsed document at an address
 * @param shapes vCPU and GiB by machine type
 * @param key API key of the user
 * @see https://cloud.google.com/billing/docs/reference/rest/v1/services.skus/list
 */
async function* googlePrices(region, { json, shapes, key, today }) {
  if (!key) throw new Error("google: set GOOGLE_API_KEY to a key of the Cloud Billing API");
  const rates = new Map();
  let page = "";
  do {
    const address = `${BASE}?key=${encodeURIComponent(key)}${page && `&pageToken=${encodeURIComponent(page)}`}`;
    const { skus, nextPageToken } = await json(address);
    if (!Array.isArray(skus)) throw new Error(`${BASE}: no skus; the format may have changed`);
    for (const sku of skus) addRate(rates, sku, region);
    page = nextPageToken ?? "";
  } while (page !== "");
  for (const [type, { vcpu, memoryGiB }] of shapes) {
    const family = type.split("-")[0];
    const [core, memory] = [rates.get(`${family} Core`), rates.get(`${family} Ram`)];
    // What else a machine has, a local disk or an accelerator, is charged by itself.
    if (core === undefined || memory === undefined || /-lssd$|-metal$/.test(type)) continue;
    const usd = core * (SHARED_CORES[type] ?? vcpu) + memory * memoryGiB;
    yield { sku: `vm/${type}`, unit: "hour", usd: Number(usd.toPrecision(7)), source: BASE, asOf: today };
  }
}

function addRate(rates, { description, category, serviceRegions, pricingInfo }, region) {
  if (category.usageType !== "OnDemand" || !serviceRegions.includes(region)) return;
  for (const [family, name] of FAMILIES)
    for (const part of ["Core", "Ram"]) {
      if (!description.startsWith(`${name} ${part} running in`)) continue;
      const [{ pricingExpression }] = pricingInfo;
      const { units, nanos } = pricingExpression.tieredRates.at(-1).unitPrice;
      rates.set(`${family} ${part}`, Number(units) + nanos / 1e9);
    }
}

module.exports = { googlePrices };
