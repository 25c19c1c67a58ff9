import { join } from "node:path";
import { type ClusterPart, keepClusterPart } from "./cluster-part";
import { providersOf, type Stack, synthesiseAll } from "./document";
import { inputsFor } from "./inputs";
import { KUBERNETES_REQUIREMENTS, KubernetesSandbox } from "./kubernetes";
import { LiveNamespace } from "./live";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { type RequiredProvider, Terraform, terraformRequirements } from "./terraform";
import { testWorkloads } from "./workloads";

/** A stack that makes its workloads in one namespace of a cluster. */
export interface ClusterStack {
  /** Stack id: the option's, or `<option>-platform`. */
  readonly id: string;
  readonly namespace: string;
  /**
   * Size of the volume that a StatefulSet claims: no driver makes volumes here.
   * @default - it claims none
   */
  readonly volume?: string;
  /**
   * Whether an operator, which there is none of here, makes the pods.
   * @default false
   */
  readonly byOperator?: boolean;
}

/**
 * Deploys the cluster part of each stack into one real control plane, one after the other, with the real Kubernetes
 * and Helm providers.
 */
export function describeClusterParts(title: string, stacks: readonly ClusterStack[]): void {
  const scratch = temporaryFolder("cluster-options");
  afterAll(() => removeFolder(scratch));
  const options = new Set(stacks.map(({ id }) => id.replace(/-platform$/, "")));
  const synthesised = synthesiseAll(join(scratch, "cdktf.out"), [...options]);
  const stackOf = (id: string) => synthesised.find((stack) => stack.id === id) as Stack;
  const providers = stacks.flatMap(({ id }) => clusterProviders(stackOf(id)));
  const requirements = [...terraformRequirements(providers), ...KUBERNETES_REQUIREMENTS];

  // Not skipped with the rest, so that the folder is removed in any case.
  test(`${title}: synthesised with resources for a cluster`, () => {
    expect(providers.length).toBeGreaterThanOrEqual(stacks.length);
  });

  describeWhen(requirements, `${title} deployed`, () => {
    let sandbox: KubernetesSandbox;

    beforeAll(async () => {
      sandbox = await KubernetesSandbox.start();
    });
    afterAll(() => sandbox?.stop());

    // Its tests follow one another, as the life of a deployment does.
    describe.each(stacks)("$id", ({ id, namespace: name, volume, byOperator = false }) => {
      let terraform: Terraform;
      let namespace: LiveNamespace;

      beforeAll(async () => {
        const part: ClusterPart = keepClusterPart(stackOf(id), sandbox.kubeconfig);
        for (const missing of part.missingNamespaces) await sandbox.ensureNamespace(missing);
        if (volume !== undefined) await sandbox.makeVolume(id, volume);
        const variables = { kube_config_path: sandbox.kubeconfig };
        terraform = new Terraform(part.folder, inputsFor(part.document, variables));
        namespace = new LiveNamespace(sandbox.client, name);
        await terraform.init();
      });

      test("is valid for the real providers, and applies", async () => {
        await terraform.validate();
        await terraform.apply();
      });

      if (!byOperator) testWorkloads(() => namespace);

      test("has nothing left to change", async () => {
        expect(await terraform.plan()).toBe("");
      });

      test("can be destroyed", async () => {
        await terraform.destroy();
        expect(await namespace.workloads()).toEqual([]);
      });
    });
  });
}

function clusterProviders(stack: Stack): RequiredProvider[] {
  const { kubernetes, helm } = providersOf(stack);
  return [kubernetes, helm].filter((provider) => provider !== undefined);
}
