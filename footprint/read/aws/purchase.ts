import type { Cursor } from "../terraform/cursor";

/**
 * Why the on-demand price of a shared Linux machine is not that of a machine; undefined where it is. Reads instances,
 * launch templates and launch configurations.
 */
export function notOnDemand(body: Cursor): string | undefined {
  const market = body.at("instance_market_options").optional("market_type");
  const tenancy =
    body.optional("tenancy") ??
    body.optional("placement_tenancy") ??
    (typeof body.all("placement") === "object" ? body.at("placement").optional("tenancy") : undefined);
  if (market === "spot" || body.optional("spot_price") !== undefined) return SPOT;
  if (body.optional("instance_lifecycle") === "spot") return SPOT;
  if (market === "capacity-block") return "capacity block: paid for in advance";
  if (tenancy === "dedicated" || tenancy === "host")
    return `tenancy ${tenancy}: the price of shared machines does not apply`;
  // The password of an administrator exists on Windows only.
  if (body.optional("get_password_data") === "true") return WINDOWS;
  return undefined;
}

export const SPOT = "spot market: its price changes";
export const WINDOWS = "Windows: the price of Linux does not contain its licence";
