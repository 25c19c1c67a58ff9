import { IngressV1 } from "@cdktf/provider-kubernetes/lib/ingress-v1";
import { LARAVEL } from "../../config/reviews/004-laravel/application";
import type { OptionStack } from "../stack";
import type { Cloud } from "./cloud";

/** The entry point: all paths of one host to the Service, by the cloud's own controller. */
export function addIngress(
  stack: OptionStack,
  namespace: string,
  { className, annotations }: Cloud["loadBalancer"],
): IngressV1 {
  const backend = { service: { name: LARAVEL.name, port: { name: "http" } } };
  return new IngressV1(stack, "Ingress", {
    metadata: { name: LARAVEL.name, namespace, annotations: { ...annotations } },
    spec: {
      ingressClassName: className,
      rule: [{ host: LARAVEL.host, http: { path: [{ path: "/", pathType: "Prefix", backend }] } }],
    },
  });
}
