import {
  PhpFpmPartnerPodGroup,
  type PhpFpmPartnerPodGroupProps,
} from "../../constructs/php-fpm-partner-pod-group";
import { at, freshStack, type Json, refusal, type Synthesised, synth } from "./synth";

export type Props = Partial<PhpFpmPartnerPodGroupProps>;

/** The default total of a pod. */
export const RESOURCES = {
  cpuRequestMillicores: 200,
  cpuLimitMillicores: 800,
  memoryRequestMi: 256,
  memoryLimitMi: 512,
};

/** A partner pod group in a stack of its own; the least that one needs, and what is given. */
export function build(props: Props = {}): PhpFpmPartnerPodGroup {
  return new PhpFpmPartnerPodGroup(freshStack(), "Partner", {
    namespace: "shop",
    name: "frontend3-partner",
    image: "frontend3:1",
    ...props,
  });
}

/** The spec of its stable pods. */
export function pod(props: Props = {}): unknown {
  const deployments = synth(build(props));
  return at(deployments.named("kubernetes_deployment_v1", "frontend3-partner"), "spec.template.spec");
}

/** Lines of its pool file. */
export function fpm(props: Props = {}): string[] {
  return mounted(synth(build(props))).fpm.split("\n");
}

/** Lines of its nginx configuration, without their indentation. */
export function nginx(props: Props = {}): string[] {
  const text = mounted(synth(build(props))).nginx;
  return text.split("\n").map((line) => line.trim());
}

/** Its files, as they are mounted. */
export function mounted(json: Synthesised) {
  const text = (map: string, file: string) => {
    const { data } = json.named("kubernetes_config_map_v1", `frontend3-partner-${map}`);
    return String((data as Json)[file]);
  };
  return {
    fpm: text("fpm", "fpm.conf"),
    opcache: text("fpm", "opcache.ini"),
    nginx: text("nginx", "nginx.conf"),
  };
}

export function refused(props: Props) {
  return refusal(() => build(props));
}
