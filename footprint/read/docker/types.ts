import { secret } from "../terraform/secrets";
import { ignored, partOf, type TerraformProvider } from "../terraform/type";

/** The `docker` provider: containers, services, networks and volumes refer to each other and are read together. */
export const DOCKER: TerraformProvider = {
  name: "docker",
  types: [
    {
      docker_container: { docker: true },
      docker_network: { docker: true },
      docker_service: { docker: true },
      docker_volume: { docker: true },
      docker_secret: secret({ store: "docker swarm", names: ["name"], values: ["data"] }),
      ...partOf("docker_service", "docker_config", "docker_image"),
      ...ignored("an image, which is listed with what runs it", "docker_registry_image", "docker_tag"),
    },
  ],
};
