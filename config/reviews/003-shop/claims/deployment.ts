import type { Claim } from "../../../model/claim";
import { named, says, section } from "./section";

const PIPELINE = "Deployment Architecture > CI/CD Pipeline Architecture";
const DEVELOPMENT = "Deployment Architecture > Development Environment > Optimized Stack (Phase 2)";
const WORKFLOW = `${PIPELINE} > Secret Management Strategy`;
const SWARM = `${PIPELINE} > Docker Swarm Deployment Configuration`;
const SCRIPT = `${PIPELINE} > Simple Deployment Script`;

/** What deploy.sh exports. */
const EXPORTED = ["DATABASE_URL", "STRIPE_SECRET_KEY", "JWT_SECRET_KEY"].map((name) =>
  says<string>(SCRIPT, `export ${name}=$(vault kv get`, name),
);

/** What the workflow takes from Vault. */
const FROM_VAULT = ["DATABASE_URL", "STRIPE_SECRET_KEY", "JWT_SECRET_KEY"].map((name) =>
  says<string>(WORKFLOW, `| ${name}`, name),
);

const DASHBOARDS = "image: opensearchproject/opensearch-dashboards:2.11.0";

const LOGIN =
  "docker login ${{ secrets.HARBOR_REGISTRY }} -u ${{ secrets.HARBOR_USERNAME }} --password-stdin";

/** What the deployment files need from each other. */
export const DEPLOYMENT_CLAIMS: readonly Claim[] = [
  ...section(SCRIPT, [
    {
      id: "deploy-variables",
      option: "shop-1-traditional",
      claimed: [],
      unit: "variables that deploy.sh leaves out",
      words: "docker stack deploy -c docker-compose.prod.yml ecommerce-stack",
      compute: {
        lacking: [
          ...named(SWARM, "image: ${HARBOR_REGISTRY}/ecommerce:${IMAGE_TAG:-latest}", [
            "HARBOR_REGISTRY",
            "IMAGE_TAG",
          ]),
          ...named(SWARM, "DATABASE_URL=${DATABASE_URL}", ["DATABASE_URL"]),
          ...named(SWARM, "STRIPE_SECRET_KEY=${STRIPE_SECRET_KEY}", ["STRIPE_SECRET_KEY"]),
          ...named(SWARM, "JWT_SECRET_KEY=${JWT_SECRET_KEY}", ["JWT_SECRET_KEY"]),
          ...named(SWARM, "POSTGRES_USER=${DB_USER}", ["DB_USER"]),
          ...named(SWARM, "POSTGRES_PASSWORD=${DB_PASSWORD}", ["DB_PASSWORD"]),
        ],
        given: EXPORTED,
      },
      note: "IMAGE_TAG falls back to latest, the others to nothing: no registry, no database user",
    },
  ]),
  ...section(WORKFLOW, [
    {
      id: "tests-have-dependencies",
      claimed: [],
      unit: "steps that the tests job needs and lacks",
      words: "php bin/phpunit --testsuite=Unit",
      compute: {
        lacking: [
          ...named(WORKFLOW, "- name: Setup PHP", ["Setup PHP"]),
          ...named(WORKFLOW, "- name: Install dependencies", ["Install dependencies"]),
        ],
        given: [
          ...named(WORKFLOW, "- uses: actions/checkout@v4", ["actions/checkout@v4"]),
          ...named(WORKFLOW, "- name: Run Unit Tests", ["Run Unit Tests"]),
          ...named(WORKFLOW, "- name: Run Integration Tests", ["Run Integration Tests"]),
        ],
      },
      note: "jobs share no files: what quality-checks installs is not there",
    },
    {
      id: "analysis-tools",
      claimed: true,
      unit: "PHPStan and PHP-CS-Fixer are there to be run",
      words: "composer install --no-dev --optimize-autoloader",
      compute: {
        missing: "composer.json: --no-dev leaves both out if they stand in require-dev, as is usual",
      },
    },
    {
      id: "registry-credentials",
      claimed: [],
      unit: "Harbor secrets used but not taken from Vault",
      words: "echo ${{ secrets.HARBOR_PASSWORD }} | docker login ${{ secrets.HARBOR_REGISTRY }}",
      compute: {
        lacking: [
          ...named(WORKFLOW, LOGIN, ["HARBOR_REGISTRY", "HARBOR_USERNAME"]),
          ...named(WORKFLOW, "echo ${{ secrets.HARBOR_PASSWORD }}", ["HARBOR_PASSWORD"]),
        ],
        given: FROM_VAULT,
      },
      note: '"Secret rotation and management through Vault" does not reach them',
    },
  ]),
  ...section(DEVELOPMENT, [
    {
      id: "dashboards-image",
      option: "shop-5-opensearch",
      claimed: true,
      unit: "the dashboards run their own image",
      words: DASHBOARDS,
      compute: {
        same: [
          {
            what: "image of the service opensearch-dashboards",
            is: "opensearchproject/opensearch-dashboards",
            source: says(DEVELOPMENT, DASHBOARDS, DASHBOARDS).source,
          },
          {
            what: "image of OpenSearch Dashboards",
            is: "opensearchproject/opensearch-dashboards",
            see: "https://docs.opensearch.org/latest/install-and-configure/install-dashboards/docker/",
          },
        ],
      },
    },
    {
      id: "opensearch-password",
      option: "shop-5-opensearch",
      claimed: true,
      unit: "OpenSearch 2.11 reads the password variable",
      words: "OPENSEARCH_INITIAL_ADMIN_PASSWORD=admin123!",
      compute: {
        atMost: [
          { fact: "openSearchPassword" },
          says(DEVELOPMENT, "image: opensearchproject/opensearch:2.11.0", 2.11),
        ],
      },
    },
  ]),
  ...section("Deployment Architecture > Production Considerations", [
    {
      id: "zero-downtime",
      option: "shop-1-traditional",
      claimed: [],
      unit: "settings of the app service that an update without downtime lacks",
      words: "Rolling updates with zero-downtime deployment",
      compute: {
        // A health check is what Swarm itself needs; the review has it for other programs only.
        lacking: [
          ...named(SWARM, "replicas: 2", ["replicas"]),
          ...named(SWARM, "update_config:", ["update_config"]),
          "healthcheck",
        ],
        given: [
          ...named(SWARM, "replicas: 2", ["replicas"]),
          ...named(SWARM, "restart_policy:", ["restart_policy"]),
          ...named(SWARM, "update_config:", ["update_config"]),
        ],
      },
      note: "without a health check Swarm goes on when a container runs, not when it answers",
    },
  ]),
];
