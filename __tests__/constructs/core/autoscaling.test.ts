import type { Autoscaling } from "../../../constructs/core";
import { podGroup } from "../../helpers/pod-group";
import { at, refusal, synth } from "../../helpers/synth";

const SCALING: Autoscaling = { minReplicas: 2, maxReplicas: 5, cpuPercent: 60 };

function spec(scaling: Partial<Autoscaling> = {}): unknown {
  const group = podGroup({ scaling: { ...SCALING, ...scaling } });
  return at(synth(group).only("kubernetes_horizontal_pod_autoscaler_v2"), "spec");
}

function refused(scaling: Partial<Autoscaling>) {
  return refusal(() => podGroup({ scaling: { ...SCALING, ...scaling } }));
}

function target(name: string, percent: number) {
  return {
    type: "Resource",
    resource: { name, target: { type: "Utilization", average_utilization: percent } },
  };
}

test("the autoscaler is named after its Deployment and scales it between the bounds", () => {
  const autoscaler = synth(podGroup()).only("kubernetes_horizontal_pod_autoscaler_v2");
  expect(autoscaler).toMatchObject({
    metadata: { name: "api-hpa", namespace: "shop" },
    spec: {
      scale_target_ref: { api_version: "apps/v1", kind: "Deployment", name: "api" },
      min_replicas: 2,
      max_replicas: 5,
    },
  });
});

test.each<[string, Partial<Autoscaling>, unknown[]]>([
  ["CPU", { cpuPercent: 70 }, [target("cpu", 70)]],
  ["memory", { cpuPercent: undefined, memoryPercent: 80 }, [target("memory", 80)]],
  ["both", { cpuPercent: 70, memoryPercent: 80 }, [target("cpu", 70), target("memory", 80)]],
])("it scales on %s alone where only that is asked for", (_, scaling, metrics) => {
  expect(at(spec(scaling), "metric")).toEqual(metrics);
});

test.each([
  [5600, "5600m"],
  [4000, "4"],
])(
  "a pod metric's average of %d thousandths is written as Kubernetes writes it, %s",
  (averageMilli, average_value) => {
    const podMetric = { name: "busy", averageMilli };
    const pods = { metric: { name: "busy" }, target: { type: "AverageValue", average_value } };
    expect(at(spec({ cpuPercent: undefined, podMetric }), "metric")).toEqual([{ type: "Pods", pods }]);
    expect(at(spec({ podMetric }), "metric")).toEqual([target("cpu", 60), { type: "Pods", pods }]);
  },
);

test("it doubles at once and steps down one by one after five quiet minutes", () => {
  expect(at(spec(), "behavior")).toEqual({
    scale_up: [
      {
        select_policy: "Max",
        stabilization_window_seconds: 0,
        policy: [{ type: "Percent", value: 100, period_seconds: 60 }],
      },
    ],
    scale_down: [
      {
        select_policy: "Max",
        stabilization_window_seconds: 300,
        policy: [{ type: "Pods", value: 1, period_seconds: 60 }],
      },
    ],
  });
});

test.each([0, 3600])("the quiet spell may be %d seconds", (seconds) => {
  const down = at(spec({ scaleDownStabilizationSeconds: seconds }), "behavior.scale_down.0");
  expect(down).toMatchObject({ stabilization_window_seconds: seconds });
});

test.each<[Partial<Autoscaling>, string, string]>([
  [
    { minReplicas: 0 },
    "OutOfRange",
    "'minReplicas' must be at least 1, got 0; set 'minReplicas' within the bounds",
  ],
  [{ minReplicas: 1.5 }, "NotInteger", "'minReplicas' must be a whole number, got 1.5; round it"],
  [
    { minReplicas: 11, maxReplicas: 10 },
    "OutOfRange",
    "'minReplicas' must be at most 'maxReplicas' (10), got 11; lower 'minReplicas' or raise 'maxReplicas'",
  ],
  [{ maxReplicas: 5.5 }, "NotInteger", "'maxReplicas' must be a whole number, got 5.5; round it"],
  [
    { cpuPercent: 101 },
    "OutOfRange",
    "'cpuPercent' must be from 1 to 100, got 101; set 'cpuPercent' within the bounds",
  ],
  [
    { memoryPercent: 0 },
    "OutOfRange",
    "'memoryPercent' must be from 1 to 100, got 0; set 'memoryPercent' within the bounds",
  ],
  [
    { cpuPercent: undefined },
    "Missing",
    "'cpuPercent' must be given where no other target is, got undefined; " +
      "give a target, or Kubernetes uses 80 % CPU",
  ],
  [
    { podMetric: { name: "busy", averageMilli: 0 } },
    "OutOfRange",
    "'podMetric.averageMilli' must be at least 1, got 0; set 'podMetric.averageMilli' within the bounds",
  ],
  [
    { scaleDownStabilizationSeconds: 3601 },
    "OutOfRange",
    "'scaleDownStabilizationSeconds' must be from 0 to 3600, got 3601; " +
      "set 'scaleDownStabilizationSeconds' within the bounds",
  ],
])("fails when %j", (scaling, code, message) => {
  expect(refused(scaling)).toEqual({ code, message: `Stack/Pods: ${message}` });
});
