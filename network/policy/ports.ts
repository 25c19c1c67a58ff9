import { type ConnectionSet, FIRST_PORT, LAST_PORT, NO_CONNECTIONS, portsOf, union } from "../connection-set";
import { shown } from "../faults";
import type { Field } from "../field";
import type { Protocol } from "../model";
import type { NamedPort } from "./types";

/** Ports of a rule: numbers, and names that are looked up at the destination. */
export interface RulePorts {
  readonly ports: ConnectionSet;
  readonly named: readonly NamedPort[];
}

const PROTOCOLS: readonly Protocol[] = ["TCP", "UDP", "SCTP"];

/** Sum of the ports of a list. */
export function sumOf(parts: readonly RulePorts[]): RulePorts {
  return {
    ports: parts.reduce((sum, { ports }) => union(sum, ports), NO_CONNECTIONS),
    named: parts.flatMap(({ named }) => named),
  };
}

export function numbered(ports: ConnectionSet): RulePorts {
  return { ports, named: [] };
}

export function namedPort(name: string, protocol?: Protocol): RulePorts {
  return { ports: NO_CONNECTIONS, named: [{ name, protocol }] };
}

/** A protocol, TCP where there is none. */
export function readProtocol(field: Field): Protocol | undefined {
  return field.present ? field.oneOf(PROTOCOLS) : "TCP";
}

/** A port from 1 to 65535. */
export function readPort(field: Field): number | undefined {
  return field.integer(FIRST_PORT, LAST_PORT);
}

/** A container port's name: at most 15 lower-case letters, digits and dashes, at least one letter. */
export function readPortName(field: Field): string | undefined {
  const name = field.text();
  if (name === undefined || (/^[a-z0-9-]{1,15}$/.test(name) && /[a-z]/.test(name))) return name;
  const fix = /^\d+$/.test(name) ? "write a number without quotes" : "write the name of a container port";
  field.fault(`is no port name, got ${shown(name)}`, fix);
  return undefined;
}

/** An entry of a NetworkPolicy's `ports`. */
export function readNetworkPolicyPort(field: Field): RulePorts {
  field.keys();
  const protocol = readProtocol(field.at("protocol"));
  const [port, endPort] = [field.at("port"), field.at("endPort")];
  if (typeof port.value === "string") {
    if (endPort.present) endPort.fault("must not be there with a named port", "write the port as a number");
    const name = readPortName(port);
    return name === undefined || protocol === undefined
      ? numbered(NO_CONNECTIONS)
      : namedPort(name, protocol);
  }
  const first = readPort(port);
  const last = readPort(endPort);
  if (endPort.present && !port.present)
    endPort.fault("must not be there without a port", "write the port too");
  if (first !== undefined && last !== undefined && last < first)
    endPort.fault(`must not be less than port ${first}, got ${last}`, "write the higher number as endPort");
  if (protocol === undefined) return numbered(NO_CONNECTIONS);
  return numbered(first === undefined ? portsOf(protocol) : range(protocol, first, last ?? first));
}

/** `start` and `end` of a range. */
export function readRange(field: Field, protocol: Protocol, mayBeOnePort: boolean): ConnectionSet {
  field.at("start").requirePresent("the first port");
  field.at("end").requirePresent("the last port");
  const [first, last] = [readPort(field.at("start")), readPort(field.at("end"))];
  if (first === undefined || last === undefined) return NO_CONNECTIONS;
  if (last < first || (last === first && !mayBeOnePort))
    field
      .at("end")
      .fault(`must be greater than start ${first}, got ${last}`, "write a greater number as end");
  return range(protocol, first, last);
}

function range(protocol: Protocol, first: number, last: number): ConnectionSet {
  return first <= last ? portsOf(protocol, first, last) : NO_CONNECTIONS;
}
