import { only, read } from "../fixtures";

function proxies(spec: object) {
  const manifest = {
    apiVersion: "gateway.envoyproxy.io/v1alpha1",
    kind: "EnvoyProxy",
    metadata: { name: "edge", namespace: "envoy-gateway-system" },
    spec,
  };
  const values = [JSON.stringify({ manifests: [manifest] })];
  return read({ helm_release: { M: { name: "m", chart: "./assets/manifests", values } } });
}

test("an EnvoyProxy is the Deployment that Envoy Gateway makes of it", () => {
  const resources = { requests: { cpu: "200m", memory: "256Mi" }, limits: { cpu: "1", memory: "512Mi" } };
  const footprint = proxies({
    provider: { kubernetes: { envoyDeployment: { replicas: 2, container: { resources } } } },
  });
  expect(only(footprint.workloads)).toMatchObject({
    kind: "Deployment",
    name: "edge",
    namespace: "envoy-gateway-system",
    labels: { "app.kubernetes.io/name": "envoy" },
    replicas: { min: 2, max: 2 },
    containers: [{ name: "envoy", requests: { cpuMillicores: 200, memoryMi: 256 } }],
  });
  expect(footprint.unread).toEqual({});
});

test("without figures of its own it is one proxy, as Envoy Gateway fills it in", () => {
  const workload = only(proxies({}).workloads);
  expect(workload).toMatchObject({
    replicas: { min: 1, max: 1 },
    containers: [{ requests: { cpuMillicores: 100, memoryMi: 512 } }],
  });
});
