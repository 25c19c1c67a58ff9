import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Fn, TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../../config/environments";
import { COMPOSE_DEVIATIONS } from "../../../config/reviews/002-critter-supply/application/compose/deviations";
import { critterProject } from "../../../config/reviews/002-critter-supply/application/compose/project";
import { CRITTER_VM } from "../../../config/reviews/002-critter-supply/application/vm";
import { secretVariable } from "../../../constructs/core";
import { warn } from "../../../constructs/core/warn";
import { useAzure } from "../../azure";
import { warnOfDeviations } from "../../deviations";
import { OptionStack } from "../../stack";
import { writtenFiles } from "../compose/written-files";
import { paymentProviderUrl } from "../payment-provider";
import { cloudInit } from "./cloud-init";
import { Machine } from "./machine";
import { MachineNetwork } from "./network";
import type { Place } from "./place";
import { REGISTRY_SECRET } from "./prepare";
import { MachineVault } from "./vault";

const ID = "critter-vm";

/**
 * Critter Supply on one large machine in Azure: the containers of `critter-compose`, run by `docker compose`.
 * @see 002_3f566cf14e5265d2.txt, "Decision 1: Production Infrastructure - Kubernetes or VM?", "Large VM"
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  const stack = new OptionStack(scope, ID, environment);
  const { tenantId } = useAzure(stack);
  const name = `${ID}-${environment.name}`;
  const group = new ResourceGroup(stack, "Group", { name, location: CRITTER_VM.region });
  const place: Place = { resourceGroupName: group.name, location: group.location };
  // The version is in a file of the machine, so that a new version does not replace the machine.
  const project = critterProject(
    { tag: `\${IMAGE_TAG:?}`, paymentProviderUrl: `\${PAYMENT_PROVIDER_URL:?}` },
    writtenFiles(),
  );
  const network = new MachineNetwork(stack, "Network", { name, place });
  const vault = new MachineVault(stack, "Vault", {
    place,
    name: `critter-${suffix(stack)}`,
    tenantId,
    values: secretValues(stack, { ...project.secrets, [REGISTRY_SECRET]: "token that may pull the images" }),
    purgeProtection: environment.keepsData,
  });
  const machine = new Machine(stack, "Machine", {
    place,
    name,
    networkInterfaceId: network.networkInterface.id,
    identityId: vault.identity.id,
    publicKey: stack.input(
      "admin_public_key",
      "string",
      `SSH public key of the account ${CRITTER_VM.adminUser}`,
    ).stringValue,
    cloudInit: cloudInit(project),
    userData: Fn.base64encode(
      Fn.jsonencode({
        vault: vault.uri,
        client_id: vault.identity.clientId,
        image_tag: imageTag(stack),
        payment_provider_url: paymentProviderUrl(stack),
        registry_username: stack.input("registry_username", "string", "Account that may pull the images")
          .stringValue,
      }),
    ),
    dependsOn: [vault.mayRead],
  });
  new TerraformOutput(stack, "address", { value: network.address.ipAddress });
  new TerraformOutput(stack, "machine", { value: machine.resource.name });
  warn(
    stack,
    "singleCopy",
    "one machine runs everything once: it, PostgreSQL and RabbitMQ are single points of failure, and another " +
      "composition is another machine, which is an outage of minutes",
  );
  warnOfDeviations(stack, "002", COMPOSE_DEVIATIONS.vm);
  return stack;
}

function imageTag(stack: OptionStack): string {
  const tag = stack.input("image_tag", "string", "Version of the eight images: a commit, never latest");
  tag.addValidation({
    condition:
      '${can(regex("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$", var.image_tag)) && var.image_tag != "latest"}',
    errorMessage: "image_tag must be the tag of an image, and not latest.",
  });
  return tag.stringValue;
}

/** What makes the vault's name unique in the whole of Azure. */
function suffix(stack: OptionStack): string {
  const input = stack.input("name_suffix", "string", "Makes the vault's name unique, for example x7k2");
  input.addValidation({
    condition: '${can(regex("^[a-z0-9]{3,8}$", var.name_suffix))}',
    errorMessage: "name_suffix must be 3 to 8 lower-case letters and digits.",
  });
  return input.stringValue;
}

/** A variable for each secret, whose value reaches the vault and no state. */
function secretValues(stack: OptionStack, holds: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(holds).map(([name, what]) => [
      name,
      secretVariable(stack, name.replaceAll("-", "_"), `Secret: ${what}`),
    ]),
  );
}
