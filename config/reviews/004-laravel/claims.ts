import { type Claim, type ClaimDraft, claimsIn, type Source } from "../../model/claim";
import type { Computation } from "../../model/computation";
import { quotesOf } from "../../model/quote";

const FILE = "004_199730ef123eca45.txt";
const OPTION = "laravel-eks";

const POOL = "Configurações Específicas PHP > PHP-FPM Optimization";
const RUNBOOK = "Operational Runbooks > Common Issues & Solutions";
const PATCH = '"name":"PM_MAX_CHILDREN","value":"100"';

const says = quotesOf(FILE);
const CHILDREN = says(POOL, "pm.max_children = 50", 50);
const MORE_CHILDREN = says(`${RUNBOOK} > High PHP-FPM Pool Utilization`, PATCH, 100);
const START = says(POOL, "pm.start_servers = 10", 10);

/** "each worker process adds ~30-50MB": review 004 gives no memory of a child. */
const WORKER_MB = quotesOf("000_5a365d529a350ad9.txt")(
  "Container Analysis",
  "each worker process adds ~30-50MB",
  { low: 30, high: 50 },
);

/** What a pod keeps for other things than children. */
const RESERVE_MB: Computation = {
  sum: [
    says("Configurações Específicas PHP > OPcache Configuration", "opcache.memory_consumption=256", 256),
    { assumed: 32, because: "32 MiB for the master process of PHP-FPM", without: 0 },
  ],
};

/** What a pool of so many children needs. */
function poolMb(children: Computation): Computation {
  return { product: [children, WORKER_MB] };
}

/** Laravel on Kubernetes: the pool against memory, and what the runbook's commands reach. */
export const REVIEW_004_CLAIMS: readonly Claim[] = [
  ...section(POOL, [
    {
      id: "pool-fits",
      option: OPTION,
      claimed: 50,
      unit: "children in a pod",
      words: "pm.max_children = 50",
      compute: { missing: "the pod's memory limit: the review sets none" },
      readings: [
        { reading: "the children need", compute: poolMb(CHILDREN), unit: "MB" },
        {
          reading: "with OPcache and master process",
          compute: { sum: [poolMb(CHILDREN), RESERVE_MB] },
          unit: "MB",
        },
        {
          reading: "the stack's pool, within the limit that it sets",
          compute: { measure: "workersPerPod", option: OPTION, workload: "laravel" },
        },
      ],
    },
    {
      id: "spare-above-minimum",
      option: OPTION,
      claimed: true,
      unit: "start_servers is not below the fewest spare servers",
      words: "pm.start_servers = 10",
      compute: { atMost: [says(POOL, "pm.min_spare_servers = 5", 5), START] },
    },
    {
      id: "spare-below-maximum",
      option: OPTION,
      claimed: true,
      unit: "start_servers is not above the most spare servers",
      words: "pm.max_spare_servers = 20",
      compute: { atMost: [START, says(POOL, "pm.max_spare_servers = 20", 20)] },
    },
  ]),
  ...section(`${RUNBOOK} > High PHP-FPM Pool Utilization`, [
    {
      id: "pool-doubled",
      option: OPTION,
      claimed: true,
      unit: "a pod sized for 50 children holds 100",
      words: PATCH,
      compute: {
        atMost: [{ sum: [poolMb(MORE_CHILDREN), RESERVE_MB] }, { sum: [poolMb(CHILDREN), RESERVE_MB] }],
      },
      readings: [{ reading: "100 children need", compute: poolMb(MORE_CHILDREN), unit: "MB" }],
      note: "the patch changes no memory limit",
    },
    speaks("status-over-http", "curl localhost:9000/status"),
  ]),
  ...section(`${RUNBOOK} > OPcache Issues`, [
    {
      id: "opcache-reset",
      option: OPTION,
      claimed: true,
      unit: "the command clears the cache that requests are served from",
      words: 'kubectl exec -it <pod> -- php -r "opcache_reset();"',
      compute: {
        same: [
          {
            what: "cache that the command resets",
            is: "its own, of the php command line",
            see: "https://www.php.net/manual/en/function.opcache-reset.php",
          },
          {
            what: "cache that requests use",
            is: "shared memory of php-fpm",
            see: "https://www.php.net/manual/en/opcache.configuration.php#ini.opcache.enable-cli",
          },
        ],
      },
    },
  ]),
  ...section("Docker Strategy > Health Checks Implementation", [
    speaks("healthcheck-over-http", "curl -f http://localhost:9000/ping"),
  ]),
  ...section("Desafios Técnicos Abordados > 2. Kubernetes para Aplicações PHP", [
    {
      id: "session-store",
      option: OPTION,
      claimed: "Persistent Volumes",
      unit: "where sessions are kept",
      words: "Persistent Volumes para storage de sessões/cache",
      compute: {
        stated: "Redis",
        source: at("Stack Tecnológica > Aplicação", "**Redis** para cache e sessões"),
      },
    },
  ]),
  ...section("Testing Strategy > Quality Gates", [
    {
      id: "coverage",
      claimed: 80,
      unit: "% coverage",
      words: "Code coverage mínimo 80%",
      compute: {
        stated: 80,
        source: at("Testing Strategy > Automated Testing Pipeline", "PHPUnit coverage > 80%"),
      },
    },
  ]),
  ...section("Disaster Recovery & High Availability > Recovery Procedures", [
    {
      id: "rpo",
      option: OPTION,
      claimed: 60,
      expects: "below",
      unit: "min of data lost",
      words: "RPO: < 1 hora para data loss",
      compute: { missing: "how often the database is backed up: the review gives no schedule" },
    },
    {
      id: "rto",
      option: OPTION,
      claimed: 5,
      expects: "below",
      decimals: 2,
      unit: "min to roll back, at the fewest and the most pods",
      words: "RTO: < 5 minutos para rolling back",
      compute: { from: rollBackMinutes("min"), to: rollBackMinutes("max") },
      note: "as long as probes and grace period let each pod take",
    },
  ]),
];

function section(heading: string, drafts: readonly ClaimDraft[]): readonly Claim[] {
  return claimsIn("004", FILE, heading, drafts);
}

function rollBackMinutes(point: "min" | "max"): Computation {
  const seconds = { measure: "rollBackSeconds", option: OPTION, workload: "laravel", at: point } as const;
  return { quotient: [seconds, { fact: "secondsPerMinute" }] };
}

function at(heading: string, words: string): Source {
  return { file: FILE, section: heading, words };
}

/** curl speaks HTTP, and the port is PHP-FPM's own. */
function speaks(id: string, words: string): ClaimDraft {
  return {
    id,
    option: OPTION,
    claimed: true,
    unit: "both ends of the connection speak the same protocol",
    words,
    compute: {
      same: [
        { what: "curl speaks", is: "HTTP", see: "https://curl.se/docs/manpage.html" },
        {
          what: "PHP-FPM on port 9000 speaks",
          is: "FastCGI",
          see: "https://www.php.net/manual/en/install.fpm.php",
        },
      ],
    },
  };
}
