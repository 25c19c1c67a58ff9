import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { Fn } from "cdktf";
import type { OptionStack } from "./stack";

/** How the cluster of the platform stack is entered. */
export interface ClusterAccess {
  readonly host: string;
  /** Base64, as every cloud gives it. */
  readonly certificateAuthority: string;
  /** The cloud's own program that prints a short-lived token; the token is in no state. */
  readonly command: string;
  readonly args: string[];
  /**
   * Annotations that the cloud writes, as regular expressions.
   * @default - none
   */
  readonly ignoreAnnotations?: string[];
}

/**
 * The Kubernetes and Helm providers for a cluster that is found by its name, so that no kubeconfig has to be
 * written between the two stacks and no other cluster can be hit.
 */
export function useFoundCluster(stack: OptionStack, access: ClusterAccess): void {
  const { host, certificateAuthority, command, args, ignoreAnnotations } = access;
  const exec = { apiVersion: "client.authentication.k8s.io/v1beta1", command, args };
  const cluster = { host, clusterCaCertificate: Fn.base64decode(certificateAuthority) };
  new KubernetesProvider(stack, "Kubernetes", { ...cluster, exec: [exec], ignoreAnnotations });
  new HelmProvider(stack, "Helm", { kubernetes: { ...cluster, exec } });
}
