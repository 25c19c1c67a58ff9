import { join } from "node:path";
import { addressesWithout, manifestsOf, providersOf, synthesise } from "./document";
import { inputsFor } from "./inputs";
import { LiveNamespace, routeWeights } from "./live";
import { describeWhen } from "./requirement";
import { HAS_KAFKA, Surroundings, surroundingRequirements } from "./surroundings";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";
import { testWorkloads } from "./workloads";

/**
 * Deploys an option with real Terraform and real providers, and looks at what came of it.
 * The tests follow one another, as the life of a deployment does.
 */
export function describeOption(id: string): void {
  const scratch = temporaryFolder(id);
  afterAll(() => removeFolder(scratch));

  const stack = synthesise(id, join(scratch, "cdktf.out"));
  const providers = providersOf(stack);
  const names = Object.keys(providers);
  const requirements = [
    ...terraformRequirements(Object.values(providers)),
    ...surroundingRequirements(names),
  ];

  // Not skipped with the rest, so that the folder is removed in any case.
  test(`${id} is synthesised with resources for a cluster`, () => {
    expect(names).toContain("kubernetes");
  });

  describeWhen(requirements, `${id} deployed`, () => {
    const options = HAS_KAFKA ? {} : { targets: addressesWithout("kafka", stack) };
    let surroundings: Surroundings;
    let terraform: Terraform;
    let namespace: LiveNamespace;

    beforeAll(async () => {
      surroundings = await Surroundings.start(names);
      const inputs = inputsFor(stack.document, surroundings.variables);
      terraform = new Terraform(stack.folder, { ...surroundings.env, ...inputs });
      namespace = new LiveNamespace(surroundings.kubernetes.client, id);
      await terraform.init();
    });
    afterAll(() => surroundings?.stop());

    test("is valid for the real providers, and plans", async () => {
      await terraform.validate();
      expect(await terraform.plan(options)).not.toBe("");
    });

    test(`applies${HAS_KAFKA ? "" : ", without its topics for want of a Kafka broker"}`, async () => {
      await terraform.apply(options);
    });

    testWorkloads(() => namespace);

    test("routes traffic by the weights of its document, to Services that exist", async () => {
      const declared = manifestsOf(stack).filter(({ kind }) => kind === "HTTPRoute");
      const live = await namespace.routeWeights();
      expect(live.length).toBeGreaterThan(0);
      expect(live).toEqual(declared.flatMap((route) => routeWeights(route)));

      const services = await namespace.services();
      expect(services).toEqual(expect.arrayContaining(live.map((text) => text.split(" ")[1])));
    });

    test("has nothing left to change", async () => {
      expect(await terraform.plan(options)).toBe("");
    });

    test("can be destroyed", async () => {
      await terraform.destroy();
      expect(await terraform.plan(options)).not.toBe("");
      expect(await namespace.workloads()).toEqual([]);
    });
  });
}
