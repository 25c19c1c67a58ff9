import { CloudBackend, LocalBackend, NamedCloudWorkspace, S3Backend, type TerraformStack } from "cdktf";
import type { Environment } from "../config/environments";

/**
 * Where the state of a stack is kept: one file, object or workspace for each stack and environment.
 * @param id name of the state: the stack's id, unless several stacks are one deployment after the other
 */
export function addBackend(
  stack: TerraformStack,
  { name, backend, accounts }: Environment,
  id = stack.node.id,
): void {
  switch (backend.kind) {
    case "local":
      // Relative, so that the output is the same on every machine. Seen from cdktf.out/stacks/<id>: the project's own
      // folder, which outlives a synth.
      new LocalBackend(stack, { path: `../../../terraform.${id}.tfstate` });
      return;
    case "s3": {
      const { bucket, region } = backend;
      const allowedAccountIds = accounts?.aws === undefined ? undefined : [accounts.aws];
      const key = `weighbridge/${name}/${id}.tfstate`;
      const s3 = new S3Backend(stack, { bucket, region, key, encrypt: true, allowedAccountIds });
      // Newer than the class: Terraform 1.10.
      s3.addOverride("use_lockfile", true);
      return;
    }
    case "cloud": {
      const workspaces = new NamedCloudWorkspace(`${id}-${name}`);
      new CloudBackend(stack, { organization: backend.organization, workspaces });
    }
  }
}
