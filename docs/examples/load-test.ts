import type { Construct } from "constructs";
import { LoadTest } from "weighbridge/constructs/load-test";

/** A load test of the shop's storefront. */
export function storefrontLoad(scope: Construct): LoadTest {
  // #region example
  return new LoadTest(scope, "Load", {
    namespace: "shop",
    name: "load-test",
    partOf: "shop",
    script: `import http from "k6/http";
export const options = { vus: 100, duration: "5m", thresholds: { http_req_failed: ["rate<0.01"] } };
export default () => http.get(__ENV.TARGET);
`,
    environment: { TARGET: "http://storefront" },
    egress: [{ peer: { labels: { "app.kubernetes.io/name": "storefront" } }, port: 8080 }],
    deadlineSeconds: 600,
  });
  // #endregion
}
