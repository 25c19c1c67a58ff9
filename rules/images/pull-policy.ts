import type { Rule } from "../rule";
import { textAt } from "../subject";
import { imageOf, isFloating } from "./image-of";

export const pullPolicy: Rule = {
  id: "WB030",
  name: "pull-policy",
  severity: "warning",
  problem: "The pull policy of an image contradicts its tag.",
  reason: "With a tag that moves, each node runs the version that it has pulled first.",
  fix: "Name a version, or set `imagePullPolicy: Always`.",
  source: "https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy",
  others: ["checkov CKV_K8S_15", "kube-score container-image-pull-policy", "polaris pullPolicyNotAlways"],
  *find({ containers }) {
    for (const container of containers) {
      const image = imageOf(container);
      const { pod, name, path, value } = container;
      const policy = textAt(value, "imagePullPolicy");
      const isKept = policy === "IfNotPresent" || policy === "Never";
      if (image === undefined || !isFloating(image) || !isKept) continue;
      yield {
        on: pod.object,
        part: name,
        path: [...path, "imagePullPolicy"],
        text: `container ${name}: imagePullPolicy ${policy} with ${image.tag === undefined ? "no tag" : "tag latest"}`,
      };
    }
  },
};
