import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { CACHE } from "../cache";

/** Host part of a provider's address when its source names none. */
const DEFAULT_HOST = "registry.terraform.io";

/** A folder of providers in Terraform's own layout, packed or unpacked. */
export interface Mirror {
  readonly folder: string;
  /** Addresses of the providers in it, as `hashicorp/aws`. */
  readonly providers: readonly string[];
}

/**
 * Mirrors on this machine: where Terraform itself looks for plugins, `/opt/*`, the folders of
 * `WEIGHBRIDGE_PLUGIN_MIRRORS` (a path list), and the cache.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
export function findMirrors(env: NodeJS.ProcessEnv = process.env): Mirror[] {
  const home = homedir();
  const dataFolders = [
    env["XDG_DATA_HOME"] || join(home, ".local", "share"),
    ...pathList(env["XDG_DATA_DIRS"] || "/usr/local/share:/usr/share"),
  ];
  const folders = [
    join(home, ".terraform.d", "plugins"),
    ...dataFolders.map((folder) => join(folder, "terraform", "plugins")),
    ...foldersIn("/opt").map((name) => join("/opt", name)),
    ...pathList(env["WEIGHBRIDGE_PLUGIN_MIRRORS"] ?? ""),
    join(CACHE, "terraform"),
  ];
  return [...new Set(folders)]
    .map((folder) => ({ folder, providers: providersIn(join(folder, DEFAULT_HOST)) }))
    .filter(({ providers }) => providers.length > 0);
}

/**
 * A Terraform CLI configuration that takes a provider from the mirrors, and only one that is in none of them from
 * the registry.
 */
export function cliConfig(mirrors: readonly Mirror[]): string {
  const held = [...new Set(mirrors.flatMap(({ providers }) => providers))];
  return [
    "disable_checkpoint = true",
    "provider_installation {",
    ...mirrors.map(
      ({ folder, providers }) =>
        `  filesystem_mirror {\n    path    = ${JSON.stringify(folder)}\n    include = ${JSON.stringify(providers)}\n  }`,
    ),
    `  direct {\n    exclude = ${JSON.stringify(held)}\n  }`,
    "}",
    "",
  ].join("\n");
}

function providersIn(folder: string): string[] {
  return foldersIn(folder).flatMap((owner) =>
    foldersIn(join(folder, owner)).map((type) => `${owner}/${type}`),
  );
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name)
    .sort();
}

function pathList(value: string): string[] {
  return value.split(delimiter).filter((folder) => folder !== "");
}
