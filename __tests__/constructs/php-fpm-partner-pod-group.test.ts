import type { PodGroupProps } from "../../constructs/core";
import { PhpFpmPartnerPodGroup } from "../../constructs/php-fpm-partner-pod-group";
import { build, fpm, mounted, type Props, pod, refused } from "../helpers/partner-pod-group";
import { at, freshStack, type Json, listAt, nameOf, synth, tryAt } from "../helpers/synth";

function container(props: Props = {}): unknown {
  return at(pod(props), "container.0");
}

describe("the single image", () => {
  test("has the resources of the whole pod", () => {
    expect(listAt(pod(), "container")).toHaveLength(1);
    expect(at(container(), "resources")).toEqual({
      requests: { cpu: "200m", memory: "256Mi" },
      limits: { cpu: "800m", memory: "512Mi" },
    });
  });

  test("is ready when a worker is free, and alive when the port is open", () => {
    expect(container()).toMatchObject({
      startup_probe: { http_get: { path: "/ping", port: "8080" } },
      readiness_probe: { http_get: { path: "/ping", port: "8080" } },
      liveness_probe: { tcp_socket: [{ port: "8080" }] },
    });
    expect(tryAt(container(), "liveness_probe.http_get")).toBeUndefined();
  });

  test("is ready when the application answers, where a path of it is given", () => {
    const props = { pathPrefixes: ["/v1/", "/health"], readinessPath: "/health" };
    expect(container(props)).toMatchObject({
      startup_probe: { http_get: { path: "/ping" } },
      readiness_probe: { http_get: { path: "/health", port: "8080" } },
    });
    expect(refused({ ...props, readinessPath: "/up" }).message).toContain(
      "'readinessPath' must be passed to PHP, got \"/up\"; choose a path below one of: /v1/, /health",
    );
  });

  test("mounts its files and keeps running while endpoints are withdrawn", () => {
    expect(container()).toMatchObject({
      port: [{ name: "http", container_port: 8080 }],
      lifecycle: { pre_stop: [{ exec: { command: ["sh", "-c", "sleep 15"] } }] },
      volume_mount: [
        {
          mount_path: "/usr/local/etc/php-fpm.d/zzz-partner.conf",
          sub_path: "fpm.conf",
          name: "fpm-config",
          read_only: true,
        },
        {
          mount_path: "/usr/local/etc/php/conf.d/zzz-partner.ini",
          sub_path: "opcache.ini",
          name: "fpm-config",
          read_only: true,
        },
        {
          mount_path: "/etc/nginx/nginx.conf",
          sub_path: "nginx.conf",
          name: "nginx-config",
          read_only: true,
        },
        { mount_path: "/tmp" },
      ],
    });
  });

  test("grants time for the stop, the last requests and a margin", () => {
    expect(at(pod(), "termination_grace_period_seconds")).toBe(60);
    expect(fpm()).toContain("process_control_timeout = 30s");
    expect(at(pod({ requestTimeoutSeconds: 5 }), "termination_grace_period_seconds")).toBe(60);
    expect(at(pod({ requestTimeoutSeconds: 300 }), "termination_grace_period_seconds")).toBe(330);
    expect(fpm({ requestTimeoutSeconds: 300 })).toContain("process_control_timeout = 300s");
  });
});

