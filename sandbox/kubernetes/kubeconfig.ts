import { writeFileSync } from "node:fs";

/** The only context of the sandbox's kubeconfig: a stack that is given it can reach no other cluster. */
export const CONTEXT = "weighbridge-sandbox";

/** Writes a kubeconfig, as JSON, which is YAML too; returns its path. */
export function writeKubeconfig(
  path: string,
  {
    url,
    certificateFile,
    token,
  }: { readonly url: string; readonly certificateFile: string; readonly token: string },
): string {
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: CONTEXT, cluster: { server: url, "certificate-authority": certificateFile } }],
    users: [{ name: CONTEXT, user: { token } }],
    contexts: [{ name: CONTEXT, context: { cluster: CONTEXT, user: CONTEXT } }],
    "current-context": CONTEXT,
  };
  writeFileSync(path, JSON.stringify(config, undefined, 2), { mode: 0o600 });
  return path;
}
