import { LIST_PRICES } from "../../config/prices";

/** Read off the sources that the price list names, each row by hand or by other code than what made the list. */
const ROWS: readonly [string, string, string, string, number, string][] = [
  ["aws", "us-east-1", "ec2/t3.micro", "hour", 0.0104, "2026-07-20"],
  ["aws", "us-east-1", "ec2/m7i.4xlarge", "hour", 0.8064, "2026-07-20"],
  ["aws", "us-east-1", "ec2/c7g.medium", "hour", 0.0363, "2026-07-20"],
  ["aws", "us-east-1", "ec2/c5.metal", "hour", 4.08, "2026-07-20"],
  ["aws", "us-east-2", "ec2/m5.large", "hour", 0.096, "2024-08-09"],
  ["aws", "us-west-2", "ec2/r6i.2xlarge", "hour", 0.504, "2024-08-09"],
  ["aws", "eu-west-1", "ec2/t3.medium", "hour", 0.0456, "2024-08-09"],
  ["aws", "eu-west-1", "ec2/c5.xlarge", "hour", 0.192, "2024-08-09"],
  ["aws", "eu-west-2", "ec2/m5.xlarge", "hour", 0.222, "2024-08-09"],
  ["aws", "eu-central-1", "ec2/t3.large", "hour", 0.096, "2024-08-09"],
  ["aws", "eu-north-1", "ec2/m6i.large", "hour", 0.102, "2024-08-09"],
  ["aws", "ap-southeast-1", "ec2/r5.large", "hour", 0.152, "2024-08-09"],
  ["aws", "ap-southeast-2", "ec2/c6g.xlarge", "hour", 0.1776, "2024-08-09"],
  ["aws", "ap-northeast-1", "ec2/t2.micro", "hour", 0.0152, "2024-08-09"],
  ["aws", "ap-south-1", "ec2/m5.2xlarge", "hour", 0.404, "2024-08-09"],
  ["aws", "sa-east-1", "ec2/t3.small", "hour", 0.0336, "2024-08-09"],
  ["aws", "ca-central-1", "ec2/c5.2xlarge", "hour", 0.372, "2024-08-09"],
  ["azure", "eastus", "vm/Standard_B2s", "hour", 0.0416, "2026-06-18"],
  ["azure", "eastus", "vm/Standard_D4s_v5", "hour", 0.192, "2026-06-18"],
  ["azure", "eastus", "vm/Basic_A1", "hour", 0.023, "2026-06-18"],
  ["azure", "eastus2", "vm/Standard_E8s_v5", "hour", 0.504, "2026-06-18"],
  ["azure", "westus2", "vm/Standard_F4s_v2", "hour", 0.169, "2026-06-18"],
  ["azure", "westeurope", "vm/Standard_D2s_v5", "hour", 0.115, "2026-06-18"],
  ["azure", "westeurope", "vm/Standard_B1ms", "hour", 0.024, "2026-06-18"],
  ["azure", "northeurope", "vm/Standard_DS2_v2", "hour", 0.132, "2026-06-18"],
  ["azure", "uksouth", "vm/Standard_D8s_v3", "hour", 0.464, "2026-06-18"],
  ["azure", "germanywestcentral", "vm/Standard_D4as_v5", "hour", 0.208, "2026-06-18"],
  ["azure", "southeastasia", "vm/Standard_B4ms", "hour", 0.211, "2026-06-18"],
  ["azure", "australiaeast", "vm/Standard_E4s_v3", "hour", 0.319, "2026-06-18"],
  ["azure", "centralindia", "vm/Standard_D2s_v3", "hour", 0.105, "2026-06-18"],
  ["azure", "brazilsouth", "vm/Standard_D2s_v3", "hour", 0.159, "2026-06-18"],
  ["azure", "japaneast", "vm/Standard_F8s_v2", "hour", 0.428, "2026-06-18"],
  ["google", "us-central1", "vm/e2-medium", "hour", 0.03350571, "2026-08-03"],
  ["google", "us-east1", "vm/e2-standard-2", "hour", 0.06701142, "2026-08-03"],
  ["google", "us-west1", "vm/n1-standard-1", "hour", 0.04749975, "2026-08-03"],
  ["google", "europe-west1", "vm/e2-standard-2", "hour", 0.07371546, "2026-08-03"],
  ["google", "europe-west1", "vm/e2-standard-4", "hour", 0.1474309, "2026-08-03"],
  ["google", "europe-west3", "vm/n2-standard-4", "hour", 0.250248, "2026-08-03"],
  ["google", "europe-west4", "vm/c2-standard-8", "hour", 0.459744, "2026-08-03"],
  ["google", "asia-southeast1", "vm/n1-highmem-4", "hour", 0.291872, "2026-08-03"],
  ["google", "asia-northeast1", "vm/e2-small", "hour", 0.02149143, "2026-08-03"],
  ["google", "australia-southeast1", "vm/n2-standard-2", "hour", 0.1378, "2026-08-03"],
  ["google", "southamerica-east1", "vm/e2-micro", "hour", 0.0132963, "2026-08-03"],
  ["aws", "eu-west-1", "rds/mysql/db.m5.large", "hour", 0.189, "2024-08-09"],
  ["aws", "us-east-1", "rds/mysql/multi-az/db.t4g.small", "hour", 0.065, "2024-08-09"],
  ["aws", "us-west-2", "rds/postgres/db.r6g.xlarge", "hour", 0.45, "2024-08-09"],
  ["aws", "ap-south-1", "rds/postgres/multi-az/db.t3.medium", "hour", 0.212, "2024-08-09"],
  ["aws", "eu-central-1", "rds/aurora-mysql/db.r5.large", "hour", 0.35, "2024-08-09"],
  ["aws", "us-east-1", "rds/aurora-postgresql/db.t4g.medium", "hour", 0.073, "2024-08-09"],
  ["aws", "eu-west-2", "elasticache/redis/cache.t3.micro", "hour", 0.019, "2025-04-24"],
  ["aws", "us-east-1", "elasticache/memcached/cache.m5.large", "hour", 0.156, "2025-04-24"],
  ["aws", "us-east-1", "elasticache/valkey/cache.r7g.large", "hour", 0.1752, "2025-04-24"],
  ["aws", "eu-west-1", "opensearch/r6g.large.search", "hour", 0.187, "2025-04-24"],
  ["google", "europe-west3", "disk/pd-ssd", "GiB-month", 0.204, "2026-07-30"],
  ["google", "us-east1", "disk/pd-standard", "GiB-month", 0.04, "2026-07-30"],
  ["google", "asia-northeast1", "storage/standard", "GiB-month", 0.023, "2026-07-30"],
  ["google", "europe-west1", "storage/nearline", "GiB-month", 0.01, "2026-07-30"],
  ["google", "us-central1", "cloud-nat/data", "GiB", 0.045, "2026-07-30"],
  ["google", "europe-west1", "memorystore/basic/M1", "GiB-hour", 0.051, "2026-04-27"],
  ["google", "asia-southeast1", "memorystore/basic/M2", "GiB-hour", 0.04, "2026-04-27"],
  ["google", "europe-west4", "sql/db-f1-micro", "hour", 0.0116, "2026-09-25"],
  ["aws", "us-east-1", "lambda/requests", "million requests", 0.2, "2024-04-04"],
  ["aws", "us-east-1", "sqs/requests/standard", "million requests", 0.4, "2024-04-04"],
  ["aws", "us-east-1", "s3/standard/storage", "GiB-month", 0.023, "2024-05-29"],
  ["aws", "us-east-1", "nat-gateway/data", "GiB", 0.045, "2024-04-04"],
  ["aws", "us-east-2", "dynamodb/storage", "GiB-month", 0.25, "2024-05-29"],
  ["aws", "us-east-1", "ebs/gp3", "GiB-month", 0.08, "2024-04-04"],
  ["aws", "us-east-1", "ebs/snapshot", "GiB-month", 0.05, "2024-04-04"],
  ["azure", "eastus", "postgresql/B_Standard_B1ms", "hour", 0.017, "2024-04-04"],
  ["azure", "westus", "postgresql/GP_Standard_D4s_v3", "hour", 0.39, "2024-04-04"],
  ["azure", "westus", "mysql/storage", "GiB-month", 0.138, "2024-04-04"],
  ["azure", "eastus", "disk/P10/LRS", "month", 19.71, "2024-04-04"],
  ["azure", "eastus", "managed-redis/Balanced_B3", "hour", 0.065, "2026-05-03"],
  ["google", "us-central1", "sql/regional/db-n1-standard-2", "hour", 0.2702, "2024-04-04"],
];

