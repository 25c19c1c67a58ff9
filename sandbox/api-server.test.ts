import { join } from "node:path";
import { manifestsOf, settled, synthesiseAll } from "./document";
import { buildExample, EXAMPLES } from "./examples";
import { KUBERNETES_REQUIREMENTS, KubernetesSandbox } from "./kubernetes";
import type { KubernetesObject } from "./kubernetes/client";
import { UNCHECKED_KINDS } from "./kubernetes/definitions";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";

const scratch = temporaryFolder("custom-resources");
afterAll(() => removeFolder(scratch));

const STACKS = [
  ...synthesiseAll(join(scratch, "options")),
  ...Object.keys(EXAMPLES).map((name) =>
    buildExample(name as keyof typeof EXAMPLES, join(scratch, "examples")),
  ),
];
const OBJECTS = STACKS.flatMap((stack) =>
  manifestsOf(stack)
    .filter(({ kind }) => !UNCHECKED_KINDS.includes(kind))
    .map((manifest) => ({ owner: stack.id, object: settled(manifest, "default") })),
);

/** The first object of a kind. */
function objectOf(kind: string): KubernetesObject {
  const found = OBJECTS.find(({ object }) => object.kind === kind);
  if (found === undefined) throw new Error(`no stack has a ${kind}`);
  return found.object;
}

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

// Not skipped with the rest, so that the folder is removed in any case.
test("no kind of custom resource is left out", () => {
  const kinds = new Set(OBJECTS.map(({ object }) => object.kind));
  const known = [
    ...["AppProject", "Application", "ExternalSecret", "HTTPRoute", "PodMonitor", "PrometheusRule"],
    ...["Rollout", "ScaledObject", "SecretStore", "VerticalPodAutoscaler"],
  ];
  expect([...kinds]).toEqual(expect.arrayContaining(known));
});

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

  describe("with the definitions of the kinds' own projects", () => {
    test.each(OBJECTS)(
      "takes $object.kind $object.metadata.name of $owner, field by field",
      async ({ object }) => {
        await sandbox.client.wouldCreate(object);
      },
    );

    test.each([
      ["a field that there is not", { minReplicaCounts: 2 }, 'unknown field "spec.minReplicaCounts"'],
      [
        "a text for a number",
        { minReplicaCount: "two" },
        "spec.minReplicaCount in body must be of type integer",
      ],
      ["no trigger", { triggers: undefined }, "spec.triggers: Required value"],
    ])("refuses a ScaledObject with %s", async (_, change, reason) => {
      const scaledObject = objectOf("ScaledObject");
      const spec = { ...(scaledObject["spec"] as object), ...change };
      await expect(sandbox.client.wouldCreate({ ...scaledObject, spec })).rejects.toThrow(reason);
    });
  });
});
