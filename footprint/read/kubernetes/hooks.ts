import type { KubernetesObject } from "./object";

/** Annotations of what Helm and Argo CD run at one moment of an installation. */
const HOOKS = ["helm.sh/hook", "argocd.argoproj.io/hook"];

const TESTS: ReadonlySet<string> = new Set(["test", "test-failure", "test-success"]);

/**
 * What an object is run for: `test` where nothing but `helm test` creates it, `hook` for another moment; undefined for
 * what is there all the time.
 * @see https://helm.sh/docs/topics/charts_hooks/
 */
export function hookOf({ body }: KubernetesObject): "test" | "hook" | undefined {
  const annotations = body.at("metadata").map("annotations");
  const moments = HOOKS.flatMap((key) => (annotations[key] ?? "").split(","))
    .map((moment) => moment.trim())
    .filter((moment) => moment !== "" && moment !== "Skip" && moment !== "crd-install");
  if (moments.length === 0) return undefined;
  return moments.every((moment) => TESTS.has(moment)) ? "test" : "hook";
}
