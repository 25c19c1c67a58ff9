/** Labels of a pod or namespace. */
export type Labels = Readonly<Record<string, string>>;
