import { isUserError, UserError } from "./user-error";

/**
 * The results for all items. A fault of one does not hide those of the others.
 * @throws UserError with a line for each fault, in the order of the items; any other error at once
 */
export async function withEveryFault<T, R>(
  items: readonly T[],
  make: (item: T) => R | Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const faults: UserError[] = [];
  for (const item of items) {
    try {
      results.push(await make(item));
    } catch (error) {
      if (!isUserError(error)) throw error;
      faults.push(error);
    }
  }
  throwAll(faults);
  return results;
}

/**
 * The same for what needs no waiting.
 * @throws UserError with a line for each fault, in the order of the items; any other error at once
 */
export function eachWithFaults<T, R>(items: readonly T[], make: (item: T) => R): readonly R[] {
  const results: R[] = [];
  const faults: UserError[] = [];
  for (const item of items) {
    try {
      results.push(make(item));
    } catch (error) {
      if (!isUserError(error)) throw error;
      faults.push(error);
    }
  }
  throwAll(faults);
  return results;
}

/** What each of these makes. A fault of one does not hide those of the others; see `withEveryFault`. */
export async function allOf<T extends readonly unknown[]>(
  ...makes: { readonly [K in keyof T]: () => T[K] | Promise<T[K]> }
): Promise<T> {
  const results = await withEveryFault<() => unknown, unknown>(makes, (make) => make());
  return results as unknown as T;
}

/** One alone keeps its class. */
function throwAll(faults: readonly UserError[]): void {
  const [first, ...others] = faults;
  if (first === undefined) return;
  if (others.length === 0) throw first;
  throw new UserError([...new Set(faults.flatMap(({ message }) => message.split("\n")))].join("\n"));
}
