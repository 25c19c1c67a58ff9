/** What every resource of the option is placed by. */
export interface Place {
  readonly resourceGroupName: string;
  readonly location: string;
}
