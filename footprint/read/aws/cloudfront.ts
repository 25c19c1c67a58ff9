import type { Exposure } from "../../model";
import { blocks, byUse, hourly, ifUsed, monthly } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { isOn } from "../terraform/stores";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** Amazon CloudFront and AWS Global Accelerator. */
export const CLOUDFRONT: TerraformTypes = {
  aws_cloudfront_distribution: { exposures: distribution, charges: distributionCharges },
  aws_cloudfront_function: {
    charges: () => [byUse("cloudfront/functions", "million requests", "monthly_requests")],
    chargedOnly: "changes requests to a distribution",
  },
  aws_cloudfront_realtime_log_config: {
    charges: () => [byUse("cloudfront/realtime-logs", "million lines")],
    chargedOnly: "records requests",
  },
  ...ignored(
    "setting of a distribution",
    "aws_cloudfront_cache_policy",
    "aws_cloudfront_continuous_deployment_policy",
    "aws_cloudfront_field_level_encryption_*",
    "aws_cloudfront_key_*",
    "aws_cloudfront_monitoring_subscription",
    "aws_cloudfront_origin_*",
    "aws_cloudfront_public_key",
    "aws_cloudfront_response_headers_policy",
    "aws_cloudfront_vpc_origin",
  ),
  aws_globalaccelerator_accelerator: {
    exposures: (body) =>
      isOn(body, "enabled", true) === false
        ? []
        : [entryPoint(body, "AWS Global Accelerator", [], [body.named("name")])],
    charges: () => [hourly("global-accelerator")],
  },
  aws_globalaccelerator_endpoint_group: {
    charges: () => [byUse("global-accelerator/data", "GiB of premium data transfer")],
    chargedOnly: "part of an accelerator, which is the entry point",
  },
  ...ignored("part of an accelerator", "aws_globalaccelerator_*"),
};

/** A distribution that is switched off answers nobody. Its backends are its origins. */
function distribution(body: Cursor): Exposure[] {
  if (isOn(body, "enabled", true) === false) return [];
  const origins = blocks(body, "origin").map(
    (each) => each.text("domain_name") ?? each.text("origin_id") ?? body.id,
  );
  return [entryPoint(body, "AWS CloudFront", body.texts("aliases"), origins)];
}

function entryPoint(
  body: Cursor,
  via: string,
  hosts: readonly string[],
  services: readonly string[],
): Exposure {
  return { id: body.id, via, hosts, paths: [], backends: services.map((service) => ({ service })) };
}

/** Edges besides those of the United States, Mexico and Canada, as a usage file names them. */
const ELSEWHERE = [
  "europe",
  "south_africa",
  "south_america",
  "japan",
  "australia",
  "asia_pacific",
  "middle_east",
  "india",
];

/** By what is delivered, from which edges and with which extras. */
function distributionCharges(body: Cursor): Billed[] {
  const certificate = body.at("viewer_certificate");
  const shielded = blocks(body, "origin").some((each) => isOn(each.at("origin_shield"), "enabled") === true);
  const lambda = blocks(body.at("default_cache_behavior"), "lambda_function_association").length > 0;
  return [
    byUse("cloudfront/internet/us", "GiB", "monthly_data_transfer_to_internet_gb.us"),
    byUse("cloudfront/https/us", "10,000 requests", "monthly_https_requests.us"),
    ...ELSEWHERE.flatMap((edge) => [
      ifUsed(`cloudfront/internet/${edge}`, "GiB", `monthly_data_transfer_to_internet_gb.${edge}`),
      ifUsed(`cloudfront/https/${edge}`, "10,000 requests", `monthly_https_requests.${edge}`),
    ]),
    ...(shielded ? [byUse("cloudfront/origin-shield", "10,000 requests")] : []),
    ...(lambda ? [byUse("lambda/edge-requests", "million requests")] : []),
    ...(certificate.optional("ssl_support_method") === "vip"
      ? [monthly("cloudfront/dedicated-ip-certificate")]
      : []),
  ];
}
