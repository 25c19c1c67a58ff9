import { RUNTIMES } from "../../../../config/runtimes";
import type { Footprint } from "../../../../footprint/model";
import { parseImage } from "../../../../footprint/read/images/reference";
import { deployment, only, read } from "../fixtures";

it.each([
  ["nginx", { registry: "docker.io", repository: "nginx" }],
  ["docker.io/library/nginx:1.27", { registry: "docker.io", repository: "nginx", tag: "1.27" }],
  ["otel/collector:0.1", { registry: "docker.io", repository: "otel/collector", tag: "0.1" }],
  ["localhost:5000/a/b:1", { registry: "localhost:5000", repository: "a/b", tag: "1" }],
  ["ghcr.io/a/b@sha256:ab", { registry: "ghcr.io", repository: "a/b", digest: "sha256:ab" }],
  ["ghcr.io/a/b:1@sha256:ab", { registry: "ghcr.io", repository: "a/b", tag: "1", digest: "sha256:ab" }],
  [
    "${aws_ecr_repository.E.repository_url}:${var.tag}",
    { repository: "${aws_ecr_repository.E.repository_url}", tag: "${var.tag}" },
  ],
  [
    '${var.registry}/app:${var.a ? "x:y" : "z"}',
    { repository: "${var.registry}/app", tag: '${var.a ? "x:y" : "z"}' },
  ],
])("takes %p apart", (reference, expected) => {
  expect(parseImage(reference)).toEqual(expected);
});

/** Footprint of a Deployment whose container `api` runs an image, built on a base where one is given. */
function running(image: string, base?: string): Footprint {
  const annotations = base === undefined ? {} : { "base-image.weighbridge.dev/api": base };
  const template = { metadata: { annotations }, spec: { container: [{ name: "api", image }] } };
  const resources = {
    kubernetes_deployment_v1: { Api: deployment("api", [], { template }) },
    aws_ecr_repository: { E: { name: "b2b/fuji" } },
  };
  return read(resources, { variable: { tag: {} } });
}

it.each([
  ["mcr.microsoft.com/dotnet/aspnet:8.0-alpine", { name: ".NET", version: "8", endOfLife: "2026-11-10" }],
  ["mcr.microsoft.com/dotnet/sdk:10.0", { name: ".NET", version: "10", endOfLife: "2028-11-14" }],
  ["php:8.2-fpm-alpine", { name: "PHP", version: "8.2", endOfLife: "2026-12-31" }],
  ["public.ecr.aws/docker/library/php:8.3", { name: "PHP", version: "8.3", endOfLife: "2027-12-31" }],
  ["dunglas/frankenphp:1.9-php8.4-alpine", { name: "FrankenPHP", version: "8.4", endOfLife: "2028-12-31" }],
  ["node:22-alpine", { name: "Node.js", version: "22", endOfLife: "2027-04-30" }],
  ["postgres:16.4", { name: "PostgreSQL", version: "16", endOfLife: "2028-11-09" }],
  ["nginx:1.24-alpine", { name: "nginx", version: "1.24", endOfLife: "2024-04-23" }],
  ["rabbitmq:4.1.8-management", { name: "RabbitMQ", version: "4.1", endOfLife: "2026-01-30" }],
  ["varnish:7.0", { name: "Varnish", version: "7.0", endOfLife: "2022-09-15" }],
  ["prom/prometheus:v3.5.0", { name: "Prometheus", version: "3.5", endOfLife: "2026-07-31" }],
  ["grafana/grafana:12.1.1", { name: "Grafana", version: "12.1", endOfLife: "2026-04-22" }],
  ["redis:7-alpine", { name: "Redis" }],
  ["busybox:1.36", { name: "BusyBox" }],
  ["python:3.12-slim", { name: "Python" }],
  ["quay.io/strimzi/kafka:0.45.0-kafka-3.9.0", { name: "Kafka" }],
  ["registry.k8s.io/ingress-nginx/controller:v1.11.2", { name: "ingress-nginx" }],
  ["registry.k8s.io/pause:3.9", { name: "Kubernetes" }],
  ["otel/opentelemetry-collector-contrib:0.1", { name: "OpenTelemetry Collector" }],
  ["hipages/php-fpm_exporter:2.2.0", { name: "php-fpm exporter" }],
])("knows the runtime of %s", (image, runtime) => {
  const footprint = running(image);
  expect(only(footprint.images)).toMatchObject({ reference: image, runtime, workloads: ["api"] });
  expect(footprint.unknowns.filter(({ what }) => what !== "containers")).toEqual([]);
});

it("takes the runtime from the annotated base image, whatever the image's own tag", () => {
  const footprint = running("${aws_ecr_repository.E.repository_url}:${var.tag}", "php:8.2-fpm");
  expect(only(footprint.images)).toEqual({
    reference: "${aws_ecr_repository.E.repository_url}:${var.tag}",
    repository: "b2b/fuji",
    tag: "${var.tag}",
    base: "php:8.2-fpm",
    runtime: { name: "PHP", version: "8.2", endOfLife: "2026-12-31" },
    workloads: ["api"],
  });
  expect(footprint.unknowns).toEqual([]);
});

it.each([
  ["php:${var.tag}", "PHP version of php:${var.tag}", "variable tag without default: give it at deploy"],
  ["php", "PHP version of php", "its tag has no version"],
  ["php:5.6", "end of life of PHP 5.6", "no date is kept for this version"],
  [
    "acme/api:1",
    "runtime of acme/api:1",
    "no runtime family is known for it, and no annotation names the base image",
  ],
  [
    "${aws_ecr_repository.E.repository_url}:1",
    "runtime of ${aws_ecr_repository.E.repository_url}:1",
    "known after apply, and no annotation names the base image",
  ],
])("reports what %s leaves open", (image, what, why) => {
  expect(only(running(image).unknowns)).toEqual({ id: "kubernetes_deployment_v1.Api", what, why });
});

it("lists an image once, with all who run it", () => {
  const spec = { template: { spec: { container: [{ name: "web", image: "nginx:1" }] } } };
  const { images } = read({
    kubernetes_deployment_v1: { B: deployment("b", [], spec), A: deployment("a", [], spec) },
  });
  expect(only(images).workloads).toEqual(["a", "b"]);
});

it("keeps dates that are dates, with their source", () => {
  for (const { support } of RUNTIMES) {
    for (const date of Object.values(support?.endOfLife ?? {})) {
      expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
      expect(support?.source).toMatch(/^https:\/\//);
    }
  }
});
