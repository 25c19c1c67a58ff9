import { only, read } from "../fixtures";

const metadata = { name: "api", namespace: "b2b" };

it("reads a service", () => {
  const spec = {
    selector: { app: "api" },
    port: [
      { port: 80, target_port: "http" },
      { port: 53, protocol: "UDP" },
    ],
  };
  const footprint = read({ kubernetes_service_v1: { Api: { metadata, spec } } });
  expect(only(footprint.services)).toEqual({
    id: "kubernetes_service_v1.Api",
    name: "api",
    namespace: "b2b",
    type: "ClusterIP",
    selector: { app: "api" },
    ports: [
      { port: 80, targetPort: "http", protocol: "TCP" },
      { port: 53, protocol: "UDP" },
    ],
  });
  expect(footprint.exposures).toEqual([]);
});

it.each(["LoadBalancer", "NodePort"])("takes a %s for a way in", (type) => {
  const { exposures } = read({
    kubernetes_service: { Api: { metadata, spec: { type, port: { port: 443 } } } },
  });
  expect(only(exposures)).toMatchObject({ via: type, backends: [{ service: "api", port: 443 }] });
});

it("reads an ingress", () => {
  const backend = { service: { name: "api", port: { number: 80 } } };
  const spec = {
    ingress_class_name: "nginx",
    default_backend: { service: { name: "fallback", port: { name: "http" } } },
    rule: [
      {
        host: "api.example.com",
        http: {
          path: [
            { path: "/v1", backend },
            { path: "/v2", backend },
          ],
        },
      },
    ],
  };
  expect(only(read({ kubernetes_ingress_v1: { Api: { metadata, spec } } }).exposures)).toEqual({
    id: "kubernetes_ingress_v1.Api",
    namespace: "b2b",
    via: "Ingress nginx",
    hosts: ["api.example.com"],
    paths: ["/v1", "/v2"],
    backends: [{ service: "api", port: 80 }, { service: "fallback" }],
  });
});

it("reads an ingress of the old API", () => {
  const backend = { service_name: "api", service_port: "80" };
  const spec = { rule: { host: "a.b", http: { path: { path: "/", backend } } } };
  expect(only(read({ kubernetes_ingress: { Api: { metadata, spec } } }).exposures)).toMatchObject({
    via: "Ingress",
    backends: [{ service: "api", port: 80 }],
  });
});

describe("a secret's value", () => {
  const isInDocument = (secret: object, other: object = {}) =>
    only(read({ kubernetes_secret_v1: { S: { metadata, ...secret } } }, { ...other }).secrets)
      .valueInDocument;

  it("is a finding where it stands in the document", () => {
    expect(isInDocument({ data: { password: "hunter2" } })).toBe(true);
    expect(isInDocument({ data_wo: { password: "hunter2" } })).toBe(true);
    expect(isInDocument({ data: { p: "${var.p}" } }, { variable: { p: { default: "hunter2" } } })).toBe(true);
  });

  it("is none where the document only refers to it", () => {
    expect(isInDocument({})).toBe(false);
    expect(isInDocument({ data: { password: "${var.password}" } }, { variable: { password: {} } })).toBe(
      false,
    );
    expect(isInDocument({ data: { password: "${random_password.x.result}" } })).toBe(false);
    expect(isInDocument({ data_wo: "${var.all}" })).toBe(false);
  });

  it("is never in the footprint", () => {
    const footprint = read({
      kubernetes_secret_v1: { S: { metadata, data: { password: "hunter2" } } },
      aws_secretsmanager_secret: { S: { name: "s" } },
      aws_secretsmanager_secret_version: { S: { secret_id: "s", secret_string: "hunter2" } },
    });
    expect(JSON.stringify(footprint)).not.toContain("hunter2");
  });
});

describe("AWS Secrets Manager", () => {
  const isInDocument = (version: object) =>
    only(
      read({
        aws_secretsmanager_secret: { S: { name: "b2b/redis" } },
        aws_secretsmanager_secret_version: { V: version },
      }).secrets,
    );

  it("finds the value through the version, by reference or by name", () => {
    expect(isInDocument({ secret_id: "${aws_secretsmanager_secret.S.id}", secret_string: "x" })).toEqual({
      id: "aws_secretsmanager_secret.S",
      name: "b2b/redis",
      store: "aws secrets manager",
      valueInDocument: true,
    });
    expect(isInDocument({ secret_id: "b2b/redis", secret_string_wo: "x" }).valueInDocument).toBe(true);
  });

  it("does not take a reference for a value", () => {
    const secret_id = "${aws_secretsmanager_secret.S.arn}";
    expect(isInDocument({ secret_id, secret_string_wo: "${var.token}" }).valueInDocument).toBe(false);
    expect(isInDocument({ secret_id: "another", secret_string: "x" }).valueInDocument).toBe(false);
  });
});

it("lists what has no weight nowhere, and counts what nobody reads", () => {
  const footprint = read({
    kubernetes_namespace: { N: { metadata } },
    kubernetes_config_map_v1: { C: { metadata, data: {} } },
    kubernetes_service_account_v1: { S: { metadata } },
    aws_iam_role: { R: {} },
    aws_security_group: { G: {} },
    aws_ecr_repository: { E: { name: "fuji" } },
    aws_medialive_channel: { A: {}, B: {} },
    datadog_synthetics_test: { M: {} },
  });
  expect(footprint).toMatchObject({
    unread: { aws_medialive_channel: 2, datadog_synthetics_test: 1 },
    unknowns: [],
  });
});

it("says that a module's insides are not there", () => {
  expect(only(read({}, { module: { vpc: { source: "./vpc" } } }).unknowns)).toEqual({
    id: "module.vpc",
    what: "resources",
    why: "contents not in the document",
  });
});
