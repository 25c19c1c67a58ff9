import { inCache, versions } from "./cache.mjs";
import { goPrograms } from "./go.mjs";

const { kafkaProvider: version } = versions;
const OS = { darwin: "darwin", linux: "linux", win32: "windows" }[process.platform];
const ARCH = { arm64: "arm64", x64: "amd64" }[process.arch];

/**
 * The Terraform provider for Kafka, in the layout of a filesystem mirror.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror
 */
export const kafkaProvider = goPrograms({
  name: "Kafka provider",
  folder: inCache("terraform", "registry.terraform.io", "mongey", "kafka", version, `${OS}_${ARCH}`),
  module: { path: "github.com/Mongey/terraform-provider-kafka", version: `v${version}` },
  programs: { [`terraform-provider-kafka_v${version}`]: "github.com/Mongey/terraform-provider-kafka" },
  // As in the provider's own go.mod: the old import path is no longer served.
  replace: { "git.apache.org/thrift.git": "github.com/apache/thrift v0.0.0-20180902110319-2566ecd5d999" },
});
