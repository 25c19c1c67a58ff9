import { TerraformDataSource, TerraformResource } from "cdktf";
import type { Construct } from "constructs";

const terraformGeneratorMetadata = { providerName: "pagerduty" };

/** A resource of PagerDuty by its type; thin, written by hand, as each use of it says what it takes. */
export abstract class PagerdutyResource extends TerraformResource {
  protected constructor(
    scope: Construct,
    id: string,
    type: string,
    private readonly attributes: Readonly<Record<string, unknown>>,
  ) {
    super(scope, id, { terraformResourceType: type, terraformGeneratorMetadata });
  }

  /** Id that PagerDuty gives; known after apply. */
  public get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }
}

/** Somebody who has an account already, found by the address. */
export class DataPagerdutyUser extends TerraformDataSource {
  public constructor(
    scope: Construct,
    id: string,
    private readonly email: string,
  ) {
    super(scope, id, { terraformResourceType: "pagerduty_user", terraformGeneratorMetadata });
  }

  public get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { email: this.email };
  }
}

/** A sender whose messages PagerDuty reads in the sender's own form, found by its name in PagerDuty's directory. */
export class DataPagerdutyVendor extends TerraformDataSource {
  public constructor(
    scope: Construct,
    id: string,
    private readonly vendorName: string,
  ) {
    super(scope, id, { terraformResourceType: "pagerduty_vendor", terraformGeneratorMetadata });
  }

  public get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { name: this.vendorName };
  }
}
