/** What every part of a platform on Azure is placed by. */
export interface Place {
  readonly resourceGroupName: string;
  readonly location: string;
}
