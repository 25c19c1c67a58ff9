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
  /** JSON. */
  readonly body: string;
}

/** One call that a stand-in knows: the path's parts that are names come as arguments, then the body. */
export type Route = readonly [
  method: string,
  path: RegExp,
  answer: (names: readonly string[], body: Record<string, unknown>) => unknown,
];

/** Answers the calls of the routes, and any other with a fault that names it. */
export function restStandIn(routes: readonly Route[]): (call: RestCall) => RestAnswer {
  return (call) => {
    try {
      return { status: 200, body: JSON.stringify(answered(routes, call)) };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return { status: error.status, body: JSON.stringify({ __type: error.code, message: error.message }) };
    }
  };
}

function answered(routes: readonly Route[], { method, path, body }: RestCall): unknown {
  for (const [wanted, pattern, answer] of routes) {
    const found = wanted === method ? pattern.exec(path) : null;
    if (found !== null) return answer(found.slice(1), body === "" ? {} : JSON.parse(body));
  }
  throw new Fault(400, "BadRequestException", `the stand-in has no ${method} ${path}`);
}
