import { arn } from "./account";
import type { Route } from "./rest";
import { Shelf } from "./shelf";

interface Association {
  readonly clusterName: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly roleArn: string;
  readonly associationArn: string;
  readonly associationId: string;
  readonly tags: Readonly<Record<string, string>>;
}

const ALL = /^\/clusters\/([^/]+)\/pod-identity-associations$/;
const ONE = /^\/clusters\/([^/]+)\/pod-identity-associations\/([^/]+)$/;

/**
 * EKS' calls for pod identity associations. As in AWS a service account has one role at most; it is not checked that
 * the cluster, the service account or the role exists, nor that the role may be taken.
 */
export function podIdentityRoutes(): readonly Route[] {
  const associations = new Shelf<Association>("ResourceNotFoundException", "ResourceInUseException");
  const accounts = new Shelf<string>("ResourceNotFoundException", "ResourceInUseException");
  let made = 0;

  const create = (clusterName: string, body: Record<string, unknown>): Association => {
    const asked = body as unknown as Pick<Association, "namespace" | "serviceAccount" | "roleArn" | "tags">;
    const associationId = `a-standin${String(++made).padStart(9, "0")}`;
    accounts.add(accountOf({ clusterName, ...asked }), associationId);
    return associations.add(associationId, {
      ...asked,
      clusterName,
      associationId,
      associationArn: arn("eks", `podidentityassociation/${clusterName}/${associationId}`),
      tags: asked.tags ?? {},
    });
  };
  const update = (id: string, body: Record<string, unknown>): Association =>
    associations.set(id, { ...associations.find(id), ...(body as unknown as Pick<Association, "roleArn">) });
  const remove = (id: string): Association => {
    accounts.remove(accountOf(associations.find(id)));
    return associations.remove(id);
  };

  return [
    ["POST", ALL, ([cluster = ""], body) => ({ association: create(cluster, body) })],
    ["GET", ONE, ([, id = ""]) => ({ association: associations.find(id) })],
    ["POST", ONE, ([, id = ""], body) => ({ association: update(id, body) })],
    ["DELETE", ONE, ([, id = ""]) => ({ association: remove(id) })],
  ];
}

function accountOf({
  clusterName,
  namespace,
  serviceAccount,
}: Pick<Association, "clusterName" | "namespace" | "serviceAccount">) {
  return `${clusterName}/${namespace}/${serviceAccount}`;
}
