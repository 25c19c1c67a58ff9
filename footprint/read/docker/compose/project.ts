import type { Draft } from "../../draft";
import { isObject, type Json, own } from "../../text/value";
import type { DockerThing } from "../thing";
import { composeThings } from "./index";

/** True for a document that is a Compose file. */
export function isCompose(value: unknown): value is Json {
  return isObject(value) && isObject(own(value, "services")) && own(value, "apiVersion") === undefined;
}

/** Id of the file; its services are `compose: container <name>`. */
const ID = "compose";

/**
 * What a Compose file makes on one machine. Services of a profile are not started by default. What it takes from other
 * files is reported.
 * @see https://github.com/compose-spec/compose-spec/blob/main/spec.md
 */
export function projectThings(given: Json, draft: Draft): DockerThing[] {
  const project = interpolated(given) as Json;
  const services = isObject(project["services"]) ? project["services"] : {};
  if (project["include"] !== undefined)
    draft.unknown(ID, "resources", `include: other files are not in the document; ${CONFIG}`);
  const started = Object.entries(services).filter(([name, service]) => {
    if (!isObject(service)) return false;
    if (service["extends"] !== undefined)
      draft.unknown(`${ID}: container ${name}`, "resources", `extends another service; ${CONFIG}`);
    const profiles = service["profiles"];
    const isStarted = !Array.isArray(profiles) || profiles.length === 0;
    if (!isStarted)
      draft.unknown(
        `${ID}: container ${name}`,
        "profiles",
        `not counted: it starts with profile ${profiles.map(String).join(" or ")}`,
      );
    return isStarted;
  });
  return composeThings({ ...project, services: Object.fromEntries(started) }, { id: ID, draft, machines: 1 });
}

const CONFIG = "give what this prints: docker compose config";

/**
 * A Compose file with the variables of the `.env` beside it.
 * @see https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/
 */
export function withEnvironment(value: unknown, environment: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string")
    return value.replace(/\$\$|\$\{(\w+)(?::?[-?+][^${}]*)?\}|\$(\w+)/g, (whole, braced, bare) => {
      const name: string | undefined = braced ?? bare;
      return name === undefined ? whole : (environment.get(name) ?? whole);
    });
  if (Array.isArray(value)) return value.map((each) => withEnvironment(each, environment));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withEnvironment(each, environment)]),
  );
}

/** Variables of an `.env` file. */
export function environmentOf(text: string): ReadonlyMap<string, string> {
  const lines = text.matchAll(
    /^[ \t]*(?:export[ \t]+)?(\w+)[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\n]*?))[ \t]*(?:[ \t]#[^\n]*)?\r?$/gm,
  );
  return new Map(
    [...lines].map(([, name = "", double, single, plain]) => [name, double ?? single ?? plain ?? ""]),
  );
}

/** Defaults in place of variables: `${TAG:-latest}` is `latest`. A variable without one stays open. */
function interpolated(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/\$\{\w+:?-([^${}]*)\}/g, "$1");
  if (Array.isArray(value)) return value.map(interpolated);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, interpolated(each)]));
}
