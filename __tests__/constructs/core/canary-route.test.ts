import { Token } from "cdktf";
import { Construct } from "constructs";
import { canaryRoute } from "../../../constructs/core";
import { freshStack, listAt, refusal } from "../../helpers/synth";

function route(canaryPercent?: number) {
  return canaryRoute(new Construct(freshStack(), "Route"), {
    name: "api",
    namespace: "shop",
    gateway: { name: "shared", namespace: "gateways" },
    host: "api.example.com",
    paths: [
      { type: "PathPrefix", value: "/v1" },
      { type: "RegularExpression", value: "/[^/]+/x" },
    ],
    canaryPercent,
  });
}

test("the route hangs on the Gateway, answers one host and splits 95 to 5 on the Services' port", () => {
  expect(route()).toEqual({
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: { name: "api", namespace: "shop" },
    spec: {
      parentRefs: [
        { group: "gateway.networking.k8s.io", kind: "Gateway", name: "shared", namespace: "gateways" },
      ],
      hostnames: ["api.example.com"],
      rules: [
        {
          matches: [
            { path: { type: "PathPrefix", value: "/v1" } },
            { path: { type: "RegularExpression", value: "/[^/]+/x" } },
          ],
          backendRefs: [
            { group: "", kind: "Service", name: "api", port: 80, weight: 95 },
            { group: "", kind: "Service", name: "api-canary", port: 80, weight: 5 },
          ],
        },
      ],
    },
  });
});

test.each([0, 1, 33, 100])("the weights sum to 100 with %d %% for the canary", (percent) => {
  expect(listAt(route(percent), "spec.rules.0.backendRefs")).toMatchObject([
    { name: "api", weight: 100 - percent },
    { name: "api-canary", weight: percent },
  ]);
});

test.each([
  [-1, "OutOfRange", "be from 0 to 100, got -1; set 'canaryPercent' within the bounds"],
  [101, "OutOfRange", "be from 0 to 100, got 101; set 'canaryPercent' within the bounds"],
  // A weight is an int32.
  [2.5, "NotInteger", "be a whole number, got 2.5; round it"],
  [Token.asNumber("${var.share}"), "Unknown", "be known at synth, got a token; give it as a literal"],
])("fails when the canary has %d %%", (percent, code, message) => {
  const refused = refusal(() => route(percent));
  expect(refused).toEqual({ code, message: `Stack/Route: 'canaryPercent' must ${message}` });
});

test("it may keep to one listener, and let a request last for ever", () => {
  const built = canaryRoute(new Construct(freshStack(), "Route"), {
    name: "shop",
    namespace: "shop",
    gateway: { name: "shop", namespace: "shop", listener: "https" },
    host: "shop.example.com",
    paths: [{ type: "PathPrefix", value: "/" }],
    requestTimeoutSeconds: 0,
  });
  expect(built["spec"]).toMatchObject({
    parentRefs: [{ name: "shop", sectionName: "https" }],
    rules: [{ timeouts: { request: "0s" } }],
  });
});
