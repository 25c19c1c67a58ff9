import type { Service } from "../../model";
import type { KubernetesObject } from "./object";

/** Reads a Service. Its type defaults to ClusterIP. */
export function service({ id, name, namespace, body }: KubernetesObject): Service {
  const spec = body.at("spec");
  return {
    id,
    name,
    namespace,
    type: spec.text("type") ?? "ClusterIP",
    selector: spec.map("selector"),
    ports: spec.items("ports").flatMap((each) => {
      const port = each.count("port", "service port");
      if (port === undefined) return [];
      const targetPort = each.text("targetPort");
      return [
        {
          port,
          targetPort,
          protocol: each.text("protocol") ?? "TCP",
        },
      ];
    }),
  };
}
