import type { Exposure } from "../../model";
import { amount, billed, byUse, named, textOr, times, usageOf } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { targetOf } from "../terraform/target";
import {
  type Billed,
  ignored,
  type Managed,
  partOf,
  type TerraformTypes,
  type TypeContext,
} from "../terraform/type";
import { own } from "../text/value";

/** Memory at which a function has one vCPU: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const MEMORY_PER_VCPU = 1769;

const PROVISIONED = "aws_lambda_provisioned_concurrency_config";

/** AWS Lambda. */
export const LAMBDA: TerraformTypes = {
  aws_lambda_function: { workload: lambda, charges },
  [PROVISIONED]: { partOf: "aws_lambda_function", charges: provisioned },
  aws_lambda_function_url: {
    exposures: (body) => (body.text("authorization_type") === "AWS_IAM" ? [] : [url(body)]),
  },
  aws_lambda_event_source_mapping: {
    charges: (body) => {
      const pollers = body.at("provisioned_poller_config");
      return pollers.present ? [billed("hour", "lambda/poller", amount(pollers, "minimum_pollers", 1))] : [];
    },
    chargedOnly: "calls a function",
  },
  ...partOf("aws_lambda_function", "aws_lambda_alias"),
  ...ignored(
    "setting or code of a function",
    "aws_lambda_code_signing_config",
    "aws_lambda_function_event_invoke_config",
    "aws_lambda_function_recursion_config",
    "aws_lambda_layer_version",
    "aws_lambda_layer_version_permission",
    "aws_lambda_runtime_management_config",
  ),
};

/** Runs from its provisioned concurrency up to its reserved one; without a reservation the load decides. */
function lambda(body: Cursor, context: TypeContext): Managed {
  const memoryMi = body.number("memory_size", "memory", 128);
  const most = body.number("reserved_concurrent_executions", "concurrency", -1);
  const fewest = provisionedConcurrency(body, context);
  if (most === -1) body.noteUnknown("replicas", "no reserved concurrency: the load decides");
  const resources =
    memoryMi === undefined
      ? {}
      : { cpuMillicores: Math.round((memoryMi / MEMORY_PER_VCPU) * 1000), memoryMi };
  return {
    kind: "Function",
    name: body.named("function_name"),
    containers: [
      {
        name: "function",
        ...(body.text("image_uri") === undefined ? {} : { image: body.text("image_uri") }),
        requests: resources,
        limits: resources,
      },
    ],
    ...(most === undefined || most < 0 || fewest === undefined
      ? {}
      : { replicas: { min: Math.min(fewest, most), steady: Math.min(fewest, most), max: most } }),
    replicasFrom: "autoscaler",
    scalesOn: ["requests"],
  };
}

function provisionedConcurrency(body: Cursor, { related }: TypeContext): number | undefined {
  let sum: number | undefined = 0;
  for (const each of related.of(PROVISIONED)) {
    const target = functionOf(own(each.resource.raw, "function_name"), each.body.id, related);
    if (target?.resource.address !== body.id) continue;
    const here = amount(each.body, "provisioned_concurrent_executions");
    sum = sum === undefined || here === undefined ? undefined : sum + here;
  }
  return sum;
}

function functionOf(value: unknown, from: string, related: TypeContext["related"]) {
  return targetOf(value, { type: "aws_lambda_function", from, related });
}

function architecture(body: Cursor): string | undefined {
  const [first = "x86_64"] = body.texts("architectures");
  return first.includes("{") ? undefined : first;
}

function charges(body: Cursor): Billed[] {
  const memory = amount(body, "memory_size", 128);
  const storage = amount(body.at("ephemeral_storage"), "size", 512) ?? 512;
  return [
    byUse("lambda/requests", "million requests", "monthly_requests"),
    byUse(
      named("lambda/duration", architecture(body)) ?? "lambda/duration",
      "GiB-second",
      usageOf(memory && memory / 1024 / 1000, "monthly_requests", "request_duration_ms"),
    ),
    ...(storage > 512 ? [byUse("lambda/storage", "GiB-second of storage above 512 MiB")] : []),
    ...(textOr(body.at("snap_start"), "apply_on", "None") === "PublishedVersions"
      ? [byUse("lambda/snapstart", "GiB-second of snapshots")]
      : []),
  ];
}

function provisioned(body: Cursor, { raw, related }: TypeContext): Billed[] {
  const target = functionOf(own(raw, "function_name"), body.id, related);
  const memory = target && amount(target.body, "memory_size", 128);
  const sku = target && named("lambda/provisioned", architecture(target.body));
  const gibibytes = memory === undefined ? undefined : memory / 1024;
  return [billed("GiB-hour", sku, times(amount(body, "provisioned_concurrent_executions"), gibibytes))];
}

/** A function URL without authorization is called by anyone. */
function url(body: Cursor): Exposure {
  const name = body.name("function_name") ?? body.id;
  return { id: body.id, via: "AWS Lambda function URL", hosts: [], paths: [], backends: [{ service: name }] };
}
