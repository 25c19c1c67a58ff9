const THREE = ["a", "b", "c"];

/**
 * Availability zones of AWS's regions, by the letters that a new account sees; where there are more, the first three.
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
const ZONES: Readonly<Record<string, readonly string[]>> = {
  "us-east-1": THREE,
  "us-east-2": THREE,
  // Three zones, of which an account gets two; which, differs.
  "us-west-1": ["a", "c"],
  "us-west-2": THREE,
  "us-gov-east-1": THREE,
  "us-gov-west-1": THREE,
  // The letters c here and b in Tokyo are of accounts that had them before.
  "ca-central-1": ["a", "b", "d"],
  "ca-west-1": THREE,
  "mx-central-1": THREE,
  "sa-east-1": THREE,
  "eu-central-1": THREE,
  "eu-central-2": THREE,
  "eu-north-1": THREE,
  "eu-south-1": THREE,
  "eu-south-2": THREE,
  "eu-west-1": THREE,
  "eu-west-2": THREE,
  "eu-west-3": THREE,
  "il-central-1": THREE,
  "me-central-1": THREE,
  "me-south-1": THREE,
  "af-south-1": THREE,
  "ap-east-1": THREE,
  "ap-northeast-1": ["a", "c", "d"],
  "ap-northeast-2": THREE,
  "ap-northeast-3": THREE,
  "ap-south-1": THREE,
  "ap-south-2": THREE,
  "ap-southeast-1": THREE,
  "ap-southeast-2": THREE,
  "ap-southeast-3": THREE,
  "ap-southeast-4": THREE,
  "ap-southeast-5": THREE,
  "ap-southeast-7": THREE,
};

/** Whether AWS has such a region. */
export function isRegion(region: string): boolean {
  return Object.hasOwn(ZONES, region);
}

/** Zones of a region, at most three, for example `us-east-1a`; none for a region that there is not. */
export function zonesOf(region: string): readonly string[] {
  return (isRegion(region) ? (ZONES[region] ?? []) : []).map((letter) => `${region}${letter}`);
}
