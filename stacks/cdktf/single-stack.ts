import { TerraformStack } from "cdktf";

/**
 * A stack that refers to no other stack. The base class resolves every value once more to find such references: that
 * takes a third of a synth and changes nothing here.
 */
export class SingleStack extends TerraformStack {
  public override prepareStack(): void {
    this.ensureBackendExists();
  }
}
