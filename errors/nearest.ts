import { distance } from "fastest-levenshtein";

/** At most three of the words that someone may have meant, the nearest first; none where all are far. */
export function nearest(word: string, words: readonly string[]): readonly string[] {
  return words
    .map((each) => ({ each, far: distance(word.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
    .filter(({ each, far }) => far <= Math.max(2, each.length / 3))
    .slice(0, 3)
    .map(({ each }) => each);
}