test.each(ROWS)("%s %s %s", (provider, region, sku, unit, usd, asOf) => {
  expect(LIST_PRICES.find({ provider, region, sku, unit })).toMatchObject({
    usd,
    asOf,
    assumed: false,
    source: expect.stringContaining("https://github.com/"),
  });
});

test.each([
  // A figure of westus or us-central1 is none of another region.
  ["azure", "eastus", "mysql/GP_Standard_D2ads_v5", "hour"],
  ["azure", "eastus", "postgresql/GP_Standard_D2ds_v5", "hour"],
  ["azure", "westeurope", "postgresql/storage", "GiB-month"],
  ["google", "europe-west1", "sql/vcpu", "vCPU-hour"],
  // Another unit is another price.
  ["aws", "us-east-1", "ec2/m5.large", "month"],
  // Names of documents are no paths.
  ["aws", "../azure/eastus", "vm/Standard_B2s", "hour"],
  ["..", "us-east-1", "ec2/m5.large", "hour"],
  ["aws", "us-east-1", "ec2/constructor", "hour"],
  ["aws", "eu-isolated-9", "ec2/m5.large", "hour"],
])("%s %s %s by %s is not priced", (provider, region, sku, unit) => {
  expect(LIST_PRICES.find({ provider, region, sku, unit })).toBeUndefined();
});

test("MariaDB costs what MySQL costs, which is assumed", () => {
  const price = (engine: string) =>
    LIST_PRICES.find({
      provider: "aws",
      region: "eu-west-1",
      sku: `rds/${engine}/db.m5.large`,
      unit: "hour",
    });
  const mysql = price("mysql");
  expect(price("mariadb")).toEqual({
    ...mysql,
    id: "aws/eu-west-1/rds/mariadb/db.m5.large",
    sku: "rds/mariadb/db.m5.large",
    assumed: true,
    source: `MySQL's price, which equals MariaDB's for db.t3.large: ${mysql?.source}`,
  });
});
