const { awsPrices } = require("../../scripts/refresh-prices/aws");
const { azurePrices } = require("../../scripts/refresh-prices/azure");
const { googlePrices } = require("../../scripts/refresh-prices/google");
const { withPrices } = require("../../scripts/refresh-prices/region-file");

/** Everything that a reader gives. */
async function all(prices: AsyncIterable<Record<string, unknown>>): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for await (const price of prices) found.push(price);
  return found;
}

/** Lines of a bulk file of the AWS Price List, in its published form. */
function csv(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (fields: readonly string[]) =>
    fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(",");
  return [
    line(["FormatVersion", "v1.0"]),
    line(["Disclaimer", 'This pricing list is for "informational" purposes only.']),
    line(["Publication Date", "2026-11-20T19:41:31Z"]),
    line(columns),
    ...rows.map(line),
  ];
}

const TERMS = ["SKU", "TermType", "Unit", "PricePerUnit", "Currency", "Location Type"];
const ON_DEMAND = ["X", "OnDemand", "Hrs", "0.0960000000", "USD", "AWS Region"];
const EC2 = csv(
  [...TERMS, "Instance Type", "Operating System", "Tenancy", "Pre Installed S/W", "CapacityStatus"],
  [
    [...ON_DEMAND, "m5.large", "Linux", "Shared", "NA", "Used"],
    [...ON_DEMAND, "m5.large", "Windows", "Shared", "NA", "Used"],
    [...ON_DEMAND, "m5.large", "Linux", "Dedicated", "NA", "Used"],
    [...ON_DEMAND, "m5.large", "Linux", "Shared", "SQL Web", "Used"],
    [...ON_DEMAND, "m5.large", "Linux", "Shared", "NA", "UnusedCapacityReservation"],
    [
      "X",
      "Reserved",
      "Hrs",
      "0.0600000000",
      "USD",
      "AWS Region",
      "m5.large",
      "Linux",
      "Shared",
      "NA",
      "Used",
    ],
  ],
);
const RDS = csv(
  [...TERMS, "Instance Type", "Database Engine", "Deployment Option", "usageType"],
  [
    [...ON_DEMAND, "db.m5.large", "PostgreSQL", "Multi-AZ", "Multi-AZUsage:db.m5.large"],
    [...ON_DEMAND, "db.r6g.large", "Aurora MySQL", "Single-AZ", "InstanceUsage:db.r6g.large"],
    [...ON_DEMAND, "db.r6g.large", "Aurora MySQL", "Single-AZ", "InstanceUsageIOOptimized:db.r6g.large"],
    [...ON_DEMAND, "db.m5.large", "Oracle", "Single-AZ", "InstanceUsage:db.m5.large"],
  ],
);
const CACHE = csv([...TERMS, "Instance Type", "Cache Engine"], [[...ON_DEMAND, "cache.t4g.micro", "Valkey"]]);

test("AWS: shared Linux machines, databases and caches on demand", async () => {
  const answers: Record<string, string[]> = { AmazonEC2: EC2, AmazonRDS: RDS, AmazonElastiCache: CACHE };
  const lines = async function* (url: string) {
    const [, offer = "", region] = /aws\/(\w+)\/current\/([\w-]+)\/index\.csv$/.exec(url) ?? [];
    expect(region).toBe("eu-west-1");
    yield* answers[offer] ?? [];
  };
  expect(await all(awsPrices("eu-west-1", { lines }))).toEqual(
    [
      "ec2/m5.large",
      "rds/postgres/multi-az/db.m5.large",
      "rds/aurora-mysql/db.r6g.large",
      "elasticache/valkey/cache.t4g.micro",
    ].map((sku) => ({
      sku,
      unit: "hour",
      usd: 0.096,
      asOf: "2026-11-20",
      source: expect.stringMatching(
        /^https:\/\/pricing\.us-east-1\.amazonaws\.com\/.*\/eu-west-1\/index\.csv$/,
      ),
    })),
  );
});

test("AWS: another format is a fault, not an empty list", async () => {
  const lines = async function* () {
    yield "<html>";
  };
  await expect(all(awsPrices("eu-west-1", { lines }))).rejects.toThrow("no header of columns");
});

const VM = {
  currencyCode: "USD",
  retailPrice: 0.115,
  armRegionName: "westeurope",
  armSkuName: "Standard_D2s_v5",
  skuName: "D2s v5",
  productName: "Virtual Machines Dsv5 Series",
  unitOfMeasure: "1 Hour",
  type: "Consumption",
};

