import { byText } from "../../footprint/order";
import { readJson } from "../../footprint/read/input/json";
import { UsageError } from "../errors";

/** Everyday replicas that were found, and workloads that two namespaces run differently. */
export interface Replicas {
  readonly steady: ReadonlyMap<string, number>;
  readonly ambiguous: readonly string[];
}

interface Running {
  readonly name: string;
  readonly pods: number;
  /** True where an autoscaler says so, which knows better than the workload. */
  readonly isScaled: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** Labels of a Prometheus series that name a workload, the most exact first. */
const LABELS = [
  "deployment",
  "statefulset",
  "daemonset",
  "horizontalpodautoscaler",
  "workload",
  "owner_name",
  "created_by_name",
  "name",
];

/**
 * Everyday replicas from what runs: `kubectl get hpa,deploy -A -o json`, or the answer of a Prometheus query.
 * @throws UsageError for anything else
 */
export function replicasFrom(file: string): Replicas {
  const document = readJson(file);
  const running = isObject(document) ? (fromKubectl(document) ?? fromPrometheus(document)) : undefined;
  if (running === undefined)
    throw new UsageError(
      `${file}: neither a list of Kubernetes objects nor the answer of a Prometheus query; ` +
        "give what `kubectl get hpa,deploy -A -o json` prints",
    );
  const steady = new Map<string, number>();
  const ambiguous = new Set<string>();
  for (const isScaled of [true, false])
    for (const each of running.filter((one) => one.isScaled === isScaled)) {
      const before = steady.get(each.name);
      if (before !== undefined && before !== each.pods && !scaledNames(running).has(each.name))
        ambiguous.add(each.name);
      if (before === undefined) steady.set(each.name, each.pods);
      else if (isScaled && before !== each.pods) ambiguous.add(each.name);
    }
  for (const name of ambiguous) steady.delete(name);
  return {
    steady: new Map([...steady].sort(([one], [other]) => byText(one, other))),
    ambiguous: [...ambiguous].sort(byText),
  };
}

function scaledNames(running: readonly Running[]): ReadonlySet<string> {
  return new Set(running.filter(({ isScaled }) => isScaled).map(({ name }) => name));
}

function fromKubectl(document: Json): Running[] | undefined {
  const items = Array.isArray(document["items"]) ? document["items"] : [document];
  const objects = items
    .filter(isObject)
    .filter(({ kind, apiVersion }) => kind !== undefined && apiVersion !== undefined);
  if (objects.length === 0) return undefined;
  return objects.flatMap((object): Running[] => {
    const [spec, status] = [objectAt(object, "spec"), objectAt(object, "status")];
    if (object["kind"] === "HorizontalPodAutoscaler") {
      const name = objectAt(spec, "scaleTargetRef")["name"];
      const pods = status["currentReplicas"] ?? status["desiredReplicas"];
      return typeof name === "string" && isCount(pods) ? [{ name, pods, isScaled: true }] : [];
    }
    const name = objectAt(object, "metadata")["name"];
    const pods = status["replicas"] ?? spec["replicas"];
    return typeof name === "string" && isCount(pods) ? [{ name, pods, isScaled: false }] : [];
  });
}

function fromPrometheus(document: Json): Running[] | undefined {
  const result = objectAt(document, "data")["result"];
  if (document["status"] !== "success" || !Array.isArray(result)) return undefined;
  return result.filter(isObject).flatMap((series): Running[] => {
    const metric = objectAt(series, "metric");
    const label = LABELS.find((each) => typeof metric[each] === "string");
    const pods = typicalOf(series);
    if (label === undefined || pods === undefined) return [];
    return [{ name: String(metric[label]), pods, isScaled: label === "horizontalpodautoscaler" }];
  });
}

/** The one value of an instant, or the median of a range: half a pod is a whole one. */
function typicalOf(series: Json): number | undefined {
  const samples = Array.isArray(series["values"]) ? series["values"] : [series["value"]];
  const values = samples
    .flatMap((sample) => (Array.isArray(sample) ? [Number(sample[1])] : []))
    .filter((value) => Number.isFinite(value) && value >= 0)
    .sort((one, other) => one - other);
  const middle = values[Math.floor(values.length / 2)];
  return middle === undefined ? undefined : Math.ceil(middle);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectAt(value: Json, name: string): Json {
  const found = value[name];
  return isObject(found) ? found : {};
}
