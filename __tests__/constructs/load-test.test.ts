import { spawnSync } from "node:child_process";
import { LOAD_TEST_SCRIPT, LOAD_TEST_SECONDS } from "../../config/reviews/002-critter-supply/application";
import { LoadTest, type LoadTestProps } from "../../constructs/load-test";
import { storefrontLoad } from "../../docs/examples/load-test";
import { at, freshStack, listAt, refusal, synth, tryAt } from "../helpers/synth";

function loadTest(props: Partial<LoadTestProps> = {}): LoadTest {
  return new LoadTest(freshStack(), "LoadTest", {
    namespace: "shop",
    name: "load-test",
    partOf: "shop-1",
    script: "export default function () {}",
    environment: { TARGET: "http://shop" },
    egress: [{ peer: { labels: { app: "shop" } }, port: 8080 }],
    deadlineSeconds: 600,
    ...props,
  });
}

describe("a load test", () => {
  const json = synth(loadTest());
  const spec = at(json.only("kubernetes_cron_job_v1"), "spec");
  const pod = at(spec, "job_template.spec.template.spec");

  test("runs only when started, once, with a time limit", () => {
    expect(spec).toMatchObject({ suspend: true, concurrency_policy: "Forbid" });
    expect(at(spec, "job_template.spec")).toMatchObject({ active_deadline_seconds: 600, backoff_limit: 0 });
    expect(at(pod, "restart_policy")).toBe("Never");
  });

  test("has k6 at one version, which mounts the script", () => {
    expect(at(pod, "container.0")).toMatchObject({
      image: "grafana/k6:1.7.1",
      args: ["run", "--no-usage-report", "/test/test.js"],
      env: [{ name: "TARGET", value: "http://shop" }],
      security_context: { run_as_non_root: true, read_only_root_filesystem: true },
    });
  });

  test("writes the script so that Terraform reads no template in it", () => {
    const script = "export default () => `${__ENV.TARGET}`;";
    const data = at(synth(loadTest({ script })).only("kubernetes_config_map_v1"), "data");
    expect(data).toEqual({ "test.js": "export default () => `$${__ENV.TARGET}`;" });
  });

  test("may connect to its targets, and denies ingress", () => {
    const policy = at(json.only("kubernetes_network_policy_v1"), "spec");
    expect(at(policy, "policy_types")).toEqual(["Ingress", "Egress"]);
    expect(tryAt(policy, "ingress")).toBeUndefined();
    expect(listAt(policy, "egress").at(-1)).toMatchObject({
      to: [{ pod_selector: { match_labels: { app: "shop" } } }],
      ports: [{ port: "8080", protocol: "TCP" }],
    });
  });
});

test("fails when it may not run at all", () => {
  expect(refusal(() => loadTest({ deadlineSeconds: 0 }))).toMatchObject({
    code: "OutOfRange",
    message: expect.stringContaining("Stack/LoadTest: 'deadlineSeconds' must be"),
  });
});

describe("the load test of review 002", () => {
  test("is JavaScript", () => {
    const checked = spawnSync(process.execPath, ["--input-type=module", "--check"], {
      input: LOAD_TEST_SCRIPT,
      encoding: "utf8",
    });
    expect(checked.stderr).toBe("");
  });

  test("rises to the users of the review, and fails beyond its limits", () => {
    const rises = [...LOAD_TEST_SCRIPT.matchAll(/"target":(\d+)/g)].map(([, target]) => Number(target));
    expect([...new Set(rises)]).toEqual([100, 500, 1000, 0]);
    expect(LOAD_TEST_SCRIPT).toContain('"order_duration":["p(90)<5000","p(98)<10000"]');
    expect(LOAD_TEST_SCRIPT).toContain('"orders_failed":["rate<0.01"]');
  });

  test("ends before it is stopped", () => {
    const seconds = [...LOAD_TEST_SCRIPT.matchAll(/"duration":"(\d+)s"/g)].map(([, each]) => Number(each));
    expect(LOAD_TEST_SECONDS).toBeGreaterThanOrEqual(seconds.reduce((sum, each) => sum + each, 0));
  });
});

test("the guide's example synthesises", () => {
  expect(() => synth(storefrontLoad(freshStack()))).not.toThrow();
});