describe("a prop", () => {
  test("'name' names every object, 'partOf' labels it", () => {
    const json = synth(build({ name: "api", partOf: "shop" }));
    const named = (type: string) => json.all(type).map(nameOf);
    expect(named("kubernetes_deployment_v1")).toEqual(["api"]);
    expect(named("kubernetes_service_v1")).toEqual(["api"]);
    expect(named("kubernetes_config_map_v1")).toEqual(["api-fpm", "api-nginx"]);
    expect(at(json.only("kubernetes_deployment_v1"), "metadata.labels")).toMatchObject({
      "app.kubernetes.io/part-of": "shop",
    });
  });

  test("'name' and 'partOf' default to the id of the construct, 'containerName' to php-fpm", () => {
    const group = new PhpFpmPartnerPodGroup(freshStack(), "PartnerPods", { namespace: "shop", image: "x:1" });
    const deployment = synth(group).named("kubernetes_deployment_v1", "partner-pods");
    expect(at(deployment, "metadata.labels")).toMatchObject({ "app.kubernetes.io/part-of": "partner-pods" });
    expect(at(deployment, "spec.template.spec.container.0.name")).toBe("php-fpm");
    expect(at(container({ containerName: "shop" }), "name")).toBe("shop");
  });

  test("'containerName' must not be that of a sidecar", () => {
    expect(refused({ containerName: "nginx" }).message).toBe(
      "Stack/Partner: 'containerName' must not be the name of a sidecar, got \"nginx\"; rename it",
    );
  });

  test("'baseImage' is in an annotation, and is undetermined by default", () => {
    const annotations = (props: Props) =>
      at(synth(build(props)).only("kubernetes_deployment_v1"), "spec.template.metadata.annotations");
    const key = "base-image.weighbridge.dev/php-fpm";
    expect(annotations({ baseImage: "php:8.3" })).toHaveProperty([key], "php:8.3");
    expect(annotations({})).not.toHaveProperty([key]);
  });

  test("'scaling' replaces 2 to 8 pods at 60 % CPU", () => {
    const spec = (props: Props) =>
      at(synth(build(props)).only("kubernetes_horizontal_pod_autoscaler_v2"), "spec");
    expect(spec({})).toMatchObject({
      min_replicas: 2,
      max_replicas: 8,
      metric: [{ resource: { name: "cpu", target: { average_utilization: 60 } } }],
    });
    const scaling = { minReplicas: 3, maxReplicas: 4, memoryPercent: 70 };
    expect(spec({ scaling })).toMatchObject({
      min_replicas: 3,
      max_replicas: 4,
      metric: [{ resource: { name: "memory", target: { average_utilization: 70 } } }],
    });
  });

  test("'uid' is Debian's www-data by default, and never root", () => {
    expect(at(pod(), "security_context.run_as_user")).toBe("33");
    expect(at(pod({ uid: 82 }), "security_context.run_as_user")).toBe("82");
    expect(refused({ uid: 0 })).toEqual({
      code: "OutOfRange",
      message:
        "Stack/Partner/Pods: 'uid' must be from 1 to 2147483647, got 0; name the image's own unprivileged user",
    });
  });

  test("'fpmConfigPath' moves the pool file", () => {
    expect(at(container({ fpmConfigPath: "/etc/php/pool.conf" }), "volume_mount.0.mount_path")).toBe(
      "/etc/php/pool.conf",
    );
  });

  test("'phpIniPath' moves OPcache's settings", () => {
    expect(at(container({ phpIniPath: "/etc/php/z.ini" }), "volume_mount.1.mount_path")).toBe(
      "/etc/php/z.ini",
    );
  });

  test("'environment' is plain, 'secretName' a reference", () => {
    const given = container({ environment: { APP_ENV: "prod" }, secretName: "keys" });
    expect(at(given, "env")).toEqual([{ name: "APP_ENV", value: "prod" }]);
    expect(at(given, "env_from")).toEqual([{ secret_ref: { name: "keys" } }]);
    expect(container()).not.toHaveProperty("env_from");
  });

  test("'ingress' and 'egress' are the only connections besides DNS", () => {
    const rules: Pick<PodGroupProps, "ingress" | "egress"> = {
      ingress: [{ peer: { namespace: "gateway" }, port: 8080 }],
      egress: [{ peer: { cidr: "10.0.0.0/24" }, port: 3306 }],
    };
    const ports = (props: Props, side: string) =>
      listAt(synth(build(props)).only("kubernetes_network_policy_v1"), `spec.${side}`).flatMap((rule) =>
        listAt(rule, "ports").map((port) => at(port, "port")),
      );
    expect([ports({}, "ingress"), ports({}, "egress")]).toEqual([[], ["53", "53"]]);
    expect([ports(rules, "ingress"), ports(rules, "egress")]).toEqual([["8080"], ["53", "53", "3306"]]);
  });

  test("'canary' runs another image with the same configuration", () => {
    expect(synth(build({ canary: {} })).ids("kubernetes_deployment_v1")).toHaveLength(1);
    const json = synth(build({ canary: { image: "frontend3:2" } }));
    const images = json
      .all("kubernetes_deployment_v1")
      .map((found) => at(found, "spec.template.spec.container.0.image"));
    expect(images.sort()).toEqual(["frontend3:1", "frontend3:2"]);
    const [one, other] = json
      .all("kubernetes_deployment_v1")
      .map((found) => at(found, "spec.template.metadata.annotations"));
    expect(one).toEqual(other);
  });
});

test("the pods roll when a file changes", () => {
  const checksum = (props: Props) =>
    (at(synth(build(props)).only("kubernetes_deployment_v1"), "spec.template.metadata.annotations") as Json)[
      "weighbridge.dev/configuration-checksum"
    ];
  const before = checksum({});
  expect(checksum({ maxRequests: 1000 })).toBe(before);
  expect(checksum({ maxRequests: 999 })).not.toBe(before);
  expect(checksum({ pathPrefixes: ["/v2/"] })).not.toBe(before);
  expect(checksum({ opcache: { maxFiles: 5000 } })).not.toBe(before);
});

test("the group is these resources under these ids, and these files", () => {
  const json = synth(build());
  expect(json.types.flatMap((type) => json.ids(type).map((id) => `${type}.${id}`))).toMatchSnapshot("ids");
  expect(mounted(json).fpm).toMatchSnapshot("fpm.conf");
  expect(mounted(json).opcache).toMatchSnapshot("opcache.ini");
  expect(mounted(json).nginx).toMatchSnapshot("nginx.conf");
});
