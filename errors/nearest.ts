import { distance } from "fastest-levenshtein";

/**
 * At most three of the words that someone may have meant, the nearest first; none where all are far, or have nothing in
 * common with it.
 */
export function nearest(word: string, words: readonly string[]): readonly string[] {
  return words
    .map((each) => ({ each, far: distance(word.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
    .filter(({ each, far }) => far <= Math.max(2, each.length / 3))
    .filter(({ each, far }) => far <= 1 || far < Math.max(word.length, each.length))
    .slice(0, 3)
    .map(({ each }) => each);
}
