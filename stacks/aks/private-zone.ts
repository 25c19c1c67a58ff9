import { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import { PrivateDnsZoneVirtualNetworkLink } from "@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link";
import type { Construct } from "constructs";

/** A domain that only the network resolves. */
export interface PrivateZone {
  readonly domain: string;
  readonly resourceGroupName: string;
  readonly networkId: string;
}

/** The zone, and the link that whoever is in it must wait for. */
export function privateZone(
  scope: Construct,
  id: string,
  { domain, resourceGroupName, networkId }: PrivateZone,
): { readonly zone: PrivateDnsZone; readonly link: PrivateDnsZoneVirtualNetworkLink } {
  const zone = new PrivateDnsZone(scope, `${id}Zone`, { name: domain, resourceGroupName });
  const link = new PrivateDnsZoneVirtualNetworkLink(scope, `${id}ZoneLink`, {
    name: "pods",
    resourceGroupName,
    privateDnsZoneName: zone.name,
    virtualNetworkId: networkId,
  });
  return { zone, link };
}
