import type { Exposure } from "../../model";
import { billed, byUse, sized, usageOf } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { isOn } from "../terraform/stores";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** Amazon API Gateway. Both generations: REST APIs, and HTTP and WebSocket APIs (v2). */
export const API_GATEWAY: TerraformTypes = {
  aws_api_gateway_rest_api: {
    exposures: (body) => {
      const types = body.at("endpoint_configuration").texts("types");
      return types.includes("PRIVATE") ? [] : [entryPoint(body, "AWS API Gateway REST API")];
    },
    charges: () => [byUse("api-gateway/rest-requests", "million requests", "monthly_requests")],
  },
  /** A stage is charged for its cache, which runs all the time. */
  aws_api_gateway_stage: {
    charges: (body) => {
      const cached = isOn(body, "cache_cluster_enabled");
      if (cached === false) return [];
      const sku = sized("api-gateway/cache", body.optional("cache_cluster_size"));
      return [billed("hour", cached === undefined ? undefined : sku, 1)];
    },
    chargedOnly: "a version of an API, whose entry point is the API",
  },
  aws_apigatewayv2_api: {
    exposures: (body) => [entryPoint(body, `AWS API Gateway ${protocol(body) ?? "HTTP or WebSocket"} API`)],
    charges: (body) => requests(protocol(body)),
  },
  ...ignored(
    "setting or part of an API",
    "aws_api_gateway_account",
    "aws_api_gateway_api_key",
    "aws_api_gateway_authorizer",
    "aws_api_gateway_base_path_mapping",
    "aws_api_gateway_client_certificate",
    "aws_api_gateway_deployment",
    "aws_api_gateway_documentation_*",
    "aws_api_gateway_domain_name*",
    "aws_api_gateway_gateway_response",
    "aws_api_gateway_integration*",
    "aws_api_gateway_method*",
    "aws_api_gateway_model",
    "aws_api_gateway_request_validator",
    "aws_api_gateway_resource",
    "aws_api_gateway_rest_api_p*",
    "aws_api_gateway_usage_plan*",
    "aws_api_gateway_vpc_link",
    "aws_apigatewayv2_api_mapping",
    "aws_apigatewayv2_authorizer",
    "aws_apigatewayv2_deployment",
    "aws_apigatewayv2_domain_name",
    "aws_apigatewayv2_integration*",
    "aws_apigatewayv2_model",
    "aws_apigatewayv2_route*",
    "aws_apigatewayv2_stage",
    "aws_apigatewayv2_vpc_link",
  ),
};

function protocol(body: Cursor): string | undefined {
  return body.optional("protocol_type")?.toUpperCase();
}

function requests(kind: string | undefined): Billed[] {
  if (kind === "WEBSOCKET")
    return [
      byUse(
        "api-gateway/websocket-messages",
        "million messages",
        usageOf(1, "monthly_messages", { key: "message_size_kb", chunk: 32, absent: 1 }),
      ),
      byUse("api-gateway/websocket-connection", "million minutes", "monthly_connection_mins"),
    ];
  return [
    byUse(
      "api-gateway/http-requests",
      "million requests",
      usageOf(1, "monthly_requests", { key: "request_size_kb", chunk: 512, absent: 1 }),
    ),
  ];
}

function entryPoint(body: Cursor, via: string): Exposure {
  return { id: body.id, via, hosts: [], paths: [], backends: [{ service: body.named("name") }] };
}
