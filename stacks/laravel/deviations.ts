import { LARAVEL, POOL_SECTION, SCALING_SECTION } from "../../config/reviews/004-laravel/application";
import { warnOfDeviations } from "../deviations";
import type { OptionStack } from "../stack";

/** The pool that fits the memory instead of the review's. */
export function warnOfPool(stack: OptionStack, maxChildren: number): void {
  const { reviewedPool, worker, opcache, resources } = LARAVEL;
  const reserveMi = opcache.memoryMi + worker.masterMi;
  const neededMi = reserveMi + reviewedPool.maxChildren * worker.workerMi;
  warnOfDeviations(stack, "004", [
    {
      section: POOL_SECTION,
      specified: `pm.max_children = ${reviewedPool.maxChildren} and no memory limit`,
      implemented: `${maxChildren} children in a pod of ${resources.memoryLimitMi} MiB`,
      reason:
        `${reviewedPool.maxChildren} of ${worker.workerMi} MiB with ${reserveMi} MiB for OPcache and the master ` +
        `need ${neededMi} MiB for FPM alone`,
    },
  ]);
}

/** The memory target is the review's, although it is harmful. */
export function warnOfScaling(stack: OptionStack): void {
  const { memoryPercent } = LARAVEL.scaling;
  warnOfDeviations(stack, "004", [
    {
      section: SCALING_SECTION,
      specified: `${memoryPercent} % memory as a target`,
      implemented: "that target, as asked",
      reason:
        "nothing else was asked; FPM rarely frees memory, so pods remain after a peak: " +
        'the switch scaleOn "activeWorkers" scales on busy workers instead',
    },
  ]);
}
