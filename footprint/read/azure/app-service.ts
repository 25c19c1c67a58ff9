import { container, scaling } from "../machines/managed";
import { amount, billed, byUse, hourly, named, times, usageOf } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { entryPoint } from "../terraform/entry-point";
import type { RelatedResource } from "../terraform/related";
import { isOn } from "../terraform/stores";
import { targetOf } from "../terraform/target";
import {
  type Billed,
  type Declaration,
  ignored,
  type Managed,
  type TerraformTypes,
  type TypeContext,
} from "../terraform/type";
import { own } from "../text/value";

/** Types of a plan, each with the argument by which an app names it. */
const PLANS = [
  ["service_plan_id", "azurerm_service_plan"],
  ["app_service_plan_id", "azurerm_app_service_plan"],
] as const;

/** vCPU and GiB of a machine of the Elastic Premium plan. */
const ELASTIC: Readonly<Record<string, readonly [vcpu: number, gib: number]>> = {
  EP1: [1, 3.5],
  EP2: [2, 7],
  EP3: [4, 14],
};

/** Most instances of a function on the consumption plan. */
const MOST_INSTANCES = { linux: 100, windows: 200 };

const APP: Declaration = { workload: app, exposures };
const FUNCTION: Declaration = { workload: functionApp, exposures, charges: functionCharges };

/** Azure App Service and Azure Functions: apps, and the machines of their plans. */
export const APP_SERVICE: TerraformTypes = {
  azurerm_app_service_plan: {
    charges: planCharges,
    chargedOnly: "machines whose apps are listed by themselves",
  },
  azurerm_service_plan: { charges: planCharges, chargedOnly: "machines whose apps are listed by themselves" },
  azurerm_app_service: APP,
  azurerm_linux_web_app: APP,
  azurerm_windows_web_app: APP,
  azurerm_app_service_slot: APP,
  azurerm_function_app: FUNCTION,
  azurerm_linux_function_app: FUNCTION,
  azurerm_windows_function_app: FUNCTION,
  azurerm_function_app_flex_consumption: FUNCTION,
  azurerm_logic_app_standard: {
    workload: app,
    exposures,
    charges: () => [byUse("logic-apps/connector", "1,000 calls")],
  },
  /** A stamp, and two machines in front of its plans. */
  azurerm_app_service_environment: {
    charges: (body) => [
      hourly("app-service/environment"),
      billed("hour", named("app-service/environment", body.optional("pricing_tier")), 2),
    ],
    chargedOnly: "machines whose plans are listed by themselves",
  },
  /** The third generation is charged where it is empty, and by its plans where it is not. */
  azurerm_app_service_environment_v3: {
    charges: (body) =>
      body.at("dedicated_host_count").present
        ? [billed("hour", "app-service/dedicated-host", amount(body, "dedicated_host_count"))]
        : [byUse("app-service/environment-v3", "hour without a plan")],
    chargedOnly: "machines whose plans are listed by themselves",
  },
  azurerm_app_service_certificate_order: {
    charges: (body) => [
      billed(
        "year",
        (body.optional("product_type") ?? "Standard") === "WildCard"
          ? "app-service/certificate-wildcard"
          : "app-service/certificate-standard",
        1,
      ),
    ],
    chargedOnly: "a certificate of something else",
  },
  /** Certificates by name are free; one by address is charged. */
  azurerm_app_service_certificate_binding: {
    charges: byAddress,
    chargedOnly: "a certificate of something else",
  },
  azurerm_app_service_custom_hostname_binding: {
    charges: byAddress,
    chargedOnly: "a name of something else",
  },
  azurerm_static_site: { exposures: staticSite, charges: staticCharges },
  azurerm_static_web_app: { exposures: staticSite, charges: staticCharges },
  ...ignored(
    "setting of an app",
    "azurerm_app_service_active_slot",
    "azurerm_app_service_certificate",
    "azurerm_app_service_connection",
    "azurerm_app_service_hybrid_connection",
    "azurerm_app_service_managed_certificate",
    "azurerm_app_service_public_certificate",
    "azurerm_app_service_slot_*",
    "azurerm_app_service_source_control*",
    "azurerm_app_service_virtual_network_swift_connection",
    "azurerm_function_app_*",
    "azurerm_linux_function_app_slot",
    "azurerm_linux_web_app_slot",
    "azurerm_static_site_custom_domain",
    "azurerm_static_web_app_*",
    "azurerm_web_app_*",
    "azurerm_windows_function_app_slot",
    "azurerm_windows_web_app_slot",
  ),
};

