import {
  PagerDutyRotation,
  type PagerDutyRotationProps,
  PagerdutyProvider,
} from "../../constructs/pagerduty-rotation";
import { shopOnCall } from "../../docs/examples/pagerduty-rotation";
import { at, freshStack, listAt, refusal, synth, warnings } from "../helpers/synth";

const EMAILS = ["a@example.com", "b@example.com", "c@example.com"];

function rotation(props: Partial<PagerDutyRotationProps> = {}): PagerDutyRotation {
  const stack = freshStack();
  new PagerdutyProvider(stack, "PagerDuty", { token: "${var.pagerduty_token}" });
  return new PagerDutyRotation(stack, "OnCall", {
    name: "shop",
    emails: EMAILS,
    start: "2026-01-05T09:00:00Z",
    ...props,
  });
}

describe("a rotation of three", () => {
  const built = rotation();
  const json = synth(built);

  test("finds its people by their addresses, and makes no account", () => {
    expect(Object.values(at(json.block("data"), "pagerduty_user") as object)).toEqual(
      EMAILS.map((email) => ({ email })),
    );
    expect(json.types).toEqual([
      "pagerduty_escalation_policy",
      "pagerduty_schedule",
      "pagerduty_service",
      "pagerduty_service_integration",
    ]);
  });

  test("gives each a week, from a day that stays", () => {
    const [layer] = listAt(json.only("pagerduty_schedule"), "layer");
    expect(layer).toMatchObject({
      start: "2026-01-05T09:00:00Z",
      rotation_virtual_start: "2026-01-05T09:00:00Z",
      rotation_turn_length_seconds: 604_800,
    });
    expect(listAt(layer, "users")).toHaveLength(3);
  });

  test("escalates to everybody without an acknowledgement", () => {
    const rules = listAt(json.only("pagerduty_escalation_policy"), "rule");
    expect(rules.map((rule) => listAt(rule, "target").map((target) => at(target, "type")))).toEqual([
      ["schedule_reference"],
      ["user_reference", "user_reference", "user_reference"],
    ]);
    expect(rules).toMatchObject([{ escalation_delay_in_minutes: 15 }, { escalation_delay_in_minutes: 15 }]);
  });

  test("does not resolve an incident by time", () => {
    expect(json.only("pagerduty_service")).toMatchObject({ auto_resolve_timeout: "null" });
  });

  test("warns that its key is in the state", () => {
    expect(warnings(built)).toEqual([
      expect.stringContaining("the state contains the integration key of shop"),
    ]);
  });
});

test("reads a vendor's messages as that vendor's, beside its own events", () => {
  const built = rotation();
  const key = built.addVendor("Azure", "Microsoft Azure");
  const json = synth(built);
  expect(Object.values(at(json.block("data"), "pagerduty_vendor") as object)).toEqual([
    { name: "Microsoft Azure" },
  ]);
  const own = json.named("pagerduty_service_integration", "alerts");
  const azure = json.named("pagerduty_service_integration", "Microsoft Azure");
  expect(own).toMatchObject({ type: "events_api_v2_inbound_integration" });
  expect(azure).toMatchObject({ vendor: expect.stringMatching(/^\$\{data\.pagerduty_vendor\./) });
  expect(azure).not.toHaveProperty("type");
  expect(key).not.toBe(built.integrationKey);
});

test("fails for a vendor without a name", () => {
  expect(refusal(() => rotation().addVendor("Azure", ""))).toMatchObject({ code: "Missing" });
});

test("turns and patience may be others", () => {
  const json = synth(rotation({ turnDays: 1, escalationMinutes: 5 }));
  expect(at(json.only("pagerduty_schedule"), "layer.0.rotation_turn_length_seconds")).toBe(86_400);
  expect(at(json.only("pagerduty_escalation_policy"), "rule.0.escalation_delay_in_minutes")).toBe(5);
});

test("fails when one person alone is on call", () => {
  expect(refusal(() => rotation({ emails: ["a@example.com"] }))).toEqual({
    code: "Missing",
    message:
      "Stack/OnCall: 'emails' must name at least two people, got 1; one person cannot be on call around the clock",
  });
});

test("the guide's example synthesises", () => {
  const stack = freshStack();
  new PagerdutyProvider(stack, "PagerDuty", { token: "${var.pagerduty_token}" });
  expect(() => synth(shopOnCall(stack))).not.toThrow();
});
