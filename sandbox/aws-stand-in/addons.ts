import { arn } from "./account";
import type { Route } from "./rest";
import { Shelf } from "./shelf";

interface Addon {
  readonly addonName: string;
  readonly addonArn: string;
  readonly addonVersion: string;
  readonly clusterName: string;
  readonly status: "ACTIVE";
  readonly [field: string]: unknown;
}

const ALL = /^\/clusters\/([^/]+)\/addons$/;
const ONE = /^\/clusters\/([^/]+)\/addons\/([^/]+)$/;

/** EKS' calls for add-ons. It is not checked that the cluster, the add-on or its version exists. */
export function addonRoutes(): readonly Route[] {
  const addons = new Shelf<Addon>("ResourceNotFoundException", "ResourceInUseException");
  const key = (cluster: string, addon: string) => `${cluster}/${addon}`;

  const create = (clusterName: string, body: Record<string, unknown>): Addon => {
    const { resolveConflicts: _, clientRequestToken: __, ...asked } = body;
    const addonName = String(asked["addonName"]);
    return addons.add(key(clusterName, addonName), {
      addonVersion: "v0.0.0-stand-in",
      ...asked,
      addonName,
      clusterName,
      addonArn: arn("eks", `addon/${clusterName}/${addonName}/stand-in`),
      status: "ACTIVE",
    });
  };

  return [
    ["POST", ALL, ([cluster = ""], body) => ({ addon: create(cluster, body) })],
    ["GET", ONE, ([cluster = "", name = ""]) => ({ addon: addons.find(key(cluster, name)) })],
    ["DELETE", ONE, ([cluster = "", name = ""]) => ({ addon: addons.remove(key(cluster, name)) })],
  ];
}
