import type { Autoscaling } from "../../../constructs/core";
import { podGroup } from "../../helpers/pod-group";
import { at, synth } from "../../helpers/synth";

const PROMETHEUS = { serverAddress: "http://prometheus:9090", query: "sum(busy)" };
const SCALING: Autoscaling = {
  minReplicas: 2,
  maxReplicas: 5,
  podMetric: { name: "busy", averageMilli: 4900, prometheus: PROMETHEUS },
};
const BUSY = {
  type: "prometheus",
  metricType: "AverageValue",
  metadata: { ...PROMETHEUS, threshold: "4.9" },
};

function resource(type: string, value: string) {
  return { type, metricType: "Utilization", metadata: { value } };
}

test("KEDA makes the only autoscaler, under the same name and at the same pace", () => {
  const group = podGroup({ scaling: SCALING });
  expect(synth(group).types).not.toContain("kubernetes_horizontal_pod_autoscaler_v2");
  expect(group.autoscaler).toBeUndefined();
  expect(group.manifests).toEqual([
    {
      apiVersion: "keda.sh/v1alpha1",
      kind: "ScaledObject",
      metadata: expect.objectContaining({ name: "api", namespace: "shop" }),
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "api" },
        minReplicaCount: 2,
        maxReplicaCount: 5,
        advanced: {
          horizontalPodAutoscalerConfig: {
            name: "api-hpa",
            behavior: {
              scaleUp: {
                selectPolicy: "Max",
                stabilizationWindowSeconds: 0,
                policies: [{ type: "Percent", value: 100, periodSeconds: 60 }],
              },
              scaleDown: {
                selectPolicy: "Max",
                stabilizationWindowSeconds: 300,
                policies: [{ type: "Pods", value: 1, periodSeconds: 60 }],
              },
            },
          },
        },
        triggers: [BUSY],
      },
    },
  ]);
});

test.each<[string, Partial<Autoscaling>, unknown[]]>([
  ["CPU", { cpuPercent: 60 }, [resource("cpu", "60")]],
  ["memory", { memoryPercent: 80 }, [resource("memory", "80")]],
  ["both", { cpuPercent: 60, memoryPercent: 80 }, [resource("cpu", "60"), resource("memory", "80")]],
])("%s is combined with it", (_, targets, triggers) => {
  const [scaledObject] = podGroup({ scaling: { ...SCALING, ...targets } }).manifests;
  expect(at(scaledObject, "spec.triggers")).toEqual([...triggers, BUSY]);
});

test("a Rollout is scaled where there is one", () => {
  const { manifests } = podGroup({ scaling: SCALING, canary: { rollout: {} } });
  expect(manifests.map(({ kind }) => kind)).toEqual(["Rollout", "ScaledObject"]);
  expect(at(manifests[1], "spec.scaleTargetRef.kind")).toBe("Rollout");
});
