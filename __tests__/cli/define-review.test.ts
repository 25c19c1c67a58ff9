import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { defineReview, reviewFrom } from "../../footprint/review";
import { weighbridge } from "../helpers/command";
import { filesBelow } from "../helpers/folder";
import { folderWith, planOf } from "../helpers/own-review";
import { ROOT } from "../helpers/repository";

const CONFIG = `import { TerraformStack, TerraformOutput } from "cdktf";
import { defineReview } from "weighbridge/footprint";

export default defineReview({
  schemaVersion: 1,
  review: "orders",
  options: {
    today: { from: "today.json" },
    pods: { title: "Pods", addTo: (app) => void new TerraformOutput(new TerraformStack(app, "pods"), "a", { value: "1" }) },
    queue: { module: "./queue.cjs" },
  },
});
`;
const QUEUE = `const { TerraformStack, TerraformOutput } = require("cdktf");
exports.addTo = (app, { region }) => {
  const stack = new TerraformStack(app, "queue");
  new TerraformOutput(stack, "b", { value: region + app.node.tryGetContext("suffix") });
};
`;
const APP = `import { createReviewApp } from "weighbridge/app";
import review from "./weighbridge.config.mjs";
(await createReviewApp(review)).synth();
`;

/** A project of its own, with this package and cdktf among its modules. */
function project(): string {
  const folder = folderWith({
    "weighbridge.config.mjs": CONFIG,
    "queue.cjs": QUEUE,
    "main.mjs": APP,
    "today.json": planOf(["aws_instance", "app", { instance_type: "m6i.large" }]),
    "cdktf.json": JSON.stringify({ context: { suffix: "-1" } }),
    "package.json": "{}",
  });
  mkdirSync(join(folder, "node_modules"));
  for (const name of ["cdktf", "constructs"])
    symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  symlinkSync(ROOT, join(folder, "node_modules", "weighbridge"));
  return folder;
}

test("stacks of a project are synthesised with the bytes that its app writes", () => {
  const folder = project();
  const ran = weighbridge(["synth", "--output", "ours"], { cwd: folder });
  expect(ran).toMatchObject({
    status: 0,
    stdout: "ours/stacks/pods/cdk.tf.json\nours/stacks/queue/cdk.tf.json\n",
  });
  const env = { ...process.env, CDKTF_OUTDIR: join(folder, "theirs") };
  spawnSync(process.execPath, ["main.mjs"], { cwd: folder, env });
  const ours = filesBelow(join(folder, "ours"));
  expect(Object.keys(ours)).toContain(join("stacks", "queue", "cdk.tf.json"));
  expect(ours).toEqual(filesBelow(join(folder, "theirs")));
  expect(ours[join("stacks", "queue", "cdk.tf.json")]).toContain('us-east-1-1"');
});

test("faults of a definition have the path of the value", () => {
  const definition = defineReview({
    schemaVersion: 1,
    review: "x",
    options: { a: { from: "nope" }, b: { addTo: () => {} }, c: { title: "C" } },
    claims: [{ id: "i", option: "d", section: "s", words: "w", claimed: 1, unit: "u", compute: 1 }],
  });
  expect(() => reviewFrom(definition, { file: "r.mjs" })).toThrow(
    new Error(
      [
        "r.mjs: options.a.from: there is neither a file or folder nor an option 'nope'; correct the path, which is relative to ., or name an option",
        "r.mjs: options.c: an option needs 'from'; add from",
        "r.mjs: claims[0].option: there is no option 'd' in this file; did you mean a, b or c?",
      ].join("\n"),
    ),
  );
});
