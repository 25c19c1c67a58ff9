import { generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tryFindInCache, tryFindOnPath } from "../cache";
import { answers, freePorts, LOOPBACK } from "../loopback";
import { type Requirement, required } from "../requirement";
import { Server } from "../server";
import versions from "../versions.json";
import { KubernetesClient } from "./client";
import { writeKubeconfig } from "./kubeconfig";

const PROGRAMS = {
  etcd: tryFindOnPath("etcd"),
  "kube-apiserver": tryFindInCache(`kubernetes-${versions.kubernetes}`, "kube-apiserver"),
  "kube-controller-manager": tryFindInCache(`kubernetes-${versions.kubernetes}`, "kube-controller-manager"),
  "kube-scheduler": tryFindInCache(`kubernetes-${versions.kubernetes}`, "kube-scheduler"),
  kwok: tryFindInCache(`kwok-${versions.kwok}`, "kwok"),
};
type Program = keyof typeof PROGRAMS;

/** What a control plane needs on this machine. */
export const CONTROL_PLANE_REQUIREMENTS: readonly Requirement[] = Object.entries(PROGRAMS).map(
  ([name, path]) => required(name, path),
);

const ADMIN_TOKEN = "sandbox-admin";

/** A running control plane. */
export interface ControlPlane {
  readonly client: KubernetesClient;
  /** Path of a kubeconfig for its administrator. */
  readonly kubeconfig: string;
  /** In the order of their start. */
  readonly servers: readonly Server[];
}

/**
 * Starts etcd, API server, controller manager, scheduler and kwok in a folder, each on loopback only.
 * Every namespace enforces the Pod Security Standard "restricted", whatever its own labels say.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-admission-controller/
 */
export async function startControlPlane(folder: string): Promise<ControlPlane> {
  const [etcdPort = 0, peerPort = 0, apiPort = 0, kwokPort = 0] = await freePorts(4);
  const url = `https://${LOOPBACK}:${apiPort}`;
  const certificateFile = join(folder, "apiserver.crt");
  const kubeconfig = writeKubeconfig(join(folder, "kubeconfig"), {
    url,
    certificateFile,
    token: ADMIN_TOKEN,
  });
  writeApiServerFiles(folder);
  const servers: Server[] = [];
  const start = (program: Program, args: readonly string[]) => {
    const server = new Server({ name: program, program: find(program), args, folder });
    servers.push(server);
    return server;
  };

  try {
    await start("etcd", etcdFlags(etcdPort, peerPort)).untilReady(() => answers(etcdPort));
    const apiServer = start("kube-apiserver", apiServerFlags(folder, etcdPort, apiPort));
    // The API server writes its own certificate before it listens.
    await apiServer.untilReady(() => answers(apiPort));
    const client = new KubernetesClient(
      { url, certificate: readFileSync(certificateFile, "utf8") },
      ADMIN_TOKEN,
    );
    await apiServer.untilReady(async () => (await client.ask("GET", "/readyz")).status === 200);
    start("kube-controller-manager", controllerManagerFlags(folder, kubeconfig));
    start("kube-scheduler", [`--kubeconfig=${kubeconfig}`, "--secure-port=0", "--leader-elect=false"]);
    start("kwok", [
      `--kubeconfig=${kubeconfig}`,
      "--manage-all-nodes=true",
      "--node-lease-duration-seconds=40",
      `--server-address=${LOOPBACK}:${kwokPort}`,
    ]);
    return { client, kubeconfig, servers };
  } catch (error) {
    for (const server of servers.reverse()) await server.stop();
    throw error;
  }
}

function find(program: Program): string {
  const path = PROGRAMS[program];
  if (path === undefined) throw new Error(`${program} is not installed; run: node sandbox/install.mjs`);
  return path;
}

function writeApiServerFiles(folder: string): void {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(join(folder, "service-account.key"), privateKey.export({ type: "pkcs8", format: "pem" }));
  writeFileSync(join(folder, "service-account.pub"), publicKey.export({ type: "spki", format: "pem" }));
  writeFileSync(join(folder, "tokens.csv"), `${ADMIN_TOKEN},admin,admin,system:masters\n`);
  writeFileSync(join(folder, "admission.json"), JSON.stringify(RESTRICTED_EVERYWHERE));
}

const RESTRICTED_EVERYWHERE = {
  apiVersion: "apiserver.config.k8s.io/v1",
  kind: "AdmissionConfiguration",
  plugins: [
    {
      name: "PodSecurity",
      configuration: {
        apiVersion: "pod-security.admission.config.k8s.io/v1",
        kind: "PodSecurityConfiguration",
        defaults: { enforce: "restricted", "enforce-version": "latest" },
      },
    },
  ],
};

function etcdFlags(port: number, peerPort: number): string[] {
  const client = `http://${LOOPBACK}:${port}`;
  const peer = `http://${LOOPBACK}:${peerPort}`;
  return [
    "--name=sandbox",
    "--data-dir=etcd",
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=sandbox=${peer}`,
    // Its data is thrown away with its folder.
    "--unsafe-no-fsync",
  ];
}

function apiServerFlags(folder: string, etcdPort: number, port: number): string[] {
  return [
    `--etcd-servers=http://${LOOPBACK}:${etcdPort}`,
    `--bind-address=${LOOPBACK}`,
    `--advertise-address=${LOOPBACK}`,
    "--endpoint-reconciler-type=none",
    `--secure-port=${port}`,
    `--cert-dir=${folder}`,
    "--authorization-mode=RBAC",
    `--token-auth-file=${join(folder, "tokens.csv")}`,
    `--admission-control-config-file=${join(folder, "admission.json")}`,
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${join(folder, "service-account.pub")}`,
    `--service-account-signing-key-file=${join(folder, "service-account.key")}`,
    "--service-cluster-ip-range=10.96.0.0/16",
  ];
}

function controllerManagerFlags(folder: string, kubeconfig: string): string[] {
  return [
    `--kubeconfig=${kubeconfig}`,
    "--secure-port=0",
    "--leader-elect=false",
    `--service-account-private-key-file=${join(folder, "service-account.key")}`,
    // Its usual 15 seconds would be waited for in every test.
    "--horizontal-pod-autoscaler-sync-period=2s",
  ];
}
