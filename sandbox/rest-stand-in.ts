import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from "node:http";
import { close, LOOPBACK, listen, portOf } from "./loopback";

/** One call of a client. */
export interface Call {
  /** What the groups of the route's expression matched, decoded. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The JSON that came; undefined where none did. */
  readonly body: unknown;
}

/** What a call is answered with: 200 and JSON, where it says nothing else. */
export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Method and path that a stand-in knows, and what it answers. */
export type Route = readonly [method: string, path: RegExp, answer: (call: Call) => Answer];

/**
 * A stand-in for a service with a REST interface, written from its published description. It remembers what it is told
 * and reads it back. So a test against it proves that the provider takes the configuration, that its calls are well
 * formed, and that what it reads back leaves the second plan empty. It proves nothing of what the service would allow.
 */
export class RestStandIn {
  /** Calls that no route knows, each answered with 501. */
  public readonly unknown: string[] = [];

  private constructor(
    private readonly server: Server,
    private readonly routes: readonly Route[],
  ) {}

  public static async start(routes: readonly Route[]): Promise<RestStandIn> {
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { status = 200, body, headers } = standIn.answer(request, Buffer.concat(chunks).toString());
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(body === undefined ? "" : JSON.stringify(body));
    });
    const standIn = new RestStandIn(server, routes);
    await listen(server);
    return standIn;
  }

  public get url(): string {
    return `http://${LOOPBACK}:${portOf(this.server)}`;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await close(this.server);
  }

  private answer({ method = "", url = "/", headers }: IncomingMessage, text: string): Answer {
    const { pathname, searchParams: query } = new URL(url, "http://stand-in");
    for (const [verb, path, answer] of this.routes) {
      const match = verb === method ? path.exec(pathname) : null;
      if (match === null) continue;
      const parts = match.slice(1).map(decodeURIComponent);
      return answer({ parts, query, headers, body: text === "" ? undefined : JSON.parse(text) });
    }
    this.unknown.push(`${method} ${pathname}`);
    return { status: 501, body: { errors: [`the stand-in does not know ${method} ${pathname}`] } };
  }
}

type Thing = Readonly<Record<string, unknown>>;

/** Things of one kind that a stand-in remembers, by id. */
export class Collection {
  private readonly things = new Map<string, Thing>();

  public set(id: string, thing: unknown): Answer {
    this.things.set(id, thing as Thing);
    return { body: thing };
  }

  public get(id: string): Thing | undefined {
    return this.things.get(id);
  }

  /** The thing, or 404. */
  public read([id = ""]: readonly string[]): Answer {
    const thing = this.things.get(id);
    return thing === undefined ? { status: 404, body: { errors: [`no ${id}`] } } : { body: thing };
  }

  public remove([id = ""]: readonly string[], status = 200): Answer {
    const found = this.things.delete(id);
    return found ? { status, body: {} } : { status: 404, body: { errors: [`no ${id}`] } };
  }

  public get paths(): string[] {
    return [...this.things.keys()];
  }

  public get all(): Thing[] {
    return [...this.things.values()];
  }
}
