import { byUse, monthly } from "../terraform/charges";
import { ignored, type TerraformTypes } from "../terraform/type";

/** Amazon Route 53 and AWS Certificate Manager. */
export const ROUTE53: TerraformTypes = {
  aws_route53_zone: {
    charges: () => [monthly("route53/zone")],
    chargedOnly: "answers names: entry points are what the names lead to",
  },
  /** Answers are charged with a price for each routing policy; an alias of a resource of AWS is free. */
  aws_route53_record: {
    charges: (body) => {
      if (body.at("alias").present) return [];
      const policy = ["latency", "geolocation", "geoproximity", "cidr"].find(
        (each) => body.at(`${each}_routing_policy`).present,
      );
      const sku = policy === undefined ? "standard" : policy === "latency" ? "latency" : "geo";
      const key = policy === undefined ? "standard" : policy === "latency" ? "latency_based" : "geo";
      return [byUse(`route53/queries/${sku}`, "million queries", `monthly_${key}_queries`)];
    },
    chargedOnly: "a name of something else",
  },
  aws_route53_query_log: {
    charges: () => [byUse("cloudwatch/logs", "GiB of logs")],
    chargedOnly: "records queries",
  },
  aws_route53_traffic_policy_instance: {
    charges: () => [monthly("route53/traffic-policy")],
    chargedOnly: "a name of something else",
  },
  aws_route53domains_registered_domain: {
    charges: () => [byUse("route53/domain", "year of a domain")],
    chargedOnly: "a name of something else",
  },
  ...ignored(
    "part of a zone",
    "aws_route53_delegation_set",
    "aws_route53_hosted_zone_dnssec",
    "aws_route53_key_signing_key",
    "aws_route53_traffic_policy",
    "aws_route53_vpc_association_authorization",
    "aws_route53_zone_association",
  ),
  /** Public certificates are free; one of a private authority is charged once, and again at each renewal. */
  aws_acm_certificate: {
    charges: (body) =>
      body.at("certificate_authority_arn").present
        ? [byUse("acm/private-certificate", "requests", "monthly_requests")]
        : [],
    chargedOnly: "a certificate of something else",
  },
  ...ignored(
    "a certificate of something else",
    "aws_acm_certificate_validation",
    "aws_iam_server_certificate",
  ),
  /** A private namespace is a zone of its own. */
  aws_service_discovery_private_dns_namespace: {
    charges: () => [monthly("route53/zone"), byUse("cloud-map/resource", "resource-month")],
    chargedOnly: "answers names inside of the network",
  },
  aws_service_discovery_public_dns_namespace: {
    charges: () => [monthly("route53/zone"), byUse("cloud-map/resource", "resource-month")],
    chargedOnly: "answers names",
  },
  ...ignored("part of a namespace", "aws_service_discovery_*"),
};
