import type { Route } from "./rest";
import { Shelf } from "./shelf";

interface Thing {
  readonly Id: string;
  readonly [field: string]: unknown;
}

const ENVIRONMENTS = /^\/applications\/([^/]+)\/environments$/;
const ENVIRONMENT = /^\/applications\/([^/]+)\/environments\/([^/]+)$/;
const STRATEGIES = /^\/deploymentstrategies$/;
const STRATEGY = /^\/deploymentstrategies\/([^/]+)$/;
/** AWS' own spelling of the path to delete one. */
const STRATEGY_TO_DELETE = /^\/deployementstrategies\/([^/]+)$/;
const DEPLOYMENTS = /^\/applications\/([^/]+)\/environments\/([^/]+)\/deployments$/;
const DEPLOYMENT = /^\/applications\/([^/]+)\/environments\/([^/]+)\/deployments\/(\d+)$/;

/**
 * AppConfig's calls for environments, deployment strategies and deployments. A deployment is complete at once: no
 * alarm is watched, nothing is baked and nothing rolled back.
 */
export function appConfigRoutes(): readonly Route[] {
  const shelf = () => new Shelf<Thing>("ResourceNotFoundException", "ConflictException");
  const [environments, strategies, deployments] = [shelf(), shelf(), shelf()];
  let made = 0;
  const nextId = () => `si${String(++made).padStart(5, "0")}`;

  const added = (to: Shelf<Thing>, body: Record<string, unknown>, more: object): Thing => {
    const { Tags: _, ...asked } = body;
    const thing = { ...asked, ...more, Id: nextId() };
    return to.add(thing.Id, thing);
  };
  const changed = (on: Shelf<Thing>, id: string, body: Record<string, unknown>) =>
    on.set(id, { ...on.find(id), ...body });
  const deploy = (ApplicationId: string, EnvironmentId: string, body: Record<string, unknown>): Thing => {
    const place = `${ApplicationId}/${EnvironmentId}`;
    const DeploymentNumber = deployments.select(undefined).filter(({ place: at }) => at === place).length + 1;
    const strategy = strategies.find(String(body["DeploymentStrategyId"]));
    const thing = { ...strategy, ...body, ApplicationId, EnvironmentId, DeploymentNumber, place };
    return deployments.add(`${place}/${DeploymentNumber}`, { ...thing, Id: nextId(), State: "COMPLETE" });
  };

  return [
    [
      "POST",
      ENVIRONMENTS,
      ([app], body) => added(environments, body, { ApplicationId: app, State: "READY_FOR_DEPLOYMENT" }),
    ],
    ["GET", ENVIRONMENT, ([, id = ""]) => environments.find(id)],
    ["PATCH", ENVIRONMENT, ([, id = ""], body) => changed(environments, id, body)],
    ["DELETE", ENVIRONMENT, ([, id = ""]) => void environments.remove(id)],
    ["POST", STRATEGIES, (_, body) => added(strategies, body, {})],
    ["GET", STRATEGY, ([id = ""]) => strategies.find(id)],
    ["PATCH", STRATEGY, ([id = ""], body) => changed(strategies, id, body)],
    ["DELETE", STRATEGY_TO_DELETE, ([id = ""]) => void strategies.remove(id)],
    ["POST", DEPLOYMENTS, ([app = "", environment = ""], body) => deploy(app, environment, body)],
    ["GET", DEPLOYMENT, ([app, environment, number]) => deployments.find(`${app}/${environment}/${number}`)],
  ];
}
