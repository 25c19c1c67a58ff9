import { KUBERNETES_REQUIREMENTS, KubernetesSandbox } from "./kubernetes";
import { describeWhen } from "./requirement";

const PODS = "/api/v1/namespaces/default/pods";

const RESTRICTED = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  runAsNonRoot: true,
  seccompProfile: { type: "RuntimeDefault" },
};

function pod(name: string, securityContext: Record<string, unknown>): unknown {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name },
    spec: { containers: [{ name: "main", image: "example.test/main:1", securityContext }] },
  };
}

describeWhen(KUBERNETES_REQUIREMENTS, "the sandbox's API server", () => {
  let sandbox: KubernetesSandbox;

  beforeAll(async () => {
    sandbox = await KubernetesSandbox.start();
  });
  afterAll(() => sandbox?.stop());

  test("admits a pod that keeps to Pod Security's restricted standard", async () => {
    await sandbox.client.create(PODS, pod("restricted", RESTRICTED));
    await expect(sandbox.client.get(`${PODS}/restricted`)).resolves.toMatchObject({ kind: "Pod" });
  });

  test.each([
    ["may run as root", { runAsNonRoot: false }, "runAsNonRoot != true"],
    ["may gain privileges", { allowPrivilegeEscalation: true }, "allowPrivilegeEscalation != false"],
    ["keeps capabilities", { capabilities: {} }, "unrestricted capabilities"],
    ["has no seccomp profile", { seccompProfile: undefined }, "seccompProfile"],
  ])("refuses a pod that %s", async (_, change, reason) => {
    await expect(sandbox.client.create(PODS, pod("loose", { ...RESTRICTED, ...change }))).rejects.toThrow(
      reason,
    );
  });
});
