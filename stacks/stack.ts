import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { Aspects, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../config/environments";
import { addBackend } from "./backend";
import { SingleStack } from "./cdktf";
import { KeptData } from "./kept-data";
import { NamesFit } from "./name-limits";
import { NamesAreFree } from "./reserved-names";

/** The one stack of an option, with its backend and the protection of its data, both as the environment has them. */
export class OptionStack extends SingleStack {
  /** @param state name of its state, which options that follow one another on the same data share */
  public constructor(
    scope: Construct,
    id: string,
    public readonly environment: Environment,
    state = id,
  ) {
    super(scope, id);
    addBackend(this, environment, state);
    Aspects.of(this).add(new NamesFit());
    Aspects.of(this).add(new NamesAreFree());
    if (environment.keepsData) Aspects.of(this).add(new KeptData());
  }

  /**
   * A value that only the deployer knows, given as `TF_VAR_<name>`.
   * @param fallback value where none is given; without it, Terraform makes no plan before one is
   */
  public input(name: string, type: string, description: string, fallback?: string): TerraformVariable {
    return new TerraformVariable(this, name, { type, description, default: fallback });
  }
}

/** The Kubernetes and Helm providers, both bound to the environment's context by name. */
export function useCluster(stack: OptionStack): void {
  const configPath = new TerraformVariable(stack, "kube_config_path", {
    type: "string",
    default: "~/.kube/config",
    description: `Kubeconfig that holds the context "${stack.environment.kubeContext}"`,
  }).stringValue;
  const cluster = { configPath, configContext: stack.environment.kubeContext };
  new KubernetesProvider(stack, "Kubernetes", cluster);
  new HelmProvider(stack, "Helm", { kubernetes: cluster });
}
