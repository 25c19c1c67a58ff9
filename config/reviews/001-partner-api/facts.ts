import type { Fact } from "../../model/facts";

/** Documented numbers that claims of review 001 are computed from. */
export const REVIEW_001_FACTS: Readonly<Record<string, Fact>> = {
  opcacheMi: {
    value: 128,
    what: "MiB of OPcache by default",
    see: "https://www.php.net/manual/en/opcache.configuration.php#ini.opcache.memory-consumption",
  },
};
