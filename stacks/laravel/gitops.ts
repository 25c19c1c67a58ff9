import { CHARTS, LARAVEL } from "../../config/reviews/004-laravel/application";
import type { Manifest } from "../../constructs/core";

/**
 * What Argo CD may own: Jobs and CronJobs in the application's namespace, from a folder of their own. The project
 * refuses every other kind, so that nothing has two owners.
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/projects/
 */
export function gitopsManifests(name: string, namespace: string, repoURL: string): readonly Manifest[] {
  const server = "https://kubernetes.default.svc";
  const metadata = { name, namespace: CHARTS.argoCd.namespace };
  return [
    {
      apiVersion: "argoproj.io/v1alpha1",
      kind: "AppProject",
      metadata,
      spec: {
        description: "Jobs of the application; everything else is Terraform's",
        sourceRepos: [repoURL],
        destinations: [{ server, namespace }],
        clusterResourceWhitelist: [],
        namespaceResourceWhitelist: ["Job", "CronJob"].map((kind) => ({ group: "batch", kind })),
      },
    },
    {
      apiVersion: "argoproj.io/v1alpha1",
      kind: "Application",
      metadata,
      spec: {
        project: name,
        source: { repoURL, path: LARAVEL.gitopsPath, targetRevision: "HEAD" },
        destination: { server, namespace },
        syncPolicy: { automated: { prune: true, selfHeal: true }, syncOptions: ["CreateNamespace=false"] },
      },
    },
  ];
}
