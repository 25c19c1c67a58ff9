import type { Charge, Store } from "../../model";
import { azureRegion } from "../azure/region";
import type { Cursor } from "../cursor";
import { googleRegion } from "../google/region";
import { given } from "../value";
import { AWS_CHARGES } from "./aws";
import { AZURE_CHARGES } from "./azure";
import { byUse, type ChargedProvider, monthly, told } from "./charge-readers";
import { GOOGLE_CHARGES } from "./google";

/** Providers by the first word of their resources' types. */
const PROVIDERS: Readonly<Record<string, ChargedProvider>> = {
  aws: {
    provider: "aws",
    readers: AWS_CHARGES,
    regionOf: (body, configured) => told(body, "region") ?? configured,
  },
  azurerm: { provider: "azure", readers: AZURE_CHARGES, regionOf: azureRegion },
  google: { provider: "google", readers: GOOGLE_CHARGES, regionOf: googleRegion },
  cloudamqp: {
    provider: "cloudamqp",
    readers: { cloudamqp_instance: (body) => [monthly(told(body, "plan"))] },
    regionOf: (body) => told(body, "region"),
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

/** True for a type of which it is known what it is billed for. */
export function isCharged(type: string): boolean {
  const found = providerOf(type);
  return found !== undefined && Object.hasOwn(found.readers, type);
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
  const found = providerOf(type);
  const read = found !== undefined && isCharged(type) ? found.readers[type] : undefined;
  if (found === undefined || read === undefined) return [];
  const names = NAMES.map((key) => told(body, key));
  const name = names.find((text) => text !== undefined) ?? told(body.at("tags"), "Name") ?? body.id;
  const region = found.regionOf(body, configured(prefixOf(type)));
  return read(body).map((each) => ({
    id: body.id,
    name,
    provider: found.provider,
    ...given("region", region),
    ...each,
  }));
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
      ...given("quantity", sizeGiB),
      byUse: false,
    }));
}

function providerOf(type: string): ChargedProvider | undefined {
  const prefix = prefixOf(type);
  return Object.hasOwn(PROVIDERS, prefix) ? PROVIDERS[prefix] : undefined;
}

function prefixOf(type: string): string {
  return type.split("_", 1)[0] ?? "";
}
