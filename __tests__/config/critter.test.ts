import {
  BOUNDED_CONTEXTS,
  CRITTER,
  callersOf,
  contextNamed,
  imageOf,
  usesBroker,
  variablesOf,
} from "../../config/reviews/002-critter-supply/application";
import { CRITTER_TOPOLOGY } from "../../config/reviews/002-critter-supply/application/topology";
import { RUNTIMES } from "../../config/runtimes";

const around = {
  outsideUrlOf: () => "https://payments.example",
  urlOf: (id: string) => `http://${id}:8080`,
  telemetryUrl: "http://otel-collector:4317",
};

describe("the bounded contexts of review 002", () => {
  test("are the eight that it counts, each with a name and a schema of its own", () => {
    expect(BOUNDED_CONTEXTS).toHaveLength(8);
    expect(new Set(BOUNDED_CONTEXTS.map(({ id }) => id)).size).toBe(8);
    expect(new Set(BOUNDED_CONTEXTS.map(({ schema }) => schema)).size).toBe(8);
  });

  test("say which names are the review's and which are assumed", () => {
    const named = BOUNDED_CONTEXTS.filter((context) => context.named !== undefined);
    expect(named.map(({ id }) => id)).toEqual([
      "orders",
      "payments",
      "inventory",
      "shopping",
      "customer-experience",
    ]);
  });

  test("read every work queue of the topology, each by one context, and no other", () => {
    const work = CRITTER_TOPOLOGY.queues.filter(({ deadLetterExchange }) => deadLetterExchange !== undefined);
    expect(BOUNDED_CONTEXTS.flatMap(({ consumes }) => consumes).sort()).toEqual(
      work.map(({ name }) => name).sort(),
    );
    expect(CRITTER.broker.virtualHost).toBe(CRITTER_TOPOLOGY.vhost);
  });

  test("publish by keys that a binding of the topology fits, so that nothing ends with the dead letters", () => {
    const bound = (CRITTER_TOPOLOGY.bindings ?? []).map(({ routingKey }) => routingKey);
    for (const key of BOUNDED_CONTEXTS.flatMap(({ publishes, hears = [] }) => [...publishes, ...hears])) {
      expect(bound).toContain(`${key}.#`);
    }
  });

  test("call none of which they are called in a circle, or a start would wait for itself", () => {
    const reached = (id: (typeof BOUNDED_CONTEXTS)[number]["id"]): string[] =>
      contextNamed(id).calls.flatMap((next) => [next, ...reached(next)]);
    for (const { id } of BOUNDED_CONTEXTS) expect(reached(id)).not.toContain(id);
    expect(callersOf(contextNamed("customer-identity")).map(({ id }) => id)).toEqual([
      "orders",
      "customer-experience",
    ]);
  });

  test("run two of each at least, as the review does of Orders and Payments", () => {
    for (const { scaling } of BOUNDED_CONTEXTS) {
      expect(scaling.minReplicas).toBe(2);
      expect(scaling.maxReplicas).toBeGreaterThan(2);
    }
  });

  test("are built on a .NET that is supported until 2028", () => {
    const dotnet = RUNTIMES.find(({ name }) => name === ".NET");
    const major = /:(\d+)/.exec(CRITTER.baseImage)?.[1] ?? "";
    expect(dotnet?.support?.endOfLife[major]).toBe("2028-11-14");
  });
});

describe("environment of a context", () => {
  test("is the same wherever it runs, but for the addresses of the others", () => {
    expect(variablesOf(contextNamed("orders"), around)).toEqual({
      ASPNETCORE_ENVIRONMENT: "Production",
      ASPNETCORE_HTTP_PORTS: "8080",
      Database__Schema: "orders",
      Database__MaxPoolSize: "8",
      RabbitMQ__VirtualHost: "critter-supply",
      Services__CustomerIdentity: "http://customer-identity:8080",
      Services__Fulfillment: "http://fulfillment:8080",
      OTEL_SERVICE_NAME: "orders",
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://otel-collector:4317",
    });
  });

  test("leaves out the broker of a context that has nothing to do with it, and telemetry where none is taken", () => {
    const context = contextNamed("product-catalog");
    expect(usesBroker(context)).toBe(false);
    const variables = variablesOf(context, { ...around, telemetryUrl: undefined });
    expect(variables).not.toHaveProperty("RabbitMQ__VirtualHost");
    expect(variables).not.toHaveProperty("OTEL_EXPORTER_OTLP_ENDPOINT");
  });

  test("has the address of the payment provider, for payments alone", () => {
    const asking = BOUNDED_CONTEXTS.filter(
      (context) => "Services__PaymentProvider" in variablesOf(context, around),
    );
    expect(asking.map(({ id }) => id)).toEqual(["payments"]);
  });

  test("has no secret in it", () => {
    for (const context of BOUNDED_CONTEXTS) {
      expect(JSON.stringify(variablesOf(context, around))).not.toMatch(/password|ConnectionString/i);
    }
  });

  test("comes with an image of its own in GitHub's registry, tagged by the deployer", () => {
    expect(imageOf(contextNamed("orders"), "3f1c2ab")).toBe("ghcr.io/critter-supply/orders:3f1c2ab");
  });
});
