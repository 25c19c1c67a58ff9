import { byUse, hourly, sized, textOr } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import type { Billed, TerraformTypes } from "../terraform/type";

/** Azure Load Balancer and Application Gateway. */
export const LOAD_BALANCERS: TerraformTypes = {
  azurerm_application_gateway: {
    exposures: (body) => entryPoints(body, "Azure application gateway"),
    charges: (body) => gateway(body.at("sku").optional("name")),
  },
  azurerm_lb: {
    exposures: (body) => entryPoints(body, "Azure load balancer"),
    charges: (body) => {
      const tier = textOr(body, "sku", "Standard")?.toLowerCase();
      // Basic has no charge: https://azure.microsoft.com/pricing/details/load-balancer/
      if (tier === "basic") return [];
      return [hourly(sized("load-balancer", tier))];
    },
  },
};

/** One with a public address is an entry point. Its backends are registered one by one, or at run time. */
function entryPoints(body: Cursor, via: string) {
  const isPublic = body
    .items("frontend_ip_configuration")
    .some((frontend) =>
      ["public_ip_address_id", "public_ip_prefix_id"].some((key) => frontend.text(key) !== undefined),
    );
  if (!isPublic) return [];
  return [{ id: body.id, via, hosts: [], paths: [], backends: [{ service: body.named("name") }] }];
}

/** Charges of an application gateway of a size. */
export function gateway(size: string | undefined): Billed[] {
  return [hourly(sized("application-gateway", size)), byUse("application-gateway/capacity", "capacity unit")];
}
