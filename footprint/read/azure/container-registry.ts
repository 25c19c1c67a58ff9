import { billed, sized } from "../terraform/charges";
import type { TerraformTypes } from "../terraform/type";

/** Azure Container Registry. */
export const CONTAINER_REGISTRY: TerraformTypes = {
  azurerm_container_registry: {
    charges: (body) => [billed("day", sized("container-registry", body.optional("sku")), 1)],
    chargedOnly: "keeps images, which are built again from source",
  },
};
