import { byUse, hourly, ifUsed, usageOf } from "../terraform/charges";
import { type Declaration, ignored, type TerraformTypes } from "../terraform/type";

/**
 * The front end of a load balancer; one whose scheme starts with `INTERNAL` is no entry point. Its backends are groups
 * of machines or of endpoints.
 */
const FORWARDING_RULE: Declaration = {
  exposures: (body) =>
    (body.optional("load_balancing_scheme") ?? "EXTERNAL").startsWith("INTERNAL")
      ? []
      : [
          {
            id: body.id,
            via: "Google Cloud load balancer",
            hosts: [],
            paths: [],
            backends: [{ service: body.named("name") }],
          },
        ],
  charges: () => [hourly("forwarding-rule"), byUse("forwarding-rule/data", "GiB", "monthly_ingress_data_gb")],
};

/** A proxy belongs to a forwarding rule; what passes it is charged, and in a region its machines. */
const PROXY: Declaration = {
  charges: () => [
    byUse("proxy/data", "GiB", "monthly_data_processed_gb"),
    ifUsed("proxy", "hour", usageOf(1, "monthly_proxy_instances")),
  ],
  chargedOnly: "part of a load balancer, whose entry point is its forwarding rule",
};

/** Google Cloud Load Balancing. */
export const LOAD_BALANCERS: TerraformTypes = {
  google_compute_forwarding_rule: FORWARDING_RULE,
  google_compute_global_forwarding_rule: FORWARDING_RULE,
  ...Object.fromEntries(
    ["grpc", "http", "https", "ssl", "tcp"].map((kind) => [`google_compute_target_${kind}_proxy`, PROXY]),
  ),
  ...Object.fromEntries(
    ["http", "https", "tcp"].map((kind) => [`google_compute_region_target_${kind}_proxy`, PROXY]),
  ),
  ...ignored(
    "part of a load balancer, which is its forwarding rule",
    "google_certificate_manager_*",
    "google_compute_backend_*",
    "google_compute_health_check",
    "google_compute_http_health_check",
    "google_compute_https_health_check",
    "google_compute_managed_ssl_certificate",
    "google_compute_region_backend_service",
    "google_compute_region_health_check",
    "google_compute_region_ssl_*",
    "google_compute_region_url_map",
    "google_compute_ssl_*",
    "google_compute_target_pool",
    "google_compute_url_map",
  ),
};
