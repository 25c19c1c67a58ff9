import type { Claim } from "../../../model/claim";
import { section } from "./section";

const PIPELINE = "Deployment Architecture > CI/CD Pipeline Architecture";
const DEVELOPMENT = "Deployment Architecture > Development Environment > Optimized Stack (Phase 2)";

/** What the deployment files need from each other. */
export const DEPLOYMENT_CLAIMS: readonly Claim[] = [
  ...section(`${PIPELINE} > Simple Deployment Script`, [
    {
      id: "deploy-variables",
      option: "shop-1-traditional",
      claimed: [],
      unit: "variables that deploy.sh leaves out",
      words: "docker stack deploy -c docker-compose.prod.yml ecommerce-stack",
      compute: {
        lacking: [
          "HARBOR_REGISTRY",
          "IMAGE_TAG",
          "DATABASE_URL",
          "STRIPE_SECRET_KEY",
          "JWT_SECRET_KEY",
          "DB_USER",
          "DB_PASSWORD",
        ],
        given: ["DATABASE_URL", "STRIPE_SECRET_KEY", "JWT_SECRET_KEY"],
      },
      note: "IMAGE_TAG falls back to latest, the others to nothing: no registry, no database user",
    },
  ]),
  ...section(`${PIPELINE} > Secret Management Strategy`, [
    {
      id: "tests-have-dependencies",
      claimed: [],
      unit: "steps that the tests job needs and lacks",
      words: "php bin/phpunit --testsuite=Unit",
      compute: {
        lacking: ["Setup PHP", "Install dependencies"],
        given: ["actions/checkout@v4", "Run Unit Tests", "Run Integration Tests"],
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
        lacking: ["HARBOR_REGISTRY", "HARBOR_USERNAME", "HARBOR_PASSWORD"],
        given: ["DATABASE_URL", "STRIPE_SECRET_KEY", "JWT_SECRET_KEY"],
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
      words: "OPENSEARCH_HOSTS=http://opensearch:9200",
      compute: {
        same: [
          { what: "image of the service opensearch-dashboards", is: "opensearchproject/opensearch" },
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
      compute: { atMost: [{ fact: "openSearchPassword" }, 2.11] },
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
        lacking: ["replicas", "update_config", "healthcheck"],
        given: ["replicas", "restart_policy", "update_config"],
      },
      note: "without a health check Swarm goes on when a container runs, not when it answers",
    },
  ]),
];
