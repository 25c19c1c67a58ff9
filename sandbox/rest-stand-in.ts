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
 * A stand-in for a service with a REST interface, written from its published description. It stores what it receives
 * and returns it. So a test against it proves that the provider takes the configuration, that its calls are well
 * formed, and that what it reads back leaves the second plan empty. It proves nothing of what the service would allow.
 */
export abstract class RestStandIn {
  /** Calls that no route knows, each answered with 501. */
  public readonly unknown: string[] = [];
  /** Number of the thing that was made last. */
  protected lastId = 0;
  private server: Server | undefined;

  public get url(): string {
    return this.server === undefined ? "" : `http://${LOOPBACK}:${portOf(this.server)}`;
  }

  /** Stops it, if it ever began. */
  public async stop(): Promise<void> {
    if (this.server === undefined) return;
    this.server.closeAllConnections();
    await close(this.server);
  }

  /** Listens, and answers by the routes from then on. */
  protected async begin(): Promise<this> {
    const routes = this.routes();
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString();
      const { status = 200, body, headers } = this.answer(routes, request, text);
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(body === undefined ? "" : JSON.stringify(body));
    });
    this.server = await listen(server);
    return this;
  }

  protected abstract routes(): readonly Route[];

  protected nextId(): string {
    this.lastId += 1;
    return String(this.lastId);
  }

  private answer(
    routes: readonly Route[],
    { method = "", url = "/", headers }: IncomingMessage,
    text: string,
  ): Answer {
    const { pathname, searchParams: query } = new URL(url, "http://stand-in");
    for (const [verb, path, answer] of routes) {
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
