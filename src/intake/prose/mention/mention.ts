/** 点到的一个: an account as a sentence names it, and who says its platform where its list does not. */

export interface Mention {
  at: number;
  end: number;
  name: string;
  /** As written; WEBSITE for a website, empty where nothing says it. */
  platform: string;
  unit?: string | undefined;
  /** Only where it stands suggests that it is an account. */
  isUnsure: boolean;
  /** What is spoken of is a part of it: “通知公告”栏目. */
  part?: string | undefined;
  /** Its name and what is said of it stand in the same words. */
  isLast?: boolean;
  /** How often, where a list says it for each: 3处. */
  figure?: string | undefined;
  /** What brackets behind it say is wrong: （11天未更新）. */
  said?: string | undefined;
}

/** Names a platform where the list itself does not: by the words before it. Undefined where it is no list of accounts. */
export type PlatformContext = (list: {
  at: number;
  end: number;
  name: string;
  isQuoted: boolean;
  /** What follows says it of a column or a word, unless the name is known already. */
  isOther: boolean;
  /** A unit or a place stands in front of the name. */
  isOwned: boolean;
  /** What the sentence has named before it. */
  earlier: readonly Mention[];
}) => { platform: string; isUnsure?: boolean } | undefined;
