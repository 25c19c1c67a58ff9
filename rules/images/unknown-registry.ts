import type { Rule } from "../rule";
import { KSV } from "../security/sources";
import { imageOf } from "./image-of";

export const unknownRegistry: Rule = {
  id: "WB029",
  name: "unknown-registry",
  severity: "note",
  securitySeverity: 3,
  problem: "An image is from a registry outside of the allow list.",
  reason: "Nobody has checked who may write there.",
  fix: "Copy the image to a registry of the list, or add its registry to the list.",
  source: "https://kubernetes.io/docs/concepts/containers/images/",
  others: [`${KSV}0125`],
  *find({ containers, settings: { registries = [] } }) {
    if (registries.length === 0) return;
    for (const container of containers) {
      const image = imageOf(container);
      if (image === undefined || image.registry === "UNRESOLVED") continue;
      const full = `${image.registry}/${image.repository}`;
      if (registries.some((each) => full === each || full.startsWith(`${each.replace(/\/$/, "")}/`)))
        continue;
      const { pod, name, path } = container;
      yield {
        on: pod.object,
        part: name,
        path: [...path, "image"],
        text: `container ${name}: ${image.registry} is not in the allow list (${registries.join(", ")})`,
      };
    }
  },
};
