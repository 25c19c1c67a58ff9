import { request } from "node:https";

/** A JSON object of the Kubernetes API; its fields are narrowed where they are read. */
export interface KubernetesObject {
  readonly kind: string;
  readonly apiVersion: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** One entry of the API's own table of contents. */
interface ApiResource {
  /** In the plural, as in paths; a subresource has a slash in it. */
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** What the API server answered with; `body` is undefined when it was no JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Asks one API server, as one user. */
export class KubernetesClient {
  public constructor(
    private readonly server: { readonly url: string; readonly certificate: string },
    private readonly token: string,
  ) {}

  /** @throws Error with the server's own words, for any answer but 200 */
  public async get(path: string): Promise<KubernetesObject> {
    return expectStatus(path, await this.ask("GET", path)) as KubernetesObject;
  }

  /** The items of a list, e.g. of `/api/v1/pods`. */
  public async list(path: string): Promise<KubernetesObject[]> {
    return ((await this.get(path))["items"] ?? []) as KubernetesObject[];
  }

  /** @throws Error with the server's own words, when it refuses the object */
  public async create(path: string, object: unknown): Promise<void> {
    expectStatus(path, await this.ask("POST", path, JSON.stringify(object), "application/json"));
  }

  /**
   * Has the server judge an object as if it were to be created, and keep nothing.
   * @throws Error with the server's own words, also for a field that the object's kind does not have
   */
  public async wouldCreate(object: KubernetesObject): Promise<void> {
    await this.create(`${await this.collectionOf(object)}?dryRun=All&fieldValidation=Strict`, object);
  }

  /** An object as the server holds it, by its kind, namespace and name. */
  public async find(object: KubernetesObject): Promise<KubernetesObject> {
    return this.get(`${await this.collectionOf(object)}/${object.metadata.name}`);
  }

  /** Creates an object of YAML as it is; the server reads YAML by server-side apply. */
  public async applyYaml(path: string, yaml: string): Promise<void> {
    const manager = `${path}?fieldManager=sandbox&force=true`;
    expectStatus(path, await this.ask("PATCH", manager, yaml, "application/apply-patch+yaml"));
  }

  /** Where objects of a kind are; the server says what the kind is called there. */
  private async collectionOf({ apiVersion, kind, metadata }: KubernetesObject): Promise<string> {
    const root = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const { resources } = (await this.get(root)) as unknown as { resources: readonly ApiResource[] };
    const resource = resources.find((it) => it.kind === kind && !it.name.includes("/"));
    if (resource === undefined) throw new Error(`${root}: the API server knows no ${kind}`);
    return resource.namespaced
      ? `${root}/namespaces/${metadata.namespace ?? "default"}/${resource.name}`
      : `${root}/${resource.name}`;
  }

  /** One request; rejects only when no answer comes. */
  public ask(method: string, path: string, body?: string, type?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${this.token}`,
        ...(type === undefined ? {} : { "content-type": type }),
      };
      const asked = request(new URL(path, this.server.url), { method, headers, ca: this.server.certificate });
      asked.once("error", reject).once("response", (response) => {
        const chunks: Buffer[] = [];
        response
          .on("data", (chunk: Buffer) => chunks.push(chunk))
          .once("error", reject)
          .once("end", () => {
            resolve({ status: response.statusCode ?? 0, body: tryParse(Buffer.concat(chunks).toString()) });
          });
      });
      asked.end(body);
    });
  }
}

function expectStatus(path: string, { status, body }: Answer): unknown {
  if (status === 200 || status === 201) return body;
  const words = (body as { message?: string } | undefined)?.message ?? "";
  throw new Error(`${path}: the API server answered ${status} ${words}`);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
