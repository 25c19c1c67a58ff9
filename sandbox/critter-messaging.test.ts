import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { synthesise } from "./document";
import { inputsFor } from "./inputs";
import { describeWhen } from "./requirement";
import { SWARM_REQUIREMENTS, Swarm } from "./swarm";
import { BROKER_IMAGE_REQUIREMENTS } from "./swarm/broker-image";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";
import { waitUntil } from "./wait";

/** The broker's container in the Terraform JSON, as far as it is changed here. */
interface ContainerJson {
  readonly name: string;
  hostname?: string;
  stop_timeout: number;
  readonly healthcheck: { interval: string };
  readonly upload: { readonly file: string; content: string }[];
}

const scratch = temporaryFolder("critter-messaging");
afterAll(() => removeFolder(scratch));

const stack = synthesise("critter-compose", join(scratch, "cdktf.out"));
const containers = (stack.document.resource["docker_container"] ?? {}) as Record<string, ContainerJson>;
const [[id, broker] = ["", undefined]] = Object.entries(containers).filter(([key]) =>
  key.includes("messaging"),
);
const address = `docker_container.${id}`;
const USER = { name: "critter", password: "of the sandbox" };

test("critter-compose is synthesised with a broker", () => {
  expect(broker?.name).toBe("critter-supply-messaging");
});

/** Debian's broker is of version 3, which does not know the queue type of clients, nor a limit without end. */
function speakVersion3(container: ContainerJson): void {
  for (const upload of container.upload) {
    if (upload.file.endsWith(".conf"))
      upload.content = upload.content.replace(/^default_queue_type.*\n/m, "");
    if (!upload.file.endsWith("topology.json")) continue;
    const definitions = JSON.parse(upload.content) as { policies: { definition: Record<string, unknown> }[] };
    const policies = definitions.policies.filter(({ definition }) => definition["delivery-limit"] !== -1);
    upload.content = JSON.stringify({ ...definitions, policies });
  }
}

/** The deployer's own file: a user with a hash of the password, as `rabbitmqctl hash_password` makes it. */
function usersFile(): string {
  const salt = Buffer.from("salt");
  const hash = createHash("sha256")
    .update(Buffer.concat([salt, Buffer.from(USER.password)]))
    .digest();
  const all = { configure: ".*", write: ".*", read: ".*" };
  return JSON.stringify({
    users: [
      {
        name: USER.name,
        password_hash: Buffer.concat([salt, hash]).toString("base64"),
        hashing_algorithm: "rabbit_password_hashing_sha256",
        tags: ["administrator"],
      },
    ],
    permissions: [{ user: USER.name, vhost: "critter-supply", ...all }],
  });
}

const requirements = [
  ...SWARM_REQUIREMENTS,
  ...BROKER_IMAGE_REQUIREMENTS,
  ...terraformRequirements(Object.values(stack.document.terraform.required_providers)),
];

// The tests follow one another.
describeWhen(requirements, "RabbitMQ of critter-compose, the real one in its container", () => {
  const name = broker?.name ?? "";
  const options = { targets: [address] };
  let docker: Swarm;
  let terraform: Terraform;

  /** Asks the management API from inside: the container has no port on the host. */
  function ask(path: string, body?: object): unknown {
    const login = Buffer.from(`${USER.name}:${USER.password}`).toString("base64");
    const post = body === undefined ? [] : ["--post-data", JSON.stringify(body)];
    const url = `http://127.0.0.1:15672/api/${path}`;
    const wget = ["wget", "-q", "-O", "-", "--header", `Authorization: Basic ${login}`, ...post, url];
    return JSON.parse(docker.docker(["exec", name, ...wget]));
  }

  const publish = (payload: string) =>
    ask("exchanges/critter-supply/critter.events/publish", {
      properties: { delivery_mode: 2 },
      routing_key: "order.placed",
      payload,
      payload_encoding: "string",
    });
  /** Messages that wait, read and put back. */
  const waiting = () =>
    (
      ask("queues/critter-supply/orders/get", {
        count: 100,
        ackmode: "ack_requeue_true",
        encoding: "auto",
      }) as { payload: string }[]
    ).map(({ payload }) => payload);
  const serves = () =>
    waitUntil("the broker answers and has its queue", async () => {
      try {
        return (ask("queues/critter-supply/orders") as { state?: string }).state === "running";
      } catch {
        return false;
      }
    });
  const node = () => (ask("overview") as { node: string }).node;

  beforeAll(async () => {
    if (broker === undefined) throw new Error("there is no broker");
    speakVersion3(broker);
    broker.healthcheck.interval = "2s";
    writeFileSync(join(stack.folder, "cdk.tf.json"), JSON.stringify(stack.document));
    const secrets = join(scratch, "secrets");
    mkdirSync(secrets);
    writeFileSync(join(secrets, "rabbitmq-users"), usersFile(), { mode: 0o444 });
    docker = await Swarm.start();
    docker.addBroker("rabbitmq:4.2.6-management");
    const inputs = inputsFor(stack.document, { docker_host: docker.host, secrets_folder: secrets });
    terraform = new Terraform(stack.folder, inputs);
    await terraform.init();
  });
  afterAll(() => docker?.stop());

  test("is healthy by its own check, with the user and the queues of its definitions", async () => {
    await terraform.apply(options);
    await serves();
    expect(node()).toBe("rabbit@messaging");
    expect(ask("queues/critter-supply/orders")).toMatchObject({ durable: true, type: "quorum" });
    expect((ask("users") as { name: string }[]).map((user) => user.name)).toEqual([USER.name]);
  });

  test("keeps a confirmed message over a restart that gives it no time", async () => {
    expect(publish("before the restart")).toEqual({ routed: true });
    docker.docker(["restart", "--time", "0", name]);
    await serves();
    expect(waiting()).toEqual(["before the restart"]);
  });

  test("keeps it in a new container, which knows itself by the same name", async () => {
    docker.docker(["rm", "--force", name]);
    await terraform.apply(options);
    await serves();
    expect(node()).toBe("rabbit@messaging");
    expect(waiting()).toEqual(["before the restart"]);
  });

  test("would find nothing under another name: why the host name is fixed", async () => {
    docker.docker(["rm", "--force", name]);
    if (broker !== undefined) broker.hostname = "another";
    writeFileSync(join(stack.folder, "cdk.tf.json"), JSON.stringify(stack.document));
    await terraform.apply(options);
    await serves();
    expect(node()).toBe("rabbit@another");
    expect(waiting()).toEqual([]);
  });
});
