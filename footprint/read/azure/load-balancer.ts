import { byUse, hourly, named, sized, textOr, usageOf } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { targetOf } from "../terraform/target";
import { type Billed, ignored, type TerraformTypes, type TypeContext } from "../terraform/type";
import { own } from "../text/value";

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
      return [
        hourly(sized("load-balancer", tier)),
        byUse("load-balancer/data", "GiB", "monthly_data_processed_gb"),
      ];
    },
  },
  azurerm_lb_rule: { charges: rule, chargedOnly: "part of a load balancer, which is the entry point" },
  azurerm_lb_outbound_rule: {
    charges: rule,
    chargedOnly: "part of a load balancer, which is the entry point",
  },
  ...ignored(
    "part of a load balancer",
    "azurerm_lb_backend_address_pool*",
    "azurerm_lb_nat_*",
    "azurerm_lb_probe",
    "azurerm_network_interface_application_gateway_*",
    "azurerm_network_interface_backend_*",
    "azurerm_network_interface_nat_rule_association",
  ),
};

/** Five rules are in the price of a load balancer; those of a Basic one are free. */
function rule(body: Cursor, { raw, related }: TypeContext): Billed[] {
  const target = targetOf(own(raw, "loadbalancer_id"), { type: "azurerm_lb", from: body.id, related });
  const tier = target && textOr(target.body, "sku", "Standard")?.toLowerCase();
  return tier === "basic" ? [] : [byUse("load-balancer/rule", "hour of a rule beyond five")];
}

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
  return [
    hourly(sized("application-gateway", size)),
    byUse(
      named("application-gateway/capacity", size) ?? "application-gateway/capacity",
      "CU-hour",
      usageOf(730, "capacity_units"),
    ),
  ];
}
