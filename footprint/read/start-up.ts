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

/** Where a type of machine has its start-up data, as text or in base64. */
interface Place {
  readonly text?: (body: Cursor) => string | undefined;
  readonly base64?: (body: Cursor) => string | undefined;
}

const AZURE: Place = { base64: (body) => body.text("custom_data") };
const PLACES: ReadonlyMap<string, Place> = new Map([
  [
    "aws_instance",
    { text: (body) => body.text("user_data"), base64: (body) => body.text("user_data_base64") },
  ],
  ["azurerm_linux_virtual_machine", AZURE],
  ["azurerm_linux_virtual_machine_scale_set", AZURE],
  ["google_compute_instance", { text: (body) => body.at("metadata").text("user-data") }],
]);

const COMPOSE_FILE = /(?:^|\/)(?:docker-)?compose\.ya?ml$/;
const NOTHING: StartUp = { things: [], files: {} };

/**
 * What runs on a machine, where its start-up data tells: the Compose files that cloud-init writes. Data that is there
 * and does not tell is an unknown.
 * @see https://cloudinit.readthedocs.io/en/latest/reference/modules.html#write-files
 */
export function startUp(type: string, body: Cursor, draft: Draft, machines: number | undefined): StartUp {
  const place = PLACES.get(type);
  const plain = place?.text?.(body);
  const data = plain ?? place?.base64?.(body);
  if (data === undefined) return NOTHING;
  const unknown = (why: string) => {
    body.noteUnknown("what runs on it", why);
    return NOTHING;
  };
  if (isUnresolved(data)) return unknown(whyUnresolved(data));
  const text = plain ?? Buffer.from(data, "base64").toString("utf8");
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
