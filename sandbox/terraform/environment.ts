import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cliConfig, findMirrors } from "./mirrors";

const PASSED_ON = [
  "PATH",
  "HOME",
  "TMPDIR",
  "LANG",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "SSL_CERT_FILE",
];

/**
 * The environment of a Terraform run in a folder. Only what is listed is passed on: no credentials, no workspace and
 * no variables of the caller's reach a run, so it can touch nothing but what the test hands it.
 */
export function terraformEnv(
  folder: string,
  added: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  const cliConfigFile = join(folder, "cli.tfrc");
  writeFileSync(cliConfigFile, cliConfig(findMirrors()));
  const passedOn = PASSED_ON.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(passedOn),
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TF_CLI_CONFIG_FILE: cliConfigFile,
    ...added,
  };
}
