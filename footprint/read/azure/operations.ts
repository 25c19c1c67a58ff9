import { billed, byUse, hourly, ifUsed, lower, named, sized } from "../terraform/charges";
import { entryPoint } from "../terraform/entry-point";
import { type Declaration, ignored, type TerraformTypes } from "../terraform/type";

/** What a connector of Sentinel brings in is charged by size. */
const CONNECTOR: Declaration = {
  charges: () => [byUse("sentinel/ingestion", "GiB", "monthly_data_ingested_gb")],
  chargedOnly: "collects findings",
};

const NODES: Declaration = {
  charges: () => [byUse("automation/nodes", "month of a machine beyond five")],
  chargedOnly: "sets machines up",
};

const TEMPLATE: Declaration = { hides: "its template creates resources that the document does not contain" };

/** What operates, secures and integrates: automation, Defender, Sentinel, API Management, Logic Apps, directories. */
export const OPERATIONS: TerraformTypes = {
  azurerm_automation_account: {
    charges: () => [
      byUse("automation/job", "minute", "monthly_job_run_mins"),
      ifUsed("automation/watcher", "hour", "monthly_watcher_hrs"),
    ],
    chargedOnly: "starts jobs",
  },
  azurerm_automation_job_schedule: {
    charges: () => [byUse("automation/job", "minute", "monthly_job_run_mins")],
    chargedOnly: "starts jobs",
  },
  azurerm_automation_watcher: {
    charges: () => [byUse("automation/watcher", "hour of a watcher")],
    chargedOnly: "starts jobs",
  },
  azurerm_automation_dsc_configuration: NODES,
  azurerm_automation_dsc_nodeconfiguration: NODES,
  azurerm_security_center_subscription_pricing: {
    charges: (body) =>
      body.optional("tier") === "Free"
        ? []
        : [
            byUse(
              named("defender", lower(body, "resource_type", "VirtualMachines")) ?? "defender",
              "resource-month",
            ),
          ],
    chargedOnly: "looks for intruders",
  },
  ...Object.fromEntries(
    [
      "aws_cloud_trail",
      "azure_active_directory",
      "azure_advanced_threat_protection",
      "azure_security_center",
      "microsoft_cloud_app_security",
      "microsoft_defender_advanced_threat_protection",
      "office_365",
      "threat_intelligence",
    ].map((source) => [`azurerm_sentinel_data_connector_${source}`, CONNECTOR]),
  ),
  azurerm_api_management: {
    exposures: (body) =>
      body.optional("virtual_network_type") === "Internal" ? [] : [entryPoint(body, "Azure API Management")],
    charges: (body) => {
      const [tier, units] = (body.optional("sku_name") ?? "").split("_");
      if (tier === undefined || tier === "") return [billed("hour", undefined, undefined)];
      return tier === "Consumption"
        ? [byUse("api-management/consumption", "million calls", "monthly_api_calls")]
        : [
            billed("hour", `api-management/${tier.toLowerCase()}`, Number(units ?? 1)),
            ifUsed("api-management/self-hosted-gateway", "hour", "self_hosted_gateway_count"),
          ];
    },
  },
  azurerm_app_configuration: {
    charges: (body) => {
      const tier = lower(body, "sku", "free");
      return tier === "free"
        ? []
        : [
            billed("day", sized("app-configuration", tier), 1),
            ifUsed("app-configuration/requests", "10,000 requests", "monthly_additional_requests"),
          ];
    },
    chargedOnly: "serves configuration that the document contains",
  },
  azurerm_logic_app_workflow: {
    charges: () => [byUse("logic-apps/action", "1,000 executions")],
    chargedOnly: "starts what is listed by itself",
  },
  azurerm_logic_app_integration_account: {
    charges: (body) => {
      const tier = lower(body, "sku_name", "Free");
      return tier === "free" ? [] : [hourly(sized("logic-apps/integration-account", tier))];
    },
    chargedOnly: "passes documents on",
  },
  azurerm_integration_service_environment: {
    charges: (body) => {
      const [tier, units] = (body.optional("sku_name") ?? "Developer_0").split("_");
      return [
        hourly(named("logic-apps/integration-environment", tier?.toLowerCase())),
        ...(Number(units) > 0
          ? [billed("hour", "logic-apps/integration-environment/unit", Number(units))]
          : []),
      ];
    },
    chargedOnly: "machines of workflows",
  },
  azurerm_active_directory_domain_service: {
    charges: (body) => [hourly(sized("domain-service", lower(body, "sku", "Standard")))],
    chargedOnly: "keeps accounts of people, and no data",
  },
  azurerm_active_directory_domain_service_replica_set: {
    charges: () => [hourly("domain-service/replica-set")],
    chargedOnly: "keeps accounts of people, and no data",
  },
  azurerm_maps_account: {
    charges: () => [byUse("maps/transactions", "1,000 transactions")],
    chargedOnly: "shows maps",
  },
  azurerm_communication_service: {
    charges: () => [byUse("communication/messages", "message and minute")],
    chargedOnly: "sends messages to people",
  },
  azurerm_dev_test_lab: {
    charges: () => [byUse("dev-test-lab/machines", "machine-hour")],
    chargedOnly: "workplaces of people",
  },
  azurerm_template_deployment: TEMPLATE,
  azurerm_resource_group_template_deployment: TEMPLATE,
  azurerm_subscription_template_deployment: TEMPLATE,
  azurerm_management_group_template_deployment: TEMPLATE,
  azurerm_managed_application: TEMPLATE,
  ...ignored(
    "setting of what operates or secures",
    "azurerm_advanced_threat_protection",
    "azurerm_api_management_*",
    "azurerm_app_configuration_*",
    "azurerm_automation_*",
    "azurerm_logic_app_*",
    "azurerm_maintenance_*",
    "azurerm_policy_*",
    "azurerm_resource_policy_*",
    "azurerm_resource_group_policy_*",
    "azurerm_security_center_*",
    "azurerm_sentinel_*",
    "azurerm_subscription*",
    "azurerm_management_group*",
    "azurerm_portal_dashboard",
    "azurerm_dashboard",
    "azurerm_marketplace_agreement",
    "azurerm_resource_provider_registration",
  ),
  ...ignored("watches the bill", "azurerm_consumption_budget_*", "azurerm_cost_*"),
};
