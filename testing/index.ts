/**
 * Matchers for Jest and Vitest: `expect.extend(matchers)`. With Jest the types come with this import; for Vitest see
 * docs/testing.md.
 */
import type { WeighbridgeMatchers } from "./matchers";

export * from "./matchers";
export { MatcherError, type Received, synthFootprint } from "./read";

declare global {
  namespace jest {
    interface Matchers<R, T> extends WeighbridgeMatchers<R> {}
  }
}
