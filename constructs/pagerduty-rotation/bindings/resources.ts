import type { Construct } from "constructs";
import { PagerdutyResource } from "./pagerduty-resource";

/** Who is on call, in turns. */
export class PagerdutySchedule extends PagerdutyResource {
  public constructor(
    scope: Construct,
    id: string,
    config: {
      readonly name: string;
      readonly time_zone: string;
      readonly layer: readonly {
        readonly name: string;
        readonly start: string;
        readonly rotation_virtual_start: string;
        readonly rotation_turn_length_seconds: number;
        readonly users: readonly string[];
      }[];
    },
  ) {
    super(scope, id, "pagerduty_schedule", config);
  }
}

/** Whom an incident reaches, and whom after that. */
export class PagerdutyEscalationPolicy extends PagerdutyResource {
  public constructor(
    scope: Construct,
    id: string,
    config: {
      readonly name: string;
      readonly num_loops: number;
      readonly rule: readonly {
        readonly escalation_delay_in_minutes: number;
        readonly target: readonly { readonly type: string; readonly id: string }[];
      }[];
    },
  ) {
    super(scope, id, "pagerduty_escalation_policy", config);
  }
}

/** What incidents are opened on. */
export class PagerdutyService extends PagerdutyResource {
  public constructor(
    scope: Construct,
    id: string,
    config: {
      readonly name: string;
      readonly escalation_policy: string;
      readonly alert_creation: string;
      /** In seconds; `null` never resolves by itself. */
      readonly auto_resolve_timeout: string;
    },
  ) {
    super(scope, id, "pagerduty_service", config);
  }
}

/** The way in for alerts. */
export class PagerdutyServiceIntegration extends PagerdutyResource {
  public constructor(
    scope: Construct,
    id: string,
    config: { readonly name: string; readonly service: string } & (
      | { readonly type: string }
      | { readonly vendor: string }
    ),
  ) {
    super(scope, id, "pagerduty_service_integration", config);
  }

  /** Key that alerts carry; known after apply, and kept in the state. */
  public get integrationKey(): string {
    return this.getStringAttribute("integration_key");
  }
}
