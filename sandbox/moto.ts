import { join } from "node:path";
import { tryFindInCache } from "./cache";
import { answers, freePorts, LOOPBACK } from "./loopback";
import { type Requirement, required } from "./requirement";
import { Server } from "./server";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import versions from "./versions.json";

const MOTO = tryFindInCache(`moto-${versions.moto}`, "bin", "moto_server");

/** What `Moto` needs on this machine. */
export const MOTO_REQUIREMENTS: readonly Requirement[] = [required("moto", MOTO)];

/** The account that everything in moto belongs to. */
export const MOTO_ACCOUNT = "123456789012";

/** The region that it is asked for. */
export const MOTO_REGION = "us-east-1";

/** AWS as moto mocks it: it stores what it receives and returns it, and runs nothing. */
export class Moto {
  private constructor(
    private readonly server: Server,
    private readonly folder: string,
    /** Where it listens. */
    public readonly url: string,
  ) {}

  public static async start(): Promise<Moto> {
    if (MOTO === undefined) throw new Error("moto is not installed; run: node sandbox/install.mjs");
    const folder = temporaryFolder("moto");
    const [port = 0] = await freePorts(1);
    const args = ["--host", LOOPBACK, "--port", `${port}`];
    // The policies that AWS itself keeps, which roles are given by name.
    const env = { MOTO_IAM_LOAD_MANAGED_POLICIES: "true" };
    const server = new Server({ name: "moto", program: MOTO, args, folder, env });
    await server.untilReady(() => answers(port));
    return new Moto(server, folder, `http://${LOOPBACK}:${port}`);
  }

  /** What an AWS client needs to talk to it, and to nothing else. */
  public get env(): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.url,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_REGION: MOTO_REGION,
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: join(this.folder, "no-config"),
      AWS_SHARED_CREDENTIALS_FILE: join(this.folder, "no-credentials"),
    };
  }

  /** The network that every account has from the start. */
  public async defaultNetwork(): Promise<{ readonly vpcId: string; readonly subnetIds: readonly string[] }> {
    const answer = await this.ask("ec2", "Action=DescribeSubnets&Version=2016-11-15", {
      "content-type": "application/x-www-form-urlencoded",
    });
    const vpcId = /<vpcId>(.+?)</.exec(answer)?.[1];
    if (vpcId === undefined) throw new Error(`moto has no default network: ${answer}`);
    return { vpcId, subnetIds: [...answer.matchAll(/<subnetId>(.+?)</g)].map(([, id = ""]) => id) };
  }

  /** The value of a secret in Secrets Manager, as an application is given it. */
  public async secret(name: string): Promise<string> {
    const answer = await this.ask("secretsmanager", JSON.stringify({ SecretId: name }), {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "secretsmanager.GetSecretValue",
    });
    return (JSON.parse(answer) as { SecretString: string }).SecretString;
  }

  public async stop(): Promise<void> {
    await this.server.stop();
    await removeFolder(this.folder);
  }

  private async ask(service: string, body: string, headers: Record<string, string>): Promise<string> {
    // It gives moto the service and the region; nothing is signed.
    const authorization = `AWS4-HMAC-SHA256 Credential=test/20260101/${MOTO_REGION}/${service}/aws4_request`;
    const response = await fetch(this.url, { method: "POST", headers: { ...headers, authorization }, body });
    return response.text();
  }
}