test("Azure: Linux machines, over all pages", async () => {
  const pages: Record<string, unknown>[] = [
    {
      Items: [
        VM,
        { ...VM, productName: "Virtual Machines Dsv5 Series Windows" },
        { ...VM, skuName: "D2s v5 Spot" },
        { ...VM, skuName: "D2s v5 Low Priority" },
      ],
      NextPageLink: "https://prices.azure.com/next",
    },
    { Items: [{ ...VM, armSkuName: "Standard_B1ms", retailPrice: 0.0207 }], NextPageLink: null },
  ];
  const asked: string[] = [];
  const json = async (url: string) => {
    asked.push(url);
    return pages.shift();
  };
  const prices = await all(azurePrices("westeurope", { json, today: "2026-11-30" }));
  expect(prices).toMatchObject([
    { sku: "vm/Standard_D2s_v5", unit: "hour", usd: 0.115, asOf: "2026-11-30" },
    { sku: "vm/Standard_B1ms", usd: 0.0207 },
  ]);
  expect(asked.map((url) => decodeURIComponent(url))).toEqual([
    expect.stringContaining("armRegionName eq 'westeurope'"),
    "https://prices.azure.com/next",
  ]);
});

const rate = (description: string, nanos: number, more: object = {}) => ({
  description,
  category: { resourceFamily: "Compute", usageType: "OnDemand" },
  serviceRegions: ["us-central1"],
  pricingInfo: [
    {
      pricingExpression: {
        usageUnit: "h",
        tieredRates: [{ startUsageAmount: 0, unitPrice: { units: "0", nanos } }],
      },
    },
  ],
  ...more,
});

test("Google: cores and memory of a family times the shape", async () => {
  const pages = [
    {
      skus: [
        rate("E2 Instance Core running in Americas", 21_811_590),
        rate("E2 Instance Core running in Americas", 1, { category: { usageType: "Preemptible" } }),
        rate("N1 Predefined Instance Core running in Americas", 31_611_000),
      ],
      nextPageToken: "two",
    },
    {
      skus: [
        rate("E2 Instance Ram running in Americas", 2_923_530),
        rate("E2 Instance Ram running in Frankfurt", 3_766_070, { serviceRegions: ["europe-west3"] }),
      ],
    },
  ];
  const json = async () => pages.shift();
  const shapes = [
    ["e2-standard-2", { vcpu: 2, memoryGiB: 8 }],
    ["e2-micro", { vcpu: 2, memoryGiB: 1 }],
    ["n1-standard-1", { vcpu: 1, memoryGiB: 3.75 }],
  ];
  const reader = { json, shapes, key: "k", today: "2026-11-30" };
  // As the built-in list has them, which comes from elsewhere.
  expect(await all(googlePrices("us-central1", reader))).toMatchObject([
    { sku: "vm/e2-standard-2", usd: 0.06701142, asOf: "2026-11-30" },
    { sku: "vm/e2-micro", usd: 0.008376428 },
  ]);
});

test("fresh prices take the place of old ones, which keep their source and day", () => {
  const before = {
    sources: [{ source: "old", asOf: "2024-08-09" }],
    groups: [
      { prefix: "ec2", unit: "hour", source: 0, prices: { "m5.large": 0.1, "m1.small": 0.044 } },
      {
        prefix: "lambda",
        unit: "million requests",
        source: 0,
        assumed: true,
        prices: { requests: [[0, 0.2]] },
      },
      { prefix: "rds/mariadb", like: "rds/mysql", because: "equal" },
    ],
  };
  const fresh = [{ sku: "ec2/m5.large", unit: "hour", usd: 0.096, source: "new", asOf: "2026-11-20" }];
  expect(JSON.parse(withPrices(before, fresh))).toEqual({
    sources: expect.arrayContaining([
      { source: "old", asOf: "2024-08-09" },
      { source: "new", asOf: "2026-11-20" },
    ]),
    groups: [
      { prefix: "ec2", unit: "hour", source: 0, prices: { "m1.small": 0.044 } },
      { prefix: "ec2", unit: "hour", source: 1, prices: { "m5.large": 0.096 } },
      {
        prefix: "lambda",
        unit: "million requests",
        source: 0,
        assumed: true,
        prices: { requests: [[0, 0.2]] },
      },
      { prefix: "rds/mariadb", like: "rds/mysql", because: "equal" },
    ],
  });
});
