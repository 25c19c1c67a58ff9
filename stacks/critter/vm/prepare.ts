/** What the script is written from. */
export interface PrepareOptions {
  readonly folder: string;
  readonly secretsFolder: string;
  /** Names of the secrets, in the vault as in the folder. */
  readonly secrets: readonly string[];
  readonly registry: string;
}

/** Secret with the token of the account that pulls the images; it is no container's. */
export const REGISTRY_SECRET = "registry-password";

/**
 * Runs before the containers, at each start of the service: reads the settings that Terraform keeps in the machine's
 * user data, and the secrets from the vault, as the machine's own identity. A changed version or secret therefore needs
 * a restart of the service and no new machine.
 *
 * Files are readable for all, since containers run as users of their own; the folder is root's alone.
 * @see https://learn.microsoft.com/azure/virtual-machines/user-data
 * @see https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
 */
export function prepareScript({ folder, secretsFolder, secrets, registry }: PrepareOptions): string {
  return `#!/bin/sh
set -eu
umask 077
metadata=http://169.254.169.254/metadata
ask() { curl --fail --silent --show-error --max-time 20 "$@"; }

settings=$(ask -H Metadata:true "$metadata/instance/compute/userData?api-version=2021-01-01&format=text" | base64 -d)
setting() { printf '%s' "$settings" | jq --exit-status --raw-output ".$1"; }
vault=$(setting vault)
printf 'IMAGE_TAG=%s\\nPAYMENT_PROVIDER_URL=%s\\n' "$(setting image_tag)" "$(setting payment_provider_url)" > ${folder}/.env

mkdir -p ${secretsFolder}
chmod 700 ${secretsFolder}
resource="resource=https%3A%2F%2Fvault.azure.net&client_id=$(setting client_id)"
header=${secretsFolder}/.header
ask -H Metadata:true "$metadata/identity/oauth2/token?api-version=2018-02-01&$resource" \\
  | jq --exit-status --raw-output '"Authorization: Bearer " + .access_token' > "$header"
trap 'rm -f "$header"' EXIT
secret() { ask -H "@$header" "$vault"secrets/"$1"?api-version=7.4 | jq --exit-status --join-output .value; }

for name in ${secrets.join(" ")}; do
  secret "$name" > ${secretsFolder}/"$name".next
  chmod 444 ${secretsFolder}/"$name".next
  # Into the same file: a container that runs has this very file, by whatever name.
  cat ${secretsFolder}/"$name".next > ${secretsFolder}/"$name"
  chmod 444 ${secretsFolder}/"$name"
  rm ${secretsFolder}/"$name".next
done
secret ${REGISTRY_SECRET} | docker login --username "$(setting registry_username)" --password-stdin ${registry} > /dev/null
`;
}
