import { Collection, RestStandIn, type Route } from "./rest-stand-in";

type Json = Readonly<Record<string, unknown>>;

const WHEN = "2026-01-05T00:00:00+00:00";
const AUTHOR = { name: "frog", handle: "frog@example.test", email: "frog@example.test" };

/** What Datadog received, by kind. */
export class DatadogStandIn extends RestStandIn {
  public readonly dashboards = new Collection();
  public readonly monitors = new Collection();
  public readonly objectives = new Collection();
  public readonly downtimes = new Collection();
  public readonly spanMetrics = new Collection();
  public readonly slackChannels = new Collection();
  protected override lastId = 1000;

  public static start(): Promise<DatadogStandIn> {
    return new DatadogStandIn().begin();
  }

  /** Everything that is left. */
  public get count(): number {
    const kinds = [this.dashboards, this.monitors, this.objectives, this.downtimes, this.spanMetrics];
    return [...kinds, this.slackChannels].reduce((sum, { all }) => sum + all.length, 0);
  }

  protected override routes(): readonly Route[] {
    return [...this.version1(), ...this.version2()];
  }

  /** @see https://docs.datadoghq.com/api/latest/ */
  private version1(): readonly Route[] {
    const dashboard = /^\/api\/v1\/dashboard\/([^/]+)$/;
    const monitor = /^\/api\/v1\/monitor\/(\d+)$/;
    const objective = /^\/api\/v1\/slo\/([^/]+)$/;
    const channels = /^\/api\/v1\/integration\/slack\/configuration\/accounts\/([^/]+)\/channels$/;
    const channel = /^\/api\/v1\/integration\/slack\/configuration\/accounts\/([^/]+)\/channels\/(.+)$/;
    return [
      // It takes any keys, and any query.
      ["GET", /^\/api\/v1\/validate$/, () => ({ body: { valid: true } })],
      ["POST", /^\/api\/v1\/monitor(\/\d+)?\/validate$/, () => ({ body: {} })],
      ["POST", /^\/api\/v1\/dashboard$/, ({ body }) => this.addDashboard(this.nextId(), body as Json)],
      ["GET", dashboard, ({ parts }) => this.dashboards.read(parts)],
      ["PUT", dashboard, ({ parts: [id = ""], body }) => this.addDashboard(id, body as Json)],
      ["DELETE", dashboard, ({ parts }) => this.dashboards.remove(parts)],
      ["POST", /^\/api\/v1\/monitor$/, ({ body }) => this.addMonitor(this.nextId(), body as Json)],
      ["GET", monitor, ({ parts }) => this.monitors.read(parts)],
      ["PUT", monitor, ({ parts: [id = ""], body }) => this.addMonitor(id, body as Json)],
      ["DELETE", monitor, ({ parts }) => this.monitors.remove(parts)],
      ["POST", /^\/api\/v1\/slo$/, ({ body }) => this.addObjective(this.nextId(), body as Json)],
      ["GET", objective, ({ parts: [id = ""] }) => this.objective(id)],
      ["PUT", objective, ({ parts: [id = ""], body }) => this.addObjective(id, body as Json)],
      ["DELETE", objective, ({ parts }) => this.objectives.remove(parts)],
      ["POST", channels, ({ body }) => this.slackChannels.set(String((body as Json)["name"]), body)],
      ["GET", channel, ({ parts: [, name = ""] }) => this.slackChannels.read([name])],
      ["DELETE", channel, ({ parts: [, name = ""] }) => this.slackChannels.remove([name], 204)],
    ];
  }

  private version2(): readonly Route[] {
    const downtime = /^\/api\/v2\/downtime\/([^/]+)$/;
    const metric = /^\/api\/v2\/apm\/config\/metrics\/(.+)$/;
    return [
      ["POST", /^\/api\/v2\/downtime$/, ({ body }) => this.addDowntime(body as Json)],
      ["GET", downtime, ({ parts }) => this.downtimes.read(parts)],
      ["DELETE", downtime, ({ parts }) => this.downtimes.remove(parts, 204)],
      ["POST", /^\/api\/v2\/apm\/config\/metrics$/, ({ body }) => this.addSpanMetric(body as Json)],
      ["GET", metric, ({ parts }) => this.spanMetrics.read(parts)],
      ["DELETE", metric, ({ parts }) => this.spanMetrics.remove(parts, 204)],
    ];
  }

  /** Datadog adds an id to each widget, and lists that the caller left out. */
  private addDashboard(id: string, received: Json) {
    return this.dashboards.set(id, {
      notify_list: [],
      template_variables: [],
      description: null,
      ...received,
      widgets: this.withIds(received["widgets"]),
      id,
      url: `/dashboard/${id}/the-title`,
      is_read_only: false,
      author_handle: AUTHOR.handle,
      author_name: null,
      created_at: WHEN,
      modified_at: WHEN,
    });
  }

  private withIds(widgets: unknown): unknown[] {
    return (widgets as { definition: Json }[]).map(({ definition }) => ({
      id: Number(this.nextId()),
      definition: Array.isArray(definition["widgets"])
        ? { ...definition, widgets: this.withIds(definition["widgets"]) }
        : definition,
    }));
  }

  private addMonitor(id: string, received: Json) {
    return this.monitors.set(id, {
      ...received,
      id: Number(id),
      options: { silenced: {}, notify_audit: false, ...(received["options"] as Json) },
      ...{ org_id: 1, created_at: 1, created: WHEN, modified: WHEN, deleted: null, creator: AUTHOR },
      ...{ overall_state: "No Data", overall_state_modified: null, multi: false, restricted_roles: null },
    });
  }

  private addObjective(id: string, received: Json) {
    const objective = { ...received, id, creator: AUTHOR, created_at: 1, modified_at: 1 };
    this.objectives.set(id, objective);
    return { body: { data: [objective], error: null } };
  }

  private objective(id: string) {
    const data = this.objectives.get(id);
    return data === undefined
      ? { status: 404, body: { errors: ["not found"] } }
      : { body: { data, errors: [] } };
  }

  private addDowntime({ data }: Json) {
    const id = `00000000-0000-0000-0000-00000000${this.nextId()}`;
    const received = data as { attributes: { schedule: Json } };
    const dates = { canceled: null, created: WHEN, modified: WHEN, status: "scheduled" };
    const notices = { notify_end_states: ["alert", "warn", "no data"], notify_end_types: ["expired"] };
    return this.downtimes.set(id, {
      data: { ...received, id, attributes: { ...notices, ...received.attributes, ...dates } },
    });
  }

  /** Its id is its name. */
  private addSpanMetric({ data }: Json) {
    const received = data as { id: string };
    // The provider puts the name in quotation marks when it creates, and Datadog takes them off.
    const id = received.id.replace(/^"|"$/g, "");
    return this.spanMetrics.set(id, { data: { ...received, id } });
  }
}
