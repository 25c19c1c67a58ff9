import { ignored, type TerraformProvider } from "../terraform/type";

/** Providers whose resources run nothing and keep no data of the user's. */
export const UTILITIES: readonly TerraformProvider[] = [
  { name: "harbor", types: [ignored("setting of an image registry", "harbor_*")] },
  { name: "mysql", types: [ignored("database or account of a server that is listed by itself", "mysql_*")] },
  { name: "null", types: [ignored("runs commands during an apply", "null_*")] },
  { name: "random", types: [ignored("a value in the state", "random_*")] },
  { name: "terraform", types: [ignored("a value in the state", "terraform_data")] },
  { name: "time", types: [ignored("a value in the state", "time_*")] },
  { name: "tls", types: [ignored("a key or a certificate in the state", "tls_*")] },
];
