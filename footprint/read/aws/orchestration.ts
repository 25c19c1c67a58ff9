import { byUse, ifUsed, textOr } from "../terraform/charges";
import { type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const TEMPLATE: Declaration = {
  hides: "its template creates resources that the document does not contain",
  charges: () => [byUse("cloudformation/handler", "operation of a handler that is not of AWS")],
};

/** What starts other things, and passes events on. */
export const ORCHESTRATION: TerraformTypes = {
  aws_sfn_state_machine: {
    charges: (body) =>
      textOr(body, "type", "STANDARD") === "EXPRESS"
        ? [
            byUse("step-functions/express-requests", "million requests", "monthly_requests"),
            byUse("step-functions/express-duration", "GiB-hour", undefined),
          ]
        : [byUse("step-functions/transitions", "1,000 requests", "monthly_transitions")],
    chargedOnly: "starts what is listed by itself",
  },
  aws_scheduler_schedule: {
    charges: (body) => [
      byUse(
        "eventbridge/scheduler",
        `million invocations, ${body.optional("schedule_expression") ?? "on a schedule"}`,
      ),
    ],
    chargedOnly: "starts what is listed by itself",
  },
  aws_pipes_pipe: {
    charges: () => [byUse("eventbridge/pipes", "million requests", "monthly_requests")],
    chargedOnly: "passes events on and keeps none",
  },
  aws_cloudwatch_event_bus: {
    charges: () => [
      byUse("eventbridge/custom-events", "million events", "monthly_custom_events"),
      ifUsed("eventbridge/partner-events", "million events", "monthly_third_party_events"),
    ],
    chargedOnly: "passes events on and keeps none",
  },
  aws_cloudwatch_event_archive: {
    charges: (body) => [
      byUse("eventbridge/archive", `GiB kept ${retention(body.optional("retention_days"))}`),
    ],
    chargedOnly: "keeps events, which are replayed by hand",
  },
  aws_cloudwatch_event_api_destination: {
    charges: () => [byUse("eventbridge/api-destination", "million invocations")],
    chargedOnly: "passes events on and keeps none",
  },
  aws_schemas_discoverer: {
    charges: () => [byUse("eventbridge/schema-discovery", "million events")],
    chargedOnly: "describes events",
  },
  aws_swf_domain: {
    charges: () => [byUse("swf/tasks", "workflow and task")],
    chargedOnly: "starts what runs elsewhere",
  },
  aws_cloudformation_stack: TEMPLATE,
  aws_cloudformation_stack_set: TEMPLATE,
  aws_cloudformation_stack_set_instance: TEMPLATE,
  aws_cloudformation_stack_instances: TEMPLATE,
  aws_servicecatalog_provisioned_product: {
    hides: "its product creates resources that the document does not contain",
  },
  aws_serverlessapplicationrepository_cloudformation_stack: TEMPLATE,
  ...ignored(
    "setting of what passes events on, or starts other things",
    "aws_cloudformation_type",
    "aws_cloudwatch_event_bus_policy",
    "aws_cloudwatch_event_connection",
    "aws_cloudwatch_event_endpoint",
    "aws_cloudwatch_event_permission",
    "aws_scheduler_schedule_group",
    "aws_schemas_*",
    "aws_servicecatalog_*",
    "aws_sfn_activity",
    "aws_sfn_alias",
  ),
};

function retention(days: string | undefined): string {
  return days === undefined || days === "0" ? "without an end" : `${days} days`;
}
