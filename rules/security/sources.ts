/** Pod Security Standards. */
export const PSS = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";
/** How Trivy names its checks of Kubernetes. */
export const KSV = "trivy KSV-";
/** Configuration of pods and containers. */
export const TASKS = "https://kubernetes.io/docs/tasks/configure-pod-container/";
