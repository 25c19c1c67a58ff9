import { autoscaler, container, deployment, only, read, refusal } from "../fixtures";

const API = container("api", ["250m", "256Mi"], ["1", "512Mi"]);

it("joins an autoscaler by namespace, not by name alone", () => {
  const hpa = { ...autoscaler("api", 2, 15), metadata: { name: "api", namespace: "other" } };
  const footprint = read({
    kubernetes_deployment_v1: { Api: deployment("api", [API]) },
    kubernetes_horizontal_pod_autoscaler_v2: { Api: hpa },
  });
  expect(only(footprint.workloads)).toMatchObject({ replicas: { min: 1, max: 1 }, replicasFrom: "replicas" });
  expect(footprint.unknowns).toEqual([
    {
      id: "kubernetes_horizontal_pod_autoscaler_v2.Api",
      what: "target",
      why: "Deployment api in namespace other is not in the document",
    },
  ]);
});

it("defaults the autoscaler's minimum to 1 and reads the first version's cpu target", () => {
  const spec = {
    max_replicas: 4,
    target_cpu_utilization_percentage: 70,
    scale_target_ref: [{ kind: "Deployment", name: "api" }],
  };
  const footprint = read({
    kubernetes_deployment: { Api: deployment("api", [API]) },
    kubernetes_horizontal_pod_autoscaler: {
      Api: { metadata: [{ name: "api", namespace: "b2b" }], spec: [spec] },
    },
  });
  expect(only(footprint.workloads)).toMatchObject({
    replicas: { min: 1, steady: 1, max: 4 },
    scalesOn: ["cpu 70 %"],
  });
});

it("refuses an autoscaler whose minimum is above its maximum", () => {
  const hpa = { kubernetes_horizontal_pod_autoscaler_v2: { Api: autoscaler("api", 5, 2) } };
  expect(refusal(() => read(hpa))).toBe(
    "kubernetes_horizontal_pod_autoscaler_v2.Api: spec.min_replicas: 5 is above the maximum (2); lower it",
  );
});
