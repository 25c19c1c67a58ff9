import { billed, byUse, hourly, lengthOf, monthly, textOr } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** The older generation, WAF Classic. */
const CLASSIC = "waf-classic";

/** What filters requests, and hardware that keeps keys. */
export const PROTECTION: TerraformTypes = {
  aws_wafv2_web_acl: { charges: (body) => acl(body, "rule"), chargedOnly: "filters requests" },
  aws_waf_web_acl: { charges: (body) => acl(body, "rules", CLASSIC), chargedOnly: "filters requests" },
  aws_wafregional_web_acl: { charges: (body) => acl(body, "rule", CLASSIC), chargedOnly: "filters requests" },
  aws_shield_protection: {
    charges: () => [byUse("shield/data", "GiB out")],
    chargedOnly: "protects what is listed by itself: Shield Advanced is subscribed to by the account",
  },
  aws_shield_subscription: {
    charges: () => [monthly("shield/advanced")],
    chargedOnly: "protects an account",
  },
  aws_fms_policy: {
    charges: () => [monthly("firewall-manager/policy")],
    chargedOnly: "sets firewalls of accounts",
  },
  aws_cloudhsm_v2_hsm: {
    charges: () => [hourly("cloudhsm")],
    chargedOnly: "hardware that keeps keys",
  },
  aws_acmpca_certificate_authority: {
    charges: (body) => [
      monthly(
        textOr(body, "usage_mode", "GENERAL_PURPOSE") === "SHORT_LIVED_CERTIFICATE"
          ? "acmpca/authority-short-lived"
          : "acmpca/authority",
      ),
      byUse("acm/private-certificate", "requests", "monthly_requests"),
    ],
    chargedOnly: "issues certificates",
  },
  ...ignored(
    "setting of what protects other resources",
    "aws_acmpca_certificate*",
    "aws_acmpca_permission",
    "aws_acmpca_policy",
    "aws_cloudhsm_v2_cluster",
    "aws_fms_admin_account",
    "aws_fms_resource_set",
    "aws_shield_*",
    "aws_waf_*",
    "aws_wafregional_*",
    "aws_wafv2_ip_set",
    "aws_wafv2_regex_pattern_set",
    "aws_wafv2_rule_group",
    "aws_wafv2_web_acl_*",
    "aws_signer_*",
  ),
};

/** A list of rules, each of its rules, and its requests. */
function acl(body: Cursor, key: string, prefix = "waf"): Billed[] {
  const rules = lengthOf(body, key, 0);
  return [
    monthly(`${prefix}/acl`),
    ...(rules === 0 ? [] : [billed("month", `${prefix}/rule`, rules)]),
    byUse(`${prefix}/requests`, "million requests", "monthly_requests"),
  ];
}
