import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { ENVIRONMENTS } from "../../config/environments";
import { NAME_LIMITS } from "../../stacks/name-limits";
import { OptionStack, useCluster } from "../../stacks/stack";
import { quietApp, refusal, synth } from "../helpers/synth";

/** A stack with a role of that name. */
function withRole(name: string): OptionStack {
  const stack = new OptionStack(quietApp(), "x", ENVIRONMENTS.sandbox);
  new AwsProvider(stack, "Aws", {});
  new IamRole(stack, "Role", { name, assumeRolePolicy: "{}" });
  return stack;
}

test("a name too long for its resource is refused at synth", () => {
  expect(() => synth(withRole("r".repeat(64)))).not.toThrow();
  expect(refusal(() => synth(withRole("r".repeat(66))))).toEqual({
    code: "BadName",
    message:
      `x/Role: 'name' must have at most 64 characters for aws_iam_role, got "${"r".repeat(66)}"; shorten it by 2 ` +
      "(https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html)",
  });
});

test("of a name that Terraform completes, the part that is known is measured", () => {
  expect(() => synth(withRole(`\${var.${"v".repeat(80)}}`))).not.toThrow();
  expect(refusal(() => synth(withRole(`\${var.suffix}${"r".repeat(65)}`))).code).toBe("BadName");
});

test("names of Kubernetes objects stand in their metadata", () => {
  const stack = new OptionStack(quietApp(), "x", ENVIRONMENTS.sandbox);
  useCluster(stack);
  new NamespaceV1(stack, "Namespace", { metadata: { name: "n".repeat(64) } });
  expect(refusal(() => synth(stack)).message).toMatch(/'metadata.name' must have at most 63 characters/);
});

test("a type with a limit has the property that is measured", () => {
  const cluster = new EksCluster(withRole("r"), "Cluster", {
    name: "c".repeat(101),
    roleArn: "arn",
    vpcConfig: { subnetIds: ["subnet-1"] },
  });
  expect(refusal(() => synth(cluster)).code).toBe("BadName");
});

test("every limit has a source", () => {
  for (const { source } of Object.values(NAME_LIMITS)) expect(source).toMatch(/^https:\/\//);
});

test.each(["operator", "Admin"])(
  "the name %s, which the image or Azure reserves, is refused at synth",
  (adminUsername) => {
    const stack = new OptionStack(quietApp(), "x", ENVIRONMENTS.sandbox);
    new AzurermProvider(stack, "Azure", { features: [{}] });
    new LinuxVirtualMachine(stack, "Machine", {
      adminUsername,
      name: "x",
      resourceGroupName: "x",
      location: "westeurope",
      size: "Standard_D4s_v5",
      networkInterfaceIds: ["x"],
      osDisk: { caching: "ReadWrite", storageAccountType: "Premium_LRS" },
    });
    expect(refusal(() => synth(stack))).toEqual({
      code: "BadName",
      message: `x/Machine: 'adminUsername' must not be a name that Azure or the image reserves, got "${adminUsername}"; for example azureuser`,
    });
  },
);
