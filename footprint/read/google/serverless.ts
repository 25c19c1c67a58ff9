import { container, scaling } from "../machines/managed";
import { amount, blocks, byUse, textOr, usageOf } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { entryPoint } from "../terraform/entry-point";
import { type Billed, ignored, type Managed, type TerraformTypes } from "../terraform/type";
import { mebibytes, millicores, QuantityError } from "../text/quantity";

/** Most instances where a service does not say: https://cloud.google.com/run/docs/configuring/max-instances */
const MOST_INSTANCES = 100;

/** GHz of a function of each memory size: https://cloud.google.com/functions/pricing-1stgen */
const MEGAHERTZ: Readonly<Record<number, number>> = {
  128: 200,
  256: 400,
  512: 800,
  1024: 1400,
  2048: 2400,
  4096: 4800,
  8192: 4800,
};

/** Cloud Run, Cloud Functions and App Engine. */
export const SERVERLESS: TerraformTypes = {
  google_cloud_run_service: {
    workload: (body) => {
      const template = body.at("template");
      const annotations = template.at("metadata").map("annotations");
      const bound = (key: string, absent: number) =>
        whole(annotations[`autoscaling.knative.dev/${key}`], absent);
      return {
        kind: "ContainerApp",
        name: body.named("name"),
        containers: containersOf(template.at("spec"), "containers"),
        ...scaling(bound("minScale", 0), bound("maxScale", MOST_INSTANCES)),
      };
    },
    exposures: (body) =>
      body.at("metadata").map("annotations")["run.googleapis.com/ingress"]?.startsWith("internal") === true
        ? []
        : [entryPoint(body, "Google Cloud Run")],
    charges: (body) =>
      run(
        body.at("template").at("metadata").map("annotations")["run.googleapis.com/cpu-throttling"] ===
          "false",
      ),
  },
  google_cloud_run_v2_service: {
    workload: (body) => {
      const template = body.at("template");
      const own = template.at("scaling");
      const fewest = own.count("min_instance_count", "replicas", 0);
      const most = own.count("max_instance_count", "replicas", MOST_INSTANCES);
      return {
        kind: "ContainerApp",
        name: body.named("name"),
        containers: containersOf(template, "containers"),
        ...scaling(fewest, most),
      };
    },
    exposures: (body) =>
      (body.optional("ingress") ?? "INGRESS_TRAFFIC_ALL") === "INGRESS_TRAFFIC_ALL"
        ? [entryPoint(body, "Google Cloud Run")]
        : [],
    charges: (body) =>
      run(
        blocks(body.at("template"), "containers").some(
          (each) => each.at("resources").optional("cpu_idle") === "false",
        ),
      ),
  },
  google_cloud_run_v2_job: {
    workload: job,
    charges: () => [
      byUse("cloud-run/job/vcpu", "vCPU-second", undefined),
      byUse("cloud-run/job/memory", "GiB-second", undefined),
    ],
  },
  google_cloudfunctions_function: {
    workload: (body) => {
      const memory = body.number("available_memory_mb", "memory", 256);
      const most = body.count("max_instances", "replicas", 0);
      // 0 stands for no limit.
      if (most === 0) body.noteUnknown("replicas", "no limit of instances: the load decides");
      const megahertz = memory === undefined ? undefined : MEGAHERTZ[memory];
      return {
        kind: "Function",
        name: body.named("name"),
        containers: [container("function", undefined, megahertz && Math.round(megahertz / 2.4), memory)],
        ...scaling(body.count("min_instances", "replicas", 0), most === 0 ? undefined : most),
      };
    },
    exposures: (body) =>
      body.optional("trigger_http") === "true" &&
      textOr(body, "ingress_settings", "ALLOW_ALL") === "ALLOW_ALL"
        ? [entryPoint(body, "Google Cloud Functions")]
        : [],
    charges: functionCharges,
  },
  google_cloudfunctions2_function: {
    workload: (body) => {
      const service = body.at("service_config");
      return {
        kind: "Function",
        name: body.named("name"),
        containers: [
          container(
            "function",
            undefined,
            quantity(service.optional("available_cpu"), millicores),
            quantity(service.optional("available_memory") ?? "256M", mebibytes),
          ),
        ],
        ...scaling(
          service.count("min_instance_count", "replicas", 0),
          service.count("max_instance_count", "replicas", MOST_INSTANCES),
        ),
      };
    },
    exposures: (body) =>
      !body.at("event_trigger").present &&
      textOr(body.at("service_config"), "ingress_settings", "ALLOW_ALL") === "ALLOW_ALL"
        ? [entryPoint(body, "Google Cloud Functions")]
        : [],
    charges: () => run(false),
  },
  google_app_engine_standard_app_version: {
    workload: (body) => {
      const automatic = body.at("automatic_scaling").at("standard_scheduler_settings");
      const manual = body.at("manual_scaling");
      const fixed = manual.present ? manual.count("instances", "replicas") : undefined;
      if (!manual.present && !automatic.present)
        body.noteUnknown("replicas", "no limit of instances: the load decides");
      return {
        kind: "App",
        name: body.named("service"),
        containers: [container("app", undefined, undefined, undefined)],
        ...(manual.present
          ? scaling(fixed, fixed)
          : scaling(
              automatic.count("min_instances", "replicas", 0),
              automatic.present ? automatic.count("max_instances", "replicas") : undefined,
            )),
      };
    },
    exposures: (body) => [entryPoint(body, "Google App Engine", "service")],
    charges: (body) => [
      byUse(`app-engine/${body.optional("instance_class") ?? "F1"}`, "hour of an instance"),
    ],
  },
  ...ignored(
    "setting of a service",
    "google_app_engine_application*",
    "google_app_engine_domain_mapping",
    "google_app_engine_firewall_rule",
    "google_app_engine_service_*",
    "google_cloud_run_domain_mapping",
  ),
};

