/**
 * A function of a text that keeps its last answers: options that are compared share most of their charts, files and
 * images. What it answers must not be changed.
 * @param most answers that are kept
 * @param longest characters of a text whose answer is kept
 */
export function memoised<T>(answer: (text: string) => T, most: number, longest: number): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const found = answer(text);
    if (text.length > longest) return found;
    const [oldest] = answers.keys();
    if (answers.size >= most && oldest !== undefined) answers.delete(oldest);
    answers.set(text, found);
    return found;
  };
}
