import type { Rule } from "../rule";
import { KSV } from "../security/sources";
import { imageOf, isFloating } from "./image-of";

export const floatingTag: Rule = {
  id: "WB027",
  name: "floating-tag",
  severity: "warning",
  problem: "An image has the tag latest, or none.",
  reason: "Pods of one workload may run different versions, and a roll-back brings nothing back.",
  fix: "Name a version.",
  source: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
  others: [
    "checkov CKV_K8S_14",
    "kube-linter latest-tag",
    "kube-score container-image-tag",
    "polaris tagNotSpecified",
    `${KSV}0013`,
  ],
  *find({ containers }) {
    for (const container of containers) {
      const image = imageOf(container);
      if (image === undefined || !isFloating(image)) continue;
      const { pod, name, path } = container;
      yield {
        on: pod.object,
        part: name,
        path: [...path, "image"],
        text: `container ${name}: image ${image.repository} has ${image.tag === undefined ? "no tag" : "tag latest"}`,
      };
    }
  },
};
