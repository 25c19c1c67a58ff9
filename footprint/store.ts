/** Something that keeps data: a database, a cache, a file system, a table. */
export interface Store {
  readonly id: string;
  readonly name: string;
  /** For example `redis 7.1`, `mysql 8.0`, `dynamodb`. */
  readonly engine: string;
  /** Node type or size class, for example `cache.t4g.small`. */
  readonly size?: string;
  readonly sizeGiB?: number;
  /** Nodes that hold a copy of the data. */
  readonly copies?: number;
  /** Data is still there after the process restarts. */
  readonly survivesRestart?: boolean;
  /** Service goes on after one node is lost. */
  readonly survivesNodeLoss?: boolean;
  /** Ids of the workloads that keep it or write to it, if the document specifies them. */
  readonly usedBy?: readonly string[];
  /**
   * How the data is protected.
   * @default - the document does not specify it
   */
  readonly protection?: Protection;
}

/** How data is protected. A member is absent if the document does not specify it. */
export interface Protection {
  /** True where nobody can delete it before the protection is switched off. */
  readonly deletion?: boolean;
  /** Days that automatic backups are kept; 0 for none. */
  readonly backupDays?: number;
  /** True where it is encrypted at rest. */
  readonly encrypted?: boolean;
}
