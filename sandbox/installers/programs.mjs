import { inCache, versions } from "./cache.mjs";
import { goPrograms } from "./go.mjs";

/** Reads the Caddyfile; without FrankenPHP, which no package registry holds. */
export const caddy = goPrograms({
  name: "Caddy",
  folder: inCache(`caddy-${versions.caddy}`),
  module: { path: "github.com/caddyserver/caddy/v2", version: `v${versions.caddy}` },
  programs: { caddy: "github.com/caddyserver/caddy/v2/cmd/caddy" },
});

/** The loader of Compose files that Docker itself uses, as a program. */
export const composeGo = goPrograms({
  name: "compose-go",
  folder: inCache(`compose-go-${versions.composeGo}`),
  module: { path: "github.com/compose-spec/compose-go/v2", version: `v${versions.composeGo}` },
  programs: { "compose-spec": "github.com/compose-spec/compose-go/v2/cmd" },
});

/** Reads `charts/manifests`. */
export const helm = goPrograms({
  name: "Helm",
  folder: inCache(`helm-${versions.helm}`),
  module: { path: "helm.sh/helm/v3", version: `v${versions.helm}` },
  programs: { helm: "helm.sh/helm/v3/cmd/helm" },
});

/** Reads load tests. */
export const k6 = goPrograms({
  name: "k6",
  folder: inCache(`k6-${versions.k6}`),
  module: { path: "go.k6.io/k6", version: `v${versions.k6}` },
  programs: { k6: "go.k6.io/k6" },
});
