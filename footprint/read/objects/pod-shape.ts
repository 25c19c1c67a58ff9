import { AS_IS, fields, list, type Member, type Shape } from "./shape";

/** Metadata of every object. */
export const METADATA: Shape = fields("name", "generate_name", "namespace", "labels", "annotations");

/** A label selector. */
export const SELECTOR: Member = {
  block: {
    match_labels: AS_IS,
    match_expressions: list("matchExpressions", fields("key", "operator", "values")),
  },
};

const SECCOMP: Member = { block: fields("type", "localhost_profile") };
const HANDLER: Shape = {
  http_get: { block: fields("path", "port", "host", "scheme") },
  tcp_socket: { block: fields("port") },
  exec: { block: fields("command") },
  grpc: { block: fields("port", "service") },
};
const PROBE: Member = {
  block: {
    ...HANDLER,
    ...fields("initial_delay_seconds", "period_seconds", "timeout_seconds", "failure_threshold"),
  },
};
const KEY_REFERENCE: Member = { block: fields("name", "key", "optional") };
const SOURCE: Member = { block: fields("name", "optional") };

const CONTAINER: Shape = {
  ...fields("name", "image", "image_pull_policy", "command", "args", "restart_policy"),
  port: list("ports", fields("name", "container_port", "host_port", "protocol")),
  env: list("env", {
    ...fields("name", "value"),
    value_from: { block: { secret_key_ref: KEY_REFERENCE, config_map_key_ref: KEY_REFERENCE } },
  }),
  env_from: list("envFrom", { ...fields("prefix"), secret_ref: SOURCE, config_map_ref: SOURCE }),
  resources: { block: fields("requests", "limits") },
  liveness_probe: PROBE,
  readiness_probe: PROBE,
  startup_probe: PROBE,
  lifecycle: { block: { pre_stop: { block: { ...HANDLER, sleep: { block: fields("seconds") } } } } },
  security_context: {
    block: {
      ...fields("privileged", "allow_privilege_escalation", "run_as_non_root", "run_as_user"),
      ...fields("read_only_root_filesystem", "proc_mount"),
      capabilities: { block: fields("add", "drop") },
      seccomp_profile: SECCOMP,
    },
  },
  volume_mount: list("volumeMounts", fields("name", "mount_path", "read_only", "sub_path")),
};

const AFFINITY_TERMS: Member = {
  block: {
    required_during_scheduling_ignored_during_execution: list(
      "requiredDuringSchedulingIgnoredDuringExecution",
      fields("topology_key"),
    ),
    preferred_during_scheduling_ignored_during_execution: list(
      "preferredDuringSchedulingIgnoredDuringExecution",
      fields("weight"),
    ),
  },
};

/** A pod spec. */
export const POD: Shape = {
  ...fields("host_network", "restart_policy", "priority_class_name", "runtime_class_name"),
  host_pid: { to: "hostPID" },
  host_ipc: { to: "hostIPC" },
  ...fields("service_account_name", "automount_service_account_token", "termination_grace_period_seconds"),
  security_context: {
    block: {
      ...fields("run_as_non_root", "run_as_user"),
      seccomp_profile: SECCOMP,
      sysctl: list("sysctls", fields("name", "value")),
    },
  },
  os: { block: fields("name") },
  affinity: { block: { pod_anti_affinity: AFFINITY_TERMS } },
  topology_spread_constraint: list(
    "topologySpreadConstraints",
    fields("topology_key", "when_unsatisfiable", "max_skew"),
  ),
  volume: list("volumes", {
    ...fields("name"),
    host_path: { block: fields("path", "type") },
    secret: { block: fields("secret_name", "optional") },
    config_map: { block: fields("name", "optional") },
    empty_dir: { block: fields("medium", "size_limit") },
    persistent_volume_claim: { block: fields("claim_name", "read_only") },
    projected: {
      block: {
        sources: list("sources", {
          secret: SOURCE,
          config_map: SOURCE,
          service_account_token: { block: fields("audience", "path") },
        }),
      },
    },
  }),
  container: list("containers", CONTAINER),
  init_container: list("initContainers", CONTAINER),
};

/** A pod template. */
export const TEMPLATE: Member = { block: { metadata: { block: METADATA }, spec: { block: POD } } };
