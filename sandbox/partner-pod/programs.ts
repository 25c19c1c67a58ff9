import { tryFindOnPath } from "../cache";
import { type Requirement, required } from "../requirement";

/** Debian names FPM after its version; other systems do not. The newest first. */
const FPM_NAMES = ["php-fpm8.4", "php-fpm8.3", "php-fpm8.2", "php-fpm"];
/** `www-data`, the user that the construct gives to the pods. */
const USER = "33";

export const NGINX = tryFindOnPath("nginx");
export const FPM = FPM_NAMES.map(tryFindOnPath).find((path) => path !== undefined);

const isRoot = process.getuid?.() === 0;
const SETPRIV = isRoot ? tryFindOnPath("setpriv") : undefined;

/** What `PartnerPod` needs on this machine. */
export const PARTNER_POD_REQUIREMENTS: readonly Requirement[] = [
  required("nginx", NGINX),
  required("php-fpm 8.2 or later", FPM),
  ...(isRoot ? [required("setpriv", SETPRIV)] : []),
];

/** A command that is run as in the pod: never by root. */
export function unprivileged(program: string, args: readonly string[]): [string, string[]] {
  if (SETPRIV === undefined) return [program, [...args]];
  return [
    SETPRIV,
    [`--reuid=${USER}`, `--regid=${USER}`, "--clear-groups", "--no-new-privs", program, ...args],
  ];
}

/** Hands files to the user that the programs run as. */
export const OWNER: number | undefined = isRoot ? Number(USER) : undefined;
