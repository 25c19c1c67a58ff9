import { execFileSync } from "node:child_process";
import { chownSync, writeFileSync } from "node:fs";
import {
  createServer,
  type Server as Http,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  request,
} from "node:http";
import { join } from "node:path";
import { tryFindOnPath } from "../cache";
import { answers, close, freePorts, LOOPBACK, listen, portOf } from "../loopback";
import { OWNER, unprivileged } from "../partner-pod/programs";
import { describeWhen, required } from "../requirement";
import { Server } from "../server";
import { removeFolder, temporaryFolder } from "../temporary-folder";
import { waitUntil } from "../wait";
import type { EmbeddedFile } from "./embedded";

const VARNISHD = tryFindOnPath("varnishd");
const PURGE_SOCKET = "purge";

/** What the backend answers to each path; it counts how often it is asked. */
const PAGES: Readonly<Record<string, { readonly headers: OutgoingHttpHeaders; readonly body: string }>> = {
  "/healthz": { headers: {}, body: "" },
  "/list": { headers: { "cache-control": "public, max-age=60", "x-cache-tags": "list p1" }, body: "list" },
  "/item": { headers: { "cache-control": "public, max-age=60", "x-cache-tags": "p2" }, body: "item" },
  "/short": { headers: { "cache-control": "public, max-age=1" }, body: "short" },
  "/login": { headers: { "cache-control": "public, max-age=60", "set-cookie": "id=1" }, body: "login" },
  "/page": {
    headers: { "cache-control": "public, max-age=60", "surrogate-control": 'content="ESI/1.0"' },
    // Only what begins like markup is searched for fragments.
    body: '<p><esi:include src="/list"/></p>',
  },
};

/** Varnish before an application, each on loopback. */
class Cached {
  /** How often the application was asked for each path. */
  public readonly asked = new Map<string, number>();
  /** While true, the application does not answer. */
  public held = false;
  private readonly waiting: (() => void)[] = [];

  private constructor(
    private readonly folder: string,
    private readonly application: Http,
    private readonly varnish: Server,
    private readonly ports: { readonly http: number; readonly purge: number },
  ) {}

  public static async start(vcl: string): Promise<Cached> {
    const folder = temporaryFolder("varnish");
    const [http = 0, purge = 0] = await freePorts(2);
    const application = await listen(createServer());
    writeFileSync(
      join(folder, "shop.vcl"),
      vcl
        .replace('.host = "app"', `.host = "${LOOPBACK}"`)
        .replace('.port = "80"', `.port = "${portOf(application)}"`),
    );
    if (OWNER !== undefined) for (const name of ["", "shop.vcl"]) chownSync(join(folder, name), OWNER, OWNER);
    const [program, args] = unprivileged(VARNISHD ?? "varnishd", [
      ...["-F", "-f", join(folder, "shop.vcl"), "-n", join(folder, "work"), "-s", "malloc,32m"],
      ...["-a", `http=${LOOPBACK}:${http}`, "-a", `${PURGE_SOCKET}=${LOOPBACK}:${purge}`],
      // Its usual jail changes users, which only root can.
      ...["-j", "none"],
    ]);
    const varnish = new Server({ name: "varnishd", program, args, folder });
    const cached = new Cached(folder, application, varnish, { http, purge });
    application.on("request", (asked, answer) => {
      const path = asked.url ?? "";
      cached.asked.set(path, (cached.asked.get(path) ?? 0) + 1);
      const page = PAGES[path] ?? { headers: {}, body: "" };
      const send = () => answer.writeHead(200, page.headers).end(page.body);
      if (!cached.held || path === "/healthz") send();
      else cached.waiting.push(send);
    });
    await varnish.untilReady(() => answers(http));
    return cached;
  }

  /** Lets the application answer what it was asked meanwhile. */
  public release(): void {
    this.held = false;
    for (const send of this.waiting.splice(0)) send();
  }

