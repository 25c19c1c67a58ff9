import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { PARTNER } from "../../config/partner";
import { canaryRoute, Manifests, RestrictedNamespace, secretVariable } from "../../constructs/core";
import { PhpFpmPartnerPodGroup } from "../../constructs/php-fpm-partner-pod-group";
import { OptionStack, useCluster } from "../stack";
import { addFuji } from "./fuji";
import { fromGateway, toCollector, toFuji, toOutside } from "./network";
import { addPartnerTopics } from "./topics";

const NAME = "frontend3-partner";

/**
 * Option B: partner pods of frontend3's own image, on frontend3's own stores, with Fuji kept.
 *
 * Nothing is created on AWS: image, databases and caches are frontend3's.
 * @see 001_57ea113d5c58119c.txt, section 2.2
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  const stack = new OptionStack(scope, "partner-b", environment);
  useCluster(stack);
  const namespace = new RestrictedNamespace(stack, "Namespace", { name: "partner-b" }).namespaceName;
  const registry = stack.input(
    "image_registry",
    "string",
    "Registry that holds frontend3 and fuji",
  ).stringValue;

  const partner = new PhpFpmPartnerPodGroup(stack, "Partner", {
    namespace,
    name: NAME,
    partOf: stack.node.id,
    image: `${registry}/frontend3:${stack.input("frontend3_tag", "string", "Tag of the image frontend3").stringValue}`,
    // The review gives no version: "Same as `frontend3` (PHP-FPM + Nginx)".
    baseImage: "php",
    secretName: addSecrets(stack, namespace),
    ingress: [fromGateway(environment, 8080)],
    egress: [
      toFuji(),
      ...[PARTNER.mysql, PARTNER.redis, PARTNER.memcached, PARTNER.kafka, PARTNER.creditLine].map(toOutside),
      toCollector(environment),
    ],
    canary: {},
  });
  addFuji(stack, {
    namespace,
    image: `${registry}/fuji:${stack.input("fuji_tag", "string", "Tag of the image fuji").stringValue}`,
    caller: NAME,
  });
  addPartnerTopics(stack, NAME);
  new Manifests(stack, "CustomResources", {
    releaseName: "partner-b-resources",
    namespace,
    manifests: [
      canaryRoute(stack, {
        name: NAME,
        namespace,
        gateway: environment.gateway,
        host: PARTNER.host,
        paths: ["/partner/v1", "/health"].map((value) => ({ type: "PathPrefix", value })),
      }),
    ],
  });
  new TerraformOutput(stack, "max_children", { value: partner.maxChildren });
  return stack;
}

/**
 * The secrets that the runbook rotates, as a Kubernetes Secret whose values are in no state.
 * @see 001_57ea113d5c58119c.txt, section 8 "How to Rotate Secrets"
 */
function addSecrets(stack: OptionStack, namespace: string): string {
  const keys = ["API_KEY_HASH_ACME", "CREDIT_LINE_API_KEY"];
  const dataWo = Object.fromEntries(
    keys.map((key) => [key, secretVariable(stack, key.toLowerCase(), `Value of ${key}`)]),
  );
  const secret = new SecretV1(stack, "Secrets", {
    metadata: { name: "partner-api-secrets", namespace },
    type: "Opaque",
    dataWo,
    dataWoRevision: 1,
  });
  return secret.metadata.name;
}
