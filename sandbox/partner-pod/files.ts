import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";
import {
  PhpFpmPartnerPodGroup,
  type PhpFpmPartnerPodGroupProps,
} from "../../constructs/php-fpm-partner-pod-group";

/** The files that the construct mounts into its pods, and the pool that it derived. */
export interface PodFiles {
  readonly fpm: string;
  readonly nginx: string;
  readonly maxChildren: number;
}

/** The files of a partner pod group, out of its ConfigMaps. */
export function partnerPodFiles(outdir: string, props: Partial<PhpFpmPartnerPodGroupProps> = {}): PodFiles {
  const stack = new TerraformStack(new App({ outdir }), "sandbox");
  new KubernetesProvider(stack, "Kubernetes", {});
  const group = new PhpFpmPartnerPodGroup(stack, "Partner", { namespace: "x", image: "x", ...props });

  const { resource } = JSON.parse(Testing.synth(stack, true)) as {
    resource: { kubernetes_config_map_v1: Record<string, { data: Record<string, string> }> };
  };
  const data = Object.assign({}, ...Object.values(resource.kubernetes_config_map_v1).map((map) => map.data));
  return { fpm: data["fpm.conf"], nginx: data["nginx.conf"], maxChildren: group.maxChildren };
}
