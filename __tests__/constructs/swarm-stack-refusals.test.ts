import { TerraformVariable } from "cdktf";
import type { SwarmService, SwarmStackProps } from "../../constructs/swarm-stack";
import { dockerStack, SERVICE, swarm } from "../helpers/swarm";
import { refusal } from "../helpers/synth";

type Case = [what: string, props: Partial<SwarmStackProps>, code: string, message: string];

const label = (longest: number) =>
  `be an RFC 1123 label (lower-case letters, digits and '-', at most ${longest} characters)`;
const VOLUME = { volumes: [{ volume: "data", path: "/data" }], nodeLabel: "shop.data" };

/** One service, with the volume "data" beside. */
function withService(parts: Partial<SwarmService>): Partial<SwarmStackProps> {
  return { volumes: [{ name: "data" }], services: [{ ...SERVICE, ...parts }] };
}

describe("a service fails when", () => {
  test.each<Case>([
    [
      "its name is no host name",
      withService({ name: "Web" }),
      "BadName",
      `'services[0].name' must ${label(45)}, got "Web"; shorten or rename it`,
    ],
    ...["nginx", "nginx:latest", "registry:5000/nginx"].map(
      (image): Case => [
        `the image ${image} is not pinned`,
        withService({ image }),
        "BadName",
        `'services[0].image' must have a digest, or a tag other than latest, got "${image}"; ` +
          "pin it, for example redis:7.4-alpine",
      ],
    ),
    [
      "it runs fewer than no task",
      withService({ replicas: -1 }),
      "OutOfRange",
      "'services[0].replicas' must be at least 0, got -1; set 'services[0].replicas' within the bounds",
    ],
    [
      "it runs part of a task",
      withService({ replicas: 1.5 }),
      "NotInteger",
      "'services[0].replicas' must be a whole number, got 1.5; round it",
    ],
    [
      "Docker would not start it for want of memory",
      withService({ resources: { ...SERVICE.resources, memoryRequestMi: 3 } }),
      "OutOfRange",
      "'services[0].resources.memoryRequestMi' must be at least 4, got 3; Docker requires at least that",
    ],
    [
      "it reserves more than it may use",
      withService({ resources: { ...SERVICE.resources, cpuRequestMillicores: 501 } }),
      "OutOfRange",
      "'services[0].resources.cpuRequestMillicores' must be at most 'services[0].resources.cpuLimitMillicores' " +
        "(500), got 501; lower 'services[0].resources.cpuRequestMillicores' or raise " +
        "'services[0].resources.cpuLimitMillicores'",
    ],
    ...[[], ["NONE"], ["CMD"], ["curl", "x"]].map(
      (test): Case => [
        `its health check is ${JSON.stringify(test)}`,
        withService({ healthCheck: { test, startPeriodSeconds: 1 } }),
        "Missing",
        `'services[0].healthCheck.test' must be "CMD" or "CMD-SHELL" and a command, got ${test.join(",")}; ` +
          'for example ["CMD", "redis-cli", "ping"]',
      ],
    ),
    [
      "its start takes less than no time",
      withService({ healthCheck: { ...SERVICE.healthCheck, startPeriodSeconds: -1 } }),
      "OutOfRange",
      "'services[0].healthCheck.startPeriodSeconds' must be at least 0, got -1; " +
        "set 'services[0].healthCheck.startPeriodSeconds' within the bounds",
    ],
    ...(["intervalSeconds", "timeoutSeconds", "retries"] as const).map(
      (key): Case => [
        `the health check's ${key} is 0`,
        withService({ healthCheck: { ...SERVICE.healthCheck, [key]: 0 } }),
        "OutOfRange",
        `'services[0].healthCheck.${key}' must be at least 1, got 0; ` +
          `set 'services[0].healthCheck.${key}' within the bounds`,
      ],
    ),
    ...(["updateDelaySeconds", "stopGraceSeconds"] as const).map(
      (key): Case => [
        `${key} is negative`,
        withService({ [key]: -1 }),
        "OutOfRange",
        `'services[0].${key}' must be at least 0, got -1; set 'services[0].${key}' within the bounds`,
      ],
    ),
    [
      "it has a volume and no node of its own",
      withService({ ...VOLUME, nodeLabel: undefined }),
      "Missing",
      "'services[0].nodeLabel' must be set with 'volumes', got undefined; label the node with the data and " +
        "give the label: on other nodes the volume is empty",
    ],
    [
      "its node label carries a value",
      withService({ ...VOLUME, nodeLabel: "shop.data==true" }),
      "BadName",
      `'services[0].nodeLabel' must be a node label without its value, got "shop.data==true"; ` +
        "for example shop.postgres, set by: docker node update --label-add shop.postgres=true NODE",
    ],
    [
      "two tasks would share a volume",
      withService({ ...VOLUME, replicas: 2 }),
      "Conflict",
      "'services[0].replicas' must be at most 1 with 'volumes', got 2; " +
        "two tasks on one volume corrupt it: use one service per replica",
    ],
    [
      "it joins no network",
      withService({ networks: [] }),
      "Missing",
      `'services[0].networks' must name one, got "none"; name a network of the stack`,
    ],
    ...(
      [
        ["networks", { networks: ["x"] }, "net"],
        ["volumes", { ...VOLUME, volumes: [{ volume: "x", path: "/x" }] }, "data"],
        ["configs", { configs: [{ config: "x", path: "/x" }] }, "none"],
        ["secrets", { secrets: [{ secret: "x" }] }, "none"],
      ] as const
    ).map(
      ([key, parts, known]): Case => [
        `its ${key} are not the stack's`,
        withService(parts),
        "BadName",
        `'services[0].${key}' must name ${key} of the stack, got "x"; add it, or use one of: ${known}`,
      ],
    ),
    [
      "it waits for a service that is not there",
      withService({ after: ["x"] }),
      "BadName",
      `'services[0].after' must name services of the stack, got "x"; add it, or use one of: web`,
    ],
    [
      "a path is not absolute",
      withService({ ...VOLUME, volumes: [{ volume: "data", path: "data" }] }),
      "BadName",
      `'services[0].volumes[0].path' must be absolute, got "data"; start it with '/'`,
    ],
    ...(["target", "published"] as const).map(
      (key): Case => [
        `its ${key} port is none`,
        withService({ ports: [{ target: 80, published: 80, [key]: 65536 }] }),
        "OutOfRange",
        `'services[0].ports[0].${key}' must be from 1 to 65535, got 65536; ` +
          `set 'services[0].ports[0].${key}' within the bounds`,
      ],
    ),
  ])("%s", (_, props, code, message) => {
    expect(refusal(() => swarm(props))).toEqual({ code, message: `Stack/Swarm: ${message}` });
  });

  test("a time is a token", () => {
    const stack = dockerStack();
    const seconds = new TerraformVariable(stack, "seconds", { type: "number" }).numberValue;
    expect(refusal(() => swarm(withService({ stopGraceSeconds: seconds }), stack))).toEqual({
      code: "Unknown",
      message: expect.stringMatching(
        /'services\[0]\.stopGraceSeconds' must be known at synth, got .+; give it as a literal$/,
      ),
    });
  });
});

