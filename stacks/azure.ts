import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Aspects, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { accountOf } from "./accounts";
import type { OptionStack } from "./stack";
import { tagsOf } from "./tags";

/** A resource that takes tags. */
interface Taggable {
  tags: Record<string, string>;
  readonly tagsInput?: Record<string, string>;
}

/** The Azure provider for the one subscription and tenant that the deployer names. */
export function useAzure(stack: OptionStack): { readonly tenantId: string } {
  const subscriptionId = accountOf(stack, "azure", "Azure subscription to deploy into");
  const tenant = stack.input("azure_tenant_id", "string", "Entra tenant of the subscription");
  tenant.addValidation({
    condition: '${can(regex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", var.azure_tenant_id))}',
    errorMessage: "azure_tenant_id must be a lower-case GUID.",
  });
  const tenantId = tenant.stringValue;
  new AzurermProvider(stack, "Azure", { subscriptionId, tenantId, features: [{}] });
  // The provider has no tags of its own that every resource would get.
  const tags = tagsOf(stack);
  Aspects.of(stack).add({
    visit: (node) => {
      if (takesTags(node)) node.tags = { ...tags, ...node.tagsInput };
    },
  });
  return { tenantId };
}

function takesTags(node: IConstruct): node is IConstruct & Taggable {
  return (
    TerraformResource.isTerraformResource(node) &&
    node.terraformResourceType.startsWith("azurerm_") &&
    "tags" in node
  );
}
