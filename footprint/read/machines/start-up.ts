import { composeThings } from "../docker/compose";
import type { DockerThing } from "../docker/thing";
import type { Draft } from "../draft";
import type { Cursor } from "../terraform/cursor";
import { isHash, isUnresolved, whyUnresolved } from "../terraform/template";
import { documentsIn } from "../text/embedded";
import { isObject, type Json } from "../text/value";
import { YamlError } from "../text/yaml";

/** What a machine makes of its start-up data. */
export interface StartUp {
  readonly things: readonly DockerThing[];
  /** Files that it writes, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Where start-up data stands, step by step, and how it is written. */
interface Place {
  readonly path: readonly string[];
  readonly encoding: "base64" | "utf8";
}

const METADATA = ["user-data", "startup-script", "gce-container-declaration"];

/** Every place of start-up data by type of machine. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  aws_instance: [
    { path: ["user_data"], encoding: "utf8" },
    { path: ["user_data_base64"], encoding: "base64" },
  ],
  azurerm_linux_virtual_machine: [{ path: ["custom_data"], encoding: "base64" }],
  azurerm_linux_virtual_machine_scale_set: [{ path: ["custom_data"], encoding: "base64" }],
  google_compute_instance: [
    ...METADATA.map((key): Place => ({ path: ["metadata", key], encoding: "utf8" })),
    { path: ["metadata_startup_script"], encoding: "utf8" },
  ],
};

const COMPOSE_FILE = /(?:^|\/)(?:docker-)?compose\.ya?ml$/;
const WHAT_RUNS = "what runs on it";

/**
 * What runs on a machine, where its start-up data tells: the Compose files that cloud-init writes. What does not tell
 * is an unknown, and so is a machine without any: its image, or somebody, starts what runs there.
 * @see https://cloudinit.readthedocs.io/en/latest/reference/modules.html#write-files
 */
export function startUp(type: string, body: Cursor, draft: Draft, machines: number | undefined): StartUp {
  const places = Object.hasOwn(PLACES, type) ? (PLACES[type] ?? []) : [];
  const found = places.flatMap(({ path, encoding }) => {
    const data = textAt(body, path);
    return data === undefined ? [] : [written(data, encoding)];
  });
  if (found.length === 0) body.noteUnknown(WHAT_RUNS, "no start-up data that can be read tells it");
  for (const { why } of found) if (why !== undefined) body.noteUnknown(WHAT_RUNS, why);
  return {
    things: found.flatMap(({ projects = [] }) =>
      projects.flatMap((project) => composeThings(project, { id: body.id, draft, machines })),
    ),
    files: Object.fromEntries(found.flatMap(({ files = {} }) => Object.entries(files))),
  };
}

/** What start-up data writes, or why it does not tell what runs. */
interface Written {
  readonly projects?: readonly Json[];
  readonly files?: Readonly<Record<string, string>>;
  readonly why?: string;
}

function written(data: string, encoding: Place["encoding"]): Written {
  if (isUnresolved(data)) return { why: whyUnresolved(data) };
  if (isHash(data)) return { why: "the plan holds no more of its start-up data than a hash" };
  const text = Buffer.from(data, encoding).toString("utf8");
  if (!text.startsWith("#cloud-config"))
    return { why: "its start-up data is no configuration of cloud-init" };
  const files = writtenFiles(parsed(text));
  const projects = Object.entries(files).flatMap(([path, content]) =>
    COMPOSE_FILE.test(path) ? parsed(content) : [],
  );
  if (projects.length === 0) return { why: "its start-up data writes no Compose file that can be read" };
  return { projects, files };
}

/** The text at the end of a path; a reference on the way there is that text. */
function textAt(body: Cursor, path: readonly string[]): string | undefined {
  const above = path.slice(0, -1).reduce((place, step) => place.at(step), body);
  return above.text(path.at(-1) ?? "");
}

function parsed(text: string): Json[] {
  try {
    return documentsIn(text).filter(isObject);
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
