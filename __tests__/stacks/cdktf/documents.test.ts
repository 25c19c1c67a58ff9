import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Namespace } from "@cdktf/provider-kubernetes/lib/namespace";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { Annotations, App, Aspects, TerraformStack } from "cdktf";
import { documentsOf } from "../../../stacks/cdktf";
import { filesBelow, temporaryFolder } from "../../helpers/folder";

/** An app whose stacks are named, each but the first with a reference to the one before. */
function appOf(ids: readonly string[], outdir = tmpdir()): App {
  const app = new App({ outdir, stackTraces: false });
  let before: Namespace | undefined;
  for (const id of ids) {
    const stack = new TerraformStack(app, id);
    new KubernetesProvider(stack, "Kubernetes", {});
    const labels = { z: "last", a: before?.metadata.name ?? "first" };
    before = new Namespace(stack, "Namespace", { metadata: { name: id, labels } });
  }
  Aspects.of(app.node.children[0] ?? app).add({
    visit: (node) =>
      node instanceof Namespace && node.addOverride("metadata.annotations", { visited: "yes" }),
  });
  return app;
}

test.each([[["one"]], [["first", "second"]]])("%j: what would be written, with its keys in order", (ids) => {
  const outdir = temporaryFolder();
  appOf(ids, outdir).synth();
  const written = ids.map((id) => [
    id,
    JSON.parse(readFileSync(join(outdir, "stacks", id, "cdk.tf.json"), "utf8")),
  ]);
  // Text, since objects with another order of keys are equal.
  expect(JSON.stringify([...documentsOf(appOf(ids))])).toBe(JSON.stringify(written));
  expect(JSON.stringify(written)).toContain('"visited":"yes"');
  expect(JSON.stringify(written).includes("terraform_remote_state")).toBe(ids.length > 1);
});

test("nothing is written", () => {
  const outdir = temporaryFolder();
  documentsOf(appOf(["one"], outdir));
  expect(filesBelow(outdir)).toEqual({});
});

test("what a validation or an annotation refuses is refused", () => {
  const invalid = appOf(["one"]);
  invalid.node.findChild("one").node.addValidation({ validate: () => ["no such zone"] });
  expect(() => documentsOf(invalid)).toThrow("no such zone");
  const annotated = appOf(["one"]);
  Annotations.of(annotated.node.findChild("one")).addError("no such region");
  expect(() => documentsOf(annotated)).toThrow("no such region");
});
