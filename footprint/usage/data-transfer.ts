import type { Charge, Footprint } from "../model";
import { typeOf } from "./addresses";
import type { UsageFile } from "./file";

/** An entry of a usage file that stands for no resource: traffic of a region. */
export const TRANSFER = "aws_data_transfer";

const KINDS = [
  ["internet", "monthly_outbound_internet_gb", 1],
  // Charged on both ends.
  ["between-zones", "monthly_intra_region_gb", 2],
  ["between-regions", "monthly_outbound_other_regions_gb", 1],
  ["between-us-east-regions", "monthly_outbound_us_east_to_us_east_gb", 1],
] as const;

/** Traffic that a usage file gives the figures of, for what runs on AWS. */
export function transferCharges({ charges, nodes }: Footprint, { byAddress }: UsageFile): Charge[] {
  if (![...charges, ...nodes].some(({ provider }) => provider === "aws")) return [];
  return [...byAddress].flatMap(([id, figures]) => {
    if (typeOf(id) !== TRANSFER) return [];
    const region = figures.get("region");
    return KINDS.filter(([, key]) => figures.has(key)).map(
      ([kind, key, times]): Charge => ({
        id,
        name: id,
        provider: "aws",
        region: typeof region === "string" ? region : undefined,
        sku: `data-transfer/${kind}`,
        unit: "GiB",
        byUse: true,
        usage: { times, factors: [{ key }] },
      }),
    );
  });
}
