import { parse } from "yaml";
import type { Stack } from "../document";

/** A file that an option hands to a program. */
export interface EmbeddedFile {
  /** Every stack that has it. */
  readonly owners: readonly string[];
  /**
   * Key in its ConfigMap; release and key of a chart that makes it from its values; name of its Docker config without
   * what makes that unique; else its path.
   */
  readonly name: string;
  readonly text: string;
}

/** Every file of the stacks, each once. */
export function embeddedFiles(stacks: readonly Stack[]): EmbeddedFile[] {
  const all = stacks.flatMap((stack) => [
    ...configMapFiles(stack),
    ...dockerConfigs(stack),
    ...chartFiles(stack),
    ...containerFiles(stack),
    ...machineFiles(stack),
  ]);
  const files = new Map<string, EmbeddedFile>();
  for (const { name, text: escaped, owners } of all) {
    // What Terraform makes of it.
    const text = escaped.replaceAll("$${", "${").replaceAll("%%{", "%{");
    const key = JSON.stringify([name, text]);
    files.set(key, { name, text, owners: [...(files.get(key)?.owners ?? []), ...owners] });
  }
  return [...files.values()];
}

function configMapFiles({ id, document }: Stack): EmbeddedFile[] {
  const maps = Object.values(document.resource["kubernetes_config_map_v1"] ?? {});
  return (maps as { data: Record<string, string> }[]).flatMap(({ data }) =>
    Object.entries(data).map(([name, text]) => ({ owners: [id], name, text })),
  );
}

function dockerConfigs({ id, document }: Stack): EmbeddedFile[] {
  const configs = Object.values(document.resource["docker_config"] ?? {}) as { name: string; data: string }[];
  return configs.map(({ name, data }) => ({
    owners: [id],
    name: name.replace(/^[^_]*_/, "").replace(/_[0-9a-f]+$/, ""),
    text: Buffer.from(data, "base64").toString(),
  }));
}

/** Files that a chart of others takes among its values, below `config`. */
function chartFiles({ id, document }: Stack): EmbeddedFile[] {
  const releases = Object.values(document.resource["helm_release"] ?? {}) as {
    name: string;
    values?: string[];
  }[];
  return releases.flatMap(({ name, values = [] }) =>
    values.flatMap((text) => {
      const { config = {} } = JSON.parse(text) as { config?: Record<string, unknown> };
      return Object.entries(config).flatMap(([key, file]) =>
        typeof file === "string" ? [{ owners: [id], name: `${name} ${key}`, text: file }] : [],
      );
    }),
  );
}

function containerFiles({ id, document }: Stack): EmbeddedFile[] {
  const containers = Object.values(document.resource["docker_container"] ?? {}) as {
    upload?: { file: string; content: string }[];
  }[];
  return containers.flatMap(({ upload = [] }) =>
    upload.map(({ file, content }) => ({ owners: [id], name: file, text: content })),
  );
}

/** What cloud-init writes at a machine's first start. */
function machineFiles({ id, document }: Stack): EmbeddedFile[] {
  const machines = Object.values(document.resource["azurerm_linux_virtual_machine"] ?? {}) as {
    custom_data?: string;
  }[];
  return machines.flatMap(({ custom_data: data = "" }) => {
    const { write_files: files = [] } = (parse(Buffer.from(data, "base64").toString()) ?? {}) as {
      write_files?: { path: string; content: string }[];
    };
    return files.map(({ path, content }) => ({ owners: [id], name: path, text: content }));
  });
}
