import { seconds } from "../../text/duration";
import { isObject, type Json } from "../../text/value";
import { names } from "./short-forms";

/** What a service's health, end, environment and order are in the words of the Docker provider. */
export function life(service: Json, idOf: (service: string) => string): Json {
  const grace =
    typeof service["stop_grace_period"] === "string" ? seconds(service["stop_grace_period"]) : undefined;
  const { healthcheck } = service;
  return {
    env: environment(service["environment"]),
    depends_on: names(service["depends_on"]).map(idOf),
    ...(grace === undefined ? {} : { stop_timeout: Math.ceil(grace) }),
    ...(isObject(healthcheck) ? { healthcheck: check(healthcheck) } : {}),
  };
}

function check({ disable, test, interval, timeout, start_period, retries }: Json): Json {
  return disable === true ? { test: ["NONE"] } : { test, interval, timeout, start_period, retries };
}

/** A map, or a list of `NAME=value`; a name without a value is taken from the host. */
function environment(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, text]) => (text === null ? [] : [`${name}=${String(text)}`]));
}
