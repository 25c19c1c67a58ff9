import { Lazy } from "cdktf";
import { parse } from "yaml";
import { DotnetService, type DotnetServiceProps, type OtelSidecar } from "../../constructs/dotnet-service";
import { at, freshStack, type Json, listAt, nameOf, refusal, synth, tryAt, warnings } from "../helpers/synth";

type Props = Partial<DotnetServiceProps>;

const RESOURCES = {
  cpuRequestMillicores: 100,
  cpuLimitMillicores: 500,
  memoryRequestMi: 128,
  memoryLimitMi: 256,
};
const OTEL: OtelSidecar = { endpoint: "collector.example:4317" };

function build(props: Props = {}): DotnetService {
  return new DotnetService(freshStack(), "Fuji", {
    namespace: "shop",
    name: "fuji",
    image: "fuji:1",
    resources: RESOURCES,
    scaling: { minReplicas: 2, maxReplicas: 4, cpuPercent: 60 },
    ...props,
  });
}

function template(props: Props = {}): unknown {
  return at(synth(build(props)).named("kubernetes_deployment_v1", "fuji"), "spec.template");
}

function container(props: Props = {}): unknown {
  return at(template(props), "spec.container.0");
}

function refused(props: Props) {
  return refusal(() => build(props));
}

describe("the application's container", () => {
  test("is an instance of its own for OpenTelemetry, with the pod's name", () => {
    const env = listAt(container({ otel: OTEL }), "env");
    const pod = env.findIndex((it) => at(it, "name") === "POD_NAME");
    const attributes = env.findIndex((it) => at(it, "name") === "OTEL_RESOURCE_ATTRIBUTES");
    expect(env[pod]).toMatchObject({ value_from: { field_ref: { field_path: "metadata.name" } } });
    expect(env[attributes]).toMatchObject({ value: "service.instance.id=$(POD_NAME)" });
    // Kubernetes replaces only references to variables that come earlier.
    expect(pod).toBeLessThan(attributes);
  });

  test("keeps its own resource attributes, and has none without OpenTelemetry", () => {
    const OTEL_RESOURCE_ATTRIBUTES = "service.instance.id=a";
    const own = JSON.stringify(container({ otel: OTEL, environment: { OTEL_RESOURCE_ATTRIBUTES } }));
    expect(own).toContain(OTEL_RESOURCE_ATTRIBUTES);
    expect(own).not.toContain("POD_NAME");
    expect(JSON.stringify(container())).not.toContain("POD_NAME");
  });

  test("listens on 8080 and is asked for its health", () => {
    expect(container()).toMatchObject({
      name: "fuji",
      image: "fuji:1",
      env: [{ name: "ASPNETCORE_HTTP_PORTS", value: "8080" }],
      port: [{ name: "http", container_port: 8080 }],
      startup_probe: { http_get: { path: "/health/live", port: "8080" } },
      liveness_probe: { http_get: { path: "/health/live", port: "8080" } },
      readiness_probe: { http_get: { path: "/health/ready", port: "8080" } },
    });
  });

  test("has its own budget, and the only container", () => {
    expect(listAt(template(), "spec.container")).toHaveLength(1);
    expect(at(container(), "resources")).toEqual({
      requests: { cpu: "100m", memory: "128Mi" },
      limits: { cpu: "500m", memory: "256Mi" },
    });
  });

  test("may write to /tmp, where the runtime keeps its diagnostics socket", () => {
    expect(at(container(), "volume_mount")).toEqual([{ name: "fuji-scratch-0", mount_path: "/tmp" }]);
  });
});

