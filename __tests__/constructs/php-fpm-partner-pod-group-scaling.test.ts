import { TerraformVariable } from "cdktf";
import { Manifests, RestrictedNamespace } from "../../constructs/core";
import {
  type ActiveWorkers,
  METRICS_PORT,
  PhpFpmPartnerPodGroup,
} from "../../constructs/php-fpm-partner-pod-group";
import { build, type Props, refused } from "../helpers/partner-pod-group";
import { at, freshStack, listAt, synth, warnings } from "../helpers/synth";

const BOUNDS = { minReplicas: 2, maxReplicas: 8 };
const PROMETHEUS = "http://prometheus.monitoring:9090";
const HPA = "kubernetes_horizontal_pod_autoscaler_v2";

function busy(activeWorkers: ActiveWorkers, scaling: Partial<Props["scaling"]> = {}): Props {
  return { layout: "split", scaling: { ...BOUNDS, activeWorkers, ...scaling } };
}

describe("busy workers", () => {
  test("are a pods metric of the autoscaler: a share of the derived pool", () => {
    const group = build(busy({ percent: 70 }));
    expect(group.maxChildren).toBe(6);
    expect(at(synth(group).only(HPA), "spec.metric")).toEqual([
      {
        type: "Pods",
        pods: {
          metric: { name: "phpfpm_active_processes" },
          target: { type: "AverageValue", average_value: "4200m" },
        },
      },
    ]);
    expect(group.manifests).toEqual([]);
  });

  test("are combined with CPU", () => {
    const metrics = listAt(synth(build(busy({ percent: 50 }, { cpuPercent: 60 }))).only(HPA), "spec.metric");
    expect(metrics).toMatchObject([
      { resource: { name: "cpu", target: { average_utilization: 60 } } },
      { pods: { target: { average_value: "3" } } },
    ]);
  });

  test("are asked of Prometheus by KEDA, whose autoscaler is then the only one", () => {
    const group = build(busy({ percent: 70, prometheusUrl: PROMETHEUS }, { cpuPercent: 60 }));
    expect(synth(group).types).not.toContain(HPA);
    expect(group.manifests.map(({ kind }) => kind)).toEqual(["ScaledObject"]);
    expect(at(group.manifests[0], "spec.triggers")).toEqual([
      { type: "cpu", metricType: "Utilization", metadata: { value: "60" } },
      {
        type: "prometheus",
        metricType: "AverageValue",
        metadata: {
          serverAddress: PROMETHEUS,
          query:
            'sum(phpfpm_active_processes{namespace="shop",pod=~"frontend3-partner-[a-z0-9]+-[a-z0-9]+"})',
          threshold: "4.2",
        },
      },
    ]);
  });

  test("are counted of the pods that are scaled, the canary's not among them", () => {
    const [scaledObject] = build(busy({ percent: 70, prometheusUrl: PROMETHEUS })).manifests;
    const query = String(at(scaledObject, "spec.triggers.0.metadata.query"));
    const pattern = new RegExp(`^${/pod=~"(.*)"/.exec(query)?.[1]}$`);
    expect("frontend3-partner-6599b8c75d-9g7gb").toMatch(pattern);
    expect("frontend3-partner-canary-6599b8c75d-9g7gb").not.toMatch(pattern);
  });

  test("are found in a namespace that is only known by reference", () => {
    const stack = freshStack();
    const { namespaceName } = new RestrictedNamespace(stack, "Namespace", { name: "shop" });
    const props = {
      namespace: namespaceName,
      image: "x",
      ...busy({ percent: 70, prometheusUrl: PROMETHEUS }),
    };
    const { manifests } = new PhpFpmPartnerPodGroup(stack, "Partner", props);
    new Manifests(stack, "CustomResources", { releaseName: "r", namespace: namespaceName, manifests });
    expect(at(synth(stack).manifests[0], "spec.triggers.0.metadata.query")).toContain(
      'namespace="${kubernetes_namespace_v1.Namespace_9B63B8C8.metadata[0].name}"',
    );
  });

  test("are warned of where Prometheus may not read them", () => {
    const scraped = [{ peer: { namespace: "monitoring" }, port: METRICS_PORT }];
    expect(warnings(build({ ...busy({ percent: 70 }), ingress: scraped }))).toEqual([]);
    expect(warnings(build(busy({ percent: 70 })))).toEqual([
      "frontend3-partner scales on busy workers, but no rule of 'ingress' allows Prometheus on port 9253.",
    ]);
    expect(warnings(build())).toEqual([]);
  });

  const percent = "no more than all workers can be busy, and the autoscaler tolerates 10 % above its target";
  test.each<[string, Props, string, string]>([
    [
      "no exporter runs",
      { scaling: { ...BOUNDS, activeWorkers: { percent: 70 } } },
      "Conflict",
      "'scaling.activeWorkers' must be omitted without the exporter, which counts the workers, got \"70 %\"; " +
        "set 'exporter' to true or use the layout 'split'",
    ],
    [
      "the share could never be exceeded",
      busy({ percent: 91 }),
      "OutOfRange",
      `'scaling.activeWorkers.percent' must be from 1 to 90, got 91; ${percent}`,
    ],
    [
      "the share is none",
      busy({ percent: 0 }),
      "OutOfRange",
      `'scaling.activeWorkers.percent' must be from 1 to 90, got 0; ${percent}`,
    ],
    [
      "the address is none",
      busy({ percent: 70, prometheusUrl: "prometheus:9090" }),
      "BadName",
      "'scaling.activeWorkers.prometheusUrl' must be an http or https address, got \"prometheus:9090\"; " +
        "write it as http://prometheus.monitoring:9090",
    ],
  ])("fail when %s", (_, props, code, message) => {
    expect(refused(props)).toEqual({ code, message: `Stack/Partner: ${message}` });
  });

  test("fail with a token, since the share is taken of the pool; the address may be one", () => {
    const variable = new TerraformVariable(freshStack(), "size", {});
    expect(refused(busy({ percent: variable.numberValue })).code).toBe("Unknown");
    expect(() => build(busy({ percent: 70, prometheusUrl: variable.stringValue }))).not.toThrow();
  });

  test("scale a single image too, where it has an exporter", () => {
    const group = build({ ...busy({ percent: 90 }), layout: "single-image", exporter: true });
    expect(at(synth(group).only(HPA), "spec.metric.0.pods.target.average_value")).toBe("7200m");
  });
});

test("'canary.rollout' and 'recommendations' are handed to the stack", () => {
  const { manifests } = build({ canary: { rollout: { pauseSeconds: 60 } }, recommendations: true });
  expect(manifests.map(({ kind }) => kind)).toEqual(["Rollout", "VerticalPodAutoscaler"]);
  expect(at(manifests[0], "spec.template.spec.containers.0.image")).toBe("frontend3:1");
});
