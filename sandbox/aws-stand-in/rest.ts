import { Fault } from "./fault";

/** A call of an AWS service with a REST interface. */
export interface RestCall {
  readonly method: string;
  /** Without the query, decoded. */
  readonly path: string;
  /** JSON; empty when the call has none. */
  readonly body: string;
}

/** What a call is answered with. */
export interface RestAnswer {
  readonly status: number;
  /** JSON; empty when the answer has none. */
  readonly body: string;
}

/** One call that a stand-in knows: the path's parts that are names come as arguments, then the body. */
export type Route = readonly [
  method: string,
  path: RegExp,
  answer: (names: readonly string[], body: Record<string, unknown>) => unknown,
];

/** Answers the calls of the routes; undefined for any other, which is somebody else's. */
export function restStandIn(routes: readonly Route[]): (call: RestCall) => RestAnswer | undefined {
  return ({ method, path, body }) => {
    for (const [wanted, pattern, answer] of routes) {
      const found = wanted === method ? pattern.exec(path) : null;
      if (found === null) continue;
      try {
        const value = answer(found.slice(1), body === "" ? {} : JSON.parse(body));
        return { status: 200, body: value === undefined ? "" : JSON.stringify(value) };
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        return {
          status: error.status,
          body: JSON.stringify({ __type: error.code, message: error.message }),
        };
      }
    }
    return undefined;
  };
}
