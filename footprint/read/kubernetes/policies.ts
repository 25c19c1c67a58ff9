import type { Edge, Peer, Workload } from "../../model";
import type { Draft } from "../draft";
import type { Cursor } from "../terraform/cursor";
import { fitsSeveral } from "./named";
import type { KubernetesObject } from "./object";
import {
  describe,
  type LabelIndex,
  type Labels,
  type Selector,
  selector,
  selects,
  selectsAll,
} from "./selectors";

/** A mesh of n pods has n² connections: a rule with more than this many is shown as its selectors. */
const MOST_PAIRS = 100;

/**
 * Annotation that names an address range of the policy: `peer.weighbridge.dev/10.0.0.0_16: mysql`.
 * Kubernetes has no field for such a name.
 */
const PEER_ANNOTATION = "peer.weighbridge.dev/";

/** Label that Kubernetes puts on every namespace. */
const NAMESPACE_NAME = "kubernetes.io/metadata.name";

/** Labels whose value is the name of a workload. */
const NAME_LABELS = new Set(["app", "app.kubernetes.io/name", "k8s-app"]);

/** What the selectors of policies may pick. */
export interface PolicyContext {
  readonly pods: LabelIndex<Workload>;
  /** Labels of the namespaces that the document creates, by name. */
  readonly namespaces: ReadonlyMap<string, Labels>;
  readonly draft: Draft;
}

/** Where a peer may be, and how to say it. */
interface Place {
  readonly words: string;
  /** Namespaces, where the selector names them or the document has them; else anywhere in the cluster. */
  readonly namespaces?: readonly string[];
}

type Direction = Edge["direction"];

/** Peers on one side of a rule, and the one that represents all where there are too many to list. */
interface Side {
  readonly peers: readonly Peer[];
  readonly summary: Peer;
}

/** Connections that a NetworkPolicy allows, in the order of its rules. */
export function policyEdges(object: KubernetesObject, context: PolicyContext): Edge[] {
  const spec = object.body.at("spec");
  const own = ownPlace(object, selector(spec.at("podSelector")), context);
  const names = object.body.at("metadata").map("annotations");
  const subject = podSide(own, selector(spec.at("podSelector")), context, true);
  const edges: Edge[] = [];
  for (const direction of directions(spec)) {
    for (const rule of spec.items(direction)) {
      const others = rule.items(direction === "ingress" ? "from" : "to");
      const sides =
        others.length === 0 ? [ANYONE] : others.map((peer) => peerSide(peer, own, context, names));
      const allowed = ports(rule);
      for (const side of sides) {
        for (const [pod, other] of side === undefined ? [] : pairs(subject, side)) {
          const [from, to] = direction === "ingress" ? [other, pod] : [pod, other];
          for (const { port, endPort, protocol } of allowed)
            edges.push({ from, to, port, endPort, protocol, policy: object.id, direction });
        }
      }
    }
  }
  return edges;
}

/** A policy without types is about ingress, and about egress where it has such rules. */
function directions(spec: Cursor): Direction[] {
  const types = spec.texts("policyTypes");
  if (types.length === 0) return spec.items("egress").length === 0 ? ["ingress"] : ["ingress", "egress"];
  const named: [string, Direction][] = [
    ["Ingress", "ingress"],
    ["Egress", "egress"],
  ];
  return named.filter(([type]) => types.includes(type)).map(([, direction]) => direction);
}

function ports(rule: Cursor): Pick<Edge, "port" | "endPort" | "protocol">[] {
  const listed = rule.items("ports");
  if (listed.length === 0) return [{ protocol: "any" }];
  return listed.map((body) => {
    const port = body.text("port");
    const endPort = body.count("endPort", "end port");
    return {
      port,
      endPort,
      protocol: body.text("protocol") ?? "TCP",
    };
  });
}

/** Each pod with each peer. */
function pairs(subject: Side, other: Side): (readonly [Peer, Peer])[] {
  if (subject.peers.length * other.peers.length > MOST_PAIRS) return [[subject.summary, other.summary]];
  const found: (readonly [Peer, Peer])[] = [];
  for (const pod of subject.peers) for (const peer of other.peers) found.push([pod, peer]);
  return found;
}

