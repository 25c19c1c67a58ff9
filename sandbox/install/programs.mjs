import { inCache, versions } from "./cache.mjs";
import { goPrograms } from "./go.mjs";

/** Reads the Caddyfile; without FrankenPHP, which no package registry holds. */
export const caddy = goPrograms({
  name: "Caddy",
  folder: inCache(`caddy-${versions.caddy}`),
  module: { path: "github.com/caddyserver/caddy/v2", version: `v${versions.caddy}` },
  programs: { caddy: "github.com/caddyserver/caddy/v2/cmd/caddy" },
});

/** Reads `charts/manifests`. */
export const helm = goPrograms({
  name: "Helm",
  folder: inCache(`helm-${versions.helm}`),
  module: { path: "helm.sh/helm/v3", version: `v${versions.helm}` },
  programs: { helm: "helm.sh/helm/v3/cmd/helm" },
});
