import { type Call, Collection, RestStandIn, type Route } from "./rest-stand-in";

type Json = Readonly<Record<string, unknown>>;

/** The key of a thing in PagerDuty's answers, by its place in a path. */
const KINDS: Readonly<Record<string, string>> = {
  schedules: "schedule",
  escalation_policies: "escalation_policy",
  services: "service",
  integrations: "integration",
};

/** What PagerDuty adds to what it receives. */
const ADDED: Readonly<Record<string, Json>> = {
  schedules: { final_schedule: { name: "Final Schedule", rendered_coverage_percentage: 100 } },
  integrations: { integration_key: "key" },
};

/** Schedules, policies, services and their integrations; and people, who have their accounts already. */
export class PagerDutyStandIn extends RestStandIn {
  private readonly things = new Map(Object.keys(KINDS).map((kind) => [kind, new Collection()]));

  private constructor(private readonly emails: readonly string[]) {
    super();
  }

  public static start(emails: readonly string[]): Promise<PagerDutyStandIn> {
    return new PagerDutyStandIn(emails).begin();
  }

  public all(kind: string): readonly Json[] {
    return this.things.get(kind)?.all ?? [];
  }

  /** @see https://developer.pagerduty.com/api-reference/ */
  protected override routes(): readonly Route[] {
    const kinds = /^\/(schedules|escalation_policies|services)$/;
    const thing = /^\/(schedules|escalation_policies|services)\/(\w+)$/;
    const integrations = /^\/services\/\w+\/(integrations)$/;
    const integration = /^\/services\/\w+\/(integrations)\/(\w+)$/;
    return [
      [
        "GET",
        /^\/users$/,
        ({ query }) => ({ body: { users: this.people(query.get("query")), more: false } }),
      ],
      [
        "GET",
        /^\/vendors$/,
        () => ({ body: { vendors: [{ id: "PAZURE", name: "Microsoft Azure" }], more: false } }),
      ],
      ["POST", kinds, (call) => this.add(call)],
      ["POST", integrations, (call) => this.add(call)],
      ["GET", thing, (call) => this.read(call)],
      ["GET", integration, (call) => this.read(call)],
      ["GET", kinds, ({ parts: [kind = ""] }) => ({ body: { [kind]: this.all(kind), more: false } })],
      ["PUT", thing, (call) => this.change(call)],
      ["DELETE", thing, ({ parts: [kind = "", id = ""] }) => this.collection(kind).remove([id], 204)],
      ["DELETE", integration, ({ parts: [kind = "", id = ""] }) => this.collection(kind).remove([id], 204)],
    ];
  }

  private people(email: string | null): Json[] {
    const all = this.emails.map((address, index) => ({ id: `PUSER${index}`, name: address, email: address }));
    return all.filter((person) => email === null || person.email === email);
  }

  private collection(kind: string): Collection {
    return this.things.get(kind) ?? new Collection();
  }

  private add(call: Call) {
    this.lastId += 1;
    return { ...this.change(call, `P${String(this.lastId).padStart(6, "0")}`), status: 201 };
  }

  private change({ parts: [kind = "", known = ""], body }: Call, id = known) {
    const name = KINDS[kind] ?? "";
    const received = withTimes((body as Record<string, Json>)[name] ?? {});
    const more = ADDED[kind] ?? {};
    this.collection(kind).set(id, { ...received, ...more, id });
    return { body: { [name]: this.collection(kind).get(id) } };
  }

  private read({ parts: [kind = "", id = ""] }: Call) {
    const thing = this.collection(kind).get(id);
    return thing === undefined
      ? { status: 404, body: { error: { message: "Not Found", code: 2100 } } }
      : { body: { [KINDS[kind] ?? ""]: thing } };
  }
}

/** PagerDuty reads a time as the provider writes it, `2026-01-05 08:00:00 +0000 UTC`, and gives it back as RFC 3339. */
function withTimes(thing: Json): Json {
  const text = JSON.stringify(thing);
  return JSON.parse(text.replace(/(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) \+0000 UTC/g, "$1T$2Z"));
}
