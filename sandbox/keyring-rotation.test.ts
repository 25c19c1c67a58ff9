import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { providersOf, type Stack } from "./document";
import { buildGateway, ROTATION } from "./examples";
import { inputsFor } from "./inputs";
import { LiveNamespace } from "./live";
import { describeWhen } from "./requirement";
import { Surroundings, surroundingRequirements } from "./surroundings";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

const scratch = temporaryFolder("keyring");
afterAll(() => removeFolder(scratch));

const STEPS = ROTATION.map((keyring) => ({
  keyring,
  title: `${keyring.activeKid} of ${keyring.kids.join(" and ")}`,
  build: () => buildGateway(keyring, join(scratch, "cdktf.out")),
}));
const PROVIDERS = STEPS.slice(0, 1).flatMap(({ build }) => Object.values(providersOf(build())));

// Not skipped with the rest, so that the folder is removed in any case.
test("the rotation begins and ends with one key", () => {
  expect(STEPS.map(({ title }) => title)).toEqual([
    "k1 of k1",
    "k1 of k1 and k2",
    "k2 of k1 and k2",
    "k2 of k2",
  ]);
});

const REQUIREMENTS = [...terraformRequirements(PROVIDERS), ...surroundingRequirements(["aws"])];

// The tests follow one another, as the life of a key does.
describeWhen(REQUIREMENTS, "the gateway of the guide", () => {
  let surroundings: Surroundings;
  let terraform: Terraform;
  let key: string | undefined;

  beforeAll(async () => {
    surroundings = await Surroundings.start(["aws"]);
  });
  afterAll(() => surroundings?.stop());

  test.each(STEPS)(
    "seals its tokens with $title, and has nothing left to change",
    async ({ keyring, build }) => {
      const stack = build();
      putIntoNetwork(stack, surroundings.variables);
      const inputs = inputsFor(stack.document, surroundings.variables);
      key = inputs[`TF_VAR_gateway_booking_token_key_${keyring.activeKid}`];
      terraform = new Terraform(stack.folder, { ...surroundings.env, ...inputs });
      await terraform.init();
      await terraform.apply();
      expect(await terraform.plan()).toBe("");

      const secret = await surroundings.moto?.secret("travel/gateway/booking-token-keyring");
      const { activeKid, keys } = JSON.parse(secret ?? "") as { activeKid: string; keys: { kid: string }[] };
      expect([activeKid, keys.map(({ kid }) => kid)]).toEqual([keyring.activeKid, keyring.kids]);
    },
  );

  test("keeps no key in its state", async () => {
    const state = JSON.stringify(await terraform.showJson());
    expect(state).toContain("booking-token-keyring");
    expect(key?.length).toBeGreaterThan(40);
    expect(state).not.toContain(key);
  });

  test("can be destroyed", async () => {
    await terraform.destroy();
    expect(await new LiveNamespace(surroundings.kubernetes.client, "travel").workloads()).toEqual([]);
  });
});

/** Writes the network that there is into a document that names one by its ids. */
function putIntoNetwork({ folder, document }: Stack, variables: Readonly<Record<string, string>>): void {
  const subnets = JSON.parse(variables["cache_subnet_ids"] ?? "[]") as string[];
  const text = JSON.stringify(document)
    .replaceAll("vpc-0123456789abcdef0", variables["vpc_id"] ?? "")
    .replace(/subnet-0123456789abcdef(\d)/g, (id, index) => subnets[Number(index)] ?? id);
  writeFileSync(join(folder, "cdk.tf.json"), text);
}
