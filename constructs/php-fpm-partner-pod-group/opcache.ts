import type { IConstruct } from "constructs";
import { requireInteger, requireKnown } from "../core/validate";

/** Sizes of OPcache, which all workers of a pod share. */
export interface OpcacheSettings {
  /**
   * Shared memory for compiled scripts, in MiB; part of the reserve.
   * @default 128 - PHP's default
   */
  readonly memoryMi?: number;
  /**
   * Part of this memory for interned strings, in MiB.
   * @default 8 - PHP's default; half of `memoryMi` if that is less
   */
  readonly internedStringsMi?: number;
  /**
   * Maximum number of cached scripts.
   * @default 20000 - a framework has more scripts than PHP's default of 10000
   */
  readonly maxFiles?: number;
}

/** Settings with all defaults. */
export type Opcache = Required<OpcacheSettings>;

/** Maximum scripts per MiB of OPcache's memory: with more, the hash table does not fit and FPM exits. */
const FILES_PER_MI = 5000;

/**
 * Checks the sizes against the limits of PHP. Below the minimum PHP silently uses its default; when the parts do not
 * fit into the memory, FPM does not start.
 * @throws ValidationError `Unknown`, `NotInteger`, `OutOfRange`
 * @see https://www.php.net/manual/en/opcache.configuration.php
 */
export function opcache(scope: IConstruct, settings: OpcacheSettings = {}): Opcache {
  const { memoryMi = 128, maxFiles = 20_000 } = settings;
  const half = Math.floor(memoryMi / 2);
  const { internedStringsMi = Math.min(8, half) } = settings;
  requireKnown(scope, {
    "opcache.memoryMi": memoryMi,
    "opcache.internedStringsMi": internedStringsMi,
    "opcache.maxFiles": maxFiles,
  });
  requireInteger(scope, "opcache.memoryMi", memoryMi, { min: 8 });
  requireInteger(scope, "opcache.internedStringsMi", internedStringsMi, {
    min: 1,
    max: half,
    fix: "leave half of 'opcache.memoryMi' for scripts",
  });
  requireInteger(scope, "opcache.maxFiles", maxFiles, {
    min: 200,
    max: Math.min(1_000_000, FILES_PER_MI * memoryMi),
    fix: `PHP accepts no others, and at most ${FILES_PER_MI} per MiB of 'opcache.memoryMi'`,
  });
  return { memoryMi, internedStringsMi, maxFiles };
}

/** The file for PHP's `conf.d`: OPcache allocates its memory when the master starts, before FPM reads the pools. */
export function opcacheConfiguration({ memoryMi, internedStringsMi, maxFiles }: Opcache): string {
  return `opcache.memory_consumption = ${memoryMi}
opcache.interned_strings_buffer = ${internedStringsMi}
opcache.max_accelerated_files = ${maxFiles}
; The image never changes under a running pod, so no file is checked for a newer version.
opcache.validate_timestamps = 0
`;
}
