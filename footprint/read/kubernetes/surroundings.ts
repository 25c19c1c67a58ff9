import type { Resources } from "../../model";
import type { Cursor } from "../terraform/cursor";
import { type Defaults, resources } from "./containers";
import { injectorsOf } from "./injection";
import { fitting } from "./named";
import type { KubernetesObject } from "./object";

/** What other objects of the document do to the pods of a workload. */
export class Surroundings {
  private readonly limitRanges: readonly KubernetesObject[];
  private readonly namespaces: readonly KubernetesObject[];
  private readonly overheads: ReadonlyMap<string, Resources>;
  private readonly verticals: readonly KubernetesObject[];
  private readonly severalPlaces: boolean;

  public constructor(objects: readonly KubernetesObject[]) {
    const of = (type: string) => objects.filter((object) => object.type === type);
    this.limitRanges = of("LimitRange");
    this.namespaces = of("Namespace");
    this.verticals = of("autoscaling.k8s.io/VerticalPodAutoscaler").filter(changesPods);
    this.overheads = new Map(
      of("node.k8s.io/RuntimeClass").map(({ name, body }) => [
        name,
        resources(body.at("overhead").at("podFixed"), "overhead"),
      ]),
    );
    const places = objects.flatMap(({ namespace }) => namespace ?? []);
    this.severalPlaces = new Set(places).size > 1;
  }

  /** Defaults of the first LimitRange, by name, of a workload's namespace; undefined where there is none. */
  public defaults({ namespace }: KubernetesObject): Defaults | undefined {
    const found = fitting(this.limitRanges, namespace);
    const clear = found.filter((each) => !this.severalPlaces || each.namespace === namespace);
    const items = clear.flatMap(({ body }) => body.at("spec").items("limits"));
    const item = items.find((each) => each.text("type") === "Container");
    return item === undefined ? undefined : defaultsOf(item);
  }

  /** Overhead of a pod: its own, else that of its RuntimeClass; reported where that is not in the document. */
  public overhead(pod: Cursor): Resources {
    const own = pod.at("overhead");
    const name = pod.optional("runtimeClassName");
    if (own.present || name === undefined) return resources(own, "overhead");
    return this.overheads.get(name) ?? {};
  }

  /** Why the pods of a workload have other resources than the document says. */
  public changes(
    object: KubernetesObject,
    template: Cursor,
    containers: readonly { readonly name: string }[],
  ): string[] {
    const around = this.namespacesOf(object);
    const runtime = template.at("spec").optional("runtimeClassName");
    const hasOverhead = template.at("spec").at("overhead").present;
    return [
      ...injectorsOf(template, containers, around).map((name) => `${name} injects a container into its pods`),
      ...this.verticals
        .filter((each) => isTarget(each, object))
        .map(({ name }) => `VerticalPodAutoscaler ${name} sets its requests`),
      ...(runtime === undefined || hasOverhead || this.overheads.has(runtime)
        ? []
        : [`the overhead of RuntimeClass ${runtime} is not in the document`]),
    ];
  }

  /** The namespace of an object; where it is rendered without one, all that it may be put into. */
  private namespacesOf({ namespace }: KubernetesObject): readonly KubernetesObject[] {
    if (namespace !== undefined) return this.namespaces.filter(({ name }) => name === namespace);
    const usual = this.namespaces.filter(({ name }) => name === "default");
    return usual.length > 0 ? usual : this.namespaces;
  }
}

/** A vertical autoscaler in any mode but Off changes requests; the mode is Auto where none is set. */
function changesPods({ body }: KubernetesObject): boolean {
  const mode = body.at("spec").at("updatePolicy").text("updateMode");
  return mode?.toLowerCase() !== "off";
}

function isTarget(autoscaler: KubernetesObject, object: KubernetesObject): boolean {
  const target = autoscaler.body.at("spec").at("targetRef");
  return (
    target.text("name") === object.name &&
    (target.text("kind") ?? object.kind) === object.kind &&
    fitting([object], autoscaler.namespace).length > 0
  );
}

/**
 * What the API server fills in for one item of a LimitRange: the maximum in place of a default limit, that in place of
 * a default request, and the minimum where there is none of these.
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
function defaultsOf(item: Cursor): Defaults {
  const of = (key: string) => resources(item.at(key), "limit range");
  const limits = first(of("default"), of("max"));
  return { limits, requests: first(of("defaultRequest"), limits, of("min")) };
}

function first(...lists: readonly Resources[]): Resources {
  const of = (key: "cpuMillicores" | "memoryMi") =>
    lists.map((list) => list[key]).find((value) => value !== undefined);
  return { cpuMillicores: of("cpuMillicores"), memoryMi: of("memoryMi") };
}
