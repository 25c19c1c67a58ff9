import type { Rule } from "../rule";
import { imageOf } from "./image-of";

export const imageWithoutDigest: Rule = {
  id: "WB028",
  name: "image-without-digest",
  severity: "note",
  securitySeverity: 2,
  problem: "An image is named without a digest.",
  reason: "A tag can be moved to another image; a digest cannot.",
  fix: "Add the digest: `image:1.2@sha256:...`.",
  source: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
  others: ["checkov CKV_K8S_43"],
  *find({ containers }) {
    for (const container of containers) {
      const image = imageOf(container);
      if (image === undefined || image.digest !== undefined) continue;
      const { pod, name, path } = container;
      yield {
        on: pod.object,
        part: name,
        path: [...path, "image"],
        text: `container ${name}: image ${image.repository} has no digest`,
      };
    }
  },
};