interface Plan {
  /** `P1v2`, `Y1`; of older providers the size of the block `sku`. */
  readonly size?: string;
  readonly machines?: number;
  readonly system: "linux" | "windows";
}

function planOf(body: Cursor): Plan {
  const older = body.at("sku");
  const size = older.present ? older.optional("size") : body.optional("sku_name");
  const machines = older.present ? amount(older, "capacity", 1) : amount(body, "worker_count", 1);
  const system = (body.optional("os_type") ?? body.optional("kind") ?? "Windows").toLowerCase();
  const isLinux = system === "linux" || body.optional("reserved") === "true";
  return { size, machines, system: isLinux ? "linux" : "windows" };
}

function isConsumption(size: string | undefined): boolean {
  return size === "Y1" || size === "FC1";
}

/** Consumption plans are charged by their functions, and the free size not at all. */
function planCharges(body: Cursor): Billed[] {
  const { size, machines, system } = planOf(body);
  if (isConsumption(size) || size === "F1") return [];
  const elastic = size !== undefined && Object.hasOwn(ELASTIC, size) ? ELASTIC[size] : undefined;
  if (elastic !== undefined)
    return [
      billed("vCPU-hour", "functions/premium/vcpu", times(elastic[0], machines)),
      billed("GiB-hour", "functions/premium/memory", times(elastic[1], machines)),
    ];
  return [billed("hour", named("app-service", system, size), machines)];
}

function planTarget(body: Cursor, { raw, related }: TypeContext): RelatedResource | undefined {
  for (const [key, type] of PLANS) {
    const found = targetOf(own(raw, key), { type, from: body.id, related });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An app runs on each machine of its plan, which it may share with others: it has no resources of its own. */
function app(body: Cursor, context: TypeContext): Managed {
  const target = planTarget(body, context);
  if (target === undefined) body.noteUnknown("replicas", "its plan is not in the document");
  const machines = target && planOf(target.body).machines;
  const stack = body.at("site_config").at("application_stack");
  const image = stack.text("docker_image_name") ?? stack.text("docker_image");
  return {
    kind: "App",
    name: body.named("name"),
    containers: [container("app", image, undefined, undefined)],
    ...scaling(machines, machines),
  };
}

function functionApp(body: Cursor, context: TypeContext): Managed {
  const target = planTarget(body, context);
  const plan = target && planOf(target.body);
  if (plan !== undefined && !isConsumption(plan.size)) return { ...app(body, context), kind: "Function" };
  const limit =
    body.at("site_config").count("app_scale_limit", "replicas") ??
    body.count("maximum_instance_count", "replicas");
  const most = limit !== undefined && limit > 0 ? limit : plan && MOST_INSTANCES[plan.system];
  if (most === undefined) body.noteUnknown("replicas", "its plan is not in the document");
  return {
    kind: "Function",
    name: body.named("name"),
    containers: [container("function", undefined, undefined, undefined)],
    ...scaling(0, most),
  };
}

/** On the consumption plan by execution; on others the plan is charged. */
function functionCharges(body: Cursor, context: TypeContext): Billed[] {
  const target = planTarget(body, context);
  if (target !== undefined && !isConsumption(planOf(target.body).size)) return [];
  return [
    byUse("functions/executions", "million executions", "monthly_executions"),
    byUse(
      "functions/duration",
      "GiB-second",
      usageOf(1 / 1000 / 1024, "monthly_executions", "execution_duration_ms", "memory_mb"),
    ),
  ];
}

/** Every app has a host name on the internet, unless its network access is off. */
function exposures(body: Cursor) {
  if (isOn(body, "enabled", true) === false || isOn(body, "public_network_access_enabled", true) === false)
    return [];
  return [entryPoint(body, "Azure App Service")];
}

function byAddress(body: Cursor): Billed[] {
  return body.optional("ssl_state") === "IpBasedEnabled"
    ? [billed("month", "app-service/ip-certificate", 1)]
    : [];
}

function staticSite(body: Cursor) {
  return [entryPoint(body, "Azure Static Web Apps")];
}

function staticCharges(body: Cursor): Billed[] {
  const tier = (body.optional("sku_tier") ?? "Free").toLowerCase();
  return tier === "free" ? [] : [billed("month", `static-web-app/${tier}`, 1)];
}
