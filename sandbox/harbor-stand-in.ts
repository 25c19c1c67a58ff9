import { Collection, RestStandIn, type Route } from "./rest-stand-in";

type Json = Readonly<Record<string, unknown>>;

/** Projects and robots as a Harbor keeps them. */
export class HarborStandIn extends RestStandIn {
  public readonly projects = new Collection();
  public readonly robots = new Collection();
  /** The secret of each robot, by its name. */
  public readonly secrets = new Map<string, string>();

  public static start(): Promise<HarborStandIn> {
    return new HarborStandIn().begin();
  }

  /** @see https://github.com/goharbor/harbor/blob/main/api/v2.0/swagger.yaml */
  protected override routes(): readonly Route[] {
    const project = /^\/api\/v2\.0\/projects\/(\d+)$/;
    const robot = /^\/api\/v2\.0\/robots\/(\d+)$/;
    return [
      ["POST", /^\/api\/v2\.0\/projects$/, ({ body }) => this.addProject(body as Json)],
      ["GET", project, ({ parts }) => this.projects.read(parts)],
      ["DELETE", project, ({ parts }) => this.projects.remove(parts)],
      ["GET", /^\/api\/v2\.0\/projects\/[^/]+\/repositories$/, () => ({ body: [] })],
      ["POST", /^\/api\/v2\.0\/robots$/, ({ body }) => this.addRobot(body as Json)],
      ["GET", robot, ({ parts }) => this.robots.read(parts)],
      ["PUT", robot, ({ parts: [id = ""], body }) => this.robots.set(id, body)],
      ["PATCH", robot, ({ parts: [id = ""], body }) => this.setSecret(id, body as { secret: string })],
      ["DELETE", robot, ({ parts }) => this.robots.remove(parts)],
    ];
  }

  private addProject(received: Json) {
    const id = this.nextId();
    const { project_name: name, metadata } = received;
    this.projects.set(id, { project_id: Number(id), name, metadata, cve_allowlist: { items: [] } });
    return { status: 201, headers: { location: `/api/v2.0/projects/${id}` } };
  }

  /** Harbor puts the project before the robot's name. */
  private addRobot(received: Json) {
    const id = this.nextId();
    const [permission] = received["permissions"] as { namespace: string }[];
    const name = `robot$${permission?.namespace}+${received["name"]}`;
    this.robots.set(id, { ...received, id: Number(id), name });
    const body = { id: Number(id), name, secret: "what Harbor made up" };
    return { status: 201, headers: { location: `/api/v2.0/robots/${id}` }, body };
  }

  private setSecret(id: string, { secret }: { secret: string }) {
    this.secrets.set(String(this.robots.get(id)?.["name"]), secret);
    return { body: {} };
  }
}