describe("a stack fails when", () => {
  const literal = { name: "key", value: "hunter2", version: 1 };
  const twice = [SERVICE, { ...SERVICE, name: "other" }].map((service) => ({
    ...service,
    ports: [{ target: 80, published: 8080 }],
  }));

  test.each<Case>([
    [
      "its name leaves no room for those of its parts",
      { name: "a".repeat(31) },
      "BadName",
      `'name' must ${label(30)}, got "${"a".repeat(31)}"; shorten or rename it`,
    ],
    [
      "two parts of a kind have one name",
      { networks: [{ name: "net" }, { name: "net" }] },
      "Conflict",
      `'networks[1].name' must be given once, got "net"; keep one of the two, or rename it`,
    ],
    [
      "two services publish one port",
      { services: twice },
      "Conflict",
      `'services[1].ports[0].published' must differ from the ports of "web", got "8080/tcp"; publish another port`,
    ],
    [
      "services wait for one another",
      {
        services: [
          { ...SERVICE, name: "a" },
          { ...SERVICE, name: "b", after: ["c"] },
          { ...SERVICE, name: "c", after: ["a", "b"] },
        ],
      },
      "Conflict",
      `'services[1].after' must not form a cycle, got "b, c"; remove one of them`,
    ],
    [
      "a config is empty",
      { configs: [{ name: "file", content: "" }] },
      "OutOfRange",
      "'configs[0].content' must contain 1 to 1023999 bytes, got 0; put larger files into the image",
    ],
    [
      "a config is too large for Swarm",
      { configs: [{ name: "file", content: "é".repeat(512_000) }] },
      "OutOfRange",
      "'configs[0].content' must contain 1 to 1023999 bytes, got 1024000; put larger files into the image",
    ],
    [
      "a secret is a literal",
      { secrets: [literal] },
      "Conflict",
      `'secrets[0].value' must come from a sensitive variable, got "a literal"; ` +
        "pass the variable's stringValue, or better 'vault', which keeps the value out of the state",
    ],
    [
      "a secret has no version",
      { secrets: [{ ...literal, version: 0 }] },
      "OutOfRange",
      "'secrets[0].version' must be at least 1, got 0; set 'secrets[0].version' within the bounds",
    ],
  ])("%s", (_, props, code, message) => {
    expect(refusal(() => swarm(props))).toEqual({ code, message: `Stack/Swarm: ${message}` });
  });

  test.each([
    ["a digest", "nginx@sha256:0123"],
    ["a tag behind a registry's port", "registry:5000/nginx:1.28"],
    ["a tag and a digest", "nginx:latest@sha256:0123"],
  ])("but not for %s", (_, image) => {
    expect(() => swarm(withService({ image }))).not.toThrow();
  });

  test("but not for one port over two protocols", () => {
    const ports = (["tcp", "udp"] as const).map((protocol) => ({ target: 53, published: 53, protocol }));
    expect(() => swarm(withService({ ports }))).not.toThrow();
  });
});
