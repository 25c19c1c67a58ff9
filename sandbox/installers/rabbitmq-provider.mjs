import { inCache, versions } from "./cache.mjs";
import { goPrograms } from "./go.mjs";

const { rabbitmqProvider: version } = versions;
const OS = { darwin: "darwin", linux: "linux", win32: "windows" }[process.platform];
const ARCH = { arm64: "arm64", x64: "amd64" }[process.arch];
/** What the provider's own go.mod still calls it. */
const PATH = "github.com/terraform-providers/terraform-provider-rabbitmq";

/**
 * The Terraform provider for RabbitMQ, in the layout of a filesystem mirror.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror
 */
export const rabbitmqProvider = goPrograms({
  name: "RabbitMQ provider",
  folder: inCache("terraform", "registry.terraform.io", "cyrilgdn", "rabbitmq", version, `${OS}_${ARCH}`),
  module: { path: PATH, version: `v${version}` },
  programs: { [`terraform-provider-rabbitmq_v${version}`]: PATH },
  replace: { [PATH]: `github.com/cyrilgdn/terraform-provider-rabbitmq v${version}` },
});
