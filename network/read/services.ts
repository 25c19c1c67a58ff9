import { FIRST_PORT, LAST_PORT } from "../connection-set";
import type { Field } from "../field";
import type { Service, ServicePort } from "../model";

/** A Service, as far as it leads to pods. */
export function readService(body: Field, namespace: string, name: string): Service {
  const spec = body.at("spec");
  const selector = spec.at("selector").texts();
  return {
    namespace,
    name,
    selector: Object.keys(selector).length === 0 ? undefined : selector,
    ports: spec
      .at("ports")
      .items()
      .map(readPort)
      .filter((port) => port !== undefined),
  };
}

function readPort(entry: Field): ServicePort | undefined {
  const port = entry.at("port").integer(FIRST_PORT, LAST_PORT);
  const target = entry.at("targetPort");
  if (port === undefined) return undefined;
  return {
    name: entry.at("name").text(),
    port,
    targetPort: typeof target.value === "string" ? target.value : target.integer(0, LAST_PORT) || undefined,
    protocol: entry.at("protocol").oneOf(["TCP", "UDP", "SCTP"] as const) ?? "TCP",
  };
}
