import type { TerraformProvider } from "../terraform/type";
import { AKS } from "./aks";
import { ANALYTICS } from "./analytics";
import { APP_SERVICE } from "./app-service";
import { BACKUP } from "./backup";
import { CONNECTIVITY } from "./connectivity";
import { CONTAINER_REGISTRY } from "./container-registry";
import { CONTAINERS } from "./containers";
import { COSMOS } from "./cosmos";
import { DATABASES } from "./databases";
import { DISK } from "./disk";
import { DNS } from "./dns";
import { IDENTITY } from "./identity";
import { KEY_VAULT } from "./key-vault";
import { LOAD_BALANCERS } from "./load-balancer";
import { MESSAGING } from "./messaging";
import { MONITOR } from "./monitor";
import { NETWORK } from "./network";
import { OPERATIONS } from "./operations";
import { REDIS } from "./redis";
import { azureRegion } from "./region";
import { SECURITY_GROUPS } from "./security-groups";
import { SQL_SERVER } from "./sql-server";
import { STORAGE } from "./storage";
import { VIRTUAL_MACHINES } from "./virtual-machine";

/** The `azurerm` provider. */
export const AZURE: TerraformProvider = {
  name: "azurerm",
  charging: "azure",
  regionOf: azureRegion,
  types: [
    AKS,
    ANALYTICS,
    APP_SERVICE,
    BACKUP,
    CONNECTIVITY,
    CONTAINERS,
    CONTAINER_REGISTRY,
    COSMOS,
    DATABASES,
    DISK,
    DNS,
    IDENTITY,
    KEY_VAULT,
    LOAD_BALANCERS,
    MESSAGING,
    MONITOR,
    NETWORK,
    SECURITY_GROUPS,
    OPERATIONS,
    REDIS,
    SQL_SERVER,
    STORAGE,
    VIRTUAL_MACHINES,
  ],
};
