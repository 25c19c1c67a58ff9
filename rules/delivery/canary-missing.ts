import type { Hit, Rule } from "../rule";
import { type ServiceOf, servicesOf } from "../services/services";
import { type KubeObject, listAt, numberAt, type Subject, textAt } from "../subject";

export const canaryMissing: Rule = {
  id: "WB067",
  name: "canary-missing",
  severity: "error",
  problem: "A route splits traffic by weight, and there is no canary behind one of the weights.",
  reason: "The share either fails, or reaches the same version as the rest.",
  fix: "Point the weight at the Service of the canary, or remove it.",
  source: "https://gateway-api.sigs.k8s.io/guides/traffic-splitting/",
  *find(subject) {
    const services = servicesOf(subject);
    for (const object of subject.objects.of(
      "gateway.networking.k8s.io/HTTPRoute",
      "gateway.networking.k8s.io/GRPCRoute",
    ))
      for (const [index, rule] of listAt(object.value, "spec", "rules").entries())
        yield* ofRule(object, index, listAt(rule, "backendRefs"), services, subject);
  },
};

interface Weighted {
  readonly name: string;
  readonly weight: number;
  readonly service: ServiceOf | undefined;
}

function* ofRule(
  object: KubeObject,
  index: number,
  references: readonly unknown[],
  services: readonly ServiceOf[],
  { isPart }: Subject,
): Generator<Hit> {
  const backends = references.map((reference): Weighted => {
    const name = textAt(reference, "name") ?? "";
    const namespace = textAt(reference, "namespace") ?? object.namespace;
    const service = services.find((each) => each.object.name === name && each.object.namespace === namespace);
    return { name, weight: numberAt(reference, "weight") ?? 1, service };
  });
  const split = backends.filter(({ weight }) => weight > 0);
  if (split.length < 2) return;
  const path = ["spec", "rules", index, "backendRefs"];
  const seen = new Map<string, string>();
  for (const { name, service } of split) {
    const part = `${index} ${name}`;
    if (service === undefined) {
      if (!isPart)
        yield { on: object, part, path, text: `a weight leads to ${name}, which is no Service here` };
      continue;
    }
    const behind = service.workloads
      .map(({ id }) => id)
      .sort()
      .join();
    if (service.workloads.length === 0) {
      if (!isPart)
        yield { on: object, part, path, text: `a weight leads to Service ${name}, which selects no pods` };
    } else if (service.workloads.every(({ replicas }) => replicas?.max === 0))
      yield {
        on: object,
        part,
        path,
        text: `a weight leads to Service ${name}, whose workload has no replicas`,
      };
    else if (seen.has(behind))
      yield { on: object, part, path, text: `Services ${seen.get(behind)} and ${name} select the same pods` };
    else seen.set(behind, name);
  }
}
