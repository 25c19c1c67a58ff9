import type { Requirement } from "../requirement";
import { removeFolder, temporaryFolder } from "../temporary-folder";
import { waitUntil } from "../wait";
import type { KubernetesClient } from "./client";
import { CONTROL_PLANE_REQUIREMENTS, type ControlPlane, startControlPlane } from "./control-plane";
import { DEFINITIONS_REQUIREMENTS, installDefinitions } from "./definitions";
import { CONTEXT } from "./kubeconfig";
import { NODES } from "./nodes";

/** What `KubernetesSandbox` needs on this machine. */
export const KUBERNETES_REQUIREMENTS: readonly Requirement[] = [
  ...CONTROL_PLANE_REQUIREMENTS,
  ...DEFINITIONS_REQUIREMENTS,
];

/**
 * A real Kubernetes control plane with nodes that have no machine behind them: objects are validated, admitted,
 * scheduled and scaled as anywhere, and pods become ready without their containers ever running.
 */
export class KubernetesSandbox {
  /** Name of the only context in `kubeconfig`. */
  public readonly context = CONTEXT;

  private constructor(
    private readonly folder: string,
    private readonly controlPlane: ControlPlane,
  ) {}

  public static async start(): Promise<KubernetesSandbox> {
    const folder = temporaryFolder("kubernetes");
    const sandbox = new KubernetesSandbox(folder, await startControlPlane(folder));
    try {
      await sandbox.fill();
    } catch (error) {
      await sandbox.stop();
      throw error;
    }
    return sandbox;
  }

  /** Path of a kubeconfig for the administrator. */
  public get kubeconfig(): string {
    return this.controlPlane.kubeconfig;
  }

  /** Asks the API server as its administrator. */
  public get client(): KubernetesClient {
    return this.controlPlane.client;
  }

  /** Makes a namespace that is not there; under "restricted", as all are. */
  public async ensureNamespace(name: string): Promise<void> {
    const path = "/api/v1/namespaces";
    if ((await this.client.ask("GET", `${path}/${name}`)).status === 200) return;
    await this.client.create(path, { apiVersion: "v1", kind: "Namespace", metadata: { name } });
  }

  /** A volume for a claim of that size to be bound to: no driver makes volumes here. */
  public async makeVolume(name: string, storage: string): Promise<void> {
    await this.client.create("/api/v1/persistentvolumes", {
      apiVersion: "v1",
      kind: "PersistentVolume",
      metadata: { name },
      spec: { capacity: { storage }, accessModes: ["ReadWriteOnce"], hostPath: { path: "/nothing" } },
    });
  }

  /** Stops the servers, the last started first, and removes their data. */
  public async stop(): Promise<void> {
    for (const server of [...this.controlPlane.servers].reverse()) await server.stop();
    await removeFolder(this.folder);
  }

  private async fill(): Promise<void> {
    for (const node of NODES) await this.client.create("/api/v1/nodes", node);
    await installDefinitions(this.client);
    // Pods of a namespace are refused until its default service account is made.
    await waitUntil("the default namespace takes pods", async () => {
      return (
        (await this.client.ask("GET", "/api/v1/namespaces/default/serviceaccounts/default")).status === 200
      );
    });
  }
}
