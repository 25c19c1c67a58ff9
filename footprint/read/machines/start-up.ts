import { composeThings } from "../docker/compose";
import type { DockerThing } from "../docker/thing";
import type { Draft } from "../draft";
import type { Cursor } from "../terraform/cursor";
import { isHash, isUnresolved, whyUnresolved } from "../terraform/template";
import type { StartUpData } from "../terraform/type";
import { documentsIn } from "../text/embedded";
import { isObject, type Json } from "../text/value";
import { YamlError } from "../text/yaml";

/** What a machine makes of its start-up data. */
export interface StartUp {
  readonly things: readonly DockerThing[];
  /** Files that it writes, by path. */
  readonly files: Readonly<Record<string, string>>;
}

const COMPOSE_FILE = /(?:^|\/)(?:docker-)?compose\.ya?ml$/;
const WHAT_RUNS = "what runs on it";

/** The machines whose start-up data is read. */
interface Machine {
  readonly body: Cursor;
  readonly draft: Draft;
  /** Places of start-up data in the arguments. */
  readonly places: readonly StartUpData[];
  /** Number of machines; undefined where it is known after apply or changes. */
  readonly machines: number | undefined;
}

/**
 * What runs on a machine: the Compose files that cloud-init writes. Other start-up data is reported as unknown, and so
 * is a machine without any: then its image, or a person, starts what runs on it.
 * @see https://cloudinit.readthedocs.io/en/latest/reference/modules.html#write-files
 */
export function startUp({ body, draft, places, machines }: Machine): StartUp {
  const found = places.flatMap(({ path, encoding }) => {
    const data = textAt(body, path);
    return data === undefined ? [] : [written(data, encoding)];
  });
  if (found.length === 0) body.noteUnknown(WHAT_RUNS, "the document has no start-up data that can be read");
  for (const { why } of found) if (why !== undefined) body.noteUnknown(WHAT_RUNS, why);
  return {
    things: found.flatMap(({ projects = [] }) =>
      projects.flatMap((project) => composeThings(project, { id: body.id, draft, machines })),
    ),
    files: Object.fromEntries(found.flatMap(({ files = {} }) => Object.entries(files))),
  };
}

/** What start-up data writes, or why what runs is undetermined. */
interface Written {
  readonly projects?: readonly Json[];
  readonly files?: Readonly<Record<string, string>>;
  readonly why?: string;
}

function written(data: string, encoding: StartUpData["encoding"]): Written {
  if (isUnresolved(data)) return { why: whyUnresolved(data) };
  if (isHash(data)) return { why: "the plan has only a hash of its start-up data" };
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

/** Files with plain content. */
function writtenFiles(documents: readonly Json[]): Record<string, string> {
  const entries = documents.flatMap(({ write_files: files }) => (Array.isArray(files) ? files : []));
  return Object.fromEntries(
    entries.filter(isObject).flatMap(({ path, content, encoding }): [string, string][] => {
      const plain = encoding === undefined || encoding === "text/plain";
      return plain && typeof path === "string" && typeof content === "string" ? [[path, content]] : [];
    }),
  );
}
