import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BOUNDED_CONTEXTS, usesBroker } from "../../config/reviews/002-critter-supply/application";
import { critterProject } from "../../config/reviews/002-critter-supply/application/compose/project";
import { CRITTER_VM } from "../../config/reviews/002-critter-supply/application/vm";
import { POSTGRES_CONNECTIONS } from "../../config/reviews/003-shop/application/workers";
import { writtenFiles } from "../../stacks/critter/compose/written-files";

const project = critterProject(
  { tag: "1.0.0", paymentProviderUrl: "https://payments.example" },
  writtenFiles(),
);
const services = Object.entries(project.services);

function sum(of: keyof (typeof services)[number][1]["resources"]): number {
  return services.reduce((total, [, { resources }]) => total + resources[of], 0);
}

test("runs each of the eight contexts once, with what it needs and the stores that it waits for", () => {
  expect(BOUNDED_CONTEXTS).toHaveLength(8);
  for (const context of BOUNDED_CONTEXTS) {
    const service = project.services[context.id];
    const secrets = service?.secrets?.map(({ secret }) => secret);
    const broker = usesBroker(context);
    expect(secrets).toEqual(["postgres-connection", ...(broker ? ["rabbitmq-connection"] : [])]);
    expect(service?.after).toEqual(["postgres", ...(broker ? ["messaging"] : [])]);
  }
});

test("gives each container a health check, limits, and a version of its image", () => {
  for (const [name, { image, healthCheck, resources }] of services) {
    expect([name, image]).toEqual([name, expect.stringMatching(/:v?\d[\w.-]*$/)]);
    expect(healthCheck.test[0]).toBe("CMD");
    expect(resources.memoryRequestMi).toBeLessThanOrEqual(resources.memoryLimitMi);
    expect(resources.cpuRequestMillicores).toBeLessThanOrEqual(resources.cpuLimitMillicores);
  }
});

test("opens the front door alone, and keeps it off the stores' network", () => {
  const open = services.filter(([, { ports = [] }]) => ports.length > 0);
  expect(open.map(([name, { ports }]) => [name, ports])).toEqual([
    ["caddy", [{ target: 443, published: 443 }]],
  ]);
  const members = (network: string) =>
    services.filter(([, { networks }]) => networks.includes(network)).map(([name]) => name);
  expect(members("front")).toEqual(["customer-experience", "caddy"]);
  expect(members("back")).not.toEqual(expect.arrayContaining(["caddy"]));
  expect(members("watch")).toEqual(["prometheus", "alertmanager", "grafana"]);
});

test("keeps RabbitMQ's messages: a volume, and a host name without which it looks empty", () => {
  expect(project.services["messaging"]).toMatchObject({
    hostname: "messaging",
    volumes: [{ volume: "rabbitmq-data", path: "/var/lib/rabbitmq" }],
  });
});

test("puts no secret into an environment variable", () => {
  const variables = services.flatMap(([, { env = {} }]) => Object.keys(env));
  const sensitive = variables.filter((name) => /PASSWORD|SECRET|CONNECTIONSTRING/i.test(name));
  expect(sensitive).not.toEqual([]);
  for (const name of sensitive) expect(name).toMatch(/_FILE$/);
});

test("names only files, secrets, volumes, networks and services that there are, and leaves none unused", () => {
  const used = (pick: (service: (typeof services)[number][1]) => readonly string[]) =>
    [...new Set(services.flatMap(([, service]) => pick(service)))].sort();
  expect(used(({ files = [] }) => files.map(({ file }) => file))).toEqual(Object.keys(project.files).sort());
  expect(used(({ secrets = [] }) => secrets.map(({ secret }) => secret))).toEqual(
    Object.keys(project.secrets).sort(),
  );
  expect(used(({ volumes = [] }) => volumes.map(({ volume }) => volume))).toEqual(
    [...project.volumes].sort(),
  );
  expect(used(({ networks }) => networks)).toEqual([...project.networks].sort());
  expect(Object.keys(project.services)).toEqual(expect.arrayContaining(used(({ after = [] }) => after)));
});

test("opens no more connections to PostgreSQL than it takes", () => {
  const pools = services.map(([, { env }]) => Number(env?.["Database__MaxPoolSize"] ?? 0));
  const connections = pools.reduce((total, pool) => total + pool, 0);
  expect(connections).toBe(64);
  expect(connections).toBeLessThanOrEqual(POSTGRES_CONNECTIONS);
});

test("has on its page the sums that it has", () => {
  const page = readFileSync(join(__dirname, "..", "..", "docs", "options", "critter-compose.md"), "utf8");
  const [cores, memory] = [sum("cpuLimitMillicores") / 1000, sum("memoryLimitMi") / 1024];
  expect(page).toContain(`All limits together are ${cores} cores and ${memory} GiB`);
  expect(page).toContain(`| ${services.length} containers |`);
});

describe("the machine", () => {
  const { cores, memoryGiB } = CRITTER_VM.size;

  test("holds the memory limits of all containers, and what it needs itself", () => {
    expect(sum("memoryLimitMi") / 1024 + CRITTER_VM.reserveGiB).toBeLessThanOrEqual(memoryGiB);
    // A size smaller would not.
    expect(sum("memoryLimitMi") / 1024 + CRITTER_VM.reserveGiB).toBeGreaterThan(memoryGiB / 2);
  });

  test("has the cores that all containers ask for, and not those that they may use at once", () => {
    expect(sum("cpuRequestMillicores")).toBeLessThanOrEqual(cores * 1000);
    // "all limits at once would need 10 cores": its deviation.
    expect(Math.ceil(sum("cpuLimitMillicores") / 1000)).toBe(10);
  });

  test("keeps volumes and images on a disk larger than RabbitMQ's memory, which it writes out", () => {
    expect(CRITTER_VM.disk.sizeGiB).toBeGreaterThan(memoryGiB);
  });
});
