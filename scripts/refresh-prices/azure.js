const BASE = "https://prices.azure.com/api/retail/prices";

/**
 * Pay-as-you-go prices of Linux machines of a region, from the Azure Retail Prices API.
 * @param json the parsed document at an address
 * @param today day on which they are read, ISO date: the interface has none of its own
 * @see https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices
 */
async function* azurePrices(region, { json, today }) {
  const filter = `serviceName eq 'Virtual Machines' and armRegionName eq '${region}' and priceType eq 'Consumption'`;
  const source = `${BASE}?$filter=${filter}`;
  let next = `${BASE}?$filter=${encodeURIComponent(filter)}`;
  while (next) {
    const { Items: items, NextPageLink: link } = await json(next);
    if (!Array.isArray(items)) throw new Error(`${next}: no Items; the format may have changed`);
    for (const item of items)
      if (isLinux(item))
        yield { sku: `vm/${item.armSkuName}`, unit: "hour", usd: item.retailPrice, source, asOf: today };
    next = link;
  }
}

/** Windows is a product of its own; spot and low-priority machines are named in the SKU. */
function isLinux({ productName, skuName, armSkuName, unitOfMeasure, currencyCode, retailPrice }) {
  return (
    currencyCode === "USD" &&
    unitOfMeasure === "1 Hour" &&
    retailPrice > 0 &&
    /^(?:Standard|Basic)_/.test(armSkuName) &&
    !/Windows|CloudServices|Cloud Services/.test(productName) &&
    !/Spot|Low Priority/.test(skuName)
  );
}

module.exports = { azurePrices };
