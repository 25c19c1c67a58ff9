import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseBudget } from "../../../../footprint/budget";
import { readFootprint } from "../../../../footprint/read";
import { temporaryFolder } from "../../../helpers/folder";
import { refusal } from "../fixtures";

const SECRET = "hunter2Secret";
const folder = temporaryFolder();

/** The message that a file is refused with; an empty text for one that can be read. */
function messageFor(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  try {
    readFootprint(file);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

test.each([
  `{"a": ${SECRET}}`,
  `{${SECRET}: 1}`,
  `{"a": "b" ${SECRET}}`,
  `{"${SECRET}": 1, "${SECRET}": 2}`,
  `{"a": "${SECRET}`,
  `{"a": -${SECRET}}`,
  `{"a": "\\${SECRET}"}`,
  SECRET,
])("broken JSON does not show its values: %s", (text) => {
  const message = messageFor("a.tf.json", text);
  expect(message).toMatch(/line 1, column \d+/);
  expect(message).not.toContain("unter2");
});

test.each([
  `a: *${SECRET}`,
  `a: &x\n  <<: *${SECRET}`,
  `a: !${SECRET} 1`,
  `a: !${SECRET}!x 1`,
  `a: !<${SECRET}> [1]`,
  `%TAG ${SECRET}\n---\na: 1`,
  `%${SECRET}\n---\na: b: c`,
  `a: "\\${SECRET}"`,
  `a: |${SECRET}\n  text`,
  `a: [1] ${SECRET}`,
  `a: 'b' ${SECRET}: 1`,
  `${SECRET}: 1\n${SECRET}: 2`,
  `a: @${SECRET}`,
  `? {${SECRET}: 1}\n: 2`,
  `a: b: ${SECRET}`,
  `password: '${SECRET}`,
  `a: {b ${SECRET}: c, }}`,
  `<<: ${SECRET}\na: 1`,
  `${SECRET}`,
  `!!set {${SECRET}: 1}`,
  `!!timestamp ${SECRET}`,
])("broken YAML does not show its values: %s", (text) => {
  const message = messageFor("a.yaml", text);
  expect(message).not.toBe("");
  expect(message).not.toContain("unter2");
  expect(refusal(() => parseBudget({ text, file: "b.yaml", options: [] }))).not.toContain("unter2");
});

/** A manifest with all that is read of a Deployment, and every place in it. */
const DEPLOYMENT = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "api", namespace: "b2b", labels: { app: "api" } },
  spec: {
    replicas: 2,
    selector: {
      matchLabels: { app: "api" },
      matchExpressions: [{ key: "a", operator: "In", values: ["b"] }],
    },
    strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    template: {
      metadata: { labels: { app: "api" } },
      spec: {
        terminationGracePeriodSeconds: 30,
        containers: [
          {
            name: "api",
            image: "nginx:1.27",
            command: ["nginx"],
            env: [{ name: "A", value: "b" }],
            ports: [{ containerPort: 80 }],
            readinessProbe: { periodSeconds: 5, httpGet: { path: "/", port: 80 } },
            resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { memory: "64Mi" } },
          },
        ],
      },
    },
  },
};
const TERRAFORM = {
  resource: {
    kafka_topic: {
      T: { name: "t", partitions: 3, replication_factor: 3, config: { "cleanup.policy": "delete" } },
    },
    aws_db_instance: {
      D: { allocated_storage: 20, engine: "mysql", multi_az: true, instance_class: "db.t4g.small" },
    },
    aws_autoscaling_group: { G: { count: 1, min_size: 1, max_size: 2, launch_template: { id: "x" } } },
  },
};

/** Every copy of a value in which one place holds the secret instead. */
function* planted(value: unknown): Generator<unknown> {
  for (const secret of [SECRET, [SECRET], { x: SECRET }]) yield secret;
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    for (const changed of planted(child)) {
      yield Array.isArray(value)
        ? value.map((each, index) => (String(index) === key ? changed : each))
        : { ...value, [key]: changed };
    }
  }
}

test.each([
  ["a.yaml", DEPLOYMENT],
  ["a.tf.json", TERRAFORM],
])("no value of %s in a wrong place is shown", (name, document) => {
  const messages = [...planted(document)].map((each) => messageFor(name, JSON.stringify(each)));
  const refused = messages.filter((message) => message !== "");
  expect(refused.length).toBeGreaterThan(20);
  // The kind and the name of an object say which one is meant.
  const leaks = refused.filter((message) => message.replace(/\w+\/[\w-]+\/\w+/g, "").includes("unter2"));
  expect(leaks).toEqual([]);
});
