import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { close, LOOPBACK, listen, portOf } from "../loopback";
import { addonRoutes } from "./addons";
import { BUDGETS_TARGET, budgetsStandIn } from "./budgets";
import { clusterRoutes } from "./eks-clusters";
import { elasticacheStandIn } from "./elasticache";
import { podIdentityRoutes } from "./pod-identity";
import { restStandIn } from "./rest";

/**
 * Answers what moto cannot, or forgets half of: ElastiCache's subnet, parameter, user and replication groups, EKS'
 * clusters, node groups, add-ons and pod identity associations, and budgets; only the calls that Terraform's AWS
 * provider makes for them.
 *
 * It is a stand-in of this project's own, written from AWS' published interface. It stores what it receives and
 * returns it. So a test against it proves that the provider takes the configuration, that its calls are
 * well-formed, and that what it reads back leaves the second plan empty. It does not prove that AWS would allow a
 * node type, a version, a parameter or a combination of them, that a referenced subnet, security group, role or
 * cluster exists, that anything would ever run, nor how long it would take.
 */
export class AwsStandIn {
  private constructor(private readonly server: Server) {}

  public static async start(): Promise<AwsStandIn> {
    const elasticache = elasticacheStandIn();
    const budgets = budgetsStandIn();
    const rest = restStandIn([...clusterRoutes(), ...addonRoutes(), ...podIdentityRoutes()]);
    const server = createServer(async (request, response) => {
      const { method = "", url = "/" } = request;
      const target = String(request.headers["x-amz-target"] ?? "");
      const body = await textOf(request);
      const path = decodeURIComponent(new URL(url, "http://stand-in").pathname);
      try {
        if (target.startsWith(BUDGETS_TARGET))
          send(response, "application/x-amz-json-1.1", budgets(target, body));
        else if (path === "/") send(response, "text/xml", elasticache(body));
        else send(response, "application/json", rest({ method, path, body }));
      } catch (error) {
        send(response, "text/plain", { status: 500, body: String(error) });
      }
    });
    return new AwsStandIn(await listen(server));
  }

  /** What an AWS client needs beside moto's, so that these services are asked here. */
  public get env(): Record<string, string> {
    const url = `http://${LOOPBACK}:${portOf(this.server)}`;
    const services = ["ELASTICACHE", "EKS", "BUDGETS"];
    return Object.fromEntries(services.map((service) => [`AWS_ENDPOINT_URL_${service}`, url]));
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await close(this.server);
  }
}

function send(
  response: ServerResponse,
  type: string,
  { status, body }: { status: number; body: string },
): void {
  // EKS names the fault in a header too; clients look there first.
  const fault = /"__type":"(\w+)"/.exec(body)?.[1];
  const headers = { "content-type": type, ...(fault === undefined ? {} : { "x-amzn-errortype": fault }) };
  response.writeHead(status, headers).end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
