import { toFootprint } from "../../../../footprint/read";
import { shownImage } from "../../../../footprint/read/images/reference";
import { redacted, withoutCredentials } from "../../../../footprint/read/text/redact";
import { everyFormat } from "../../render/formats";

test.each([
  ["https://admin:hunter2@db/x", "https://***@db/x"],
  ["admin:hunter2@registry.example.com/app:1.2", "***@registry.example.com/app:1.2"],
  ["runtime of u:hunter2@r.example.com/app:1", "runtime of ***@r.example.com/app:1"],
  ["https://hunter2@registry.example.com/app", "https://***@registry.example.com/app"],
  ["Authorization: Basic aHVudGVyMg==", "Authorization: ***"],
  ["curl -H 'Authorization: Bearer hunter2hunter2'", "curl -H 'Authorization: ***'"],
  ["bearer hunter2hunter2", "bearer ***"],
  ['up{password="hunter2"} > 0', "up{password=***} > 0"],
  ["db_password: hunter2, x", "db_password: ***, x"],
  ["https://x/y?api_key=hunter2&b=1", "https://x/y?api_key=***&b=1"],
  ["--token=hunter2", "--token=***"],
  ["client_secret = 'hunter2 and more'", "client_secret = ***"],
  ["AKIAIOSFODNN7EXAMPLE", "***"],
  [`ghp_${"a".repeat(36)}`, "***"],
  ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "***"],
])("%s", (text, shown) => {
  expect(withoutCredentials(text)).toBe(shown);
});

test.each([
  `nginx:1.27@sha256:${"a".repeat(64)}`,
  "localhost:5000/app:1.2",
  "registry.example.com/app@sha256:abc",
  "sum(rate(token_errors_total[5m])) > 5",
  "token_count == 0",
  "password_failures_total >= 3",
  "https://github.com/a/b@v1",
  "runtime of nginx:1.27",
  "email:oncall@example.com",
  "${aws_ecr_repository.App.repository_url}:1.2",
])("nothing of %s", (text) => {
  expect(withoutCredentials(text)).toBe(text);
});

// A quadratic form takes many minutes.
test.each([
  "a",
  "password",
  "password=",
  "://",
  "a:",
  "token =",
  "authorization: ",
  "eyJ",
  "-----BEGIN ",
  "password='",
])("%j repeated is linear", (unit) => {
  expect(withoutCredentials(unit.repeat(1_000_000 / unit.length)).length).toBeGreaterThan(0);
});

test("a value without a credential is the same value", () => {
  const value = { a: ["x", { b: 1 }], c: null };
  expect(redacted(value)).toBe(value);
  expect(redacted({ a: ["x://u:p@h"], b: 1 })).toEqual({ a: ["x://***@h"], b: 1 });
});

test("alerts and images of a document show no credential in any format", () => {
  const rule = {
    alert: "Up",
    expr: 'up{token="hunter2"} / probe("https://u:hunter2@x") > 0',
    labels: { severity: "page" },
  };
  const container = (name: string, image: string) => ({ name, image });
  const kubernetes = {
    apiVersion: "v1",
    kind: "List",
    items: [
      {
        apiVersion: "monitoring.coreos.com/v1",
        kind: "PrometheusRule",
        metadata: { name: "r" },
        spec: { groups: [{ name: "g", rules: [rule] }] },
      },
      {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: "api" },
        spec: {
          selector: { matchLabels: { app: "api" } },
          template: {
            metadata: { labels: { app: "api" } },
            spec: {
              containers: [
                container("a", "https://u:hunter2@registry.example.com/app:1"),
                container("b", "u:hunter2@registry.example.com/app:1"),
                container("c", "registry.example.com/app?token=hunter2"),
              ],
            },
          },
        },
      },
    ],
  };
  const footprint = toFootprint(kubernetes);
  expect(footprint.alerts).toHaveLength(1);
  expect(footprint.images).toHaveLength(3);
  for (const [format, render] of Object.entries(everyFormat(footprint, "x"))) {
    expect({ format, leaks: render().includes("hunter2") }).toEqual({ format, leaks: false });
  }
});

test.each([
  ["reg/x:hunter2 pass", "reg/x(invalid image reference)"],
  ['"hunter2 pass"', "(invalid image reference)"],
  ['"quoted"', "(invalid image reference)"],
])("the invalid image reference %j is shown without what follows its name", (reference, shown) => {
  expect(shownImage(reference)).toBe(shown);
});

test.each([
  "nginx",
  "registry.example.com:5000/a/b:1.2@sha256:abc",
  "${var.registry}/app:${var.tag}",
  "${IMAGE:?set it}",
])("the image reference %j is shown as it is", (reference) => {
  expect(shownImage(reference)).toBe(reference);
});

test("a name that ends in secrets is not a credential", () => {
  const text = "external-secrets: contents not rendered";
  expect(withoutCredentials(text)).toBe(text);
  expect(withoutCredentials("secret: hunter2")).toBe("secret: ***");
});
