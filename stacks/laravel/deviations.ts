import { Annotations } from "cdktf";
import {
  type Deviation,
  LARAVEL,
  POOL_SECTION,
  SCALING_SECTION,
} from "../../config/reviews/004-laravel/application";
import type { OptionStack } from "../stack";

/** Says at every synth what was built otherwise than the review has it, and why. */
export function warnOfDeviations(stack: OptionStack, deviations: readonly Deviation[]): void {
  for (const { section, review, built, why } of deviations) {
    Annotations.of(stack).addWarning(
      `review 004, "${section}" has ${review}; built: ${built}; because ${why}`,
    );
  }
}

/** The pool that the memory holds instead of the review's. */
export function warnOfPool(stack: OptionStack, maxChildren: number): void {
  const { reviewedPool, worker, opcache, resources } = LARAVEL;
  const reserveMi = opcache.memoryMi + worker.masterMi;
  const neededMi = reserveMi + reviewedPool.maxChildren * worker.workerMi;
  warnOfDeviations(stack, [
    {
      section: POOL_SECTION,
      review: `pm.max_children = ${reviewedPool.maxChildren} and no memory limit`,
      built: `${maxChildren} children in a pod of ${resources.memoryLimitMi} MiB`,
      why:
        `${reviewedPool.maxChildren} of ${worker.workerMi} MiB with ${reserveMi} MiB for OPcache and the master ` +
        `need ${neededMi} MiB for FPM alone`,
    },
  ]);
}

/** The memory target stands as the review has it, against its own good. */
export function warnOfScaling(stack: OptionStack): void {
  const { memoryPercent } = LARAVEL.scaling;
  warnOfDeviations(stack, [
    {
      section: SCALING_SECTION,
      review: `${memoryPercent} % memory as a target`,
      built: "that target, as asked",
      why:
        "nothing else was asked; FPM seldom gives memory back, so that pods stay after a peak: " +
        'the switch scaleOn "activeWorkers" scales on busy workers instead',
    },
  ]);
}