describe("the sidecar", () => {
  const collector = (otel: OtelSidecar) => at(template({ otel }), "spec.container.1");

  test("comes on top of the application's budget, with the review's figures", () => {
    expect(collector(OTEL)).toMatchObject({
      name: "otel-collector",
      image: "otel/opentelemetry-collector:0.162.0",
      args: ["--config=/etc/otel/config.yaml"],
      resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { cpu: "200m", memory: "128Mi" } },
    });
    expect(at(container({ otel: OTEL }), "resources")).toEqual(at(container(), "resources"));
  });

  test("may be another image with another budget", () => {
    const other = collector({ ...OTEL, image: "otel:2", resources: RESOURCES });
    expect(other).toMatchObject({ image: "otel:2", resources: { limits: { memory: "256Mi" } } });
  });

  test("is where the application sends its telemetry", () => {
    const endpoint = { name: "OTEL_EXPORTER_OTLP_ENDPOINT", value: "http://127.0.0.1:4317" };
    expect(listAt(container({ otel: OTEL }), "env")).toContainEqual(endpoint);
    expect(listAt(container(), "env")).not.toContainEqual(endpoint);
  });

  test("has a configuration whose pipelines name only what is defined, and forwards to the endpoint", () => {
    const json = synth(build({ otel: OTEL }));
    const data = at(json.named("kubernetes_config_map_v1", "fuji-otel"), "data") as Json;
    const config = parse(String(data["config.yaml"])) as Json;

    expect(at(config, "exporters.otlp_grpc.endpoint")).toBe("collector.example:4317");
    expect(at(config, "receivers.otlp.protocols.grpc.endpoint")).toBe("127.0.0.1:4317");
    expect(Object.keys(at(config, "service.pipelines") as Json).sort()).toEqual([
      "logs",
      "metrics",
      "traces",
    ]);
    for (const pipeline of Object.values(at(config, "service.pipelines") as Json)) {
      for (const kind of ["receivers", "processors", "exporters"]) {
        const defined = Object.keys(at(config, kind) as Json);
        for (const used of listAt(pipeline, kind)) expect(defined).toContain(used);
      }
      // The limiter must come first, or what it refuses is already in memory.
      expect(listAt(pipeline, "processors")[0]).toBe("memory_limiter");
    }
    const probed = String(at(collector(OTEL), "readiness_probe.http_get.port"));
    expect(at(config, "extensions.health_check.endpoint")).toBe(`0.0.0.0:${probed}`);
    expect(at(config, "service.extensions")).toEqual(["health_check"]);
  });

  test("rolls the pods when its configuration changes", () => {
    const annotations = (endpoint: string) => at(template({ otel: { endpoint } }), "metadata.annotations");
    expect(annotations("a:1")).toEqual(annotations("a:1"));
    expect(annotations("a:1")).not.toEqual(annotations("b:1"));
  });

  test.each(["collector.telemetry:4317", "10.0.0.1:4317", "[2001:db8::1]:4317"])(
    "may send to %s",
    (endpoint) => {
      expect(() => build({ otel: { endpoint } })).not.toThrow();
    },
  );

  test("may have a token as endpoint", () => {
    const endpoint = Lazy.stringValue({ produce: () => "late:4317" });
    const data = at(
      synth(build({ otel: { endpoint } })).named("kubernetes_config_map_v1", "fuji-otel"),
      "data",
    );
    expect((data as Json)["config.yaml"]).toContain("endpoint: late:4317");
  });

  test("is left out with its ConfigMap where nothing asks for it", () => {
    expect(synth(build()).types).not.toContain("kubernetes_config_map_v1");
  });
});

describe("a prop", () => {
  test("'name' and 'partOf' name and label every object", () => {
    const json = synth(build({ name: "api", partOf: "shop-1", otel: OTEL }));
    expect(nameOf(json.only("kubernetes_service_v1"))).toBe("api");
    expect(nameOf(json.only("kubernetes_config_map_v1"))).toBe("api-otel");
    expect(at(json.only("kubernetes_deployment_v1"), "metadata.labels")).toMatchObject({
      app: "api",
      "app.kubernetes.io/part-of": "shop-1",
    });
  });

  test("'uid' is that of Microsoft's images", () => {
    expect(at(template(), "spec.security_context.run_as_user")).toBe("1654");
    expect(at(template({ uid: 1000 }), "spec.security_context.run_as_user")).toBe("1000");
  });

  test("'environment' adds to the construct's own", () => {
    expect(at(container({ environment: { LOG: "debug" } }), "env")).toEqual([
      { name: "ASPNETCORE_HTTP_PORTS", value: "8080" },
      { name: "LOG", value: "debug" },
    ]);
  });

  test("'volumes' are mounted read-only", () => {
    const volumes = [{ volume: { name: "keys", secret: { secretName: "keys" } }, mountPath: "/keys" }];
    expect(listAt(container({ volumes }), "volume_mount")).toContainEqual({
      name: "keys",
      mount_path: "/keys",
      read_only: true,
    });
    expect(listAt(template({ volumes }), "spec.volume")).toContainEqual({
      name: "keys",
      secret: { secret_name: "keys" },
    });
  });

  test("'drainSeconds' waits without a shell, and 0 asks for no program at all", () => {
    const command = (props: Props) => tryAt(container(props), "lifecycle.pre_stop.0.exec.command");
    expect(command({})).toEqual(["sleep", "10"]);
    expect(command({ drainSeconds: 45 })).toEqual(["sleep", "45"]);
    expect(container({ drainSeconds: 0 })).not.toHaveProperty("lifecycle");
  });

  test("'ingress' and 'egress' are the only connections besides DNS", () => {
    const spec = (props: Props) => at(synth(build(props)).only("kubernetes_network_policy_v1"), "spec");
    const peer = { labels: { app: "b" } };
    expect(spec({})).toMatchObject({ ingress: [], egress: [{ ports: [{ port: "53" }, { port: "53" }] }] });
    const both = spec({ ingress: [{ peer, port: 1 }], egress: [{ peer, port: 2 }] });
    expect(listAt(both, "ingress")).toMatchObject([{ ports: [{ port: "1" }] }]);
    expect(listAt(both, "egress")).toMatchObject([{}, { ports: [{ port: "2" }] }]);
  });

  test("'canary' runs another image, with the sidecar", () => {
    expect(synth(build({ canary: {} })).ids("kubernetes_deployment_v1")).toHaveLength(1);
    const json = synth(build({ canary: { image: "fuji:2" }, otel: OTEL }));
    const trial = json.named("kubernetes_deployment_v1", "fuji-canary");
    expect(listAt(trial, "spec.template.spec.container")).toMatchObject([
      { image: "fuji:2" },
      { name: "otel-collector" },
    ]);
  });
});

