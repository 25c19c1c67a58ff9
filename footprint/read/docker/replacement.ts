import type { Replacement } from "../../replacement";
import type { Cursor } from "../terraform/cursor";
import { seconds } from "../text/duration";

/** Seconds that Docker gives a container to end. */
const STOP_GRACE = 10;

/** What Swarm does where `rollback_config` says nothing. */
const ROLLBACK = { parallelism: 1, delaySeconds: 0, monitorSeconds: 5 } as const;

/** What Docker does where a health check says nothing, in seconds. */
const CHECK = { interval: 30, timeout: 30, startPeriod: 0, retries: 3 } as const;

/**
 * How `docker service rollback` takes a service back.
 * @see https://docs.docker.com/engine/swarm/services/#roll-back-to-the-previous-version-of-a-service
 */
export function swarmReplacement(body: Cursor): Replacement {
  const rollback = body.at("rollback_config");
  const spec = body.at("task_spec").at("container_spec");
  return {
    by: "swarm",
    parallelism: rollback.count("parallelism", "roll-back", ROLLBACK.parallelism),
    startFirst: rollback.text("order") === "start-first",
    delaySeconds: duration(rollback, "delay", ROLLBACK.delaySeconds),
    monitorSeconds: duration(rollback, "monitor", ROLLBACK.monitorSeconds),
    graceSeconds: duration(spec, "stop_grace_period", STOP_GRACE),
    ...ready(spec.at("healthcheck")),
  };
}

/** A container is stopped, taken away and made anew. */
export function containerReplacement(body: Cursor): Replacement {
  return {
    by: "container",
    graceSeconds: body.count("stop_timeout", "stop timeout", STOP_GRACE),
    ...ready(body.at("healthcheck")),
  };
}

/** A task is ready once it is healthy, and failed once too many checks in a row were not, after the start period. */
function ready(check: Cursor): Pick<Replacement, "readySeconds" | "gaps"> {
  const test = check.present ? check.texts("test") : [];
  if (test[0] === "NONE") return { readySeconds: 0, gaps: [] };
  if (!check.present)
    return { readySeconds: 0, gaps: ["no health check is declared, and the image may have one of its own"] };
  const [interval, timeout, period] = [
    duration(check, "interval", CHECK.interval),
    duration(check, "timeout", CHECK.timeout),
    duration(check, "start_period", CHECK.startPeriod),
  ];
  const retries = check.count("retries", "health check", CHECK.retries);
  if (interval === undefined || timeout === undefined || period === undefined || retries === undefined)
    return { gaps: ["its health check is known after apply"] };
  // Docker takes 0 for its own default.
  return {
    readySeconds:
      period + (retries || CHECK.retries) * ((interval || CHECK.interval) + (timeout || CHECK.timeout)),
    gaps: [],
  };
}

/** Seconds; undefined, and reported, where it is known after apply. */
function duration(body: Cursor, key: string, unless: number): number | undefined {
  if (!body.at(key).present) return unless;
  const text = body.required(key, key);
  return text === undefined ? undefined : seconds(text);
}
