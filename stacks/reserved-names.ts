import { type IAspect, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { refuse } from "../constructs/core/errors";

/**
 * Users and groups that every Debian and Ubuntu image has: cloud-init cannot create a user of such a name, so that nobody
 * could log in.
 * @see https://www.debian.org/doc/packaging-manuals/debian-policy/ch-opersys.html "Users and groups", package base-passwd
 */
const DEBIAN = [
  ...["adm", "audio", "backup", "bin", "cdrom", "daemon", "dialout", "dip", "disk", "fax", "floppy", "games"],
  ...[
    "gnats",
    "irc",
    "kmem",
    "list",
    "lp",
    "mail",
    "man",
    "news",
    "nobody",
    "nogroup",
    "operator",
    "plugdev",
  ],
  ...[
    "proxy",
    "root",
    "sasl",
    "shadow",
    "src",
    "staff",
    "sudo",
    "sync",
    "sys",
    "tape",
    "tty",
    "users",
    "utmp",
  ],
  ...["uucp", "video", "voice", "www-data"],
];

/**
 * Names that Azure refuses for the administrator of a machine.
 * @see https://learn.microsoft.com/azure/virtual-machines/linux/faq "What are the username requirements when creating a VM?"
 */
const AZURE = [
  ...["1", "123", "a", "actuser", "adm", "admin", "admin1", "admin2", "administrator", "aspnet", "backup"],
  ...[
    "console",
    "david",
    "guest",
    "john",
    "owner",
    "root",
    "server",
    "sql",
    "support",
    "support_388945a0",
    "sys",
  ],
  ...["test", "test1", "test2", "test3", "user", "user1", "user2", "user3", "user4", "user5", "video"],
];

const RESERVED = new Set([...DEBIAN, ...AZURE]);

/** Refuses an administrator of a Linux machine whose name is reserved: only the cloud would find out. */
export class NamesAreFree implements IAspect {
  /** @throws ValidationError `BadName` */
  public visit(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node)) return;
    if (node.terraformResourceType !== "azurerm_linux_virtual_machine") return;
    const { adminUsernameInput: name } = node as unknown as { readonly adminUsernameInput?: string };
    if (name === undefined || !RESERVED.has(name.toLowerCase())) return;
    const must = "not be a name that Azure or the image reserves";
    refuse(node, {
      code: "BadName",
      prop: "adminUsername",
      must,
      got: name,
      fix: "for example azureuser",
    });
  }
}
