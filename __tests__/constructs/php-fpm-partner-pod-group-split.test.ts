import { build, fpm, type Props, pod, RESOURCES, refused } from "../helpers/partner-pod-group";
import { at, listAt, nameOf } from "../helpers/synth";

describe("the split layout", () => {
  const FIGURES = ["requests.cpu", "requests.memory", "limits.cpu", "limits.memory"];

  function sums(props: Props): string[] {
    const containers = listAt(pod({ layout: "split", ...props }), "container");
    return FIGURES.map((figure) => {
      const parts = containers.map((part) => String(at(part, `resources.${figure}`)));
      const unit = figure.endsWith("cpu") ? "m" : "Mi";
      expect(parts.every((part) => part.endsWith(unit))).toBe(true);
      return `${parts.reduce((sum, part) => sum + Number.parseInt(part, 10), 0)}${unit}`;
    });
  }

  test("has three containers within exactly the pod's total", () => {
    expect(listAt(pod({ layout: "split" }), "container").map(nameOf)).toEqual([
      "nginx",
      "php-fpm",
      "php-fpm-exporter",
    ]);
    expect(sums({})).toEqual(["200m", "256Mi", "800m", "512Mi"]);
    const resources = { ...RESOURCES, cpuLimitMillicores: 1000, memoryLimitMi: 1024 };
    expect(sums({ resources })).toEqual(["200m", "256Mi", "1000m", "1024Mi"]);
  });

  test("may do without its exporter, and the single image with one, each within the total", () => {
    const names = (props: Props) => listAt(pod(props), "container").map(nameOf);
    expect(names({ layout: "split", exporter: false })).toEqual(["nginx", "php-fpm"]);
    expect(sums({ exporter: false })).toEqual(["200m", "256Mi", "800m", "512Mi"]);
    expect(names({ exporter: true })).toEqual(["php-fpm", "php-fpm-exporter"]);
    expect(sums({ layout: "single-image", exporter: true })).toEqual(["200m", "256Mi", "800m", "512Mi"]);
    expect(build({ exporter: true, workerMi: 32 }).maxChildren).toBe(10);
    expect(build({ workerMi: 32 }).maxChildren).toBe(11);
  });

  test("names only the sidecars of the pod when nothing remains for FPM", () => {
    const resources = { ...RESOURCES, memoryRequestMi: 16 };
    expect(refused({ exporter: true, resources }).message).toContain(
      "'resources' must be enough for FPM and the exporter (10m to 50m CPU, 16Mi to 32Mi memory), got",
    );
  });

  test("derives the pool from what FPM keeps", () => {
    expect(at(pod({ layout: "split" }), "container.1.resources.limits.memory")).toBe("416Mi");
    expect(build({ layout: "split" }).maxChildren).toBe(6);
    expect(refused({ layout: "split", maxChildren: 8 }).message).toBe(
      "Stack/Partner: 'maxChildren' must be at most 6 (416 Mi less 160 Mi reserve, 40 Mi per worker), got 8; " +
        "set a memory limit of at least 480 Mi for the workers, or lower 'maxChildren'",
    );
  });

  test("asks nginx only, since the kubelet cannot reach FPM on loopback", () => {
    const [nginxContainer, fpmContainer, exporter] = listAt(pod({ layout: "split" }), "container");
    expect(nginxContainer).toMatchObject({
      readiness_probe: { http_get: { path: "/ping", port: "8080" } },
      liveness_probe: { tcp_socket: [{ port: "8080" }] },
      lifecycle: { pre_stop: [{ exec: { command: ["sh", "-c", "sleep 10"] } }] },
      volume_mount: [{ name: "nginx-config" }, { mount_path: "/tmp" }],
    });
    for (const probe of ["startup_probe", "readiness_probe", "liveness_probe"]) {
      expect(fpmContainer).not.toHaveProperty(probe);
    }
    expect(fpmContainer).toMatchObject({
      image: "frontend3:1",
      lifecycle: { pre_stop: [{ exec: { command: ["sh", "-c", "sleep 15"] } }] },
      volume_mount: [{ sub_path: "fpm.conf" }, { sub_path: "opcache.ini" }, { mount_path: "/tmp" }],
    });
    expect(exporter).toMatchObject({
      port: [{ name: "metrics", container_port: 9253 }],
      env: [
        { name: "PHP_FPM_SCRAPE_URI", value: "tcp://127.0.0.1:9001/status" },
        { name: "PHP_FPM_FIX_PROCESS_COUNT", value: "true" },
      ],
    });
    expect(fpm()).toContain("pm.status_listen = 127.0.0.1:9001");
  });

  test.each<[string, Partial<typeof RESOURCES>, string, string]>([
    [
      "no memory is left to request",
      { memoryRequestMi: 48 },
      "200m to 800m CPU, 48Mi to 512Mi memory",
      "165m to 650m CPU, 0Mi to 416Mi memory",
    ],
    [
      "no CPU is left to request",
      { cpuRequestMillicores: 35 },
      "35m to 800m CPU, 256Mi to 512Mi memory",
      "0m to 650m CPU, 208Mi to 416Mi memory",
    ],
    [
      "the CPU request would exceed its limit",
      { cpuLimitMillicores: 200 },
      "200m to 200m CPU, 256Mi to 512Mi memory",
      "165m to 50m CPU, 208Mi to 416Mi memory",
    ],
    [
      "the memory request would exceed its limit",
      { memoryRequestMi: 512 },
      "200m to 800m CPU, 512Mi to 512Mi memory",
      "165m to 650m CPU, 464Mi to 416Mi memory",
    ],
  ])("fails when %s", (_, change, total, part) => {
    expect(refused({ layout: "split", resources: { ...RESOURCES, ...change } })).toEqual({
      code: "OverBudget",
      message:
        "Stack/Partner: 'resources' must be enough for FPM and nginx (25m to 100m CPU, 32Mi to 64Mi memory) " +
        `and the exporter (10m to 50m CPU, 16Mi to 32Mi memory), got "${total}"; ` +
        `FPM would get ${part}: raise the resources, or remove a container with 'layout' or 'exporter'`,
    });
  });
});
