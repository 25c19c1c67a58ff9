import { ignored, type TerraformProvider } from "../terraform/type";

/** Providers whose resources run nothing and keep no data of the user's. */
export const UTILITIES: readonly TerraformProvider[] = [
  { name: "acme", types: [ignored("a certificate in the state", "acme_*")] },
  { name: "ansible", types: [ignored("runs commands during an apply", "ansible_*")] },
  { name: "archive", types: [ignored("a file on the machine of the apply", "archive_*")] },
  {
    name: "azuread",
    types: [ignored("identities and permissions, which Entra ID charges by licence", "azuread_*")],
  },
  { name: "cloudinit", types: [ignored("a value in the state", "cloudinit_*")] },
  { name: "external", types: [ignored("a value in the state", "external_*")] },
  { name: "github", types: [ignored("setting of source code that is elsewhere", "github_*")] },
  { name: "gitlab", types: [ignored("setting of source code that is elsewhere", "gitlab_*")] },
  { name: "harbor", types: [ignored("setting of an image registry", "harbor_*")] },
  { name: "http", types: [ignored("a value in the state", "http_*")] },
  { name: "local", types: [ignored("a file on the machine of the apply", "local_*")] },
  { name: "mysql", types: [ignored("database or account of a server that is listed by itself", "mysql_*")] },
  { name: "null", types: [ignored("runs commands during an apply", "null_*")] },
  {
    name: "postgresql",
    types: [ignored("database or account of a server that is listed by itself", "postgresql_*")],
  },
  { name: "random", types: [ignored("a value in the state", "random_*")] },
  { name: "template", types: [ignored("a value in the state", "template_*")] },
  { name: "terraform", types: [ignored("a value in the state", "terraform_data")] },
  { name: "time", types: [ignored("a value in the state", "time_*")] },
  { name: "tls", types: [ignored("a key or a certificate in the state", "tls_*")] },
];
