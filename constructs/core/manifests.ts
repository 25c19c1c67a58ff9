import { Release } from "@cdktf/provider-helm/lib/release";
import { AssetType, TerraformAsset } from "cdktf";
import { Construct } from "constructs";
import { packagePath } from "../../files/package-root";
import { requireLabelName } from "./validate";

/** One Kubernetes object, in the form of the API. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly [key: string]: unknown };
  readonly [key: string]: unknown;
}

/** Properties for `Manifests`. */
export interface ManifestsProps {
  /** Helm release name, at most 53 characters. */
  readonly releaseName: string;
  readonly namespace: string;
  /** The objects, in the order in which they are applied. */
  readonly manifests: readonly Manifest[];
}

/**
 * Custom resources, through one Helm release of `charts/manifests`.
 *
 * `kubernetes_manifest` reads the schema of the resource from the API server at plan time, so it can neither be
 * planned offline nor share an apply with the cluster; a Helm release can.
 */
export class Manifests extends Construct {
  public readonly release: Release;

  /** @throws ValidationError `BadName` */
  public constructor(scope: Construct, id: string, props: ManifestsProps) {
    super(scope, id);
    requireLabelName(this, "releaseName", props.releaseName, 53);
    const chart = new TerraformAsset(this, "manifests", {
      path: packagePath("charts", "manifests"),
      type: AssetType.DIRECTORY,
    });
    this.release = new Release(this, "Resource", {
      name: props.releaseName,
      namespace: props.namespace,
      chart: `./${chart.path}`,
      // JSON is valid YAML, and preserves references to other resources.
      values: [JSON.stringify({ manifests: props.manifests })],
      atomic: true,
      maxHistory: 5,
    });
  }
}
