import { TRADITIONAL } from "../config/reviews/003-shop/application/1-traditional";
import { FRANKENPHP } from "../config/reviews/003-shop/application/2-frankenphp";
import { TUNED } from "../config/reviews/003-shop/application/3-tuned";
import { VARNISHED } from "../config/reviews/003-shop/application/4-varnish";
import { SEARCH } from "../config/reviews/003-shop/application/5-opensearch";
import { SEARCH_DRIVEN } from "../config/reviews/003-shop/application/6-search-driven";
import { ENTERPRISE } from "../config/reviews/003-shop/application/7-enterprise";
import { describeWhen } from "./requirement";
import { SWARM_REQUIREMENTS, Swarm } from "./swarm";
import { configNamed, imagesOf, nodeLabelsOf, serviceNamed, servicesOf } from "./swarm/document";
import { PhaseStack } from "./swarm/phase-stack";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

const scratch = temporaryFolder("shop");
afterAll(() => removeFolder(scratch));

const STACKS = [TRADITIONAL, FRANKENPHP, TUNED, VARNISHED, SEARCH, SEARCH_DRIVEN, ENTERPRISE].map(
  (phase) => new PhaseStack(phase, scratch),
);
const PROVIDERS = STACKS.map(({ document }) => document.terraform.required_providers.docker);

function stackOf(phase: object): PhaseStack {
  return STACKS.find((stack) => stack.phase === phase) as PhaseStack;
}

function secretValue(name: string): string {
  return `the value of ${name}`;
}

// Not skipped with the rest, so that the folder is removed in any case.
test("the shop is synthesised with services for a Swarm", () => {
  for (const { document } of STACKS) expect(servicesOf(document).length).toBeGreaterThan(3);
});

describeWhen([...SWARM_REQUIREMENTS, ...terraformRequirements(PROVIDERS)], "the shop on a Swarm", () => {
  let swarm: Swarm;

  beforeAll(async () => {
    swarm = await Swarm.start();
  });
  afterAll(() => swarm?.stop());

  /** Puts everything into the Swarm that a stack finds there; a secret of an earlier time is still there. */
  async function prepare(stack: PhaseStack): Promise<Terraform> {
    const inputs = stack.inputs(swarm.host, (secret) => {
      const name = `${stack.inSwarm(secret)}_v1`;
      return swarm.tryFindSecret(name) ?? swarm.addSecret(name, secretValue(secret));
    });
    await swarm.addStandIns(imagesOf(stack.document, inputs));
    for (const label of nodeLabelsOf(stack.document)) swarm.labelNode(label);
    const terraform = new Terraform(stack.folder, inputs);
    await terraform.init();
    return terraform;
  }

  // Each has its tests follow one another, as the life of a deployment does.
  describe.each(STACKS)("$phase.id", (stack) => {
    let terraform: Terraform;

    beforeAll(async () => {
      terraform = await prepare(stack);
    });

    test("is valid for the real provider, applies, and runs every task of every service", async () => {
      await terraform.validate();
      await terraform.apply();
      const wanted = servicesOf(stack.document).map(({ name, mode }) => {
        const { replicas } = mode.replicated;
        return [name, `${replicas}/${replicas}`];
      });
      expect(swarm.services()).toEqual(Object.fromEntries(wanted));
    });

    test("gives PostgreSQL its password as a file, and no secret to the state", async () => {
      const [container] = swarm.containersOf(stack.inSwarm("postgres"));
      const value = swarm.readFile(container?.id ?? "", "/run/secrets/postgres-password");
      expect(value).toBe(secretValue("postgres-password"));
      const state = JSON.stringify(await terraform.showJson());
      for (const name of Object.keys(stack.phase.secrets)) expect(state).not.toContain(secretValue(name));
    });

    test("has nothing left to change", async () => {
      expect(await terraform.plan()).toBe("");
    });

    test("can be destroyed", async () => {
      await terraform.destroy();
      expect(swarm.services()).toEqual({});
    });
  });

  // The tests follow one another: each deploys on what the one before has left.
  describe("the shop grows", () => {
    const orders = "/var/lib/postgresql/data/orders";
    let terraform: Terraform;
    afterAll(() => terraform?.destroy());

    test.each(STACKS)("to $phase.id, on the data of the phase before", async (stack) => {
      terraform = await prepare(stack);
      await terraform.apply();
      expect(Object.keys(swarm.services()).sort()).toEqual(
        servicesOf(stack.document)
          .map(({ name }) => name)
          .sort(),
      );
      const [database] = swarm.containersOf(stack.inSwarm("postgres")).filter(({ running }) => running);
      const write = ["exec", database?.id ?? "", "sh", "-c", `echo "order 1" > ${orders}`];
      if (stack.phase === TRADITIONAL) swarm.docker(write);
      expect(swarm.readFile(database?.id ?? "", orders)).toBe("order 1");
      expect(await terraform.plan()).toBe("");
    });
  });

  // The tests follow one another.
  describe("an update", () => {
    const stack = stackOf(TRADITIONAL);
    let terraform: Terraform;

    const running = (service: string) =>
      swarm.containersOf(stack.inSwarm(service)).filter((container) => container.running);

    /** When the task before the update ended, and the one after it began. */
    async function turn(service: string): Promise<{ readonly ended: number; readonly began: number }> {
      await swarm.untilUpdate(stack.inSwarm(service), "completed");
      const [before, after] = swarm.containersOf(stack.inSwarm(service)).slice(-2);
      return { ended: Date.parse(before?.finishedAt ?? ""), began: Date.parse(after?.startedAt ?? "") };
    }

    beforeAll(async () => {
      terraform = await prepare(stack);
      await terraform.apply();
    });
    afterAll(() => terraform?.destroy());

    test("of a config makes the new one, rolls the service that mounts it, and removes the old one", async () => {
      const config = configNamed(stack.document, "nginx");
      const before = config.name;
      config.name = stack.inSwarm("nginx_next");
      config.data = Buffer.from("next").toString("base64");
      stack.write();
      await terraform.apply();
      await swarm.untilUpdate(stack.inSwarm("nginx"), "completed");
      expect(swarm.configs()).toContain(config.name);
      expect(swarm.configs()).not.toContain(before);
      const contents = running("nginx").map(({ id }) => swarm.readFile(id, "/etc/nginx/nginx.conf"));
      expect(contents).toEqual(["next", "next"]);
    });

    test("starts Redis anew before the old one ends, and PostgreSQL after: never two on one volume", async () => {
      for (const name of ["redis", "postgres"]) {
        const container = serviceNamed(stack.document, name).task_spec.container_spec;
        container.env = { ...container.env, CHANGED: "1" };
      }
      stack.write();
      await terraform.apply();
      const redis = await turn("redis");
      expect(redis.began).toBeLessThan(redis.ended);
      const postgres = await turn("postgres");
      expect(postgres.began).toBeGreaterThan(postgres.ended);
    });

    test("that fails is rolled back by the Swarm, and the next plan shows it", async () => {
      const before = running("redis");
      serviceNamed(stack.document, "redis").task_spec.container_spec.args = ["/not/there"];
      stack.write();
      // Whether the apply notices depends on when it looks: while the old task runs, the service is whole.
      await terraform.apply().catch((error: Error) => expect(error.message).toContain("rollback"));
      await swarm.untilUpdate(stack.inSwarm("redis"), "rollback_completed");
      expect(running("redis")).toEqual(before);
      expect(await terraform.plan()).not.toBe("");
    });
  });
});