/** CPU is charged while a request is answered, or for as long as an instance is there. */
function run(alwaysOn: boolean): Billed[] {
  const mode = alwaysOn ? "instance" : "request";
  return [
    byUse(`cloud-run/${mode}/vcpu`, "vCPU-second", undefined),
    byUse(`cloud-run/${mode}/memory`, "GiB-second", undefined),
    ...(alwaysOn ? [] : [byUse("cloud-run/requests", "requests", "monthly_requests")]),
  ];
}

/** Charged for each request, and for the memory and the clock that it takes meanwhile. */
function functionCharges(body: Cursor): Billed[] {
  const memory = amount(body, "available_memory_mb", 256);
  const per = (size: number | undefined) =>
    usageOf(
      size === undefined ? undefined : size / 1e6,
      "monthly_function_invocations",
      "request_duration_ms",
    );
  return [
    byUse("functions/invocations", "requests", "monthly_function_invocations"),
    byUse("functions/memory", "GiB-second", per(memory === undefined ? undefined : (memory / 1024) * 1000)),
    byUse("functions/cpu", "GHz-second", per(memory === undefined ? undefined : MEGAHERTZ[memory])),
  ];
}

/** Containers with what they are limited to: a whole core and 512 MiB where they do not say. */
function containersOf(body: Cursor, key: string): Managed["containers"] {
  return blocks(body, key).map((each, index) => {
    const limits = each.at("resources").map("limits");
    return container(
      each.name("name") ?? `container-${index + 1}`,
      each.text("image"),
      quantity(limits.cpu ?? "1", millicores),
      quantity(limits.memory ?? "512Mi", mebibytes),
    );
  });
}

function job(body: Cursor): Managed {
  const outer = body.at("template");
  const parallel = outer.count("parallelism", "replicas", 0);
  const tasks = outer.count("task_count", "replicas", 1);
  // 0 stands for as many at a time as there are tasks.
  const most = parallel === 0 ? tasks : parallel;
  return {
    kind: "Job",
    name: body.named("name"),
    containers: containersOf(outer.at("template"), "containers"),
    ...(most === undefined ? {} : { replicas: { min: 0, steady: 0, max: most } }),
    replicasFrom: "job",
  };
}

function quantity(text: string | undefined, read: (text: string) => number): number | undefined {
  if (text === undefined) return undefined;
  try {
    return read(text);
  } catch (error) {
    if (error instanceof QuantityError) return undefined;
    throw error;
  }
}

function whole(text: string | undefined, absent: number): number | undefined {
  if (text === undefined) return absent;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
