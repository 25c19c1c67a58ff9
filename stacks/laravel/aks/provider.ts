import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { OptionStack } from "../../stack";

/** The Azure provider for the one subscription and tenant that the deployer names. */
export function useAzure(stack: OptionStack): { readonly tenantId: string } {
  const guid = (variable: string, description: string) => {
    const input = stack.input(variable, "string", description);
    input.addValidation({
      condition: `\${can(regex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", var.${variable}))}`,
      errorMessage: `${variable} must be a lower-case GUID.`,
    });
    return input.stringValue;
  };
  const subscriptionId = guid("azure_subscription_id", "Azure subscription to deploy into");
  const tenantId = guid("azure_tenant_id", "Entra tenant of the subscription");
  new AzurermProvider(stack, "Azure", { subscriptionId, tenantId, features: [{}] });
  return { tenantId };
}
