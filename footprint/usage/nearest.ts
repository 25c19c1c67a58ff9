import { distance } from "fastest-levenshtein";
import { either } from "../../errors/either";

/** A fix that names the nearest of several words: `did you mean monthly_requests?`. */
export function nearest(word: string, words: Iterable<string>, otherwise = "remove it"): string {
  const ranked = [...words]
    .map((each) => ({ each, far: distance(word, each) }))
    .filter(({ each, far }) => far <= Math.max(2, each.length / 2))
    .sort((a, b) => a.far - b.far);
  const [first] = ranked;
  const best = ranked.filter(({ far }) => far === first?.far).slice(0, 3);
  return best.length === 0 ? otherwise : `did you mean ${either(best.map(({ each }) => each))}?`;
}
