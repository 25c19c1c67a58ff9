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
  const [first] = faults;
  if (first === undefined) return results;
  // One alone keeps its class.
  throw faults.length === 1
    ? first
    : new UserError([...new Set(faults.flatMap(({ message }) => message.split("\n")))].join("\n"));
}
