import type { TerraformProvider } from "../terraform/type";
import { AKS } from "./aks";
import { BACKUP } from "./backup";
import { CONTAINER_REGISTRY } from "./container-registry";
import { DATABASES } from "./databases";
import { DISK } from "./disk";
import { DNS } from "./dns";
import { IDENTITY } from "./identity";
import { KEY_VAULT } from "./key-vault";
import { LOAD_BALANCERS } from "./load-balancer";
import { MONITOR } from "./monitor";
import { NETWORK } from "./network";
import { REDIS } from "./redis";
import { azureRegion } from "./region";
import { STORAGE } from "./storage";
import { VIRTUAL_MACHINES } from "./virtual-machine";

/** The `azurerm` provider. */
export const AZURE: TerraformProvider = {
  name: "azurerm",
  charging: "azure",
  regionOf: azureRegion,
  types: [
    AKS,
    BACKUP,
    CONTAINER_REGISTRY,
    DATABASES,
    DISK,
    DNS,
    IDENTITY,
    KEY_VAULT,
    LOAD_BALANCERS,
    MONITOR,
    NETWORK,
    REDIS,
    STORAGE,
    VIRTUAL_MACHINES,
  ],
};
