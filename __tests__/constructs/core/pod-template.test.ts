import type { PodGroupProps } from "../../../constructs/core";
import { podGroup } from "../../helpers/pod-group";
import { at, listAt, synth, tryAt } from "../../helpers/synth";

function template(props: Partial<PodGroupProps> = {}): unknown {
  return at(synth(podGroup(props)).only("kubernetes_deployment_v1"), "spec.template");
}

function annotations(props: Partial<PodGroupProps>): unknown {
  return tryAt(template(props), "metadata.annotations");
}

const TWO = [
  { name: "main", image: "api:1" },
  { name: "helper", image: "helper:1", securityContext: { privileged: true, runAsUser: "0" } },
];

test("the pod runs as a numeric user that is not root, under the runtime's seccomp profile", () => {
  expect(at(template({ uid: 33 }), "spec.security_context")).toEqual({
    run_as_non_root: true,
    run_as_user: "33",
    run_as_group: "33",
    fs_group: "33",
    fs_group_change_policy: "OnRootMismatch",
    seccomp_profile: { type: "RuntimeDefault" },
  });
});

test("every container is restricted, whatever it asks for", () => {
  const containers = listAt(template({ containers: TWO }), "spec.container");
  expect(containers).toHaveLength(2);
  for (const container of containers) {
    expect(at(container, "security_context")).toEqual({
      run_as_non_root: true,
      allow_privilege_escalation: false,
      privileged: false,
      read_only_root_filesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  }
});

test("no token is mounted and no Service is put into the environment", () => {
  expect(at(template(), "spec")).toMatchObject({
    automount_service_account_token: false,
    enable_service_links: false,
    service_account_name: "${kubernetes_service_account_v1.Pods_ServiceAccount_8E05BDB5.metadata[0].name}",
  });
});

test("the pods are spread over zones and hosts, the canary's counted in", () => {
  const spread = (key: string) => ({
    max_skew: 1,
    topology_key: key,
    when_unsatisfiable: "ScheduleAnyway",
    label_selector: [{ match_labels: { app: "api" } }],
  });
  expect(at(template(), "spec.topology_spread_constraint")).toEqual([
    spread("topology.kubernetes.io/zone"),
    spread("kubernetes.io/hostname"),
  ]);
});

test.each([
  [undefined, 60],
  [90, 90],
])("termination grace of %s is %d seconds", (terminationGraceSeconds, seconds) => {
  expect(at(template({ terminationGraceSeconds }), "spec.termination_grace_period_seconds")).toBe(seconds);
});

test("each writable path is an emptyDir, in addition to the container's mounts and the pod's volumes", () => {
  const { spec } = template({
    volumes: [{ name: "config", configMap: { name: "api" } }],
    containers: [
      {
        name: "main",
        volumeMount: [{ name: "config", mountPath: "/etc/api" }],
        writablePaths: ["/tmp", "/var/run"],
      },
      { name: "helper", writablePaths: [{ path: "/tmp", sizeMi: 8 }] },
    ],
  }) as { spec: unknown };
  expect(listAt(spec, "container")).toMatchObject([
    {
      volume_mount: [
        { name: "config", mount_path: "/etc/api" },
        { name: "main-scratch-0", mount_path: "/tmp" },
        { name: "main-scratch-1", mount_path: "/var/run" },
      ],
    },
    { volume_mount: [{ name: "helper-scratch-0", mount_path: "/tmp" }] },
  ]);
  expect(at(spec, "volume")).toEqual([
    { name: "config", config_map: { name: "api" } },
    { name: "main-scratch-0", empty_dir: { size_limit: "64Mi" } },
    { name: "main-scratch-1", empty_dir: { size_limit: "64Mi" } },
    { name: "helper-scratch-0", empty_dir: { size_limit: "8Mi" } },
  ]);
});

describe("annotations", () => {
  const CHECKSUM = "weighbridge.dev/configuration-checksum";

  test("are omitted when empty", () => {
    expect(annotations({})).toBeUndefined();
  });

  test("change with each file of the configuration, and with nothing else", () => {
    const checksum = (configuration: Record<string, string>) => at(template({ configuration }), "metadata");
    const first = checksum({ a: "1", b: "2" });
    expect(first).toHaveProperty(["annotations", CHECKSUM], expect.stringMatching(/^[0-9a-f]{16}$/));
    expect(checksum({ a: "1", b: "2" })).toEqual(first);
    const others: Record<string, string>[] = [{ a: "x", b: "2" }, { a: "1", b: "x" }, { a: "1" }];
    for (const other of others) {
      expect(checksum(other)).not.toEqual(first);
    }
  });

  test("contain the base image of each container that sets it, and the container itself does not", () => {
    const containers = [
      { name: "main", image: "registry/api:1", baseImage: "php:8.3" },
      { name: "helper", image: "nginx:1" },
    ];
    expect(annotations({ containers })).toEqual({ "base-image.weighbridge.dev/main": "php:8.3" });
    expect(at(template({ containers }), "spec.container.0")).not.toHaveProperty("base_image");
  });
});
