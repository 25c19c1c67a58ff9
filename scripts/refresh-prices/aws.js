const BASE = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws";

/** Engines of RDS and ElastiCache, as Terraform writes them. */
const ENGINES = {
  MySQL: "mysql",
  PostgreSQL: "postgres",
  MariaDB: "mariadb",
  "Aurora MySQL": "aurora-mysql",
  "Aurora PostgreSQL": "aurora-postgresql",
};
const DEPLOYMENTS = { "Single-AZ": "", "Multi-AZ": "multi-az/" };

/** Per offer, what a row is sold as; undefined for what the list does not have. */
const OFFERS = {
  AmazonEC2: (row) => {
    const isOnDemandLinux =
      row("Operating System") === "Linux" &&
      row("Tenancy") === "Shared" &&
      row("Pre Installed S/W") === "NA" &&
      row("CapacityStatus") === "Used";
    return isOnDemandLinux ? `ec2/${row("Instance Type")}` : undefined;
  },
  AmazonRDS: (row) => {
    const engine = ENGINES[row("Database Engine")];
    const deployment = DEPLOYMENTS[row("Deployment Option")];
    const isStandard = !/IOOptimized/.test(row("usageType"));
    if (!engine || deployment === undefined || !row("Instance Type").startsWith("db.") || !isStandard)
      return undefined;
    return `rds/${engine}/${deployment}${row("Instance Type")}`;
  },
  AmazonElastiCache: (row) => {
    const type = row("Instance Type");
    const isNode = type.startsWith("cache.") && row("Cache Engine") !== "";
    return isNode ? `elasticache/${row("Cache Engine").toLowerCase()}/${type}` : undefined;
  },
};

/**
 * On-demand prices of a region from the bulk files of the AWS Price List, which are read line by line: that of EC2 has
 * hundreds of megabytes.
 * @param lines lines of the document at an address, as an async iterable
 * @see https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-service-price-list-file-for-services.html
 */
async function* awsPrices(region, { lines }) {
  for (const [offer, skuOf] of Object.entries(OFFERS)) {
    const source = `${BASE}/${offer}/current/${region}/index.csv`;
    let columns;
    let asOf = "";
    for await (const line of lines(source)) {
      const fields = fieldsOf(line);
      if (columns === undefined) {
        if (fields[0] === "Publication Date") asOf = fields[1].slice(0, 10);
        if (fields[0] === "SKU") columns = new Map(fields.map((name, index) => [name, index]));
        continue;
      }
      const row = (name) => fields[columns.get(name)] ?? "";
      const isHourly =
        row("TermType") === "OnDemand" && /^hrs?$/i.test(row("Unit")) && row("Currency") === "USD";
      const isInRegion = ["", "AWS Region"].includes(row("Location Type"));
      const usd = Number(row("PricePerUnit"));
      const sku = isHourly && isInRegion && usd > 0 ? skuOf(row) : undefined;
      if (sku !== undefined) yield { sku, unit: "hour", usd, source, asOf };
    }
    if (columns === undefined)
      throw new Error(`${source}: no header of columns; the format may have changed`);
  }
}

/** Fields of a line of CSV, each in quotes. */
function fieldsOf(line) {
  return [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, field]) => field.replaceAll('""', '"'));
}

module.exports = { awsPrices };
