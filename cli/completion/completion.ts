/** What can stand in one place of a command line. */
export interface Completion {
  readonly value: string;
  readonly help: string;
}
