import { symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { readFootprint } from "../../../../footprint/read";
import { only } from "../fixtures";
import { deployment, yamlFolder } from "./yaml-folder";

const folder = yamlFolder();
const { write } = folder;

const AUTOSCALER = `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api, namespace: b2b }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }, minReplicas: 3, maxReplicas: 20 }
`;

const names = (path: string) => readFootprint(path).workloads.map(({ id }) => id);

it("reads a folder of files and folders, whose objects refer to each other", () => {
  write("b/api.yaml", deployment("api"));
  write("a.yml", `---\n${AUTOSCALER}---\n# nothing here\n---\n${deployment("fuji")}`);
  write("c.json", JSON.stringify({ apiVersion: "v1", kind: "Namespace", metadata: { name: "b2b" } }));
  write("README.md", "not looked at");
  write(".git/x.yaml", "not: looked at");
  const { id, workloads, unknowns, unread } = readFootprint(folder.path());
  expect(id).toBe(basename(folder.path()));
  expect(workloads.map((each) => [each.id, each.replicas?.max])).toEqual([
    ["Deployment/b2b/api", 20],
    ["Deployment/b2b/fuji", 2],
  ]);
  expect([unknowns, unread]).toEqual([[], {}]);
});

it("reads one file, named after it", () => {
  expect(readFootprint(write("shop.yaml", deployment("api")))).toMatchObject({
    id: "shop",
    workloads: [{ containers: [{ requests: { cpuMillicores: 250, memoryMi: 128 } }] }],
  });
});

it("recognizes a file by its content", () => {
  expect(names(write("rendered", deployment("api")))).toEqual(["Deployment/b2b/api"]);
  const object = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "api" }, spec: {} };
  expect(names(write("api.json", JSON.stringify(object)))).toEqual(["Deployment/default/api"]);
  expect(names(write("flow.yaml", "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}}"))).toEqual([
    "Deployment/default/a",
  ]);
  const plan = { format_version: "1.2", planned_values: { root_module: {} } };
  expect(readFootprint(write("out", JSON.stringify(plan)))).toMatchObject({ id: "out", workloads: [] });
});

it("reads a folder with nothing but a plan in it", () => {
  const resources = [
    { address: "kafka_topic.t", mode: "managed", type: "kafka_topic", name: "t", values: {} },
  ];
  const plan = { format_version: "1.2", planned_values: { root_module: { resources } } };
  write("plan.json", JSON.stringify(plan));
  expect(readFootprint(folder.path())).toMatchObject({
    id: basename(folder.path()),
    topics: [{ id: "kafka_topic.t" }],
  });
});

it("takes lists apart, also those of one kind and lists in lists", () => {
  const typed = "apiVersion: v1\nkind: SecretList\nitems: [{ metadata: { name: s } }]\n";
  write("a.yaml", typed);
  const list = { apiVersion: "v1", kind: "List", items: [] as unknown[] };
  const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "p" }, spec: { containers: [] } };
  write("b.json", JSON.stringify({ ...list, items: [{ ...list, items: [pod] }] }));
  const { workloads, secrets } = readFootprint(folder.path());
  expect([only(workloads).id, only(secrets).id]).toEqual(["Pod/default/p", "Secret/default/s"]);
});

it("resolves anchors and merge keys", () => {
  const text = `${deployment("api")}\n---\nx: &r { cpu: 100m }\napiVersion: v1\nkind: Pod\nmetadata: { name: p }
spec: { containers: [{ name: a, resources: { requests: { <<: *r, memory: 1Gi } } }] }`;
  const [, pod] = readFootprint(write("a.yaml", text)).workloads;
  expect(pod?.containers[0]?.requests).toEqual({ cpuMillicores: 100, memoryMi: 1024 });
});

it("does not follow links, so that no folder is read twice or for ever", () => {
  write("a.yaml", deployment("api"));
  symlinkSync(folder.path(), join(folder.path(), "loop"));
  expect(names(folder.path())).toEqual(["Deployment/b2b/api"]);
});

it("keeps values of secrets out of the footprint", () => {
  const file = write(
    "s.yaml",
    `apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData: { password: hunter2 }\n---\n${deployment("api")}
          env: [{ name: TOKEN, value: hunter2 }]`,
  );
  const footprint = readFootprint(file);
  expect(only(footprint.secrets).valueInDocument).toBe(true);
  expect(JSON.stringify(footprint)).not.toContain("hunter2");
});

it("says that what installs from elsewhere is not declared here", () => {
  const application = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: shop }\n";
  expect(only(readFootprint(write("a.yaml", application)).unknowns)).toMatchObject({
    what: "workloads",
    why: "Application shop: contents not rendered",
  });
});
