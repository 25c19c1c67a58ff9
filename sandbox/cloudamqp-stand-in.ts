import { Collection, RestStandIn, type Route } from "./rest-stand-in";

type Json = Readonly<Record<string, unknown>>;

const HOST = "mq-01.rmq.example.test";

/** Those that the options name. */
const REGIONS = [
  { provider: "azure-arm", region: "westeurope" },
  { provider: "amazon-web-services", region: "us-east-1" },
  { provider: "google-compute-engine", region: "us-east1" },
];

/** Instances as CloudAMQP keeps them: ready at once, and gone at once. */
export class CloudAmqpStandIn extends RestStandIn {
  public readonly instances = new Collection();
  public readonly alarms = new Collection();
  public readonly recipients = new Collection();

  public static start(): Promise<CloudAmqpStandIn> {
    return new CloudAmqpStandIn().begin();
  }

  /** What the provider needs to talk to it, and to nothing else. */
  public get env(): Record<string, string> {
    return { CLOUDAMQP_BASEURL: this.url, CLOUDAMQP_APIKEY: "none" };
  }

  /** @see https://docs.cloudamqp.com/cloudamqp_api.html */
  protected override routes(): readonly Route[] {
    const instance = /^\/api\/instances\/(\d+)$/;
    const recipient = /^\/api\/instances\/\d+\/alarms\/recipients\/(\d+)$/;
    const alarm = /^\/api\/instances\/\d+\/alarms\/(\d+)$/;
    return [
      ["POST", /^\/api\/instances\/\d+\/alarms$/, ({ body }) => this.watch(this.alarms, body as Json)],
      ["GET", alarm, ({ parts }) => this.alarms.read(parts)],
      ["DELETE", alarm, ({ parts }) => this.alarms.remove(parts, 204)],
      [
        "POST",
        /^\/api\/instances\/\d+\/alarms\/recipients$/,
        ({ body }) => this.watch(this.recipients, body as Json),
      ],
      ["GET", recipient, ({ parts }) => this.recipients.read(parts)],
      ["DELETE", recipient, ({ parts }) => this.recipients.remove(parts, 204)],
      ["GET", /^\/api\/plans$/, () => ({ body: [{ name: "bunny-3", backend: "rabbitmq", shared: false }] })],
      ["GET", /^\/api\/regions$/, () => ({ body: REGIONS })],
      ["POST", /^\/api\/instances$/, ({ body }) => this.add(body as Json)],
      ["GET", instance, ({ parts }) => this.instances.read(parts)],
      ["DELETE", instance, ({ parts }) => this.instances.remove(parts, 204)],
    ];
  }

  private watch(on: Collection, received: Json) {
    this.lastId += 1;
    return on.set(String(this.lastId), { ...received, id: this.lastId });
  }

  private add(received: Json) {
    this.lastId += 1;
    const id = this.lastId;
    const url = `amqps://user:password@${HOST}/vhost`;
    this.instances.set(String(id), {
      ...{ tags: [], rmq_version: "4.2.1", no_default_alarms: false },
      ...received,
      ...{ id, url, apikey: "key", ready: true, backend: "rabbitmq", vhost: "vhost" },
      nodes: Number(/-(\d)$/.exec(String(received["plan"]))?.[1] ?? 1),
      hostname_external: HOST,
      hostname_internal: `in-${HOST}`,
    });
    return { body: { id, url, apikey: "key" } };
  }
}
