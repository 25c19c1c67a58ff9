import { isCompose, ResourceGraph, type TerraformInput } from "../../footprint/read/objects";
import { ofAws } from "./aws";
import { ofAzure } from "./azure";
import { ofDocker } from "./docker";
import { ofCompose } from "./docker/compose";
import { ofTerraform } from "./docker/terraform";
import { ofGoogle } from "./google";
import { type Evaluated, type Firewalls, workloadsOf } from "./parts";

/**
 * Security groups, firewalls and networks of Docker of some documents. Each document is a world of its own: networks
 * of two documents are not one.
 * @throws InputError for a document that is not Terraform's
 */
export function firewallsOf(inputs: readonly TerraformInput[]): Firewalls {
  const found = inputs.flatMap(({ document, file }, index) => {
    const origin = { file };
    return evaluated(document, index).map(({ things, policies, warnings }) => ({
      workloads: things.flatMap((each) => workloadsOf(each, origin)),
      policies,
      warnings,
    }));
  });
  return {
    workloads: found.flatMap(({ workloads }) => workloads),
    policies: found.flatMap(({ policies }) => policies),
    warnings: found.flatMap(({ warnings }) => warnings),
  };
}

function evaluated(document: unknown, index: number): Evaluated[] {
  if (isCompose(document)) return [ofDocker(ofCompose(document), `docker ${index}`)];
  const graph = new ResourceGraph(document);
  return [
    ofAws(graph, `aws ${index}`),
    ofGoogle(graph, `google ${index}`),
    ofAzure(graph, `azure ${index}`),
    ofDocker(ofTerraform(graph), `docker ${index}`),
  ];
}

/** A model with what documents of Terraform have beside Kubernetes. */
export function withFirewalls<
  T extends { readonly workloads: Firewalls["workloads"]; readonly warnings: readonly string[] },
>(model: T, inputs: readonly TerraformInput[]): T & { readonly firewalls?: Firewalls["policies"] } {
  const { workloads, policies, warnings } = firewallsOf(inputs);
  if (workloads.length === 0) return model;
  return {
    ...model,
    workloads: [...model.workloads, ...workloads],
    firewalls: policies,
    warnings: [...model.warnings, ...warnings],
  };
}
