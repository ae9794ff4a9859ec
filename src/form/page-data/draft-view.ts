/** 拟办 as the page of 审签 shows it, and as a line of the 审签单. */
export interface DraftLine {
  readonly issue: string;
  readonly name: string;
  readonly unit: string;
  readonly finding: string;
  readonly deadline: string;
  /** What was reported, each in a line. */
  readonly reported: readonly string[];
  readonly evidence: readonly { readonly words: string; readonly href?: string }[];
  /** 拟办意见. */
  readonly opinion: string;
}

export interface DraftView {
  readonly id: string;
  readonly drafter: string;
  readonly draftedOn: string;
  readonly words: string;
  /** True where what was drafted on is not what it was: it is drafted anew. */
  readonly isStale: boolean;
  readonly lines: readonly DraftLine[];
  /** The posts that may approve it. */
  readonly approvers: readonly string[];
  /** The post of whoever looks, where it is one of them. */
  readonly own: string | undefined;
}
