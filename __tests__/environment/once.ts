/** What each worker has computed; this file is loaded once per worker, unlike the tests and their helpers. */
const computed = new Map<string, unknown>();

/** The value of a key, computed once per worker: what every test may read and none changes. */
export function once<T>(key: string, compute: () => T): T {
  if (!computed.has(key)) computed.set(key, compute());
  return computed.get(key) as T;
}
