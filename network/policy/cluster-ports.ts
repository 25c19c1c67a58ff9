import { NO_CONNECTIONS, portsOf } from "../connection-set";
import type { Field } from "../field";
import type { Protocol } from "../model";
import {
  namedPort,
  numbered,
  type RulePorts,
  readPort,
  readPortName,
  readProtocol,
  readRange,
} from "./ports";

/** An entry of a ClusterNetworkPolicy's `protocols`. */
export function readClusterNetworkPolicyPort(entry: Field): RulePorts {
  const keys = entry.keys();
  if (keys.length !== 1)
    entry.fault(`must have one field, got ${keys.length}`, "write tcp, udp, sctp or destinationNamedPort");
  const [key] = keys;
  if (key === "destinationNamedPort") return named(entry.at(key));
  const protocol = ({ tcp: "TCP", udp: "UDP", sctp: "SCTP" } as Record<string, Protocol>)[key ?? ""];
  if (protocol === undefined) {
    if (key !== undefined)
      entry.at(key).fault("is no protocol", "write tcp, udp, sctp or destinationNamedPort");
    return numbered(NO_CONNECTIONS);
  }
  const port = entry.at(key as string).at("destinationPort");
  if (!port.present) return numbered(portsOf(protocol));
  const [number, range] = [port.at("number"), port.at("range")];
  if (number.present === range.present) port.fault("must have one of number and range", "write one of them");
  if (range.present) return numbered(readRange(range, protocol, false));
  const value = readPort(number);
  return numbered(value === undefined ? NO_CONNECTIONS : portsOf(protocol, value, value));
}

/** An entry of `ports` of the v1alpha1 kinds. */
export function readAdminNetworkPolicyPort(entry: Field): RulePorts {
  const keys = entry.keys();
  const [key] = keys;
  if (keys.length !== 1 || !["portNumber", "portRange", "namedPort"].includes(key as string)) {
    entry.fault("must have one field", "write portNumber, portRange or namedPort");
    return numbered(NO_CONNECTIONS);
  }
  if (key === "namedPort") return named(entry.at(key));
  const body = entry.at(key as string);
  const protocol = readProtocol(body.at("protocol"));
  if (protocol === undefined) return numbered(NO_CONNECTIONS);
  if (key === "portRange") return numbered(readRange(body, protocol, true));
  body.at("port").requirePresent("a number from 1 to 65535");
  const value = readPort(body.at("port"));
  return numbered(value === undefined ? NO_CONNECTIONS : portsOf(protocol, value, value));
}

function named(field: Field): RulePorts {
  const name = readPortName(field);
  return name === undefined ? numbered(NO_CONNECTIONS) : namedPort(name);
}