const ANYONE: Side = single({ kind: "anyone", name: "anyone" });

/**
 * Namespace of a policy. One that is rendered without any is in that of the pods that it selects; where pods of several
 * fit, it is reported.
 */
function ownPlace({ id, namespace }: KubernetesObject, wanted: Selector, { pods, draft }: PolicyContext) {
  const fits = namespace === undefined ? pods.fitting(undefined, wanted) : [];
  if (fits.length > 1) draft.unknown(id, "pods of the policy", fitsSeveral(fits.flat()));
  const [only] = fits.length === 1 ? fits.flat() : [];
  const name = namespace ?? only?.namespace ?? "default";
  return { words: `namespace ${name}`, namespaces: fits.length > 1 ? [] : [name] };
}

function peerSide(peer: Cursor, own: Place, context: PolicyContext, names: Labels): Side | undefined {
  const block = peer.at("ipBlock");
  if (block.present) return single(addresses(cidr(block), names));
  const pods = peer.at("podSelector");
  const namespaces = peer.at("namespaceSelector");
  if (!pods.present && !namespaces.present) {
    peer.noteUnknown("policy peer", "it names neither pods, namespaces nor addresses");
    return undefined;
  }
  const place = namespaces.present ? placeOf(selector(namespaces), context) : own;
  return podSide(place, selector(pods), context, false);
}

function addresses(range: string, names: Labels): Peer {
  const name = names[PEER_ANNOTATION + annotationName(range)];
  return name === undefined ? { kind: "cidr", name: range } : { kind: "cidr", name, cidr: range };
}

/** A range as an annotation's name may contain it: no `/`, no `:`, a letter or digit first. */
function annotationName(range: string): string {
  return range.replace(/^::/, "0::").replace("/", "_").replaceAll(":", "-");
}

function cidr(block: Cursor): string {
  const range = block.text("cidr") ?? block.refuse("has no cidr", "write a range such as 10.0.0.0/16");
  const except = block.texts("except");
  return except.length === 0 ? range : `${range} except ${except.join(", ")}`;
}

function placeOf(wanted: Selector, { namespaces }: PolicyContext): Place {
  if (selectsAll(wanted)) return { words: "any namespace" };
  const [first, ...others] = wanted.labels;
  if (first?.[0] === NAMESPACE_NAME && others.length === 0 && wanted.expressions.length === 0) {
    return { words: `namespace ${first[1]}`, namespaces: [first[1]] };
  }
  const held = [...namespaces].filter(([, labels]) => selects(wanted, labels)).map(([name]) => name);
  if (held.length === 1) return { words: `namespace ${held[0]}`, namespaces: held };
  return { words: `namespaces with ${describe(wanted)}`, ...(held.length === 0 ? {} : { namespaces: held }) };
}

/**
 * Pods in a place: the document's workloads where the selectors pick some of them, else their words. A whole
 * namespace also contains what other documents create, so a peer without labels stays a namespace; the pods that a
 * policy itself is about are always named.
 */
function podSide(place: Place, wanted: Selector, { pods }: PolicyContext, isSubject: boolean): Side {
  const all = selectsAll(wanted);
  const words = all ? place.words : (commonName(place, wanted) ?? `${place.words}, ${describe(wanted)}`);
  const summary: Peer = { kind: all ? "namespace" : "pods", name: words };
  if (all && !isSubject) return single(summary);
  const found = (place.namespaces ?? []).flatMap((namespace) => pods.fitting(namespace, wanted).flat());
  if (found.length === 0) return single(summary);
  return { peers: found.map(({ name }): Peer => ({ kind: "workload", name })), summary };
}

/** `12go/frontend3` for pods picked by nothing but the label that everyone gives a workload's name. */
function commonName({ namespaces = [] }: Place, { labels, expressions }: Selector): string | undefined {
  const [label, ...others] = labels;
  if (label === undefined || others.length > 0 || expressions.length > 0 || namespaces.length !== 1)
    return undefined;
  return NAME_LABELS.has(label[0]) ? `${namespaces[0]}/${label[1]}` : undefined;
}

function single(peer: Peer): Side {
  return { peers: [peer], summary: peer };
}
