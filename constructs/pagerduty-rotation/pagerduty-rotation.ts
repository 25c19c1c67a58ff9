import { Construct } from "constructs";
import { refuse } from "../core/errors";
import { requireInteger, requireKnown } from "../core/validate";
import { warn } from "../core/warn";
import { DataPagerdutyUser, DataPagerdutyVendor } from "./bindings/pagerduty-resource";
import {
  PagerdutyEscalationPolicy,
  PagerdutySchedule,
  PagerdutyService,
  PagerdutyServiceIntegration,
} from "./bindings/resources";

/** Properties for `PagerDutyRotation`. */
export interface PagerDutyRotationProps {
  /** Name of service, schedule and policy. */
  readonly name: string;
  /** E-mail addresses of the rotation, in order, at least two; each has a PagerDuty account. */
  readonly emails: readonly string[];
  /**
   * Length of a turn, in days.
   * @default 7
   */
  readonly turnDays?: number;
  /**
   * Start of the first turn, with the offset of the time zone. It must be constant: the current time would move the
   * turns with every apply.
   */
  readonly start: string;
  /** @default "Etc/UTC" */
  readonly timeZone?: string;
  /**
   * Minutes without acknowledgement after which everybody is notified.
   * @default 15
   */
  readonly escalationMinutes?: number;
}

const DAY_SECONDS = 86_400;

/**
 * A PagerDuty service with an on-call rotation that escalates to everybody. Expects a `pagerduty`
 * provider in scope.
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/latest/docs/resources/schedule
 */
export class PagerDutyRotation extends Construct {
  /** Integration key for alerts; known after apply, and part of the state. */
  public readonly integrationKey: string;
  private readonly serviceId: string;

  /** @throws ValidationError `Missing`, `Unknown`, `NotInteger`, `OutOfRange` */
  public constructor(scope: Construct, id: string, props: PagerDutyRotationProps) {
    super(scope, id);
    const { name, emails, turnDays = 7, escalationMinutes = 15 } = props;
    if (emails.length < 2) {
      const must = "name at least two people";
      const fix = "one person cannot be on call around the clock";
      refuse(this, { code: "Missing", prop: "emails", must, got: emails.length, fix });
    }
    // Written in seconds.
    requireKnown(this, { turnDays });
    requireInteger(this, "turnDays", turnDays, { min: 1, max: 365 });
    requireInteger(this, "escalationMinutes", escalationMinutes, { min: 1, max: 1440 });
    const users = emails.map((email, index) => new DataPagerdutyUser(this, `User${index}`, email).id);
    const schedule = this.defineSchedule(props, users, turnDays * DAY_SECONDS);
    const policy = new PagerdutyEscalationPolicy(this, "Policy", {
      name,
      num_loops: 2,
      rule: [
        {
          escalation_delay_in_minutes: escalationMinutes,
          target: [{ type: "schedule_reference", id: schedule.id }],
        },
        {
          escalation_delay_in_minutes: escalationMinutes,
          target: users.map((user) => ({ type: "user_reference", id: user })),
        },
      ],
    });
    const service = new PagerdutyService(this, "Resource", {
      name,
      escalation_policy: policy.id,
      alert_creation: "create_alerts_and_incidents",
      // No automatic resolution: an alert that continues is not resolved by time.
      auto_resolve_timeout: "null",
    });
    this.serviceId = service.id;
    this.integrationKey = new PagerdutyServiceIntegration(this, "Integration", {
      name: "alerts",
      service: service.id,
      type: "events_api_v2_inbound_integration",
    }).integrationKey;
    warn(
      this,
      "secretInState",
      `the state contains the integration key of ${name}: pagerduty_service_integration exports it; encrypt the state`,
    );
  }

  /**
   * A further integration, for a sender that does not write PagerDuty's own events: Azure Monitor posts its common alert
   * schema, which only the vendor `Microsoft Azure` reads.
   * @param vendor name in PagerDuty's directory
   * @returns its integration key; known after apply, and part of the state
   * @throws ValidationError `Missing`
   * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/latest/docs/data-sources/vendor
   */
  public addVendor(id: string, vendor: string): string {
    if (vendor === "") {
      const fix = "name it as PagerDuty's directory does, for example Microsoft Azure";
      refuse(this, { code: "Missing", prop: "vendor", must: "be a name", got: vendor, fix });
    }
    return new PagerdutyServiceIntegration(this, id, {
      name: vendor,
      service: this.serviceId,
      vendor: new DataPagerdutyVendor(this, `${id}Vendor`, vendor).id,
    }).integrationKey;
  }

  private defineSchedule(
    { name, start, timeZone = "Etc/UTC" }: PagerDutyRotationProps,
    users: readonly string[],
    turnSeconds: number,
  ): PagerdutySchedule {
    return new PagerdutySchedule(this, "Schedule", {
      name,
      time_zone: timeZone,
      layer: [
        {
          name: "on call",
          start,
          rotation_virtual_start: start,
          rotation_turn_length_seconds: turnSeconds,
          users,
        },
      ],
    });
  }
}
