import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { Construct } from "constructs";
import { requireLabelName } from "./validate";

/** Properties for `RestrictedNamespace`. */
export interface RestrictedNamespaceProps {
  /** Namespace name, an RFC 1123 label. */
  readonly name: string;
  /**
   * Labels besides those of Pod Security, for example of an admission webhook.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A namespace in which Pod Security "restricted" is enforced and all traffic is denied until a policy allows it.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
 */
export class RestrictedNamespace extends Construct {
  /** Name of the namespace; a token, so that resources which use it depend on it. */
  public readonly namespaceName: string;

  /** @throws ValidationError `BadName` */
  public constructor(scope: Construct, id: string, props: RestrictedNamespaceProps) {
    super(scope, id);
    requireLabelName(this, "name", props.name);
    const namespace = new NamespaceV1(this, "Resource", {
      metadata: {
        name: props.name,
        labels: {
          ...props.labels,
          "pod-security.kubernetes.io/enforce": "restricted",
          "pod-security.kubernetes.io/warn": "restricted",
          "pod-security.kubernetes.io/audit": "restricted",
        },
      },
    });
    this.namespaceName = namespace.metadata.name;
    new NetworkPolicyV1(this, "DefaultDeny", {
      metadata: { name: "default-deny", namespace: this.namespaceName },
      spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
    });
  }
}
