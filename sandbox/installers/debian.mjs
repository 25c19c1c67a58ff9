import { existsSync, rmSync, writeFileSync } from "node:fs";
import { onPath, run } from "./run.mjs";

/** Debian's own hook: a package asks it before it starts a service, and 101 says no. */
const SERVICE_POLICY = "/usr/sbin/policy-rc.d";

/** A Debian package that brings one program; its service is not started. */
export function debianPackage(packageName, program) {
  return {
    name: packageName,
    isThere: () => onPath(program),
    install: () => {
      if (!onPath("apt-get")) throw new Error(`no apt-get here; install ${program} by hand`);
      if (process.getuid?.() !== 0) throw new Error(`needs root; run: apt-get install ${packageName}`);
      withoutServices(() => {
        const env = { DEBIAN_FRONTEND: "noninteractive" };
        run("apt-get", ["update", "-qq"], { env });
        run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", packageName], { env });
      });
    },
  };
}

function withoutServices(install) {
  const ours = !existsSync(SERVICE_POLICY);
  if (ours) writeFileSync(SERVICE_POLICY, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    install();
  } finally {
    if (ours) rmSync(SERVICE_POLICY);
  }
}