describe("the base image", () => {
  const eol = (image: string) =>
    `${image} has been out of support since 2026-11-10; .NET 10 is supported until 2028-11.`;

  test("is in an annotation, and is undetermined by default", () => {
    const annotations = (props: Props) => tryAt(template(props), "metadata.annotations");
    expect(annotations({ baseImage: "dotnet:10" })).toEqual({
      "base-image.weighbridge.dev/fuji": "dotnet:10",
    });
    expect(annotations({})).toBeUndefined();
  });

  test.each([
    ["mcr.microsoft.com/dotnet/aspnet:8.0-alpine", true],
    ["mcr.microsoft.com/dotnet/aspnet:9.0", true],
    ["mcr.microsoft.com/dotnet/aspnet:10.0-alpine", false],
    ["registry/node:8.0", false],
  ])("%s is warned of: %s", (baseImage, isWarned) => {
    expect(warnings(build({ baseImage }))).toEqual(isWarned ? [eol(baseImage)] : []);
  });
});

describe("fails when", () => {
  const port = "be omitted";
  const listen = "listen on 8080, which the pods' probes and policies expect";
  test.each<[string, Props, string, string]>([
    [
      "the budget is no budget",
      { resources: { ...RESOURCES, memoryLimitMi: 0 } },
      "OutOfRange",
      "'resources.memoryLimitMi' must be at least 1, got 0; set 'resources.memoryLimitMi' within the bounds",
    ],
    [
      "the sidecar's budget is none",
      { otel: { ...OTEL, resources: { ...RESOURCES, cpuLimitMillicores: 50 } } },
      "OutOfRange",
      "'otel.resources.cpuRequestMillicores' must be at most 'otel.resources.cpuLimitMillicores' (50), got 100; " +
        "lower 'otel.resources.cpuRequestMillicores' or raise 'otel.resources.cpuLimitMillicores'",
    ],
    [
      "the environment sets the port",
      { environment: { ASPNETCORE_HTTP_PORTS: "5000" } },
      "Conflict",
      `'environment.ASPNETCORE_HTTP_PORTS' must ${port}, got "5000"; ${listen}`,
    ],
    [
      "the environment sets the port in another way, whatever the case",
      { environment: { aspnetcore_urls: "http://+:5000" } },
      "Conflict",
      `'environment.aspnetcore_urls' must ${port}, got "a text"; ${listen}`,
    ],
    [
      "the collector's endpoint has a scheme",
      { otel: { endpoint: "http://collector:4317" } },
      "BadName",
      "'otel.endpoint' must be host:port, without a scheme, got \"http://collector:4317\"; " +
        "write it as collector.telemetry.svc.cluster.local:4317",
    ],
    [
      "the drain leaves no time to stop",
      { drainSeconds: 46 },
      "OutOfRange",
      "'drainSeconds' must be from 0 to 45, got 46; leave time for the stop",
    ],
  ])("%s", (_, props, code, message) => {
    expect(refused(props)).toEqual({ code, message: `Stack/Fuji: ${message}` });
  });
});

test("the service is these resources under these ids", () => {
  const json = synth(build({ otel: OTEL }));
  expect(json.types.flatMap((type) => json.ids(type).map((id) => `${type}.${id}`))).toMatchSnapshot();
});
