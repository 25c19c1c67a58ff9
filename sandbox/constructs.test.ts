import { join } from "node:path";
import { manifestsOf, providersOf, type Stack, settled } from "./document";
import { buildExample, EXAMPLES } from "./examples";
import { inputsFor } from "./inputs";
import { LiveNamespace } from "./live";
import { describeWhen } from "./requirement";
import { Surroundings, surroundingRequirements } from "./surroundings";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";
import { waitUntil } from "./wait";

const scratch = temporaryFolder("constructs");
afterAll(() => removeFolder(scratch));

const STACKS = Object.keys(EXAMPLES).map((name) =>
  buildExample(name as keyof typeof EXAMPLES, join(scratch, "cdktf.out")),
);
const REQUIREMENTS = [
  ...terraformRequirements(STACKS.flatMap((stack) => Object.values(providersOf(stack)))),
  ...surroundingRequirements([]),
];

/** What the guide of RabbitMQ finds in its cluster. */
const NAMESPACE = { metadata: { name: "shop" } };
/** The namespace of an example's objects: its own, or the one that was there. */
function namespaceOf({ document }: Stack): string {
  const [own = NAMESPACE] = Object.values(document.resource["kubernetes_namespace_v1"] ?? {});
  return (own as typeof NAMESPACE).metadata.name;
}

/** A value in which each reference stands for whatever Terraform found there. */
function anyReference(value: unknown): unknown {
  if (typeof value === "string") {
    const parts = value.split(/\$\{[^}]*\}/);
    if (parts.length === 1) return value;
    const literal = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return expect.stringMatching(new RegExp(`^${literal.join(".+")}$`));
  }
  if (Array.isArray(value)) return value.map(anyReference);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, anyReference(inner)]));
}

// Not skipped with the rest, so that the folder is removed in any case.
test("each guide's example has resources for a cluster", () => {
  for (const stack of STACKS) expect(Object.keys(providersOf(stack))).toContain("kubernetes");
});

describeWhen(REQUIREMENTS, "each construct alone, as its guide has it:", () => {
  let surroundings: Surroundings;

  beforeAll(async () => {
    surroundings = await Surroundings.start([]);
    const { kubernetes } = surroundings;
    await kubernetes.client.create("/api/v1/namespaces", NAMESPACE);
    // The claim of the single broker.
    await kubernetes.makeVolume("messaging", "100Gi");
  });
  afterAll(() => surroundings?.stop());

  // The tests follow one another, as the life of a deployment does.
  describe.each(STACKS)("$id", (stack) => {
    let terraform: Terraform;
    let namespace: LiveNamespace;

    beforeAll(async () => {
      const { kubernetes, env, variables } = surroundings;
      terraform = new Terraform(stack.folder, { ...env, ...inputsFor(stack.document, variables) });
      namespace = new LiveNamespace(kubernetes.client, namespaceOf(stack));
      await terraform.init();
    });

    test("applies, has its pods admitted and ready, and its custom resources as they are declared", async () => {
      await terraform.apply();
      await waitUntil("every workload has its ready pods", async () =>
        (await namespace.workloads()).every(({ leastPods, readyPods }) => readyPods >= leastPods),
      );
      expect(await namespace.failedCreations()).toEqual([]);
      const containers = await namespace.containers();
      expect(containers).toEqual(containers.map(({ name }) => ({ name, runAsNonRoot: true })));
      for (const manifest of manifestsOf(stack)) {
        const live = await surroundings.kubernetes.client.find(settled(manifest, namespaceOf(stack)));
        expect(live["spec"]).toMatchObject(anyReference(manifest["spec"]) as object);
      }
    });

    test("has nothing left to change", async () => {
      expect(await terraform.plan()).toBe("");
    });

    test("can be destroyed", async () => {
      await terraform.destroy();
      expect(await namespace.workloads()).toEqual([]);
    });
  });
});
