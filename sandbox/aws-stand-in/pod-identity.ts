import { arn } from "./account";
import { Fault } from "./fault";
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

/** A call of EKS' REST interface. */
export interface RestCall {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** JSON; empty when the call has none. */
  readonly body: string;
}

const PATH = /^\/clusters\/([^/]+)\/pod-identity-associations(?:\/([^/]+))?$/;

/**
 * Answers EKS' calls for pod identity associations. As in AWS a service account has one role at most; it is not
 * checked that the cluster, the service account or the role exists, nor that the role may be taken.
 */
export function podIdentityStandIn(): (call: RestCall) => { readonly status: number; readonly body: string } {
  const associations = new Shelf<Association>("ResourceNotFoundException", "ResourceInUseException");
  const accounts = new Shelf<string>("ResourceNotFoundException", "ResourceInUseException");
  let made = 0;

  const create = (clusterName: string, body: string): Association => {
    const asked = JSON.parse(body) as Pick<Association, "namespace" | "serviceAccount" | "roleArn" | "tags">;
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
  const update = (id: string, body: string): Association =>
    associations.set(id, { ...associations.find(id), ...(JSON.parse(body) as Pick<Association, "roleArn">) });
  const remove = (id: string): Association => {
    accounts.remove(accountOf(associations.find(id)));
    return associations.remove(id);
  };

  return ({ method, path, body }) => {
    try {
      const [, cluster, id] = PATH.exec(path) ?? [];
      if (cluster === undefined)
        throw new Fault(400, "BadRequestException", `the stand-in has no EKS ${method} ${path}`);
      if (id === undefined) return method === "POST" ? answer(create(cluster, body)) : refuse(method, path);
      if (method === "GET") return answer(associations.find(id));
      if (method === "POST") return answer(update(id, body));
      return method === "DELETE" ? answer(remove(id)) : refuse(method, path);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return { status: error.status, body: JSON.stringify({ __type: error.code, message: error.message }) };
    }
  };
}

function answer(association: Association) {
  return { status: 200, body: JSON.stringify({ association }) };
}

function refuse(method: string, path: string): never {
  throw new Fault(400, "BadRequestException", `the stand-in has no EKS ${method} ${path}`);
}

function accountOf({
  clusterName,
  namespace,
  serviceAccount,
}: Pick<Association, "clusterName" | "namespace" | "serviceAccount">) {
  return `${clusterName}/${namespace}/${serviceAccount}`;
}
