import type { Exposure } from "../../model";
import { byUse, hourly, sized, textOr } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const LOAD_BALANCER: Declaration = {
  exposures: (body) => entryPoints(body),
  charges: (body) => [
    hourly(sized("elb", textOr(body, "load_balancer_type", "application"))),
    byUse("elb/capacity", "load balancer capacity unit"),
  ],
};

/** Elastic Load Balancing. */
export const LOAD_BALANCERS: TerraformTypes = {
  aws_alb: LOAD_BALANCER,
  aws_lb: LOAD_BALANCER,
  /** Classic Load Balancer, of the first generation. */
  aws_elb: {
    exposures: (body) => entryPoints(body, "classic"),
    charges: () => [hourly("elb/classic"), byUse("elb/classic/data", "GiB", "monthly_data_processed_gb")],
  },
  ...ignored(
    "setting of a load balancer",
    "aws_alb_listener",
    "aws_alb_listener_rule",
    "aws_alb_target_group",
    "aws_lb_listener",
    "aws_lb_listener_certificate",
    "aws_lb_listener_rule",
    "aws_alb_listener_certificate",
    "aws_alb_target_group_attachment",
    "aws_app_cookie_stickiness_policy",
    "aws_elb_attachment",
    "aws_lb_cookie_stickiness_policy",
    "aws_lb_ssl_negotiation_policy",
    "aws_lb_target_group",
    "aws_lb_target_group_attachment",
    "aws_lb_trust_store*",
    "aws_load_balancer_*",
    "aws_proxy_protocol_policy",
  ),
};

/** An internal load balancer is no entry point. Its targets are registered at run time. */
function entryPoints(body: Cursor, kind?: string): Exposure[] {
  if (body.flag("internal", "internal", false) === true) return [];
  const type = kind ?? body.text("load_balancer_type") ?? "application";
  const name = body.named("name", "name_prefix");
  return [
    { id: body.id, via: `AWS ${type} load balancer`, hosts: [], paths: [], backends: [{ service: name }] },
  ];
}
