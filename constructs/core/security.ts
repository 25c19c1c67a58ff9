/**
 * Security contexts that meet the Pod Security Standard "restricted".
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */

/** Pod-level security context: a numeric user, so that `runAsNonRoot` can be checked without the image. */
export function restrictedPod(uid: number) {
  return {
    runAsNonRoot: true,
    runAsUser: String(uid),
    runAsGroup: String(uid),
    fsGroup: String(uid),
    fsGroupChangePolicy: "OnRootMismatch",
    seccompProfile: { type: "RuntimeDefault" },
  };
}

/**
 * Container-level security context.
 *
 * `runAsNonRoot` is repeated here because the provider writes `false` on a container that omits it,
 * which overrides the pod's `true`, and the API server then refuses every pod.
 */
export function restrictedContainer() {
  return {
    runAsNonRoot: true,
    allowPrivilegeEscalation: false,
    privileged: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  };
}
