import type { IConstruct } from "constructs";
import { zonesOf } from "../config/environments/regions";
import { refuse } from "../constructs/core/errors";

/**
 * So many availability zones of a region of AWS, for example `us-east-1a`.
 * @throws ValidationError `OutOfRange` where the region has fewer
 */
export function requireZones(scope: IConstruct, region: string, count: number): readonly string[] {
  const zones = zonesOf(region);
  if (zones.length >= count) return zones.slice(0, count);
  const must = `be a region with ${count} availability zones for every account`;
  const fix = "choose another in config/environments, for example us-east-1 or us-west-2";
  return refuse(scope, { code: "OutOfRange", prop: "region", must, got: region, fix });
}
