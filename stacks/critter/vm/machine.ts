import { BackupPolicyVm } from "@cdktf/provider-azurerm/lib/backup-policy-vm";
import { BackupProtectedVm } from "@cdktf/provider-azurerm/lib/backup-protected-vm";
import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { ManagedDisk } from "@cdktf/provider-azurerm/lib/managed-disk";
import { RecoveryServicesVault } from "@cdktf/provider-azurerm/lib/recovery-services-vault";
import { VirtualMachineDataDiskAttachment } from "@cdktf/provider-azurerm/lib/virtual-machine-data-disk-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { CRITTER_VM } from "../../../config/reviews/002-critter-supply/application/vm";
import type { Place } from "./place";

/** Properties for `Machine`. */
export interface MachineProps {
  readonly place: Place;
  readonly name: string;
  readonly networkInterfaceId: string;
  readonly identityId: string;
  /** Public key of the one account; port 22 is closed until somebody opens it for a while. */
  readonly publicKey: string;
  /** What it does at its first start; another text is another machine. */
  readonly cloudInit: string;
  /** Base64 of what it reads at each start of its service; changes in place. */
  readonly userData: string;
  readonly dependsOn: ITerraformDependable[];
}

/**
 * One machine with a data disk that outlives it, both backed up every day.
 * @see 002_3f566cf14e5265d2.txt, "Decision 1: Production Infrastructure - Kubernetes or VM?", "Large VM"
 */
export class Machine extends Construct {
  public readonly resource: LinuxVirtualMachine;

  public constructor(scope: Construct, id: string, props: MachineProps) {
    super(scope, id);
    const { place, name } = props;
    const { disk, image, size, zone } = CRITTER_VM;
    const user = CRITTER_VM.adminUser;
    this.resource = new LinuxVirtualMachine(this, "Resource", {
      ...place,
      name,
      size: size.name,
      zone,
      networkInterfaceIds: [props.networkInterfaceId],
      identity: { type: "UserAssigned", identityIds: [props.identityId] },
      adminUsername: user,
      adminSshKey: [{ username: user, publicKey: props.publicKey }],
      disablePasswordAuthentication: true,
      // Premium: what Azure's availability of a single machine rests on.
      osDisk: { caching: "ReadWrite", storageAccountType: "Premium_LRS", diskSizeGb: 64 },
      sourceImageReference: { ...image },
      secureBootEnabled: true,
      vtpmEnabled: true,
      patchMode: "AutomaticByPlatform",
      patchAssessmentMode: "AutomaticByPlatform",
      rebootSetting: "IfRequired",
      bootDiagnostics: {},
      // Written out, so that what runs on the machine can be read from the plan.
      customData: Buffer.from(props.cloudInit).toString("base64"),
      userData: props.userData,
      dependsOn: props.dependsOn,
    });
    const data = new ManagedDisk(this, "Data", {
      ...place,
      name: `${name}-data`,
      storageAccountType: disk.type,
      createOption: "Empty",
      diskSizeGb: disk.sizeGiB,
      publicNetworkAccessEnabled: false,
      networkAccessPolicy: "DenyAll",
    });
    const attached = new VirtualMachineDataDiskAttachment(this, "Attachment", {
      managedDiskId: data.id,
      virtualMachineId: this.resource.id,
      lun: disk.lun,
      caching: "None",
    });
    this.defineBackup(props, attached);
  }

  /** After the disk is attached, so that the first backup has it. */
  private defineBackup({ place, name }: MachineProps, attached: VirtualMachineDataDiskAttachment): void {
    const { time, days } = CRITTER_VM.backup;
    const { resourceGroupName } = place;
    const vault = new RecoveryServicesVault(this, "BackupVault", {
      ...place,
      name,
      sku: "Standard",
      storageModeType: "ZoneRedundant",
    });
    const policy = new BackupPolicyVm(this, "BackupPolicy", {
      name: "daily",
      resourceGroupName,
      recoveryVaultName: vault.name,
      // The form that machines with secure boot need.
      policyType: "V2",
      timezone: "UTC",
      backup: { frequency: "Daily", time },
      retentionDaily: { count: days },
    });
    new BackupProtectedVm(this, "Backup", {
      resourceGroupName,
      recoveryVaultName: vault.name,
      sourceVmId: this.resource.id,
      backupPolicyId: policy.id,
      dependsOn: [attached],
    });
  }
}
