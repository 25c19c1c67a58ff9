import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { ENVIRONMENTS } from "../../config/environments";
import type { ShopPhase } from "../../config/reviews/003-shop/application/model";
import { addPhase } from "../../stacks/shop/phase";
import { inputsFor } from "../inputs";
import type { SecretReference } from "../swarm";
import { fitThisMachine, type SwarmDocument } from "./document";

/** The stack of a phase, synthesised and cut down to what this machine has. */
export class PhaseStack {
  /** Where Terraform is run. */
  public readonly folder: string;
  public readonly document: SwarmDocument;

  /** @param scratch folder that is thrown away; the state lies in it too */
  public constructor(
    public readonly phase: ShopPhase,
    scratch: string,
  ) {
    const app = new App({ outdir: join(scratch, "cdktf.out"), stackTraces: false });
    addPhase(app, ENVIRONMENTS.sandbox, phase);
    app.synth();
    this.folder = join(scratch, "cdktf.out", "stacks", phase.id);
    this.document = JSON.parse(readFileSync(join(this.folder, "cdk.tf.json"), "utf8"));
    fitThisMachine(this.document);
    this.write();
  }

  /** Writes the document, changed or not, to where Terraform reads it. */
  public write(): void {
    writeFileSync(join(this.folder, "cdk.tf.json"), JSON.stringify(this.document));
  }

  /** What a service or a config is called in the Swarm. */
  public inSwarm(name: string): string {
    return `shop_${name}`;
  }

  /** Values of the variables; which secret stands for which, each in its first version, only the caller knows. */
  public inputs(host: string, reference: (secret: string) => SecretReference): Record<string, string> {
    const secrets = Object.keys(this.phase.secrets).map((name) => [
      `${name.replaceAll("-", "_")}_secret`,
      JSON.stringify({ id: reference(name).id, version: 1 }),
    ]);
    const known = { docker_host: host, harbor_username: "robot", harbor_password: "sandbox" };
    return inputsFor({ ...this.document, resource: {} }, { ...known, ...Object.fromEntries(secrets) });
  }
}