  /** Asks as the shop's visitor, or with another method as whoever reaches the socket. */
  public ask(
    path: string,
    options: { method?: string; socket?: "http" | "purge"; headers?: Readonly<Record<string, string>> } = {},
  ): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }> {
    const { method = "GET", socket = "http", headers = {} } = options;
    return new Promise((resolve, reject) => {
      const asked = request({
        host: LOOPBACK,
        port: this.ports[socket],
        path,
        method,
        headers: { host: "shop.example.test", ...headers },
      });
      asked.once("error", reject).once("response", (answer) => {
        const chunks: Buffer[] = [];
        answer
          .on("data", (chunk: Buffer) => chunks.push(chunk))
          .once("end", () => {
            const body = Buffer.concat(chunks).toString();
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
          });
      });
      asked.end();
    });
  }

  /** What the service's health check asks. */
  public ping(): string {
    return execFileSync("varnishadm", ["-n", join(this.folder, "work"), "ping"], { encoding: "utf8" });
  }

  public async stop(): Promise<void> {
    await this.varnish.stop();
    this.application.closeAllConnections();
    await close(this.application);
    await removeFolder(this.folder);
  }
}

/** The shop's VCL, compiled and run by Varnish. */
export function varnishTests({ owners: [owner], text }: EmbeddedFile): void {
  describeWhen([required("varnishd", VARNISHD)], `Varnish with the VCL of ${owner}`, () => {
    let cached: Cached;

    beforeAll(async () => {
      cached = await Cached.start(text);
    });
    afterAll(() => cached?.stop());
    beforeEach(() => cached.asked.clear());

    const outcome = async (path: string, headers?: Readonly<Record<string, string>>) =>
      (await cached.ask(path, { headers })).headers["x-cache"];

    test("answers the service's health check", () => {
      expect(cached.ping()).toMatch(/^PONG/);
    });

    test("keeps what the application says may be kept, and sends no tags to clients", async () => {
      expect([await outcome("/list"), await outcome("/list")]).toEqual(["MISS", "HIT"]);
      expect(cached.asked.get("/list")).toBe(1);
      const { headers, body } = await cached.ask("/list");
      expect(body).toBe("list");
      expect(headers).not.toHaveProperty("x-cache-tags");
    });

    test.each([
      ["a cookie", { cookie: "id=1" }],
      ["a token", { authorization: "Bearer x" }],
    ])("passes a visitor with %s on, although the page is kept for others", async (_, headers) => {
      expect([await outcome("/list", headers), await outcome("/list", headers)]).toEqual(["MISS", "MISS"]);
      expect(cached.asked.get("/list")).toBe(2);
    });

    test("keeps no page that sets a cookie", async () => {
      expect([await outcome("/login"), await outcome("/login")]).toEqual(["MISS", "MISS"]);
      expect(cached.asked.get("/login")).toBe(2);
    });

    test("puts fragments together, each kept for itself", async () => {
      const { body, headers } = await cached.ask("/page");
      expect(body).toBe("<p>list</p>");
      expect(headers).not.toHaveProperty("surrogate-control");
      expect(cached.asked.has("/list")).toBe(false);
    });

    test("lets no visitor purge or ban", async () => {
      for (const method of ["PURGE", "BAN"]) {
        const headers = { "x-cache-tags": "list" };
        expect((await cached.ask("/list", { method, headers })).status).toBe(405);
      }
      expect(await outcome("/list")).toBe("HIT");
    });

    test("purges one page by the shop's own Host, through the other socket", async () => {
      expect((await cached.ask("/list", { method: "PURGE", socket: "purge" })).status).toBe(200);
      expect([await outcome("/list"), await outcome("/list")]).toEqual(["MISS", "HIT"]);
    });

    test("bans every page with a tag, and no other", async () => {
      await cached.ask("/item");
      const ban = { method: "BAN", socket: "purge" } as const;
      expect((await cached.ask("/", ban)).status).toBe(400);
      expect((await cached.ask("/", { ...ban, headers: { "x-cache-tags": "p2" } })).status).toBe(200);
      expect([await outcome("/item"), await outcome("/list")]).toEqual(["MISS", "HIT"]);
    });

    test("serves a page that is too old while the application makes the new one", async () => {
      await cached.ask("/short");
      cached.held = true;
      await waitUntil("a new page is asked for", async () => {
        expect((await cached.ask("/short")).body).toBe("short");
        return cached.asked.get("/short") === 2;
      });
      cached.release();
    });
  });
}
