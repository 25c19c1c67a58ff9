import type { Expected, Promised } from "../../model/expected";
import { PROMISES } from "../promises";

const FILE = "004_199730ef123eca45.txt";

/** The review gives neither a load nor response times; "zero downtime deployment" is a question of its demonstration. */
function cluster(promises: readonly Promised[], unknown: readonly string[] = []): Expected {
  return {
    availability: { promises, ...(unknown.length > 0 && { unknown }) },
    updateOutageSeconds: [
      {
        high: 0,
        source: {
          file: FILE,
          section: "Demonstração Prática > Cenários para Entrevista",
          words: "E se precisássemos de zero downtime deployment?",
        },
      },
    ],
  };
}

/** What the options of review 004 are expected to do. */
export const LARAVEL_EXPECTED: Readonly<Record<string, Expected>> = {
  "laravel-eks": cluster([PROMISES.eks, PROMISES.rdsMultiAz, PROMISES.elastiCacheMultiAz]),
  "laravel-gke": cluster([PROMISES.gke, PROMISES.cloudSqlRegional, PROMISES.memorystoreStandard]),
  "laravel-aks": cluster([PROMISES.aks, PROMISES.azureMysql], ["Azure Managed Redis"]),
};
