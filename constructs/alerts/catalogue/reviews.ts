import type { AlertSource } from "../alert";

/** File names of the reviews. */
const FILES = {
  "000": "000_5a365d529a350ad9.txt",
  "001": "001_57ea113d5c58119c.txt",
  "002": "002_3f566cf14e5265d2.txt",
  "003": "003_0fefc16f43783c8b.txt",
  "004": "004_199730ef123eca45.txt",
} as const;

/** A place in a review, with the review's own words. */
export function source(review: keyof typeof FILES, section: string, words: string): AlertSource {
  return { file: FILES[review], section, words };
}
