/** What the history of a ledger added and changed, as it is read from Git and remembered. */

export interface CommitPerson {
  readonly name: string;
  readonly email: string;
  /** When they signed, in seconds since 1970. */
  readonly seconds: number;
}

/** A commit that added files of the ledger, or on the main line did anything to them. */
export interface Added {
  readonly commit: string;
  readonly parents: number;
  readonly seconds: number;
  readonly author: CommitPerson;
  readonly committer: CommitPerson;
  readonly paths: readonly string[];
  /** What it changed or took away; only said of the main line. */
  readonly changed: readonly string[];
}

/** All that added files up to a commit, newest first: as it was written, and as it came to the main line. */
export interface Additions {
  readonly written: readonly Added[];
  readonly received: readonly Added[];
}
