import { RestrictedNamespace } from "../../../constructs/core";
import { freshStack, refusal, synth } from "../../helpers/synth";

test("a namespace enforces Pod Security restricted and denies all traffic", () => {
  const namespace = new RestrictedNamespace(freshStack(), "Namespace", { name: "shop" });
  const json = synth(namespace);
  expect(json.only("kubernetes_namespace_v1")).toEqual({
    metadata: {
      name: "shop",
      labels: {
        "pod-security.kubernetes.io/enforce": "restricted",
        "pod-security.kubernetes.io/warn": "restricted",
        "pod-security.kubernetes.io/audit": "restricted",
      },
    },
  });
  expect(json.only("kubernetes_network_policy_v1")).toEqual({
    metadata: {
      name: "default-deny",
      namespace: "${kubernetes_namespace_v1.Namespace_9B63B8C8.metadata[0].name}",
    },
    spec: { pod_selector: {}, policy_types: ["Ingress", "Egress"] },
  });
});

test("fails when the name is no label", () => {
  const build = () => new RestrictedNamespace(freshStack(), "Namespace", { name: "Shop" });
  expect(refusal(build)).toEqual({
    code: "BadName",
    message:
      "Stack/Namespace: 'name' must be an RFC 1123 label (lower-case letters, digits and '-', " +
      'at most 63 characters), got "Shop"; shorten or rename it',
  });
});
