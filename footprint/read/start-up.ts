import { composeThings } from "./compose";
import type { Cursor } from "./cursor";
import type { DockerThing } from "./docker/thing";
import type { Draft } from "./draft";
import { isUnresolved, whyUnresolved } from "./template";
import { isObject, type Json } from "./value";
import { parseYaml, YamlError } from "./yaml";

/** What a machine makes of its start-up data. */
export interface StartUp {
  readonly things: readonly DockerThing[];
  /** Files that it writes, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Arguments with the start-up data by type of machine: how each is written. */
const ARGUMENTS: Readonly<Record<string, Readonly<Record<string, "base64" | "utf8">>>> = {
  aws_instance: { user_data: "utf8", user_data_base64: "base64" },
  azurerm_linux_virtual_machine: { custom_data: "base64" },
};

const COMPOSE_FILE = /(?:^|\/)(?:docker-)?compose\.ya?ml$/;
const NOTHING: StartUp = { things: [], files: {} };

/**
 * What runs on a machine, where its start-up data tells: the Compose files that cloud-init writes. Data that is there
 * and does not tell is an unknown.
 * @see https://cloudinit.readthedocs.io/en/latest/reference/modules.html#write-files
 */
export function startUp(type: string, body: Cursor, draft: Draft, machines: number | undefined): StartUp {
  const written = Object.entries(Object.hasOwn(ARGUMENTS, type) ? (ARGUMENTS[type] ?? {}) : {});
  const [found] = written.flatMap(([argument, encoding]) => {
    const data = body.text(argument);
    return data === undefined ? [] : [{ data, encoding }];
  });
  if (found === undefined) return NOTHING;
  const { data, encoding } = found;
  const unknown = (why: string) => {
    body.noteUnknown("what runs on it", why);
    return NOTHING;
  };
  if (isUnresolved(data)) return unknown(whyUnresolved(data));
  const text = Buffer.from(data, encoding).toString("utf8");
  if (!text.startsWith("#cloud-config"))
    return unknown("its start-up data is no configuration of cloud-init");
  const files = writtenFiles(parsed(text));
  const projects = Object.entries(files).flatMap(([path, content]) =>
    COMPOSE_FILE.test(path) ? parsed(content) : [],
  );
  if (projects.length === 0) return unknown("its start-up data writes no Compose file that can be read");
  return {
    things: projects.flatMap((project) => composeThings(project, { id: body.id, draft, machines })),
    files,
  };
}

function parsed(text: string): Json[] {
  try {
    return parseYaml(text).filter(isObject);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return [];
  }
}

/** Files whose content stands there as it is. */
function writtenFiles(documents: readonly Json[]): Record<string, string> {
  const entries = documents.flatMap(({ write_files: files }) => (Array.isArray(files) ? files : []));
  return Object.fromEntries(
    entries.filter(isObject).flatMap(({ path, content, encoding }): [string, string][] => {
      const plain = encoding === undefined || encoding === "text/plain";
      return plain && typeof path === "string" && typeof content === "string" ? [[path, content]] : [];
    }),
  );
}
