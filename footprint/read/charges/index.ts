import type { Charge, Store } from "../../model";
import { awsRegion } from "../aws/region";
import { azureRegion } from "../azure/region";
import { googleRegion } from "../google/region";
import type { Cursor } from "../terraform/cursor";
import { AWS_CHARGES } from "./aws";
import { AZURE_CHARGES } from "./azure";
import { byUse, type ChargedProvider, monthly } from "./charge-readers";
import { GOOGLE_CHARGES } from "./google";

/** Providers by the first word of their resources' types. */
const PROVIDERS: Readonly<Record<string, ChargedProvider>> = {
  aws: {
    provider: "aws",
    readers: AWS_CHARGES,
    regionOf: awsRegion,
  },
  azurerm: { provider: "azure", readers: AZURE_CHARGES, regionOf: azureRegion },
  google: { provider: "google", readers: GOOGLE_CHARGES, regionOf: googleRegion },
  cloudamqp: {
    provider: "cloudamqp",
    readers: { cloudamqp_instance: (body) => [monthly(body.told("plan"))] },
    regionOf: (body) => body.told("region"),
  },
  datadog: {
    provider: "datadog",
    readers: {
      datadog_dashboard: () => [byUse("hosts", "host and month")],
      datadog_dashboard_json: () => [byUse("hosts", "host and month")],
    },
    regionOf: () => undefined,
  },
  pagerduty: {
    provider: "pagerduty",
    readers: { pagerduty_service: () => [byUse("users", "user and month")] },
    regionOf: () => undefined,
  },
};

/** Arguments that name a resource. */
const NAMES = ["name", "identifier", "replication_group_id", "cluster_id", "broker_name", "domain_name"];

/** Each type of which it is known what it is billed for, with its provider's name in Terraform. */
const CHARGED = new Map(
  Object.entries(PROVIDERS).flatMap(([prefix, provider]) =>
    Object.entries(provider.readers).map(([type, read]) => [type, { ...provider, prefix, read }] as const),
  ),
);

/** True for a type of which it is known what it is billed for. */
export function isCharged(type: string): boolean {
  return CHARGED.has(type);
}

/**
 * What a resource is billed for.
 * @param configured region by provider, as its configuration has it
 */
export function chargesOf(
  type: string,
  body: Cursor,
  configured: (provider: string) => string | undefined,
): readonly Charge[] {
  const charged = CHARGED.get(type);
  if (charged === undefined) return [];
  const { provider, prefix, read, regionOf } = charged;
  const name = nameOf(body);
  const region = regionOf(body, configured(prefix));
  const { id } = body;
  return read(body).map(({ sku, unit, quantity, byUse: isByUse }) => ({
    id,
    name,
    provider,
    region,
    sku,
    unit,
    quantity,
    byUse: isByUse,
  }));
}

function nameOf(body: Cursor): string {
  for (const key of NAMES) {
    const name = body.told(key);
    if (name !== undefined) return name;
  }
  return body.at("tags").told("Name") ?? body.id;
}

/** What the volumes of a cluster are billed for. A store without a size is on the disk of its node. */
export function volumeCharges(stores: readonly Store[]): readonly Charge[] {
  return stores
    .filter(({ sizeGiB }) => sizeGiB !== undefined)
    .map(({ id, name, sizeGiB }) => ({
      id,
      name,
      provider: "kubernetes",
      sku: "volume",
      unit: "GiB-month",
      quantity: sizeGiB,
      byUse: false,
    }));
}
