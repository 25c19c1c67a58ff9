import { MOTO_ACCOUNT, MOTO_REGION } from "./moto";
import { type Answer, type Call, Collection, RestStandIn, type Route } from "./rest-stand-in";

type Json = Readonly<Record<string, unknown>>;

/** AWS AppConfig: applications, environments, profiles, versions of flags, strategies, and deployments that are done at once. */
export class AppConfigStandIn extends RestStandIn {
  /** Everything by its path. */
  public readonly things = new Collection();

  public static start(): Promise<AppConfigStandIn> {
    return new AppConfigStandIn().begin();
  }

  /** What an AWS client needs beside moto's, so that AppConfig is asked here. */
  public get env(): Record<string, string> {
    return { AWS_ENDPOINT_URL_APPCONFIG: this.url };
  }

  /** The flags that the last deployment gave the hosts, and how it was rolled out. */
  public get deployed(): { readonly flags: Json; readonly strategy: unknown } {
    const of = (kind: string) => this.things.all.filter(({ kind: other }) => other === kind);
    const deployment = of("deployment").at(-1);
    const number = Number(deployment?.["ConfigurationVersion"]);
    const version = of("version").find(({ VersionNumber }) => VersionNumber === number);
    const strategy = of("strategy").find(({ Id }) => Id === deployment?.["DeploymentStrategyId"]);
    return { flags: (version?.["content"] ?? {}) as Json, strategy: strategy?.["Name"] };
  }

  /** @see https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/Welcome.html */
  protected override routes(): readonly Route[] {
    const version = /^\/(applications\/\w+\/configurationprofiles\/\w+)\/hostedconfigurationversions$/;
    const deployment = /^\/(applications\/(\w+)\/environments\/(\w+))\/deployments$/;
    const thing = /^\/((?:applications|deploymentstrategies)\/.+)$/;
    return [
      ["POST", /^\/(applications)$/, (call) => this.add(call, {})],
      [
        "POST",
        /^\/(applications\/(\w+)\/environments)$/,
        (call) => this.addTo(call, { State: "ReadyForDeployment" }),
      ],
      ["POST", /^\/(applications\/(\w+)\/configurationprofiles)$/, (call) => this.addTo(call, {})],
      ["POST", version, (call) => this.addVersion(call)],
      ["POST", /^\/(deploymentstrategies)$/, (call) => this.add(call, { kind: "strategy" })],
      ["POST", deployment, (call) => this.addDeployment(call)],
      ["GET", /^\/tags\/(.+)$/, ({ parts: [arn = ""] }) => this.tags(arn)],
      ["GET", thing, ({ parts: [path = ""] }) => this.read(path)],
      ["DELETE", thing, ({ parts: [path = ""] }) => this.remove(path)],
      // AWS has this one path with another name to delete by.
      [
        "DELETE",
        /^\/(deployementstrategies\/.+)$/,
        ({ parts: [path = ""] }) => this.remove(path.replace("ployement", "ployment")),
      ],
    ];
  }

  private add({ parts: [place = ""], body }: Call, more: Json): Answer {
    this.lastId += 1;
    // As AWS has them: four to seven letters and digits.
    const id = `id${String(this.lastId).padStart(5, "0")}`;
    return { ...this.things.set(`${place}/${id}`, { ...(body as Json), ...more, Id: id }), status: 201 };
  }

  private addTo(call: Call, more: Json): Answer {
    return this.add(call, { ...more, ApplicationId: call.parts[1] });
  }

  /** Its content is the body, and all else stands in headers. */
  private addVersion({ parts: [profile = ""], headers, body }: Call): Answer {
    const [, ApplicationId, , ConfigurationProfileId] = profile.split("/");
    const path = `${profile}/hostedconfigurationversions`;
    const VersionNumber = this.things.paths.filter((other) => other.startsWith(path)).length + 1;
    this.things.set(`${path}/${VersionNumber}`, {
      kind: "version",
      ...{ ApplicationId, ConfigurationProfileId, VersionNumber },
      ...{ Description: headers["description"], ContentType: headers["content-type"], content: body },
    });
    return { ...this.read(`${path}/${VersionNumber}`), status: 201 };
  }

  private addDeployment({ parts: [environment = "", ApplicationId, EnvironmentId], body }: Call): Answer {
    const path = `${environment}/deployments`;
    const DeploymentNumber = this.things.paths.filter((other) => other.startsWith(path)).length + 1;
    const place = { kind: "deployment", ApplicationId, EnvironmentId, DeploymentNumber, State: "COMPLETE" };
    return {
      ...this.things.set(`${path}/${DeploymentNumber}`, { ...(body as Json), ...place }),
      status: 201,
    };
  }

  private read(path: string): Answer {
    const thing = this.things.get(path);
    if (thing === undefined) {
      const headers = { "x-amzn-errortype": "ResourceNotFoundException" };
      return { status: 404, headers, body: { Message: `no ${path} in ${MOTO_REGION} of ${MOTO_ACCOUNT}` } };
    }
    if (thing["kind"] !== "version") return { body: thing };
    return {
      headers: {
        "application-id": String(thing["ApplicationId"]),
        "configuration-profile-id": String(thing["ConfigurationProfileId"]),
        "version-number": String(thing["VersionNumber"]),
        description: String(thing["Description"]),
        "content-type": String(thing["ContentType"]),
      },
      body: thing["content"],
    };
  }

  /** Names of AWS have each kind once, `application/a/environment/e`, and paths have many of each. */
  private tags(arn: string): Answer {
    const path = arn
      .replace(/^arn:aws:appconfig:[^:]*:\d+:/, "")
      .replace(/strategy\//, "strategies/")
      .replace(/(application|environment|profile|deployment)\//g, "$1s/");
    return { body: { Tags: this.things.get(path)?.["Tags"] ?? {} } };
  }

  private remove(path: string): Answer {
    const answer = this.things.remove([path], 204);
    return answer.status === 204 ? { status: 204 } : this.read(path);
  }
}
