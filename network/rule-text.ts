import { rangeText } from "./addresses";
import { connectionText, NO_CONNECTIONS } from "./connection-set";
import { type Direction, podTermText, type Rule } from "./policy";

/** Peers of a rule that are written out. */
const MOST_PEERS = 3;

/** What a rule matches: `from pods app=web in namespace shop, TCP 5432`. */
export function ruleText(rule: Rule, direction: Direction): string {
  return `${direction === "ingress" ? "from" : "to"} ${peersText(rule)}, ${portsText(rule)}`;
}

function peersText({ everyone, pods, addresses }: Rule): string {
  if (everyone) return "anyone";
  const peers = [...pods.map(podTermText), ...addresses.map(rangeText)];
  if (peers.length === 0) return "nobody";
  const more = peers.length > MOST_PEERS ? [`${peers.length - MOST_PEERS} more`] : [];
  return [...peers.slice(0, MOST_PEERS), ...more].join(" or ");
}

function portsText({ ports, named }: Rule): string {
  const names = named.map(({ name, protocol }) => `${protocol ?? "any protocol"} port "${name}"`);
  const numbers = connectionText(ports);
  if (numbers === "All Connections") return "all ports";
  return numbers === connectionText(NO_CONNECTIONS) && names.length > 0
    ? names.join(", ")
    : [numbers, ...names].join(", ");
}
