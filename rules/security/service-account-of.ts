import { at, type Pod, type Subject, textAt } from "../subject";

/** Name of the service account of a pod. */
export function accountOf({ spec }: Pod): string {
  return textAt(spec, "serviceAccountName") ?? textAt(spec, "serviceAccount") ?? "default";
}

/** False where the token is not mounted: the pod decides before its account. */
export function mountsToken(pod: Pod, { objects }: Subject): boolean {
  const own = at(pod.spec, "automountServiceAccountToken");
  if (own !== undefined) return own !== false;
  const account = objects.find("ServiceAccount", pod.object.namespace, accountOf(pod));
  return at(account?.value, "automountServiceAccountToken") !== false;
}
