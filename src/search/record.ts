/** What the search knows. Made from views, so that it holds nothing a view does not show. */

/** The kinds of results, in the order in which equals are shown. */
export const searchKinds = {
  unit: '单位',
  account: '账号',
  campaign: '专项',
  figure: '指标',
  problem: '问题类别',
  platform: '平台',
  origin: '来源',
  day: '截止日',
  page: '说明',
  issue: '问题',
} as const;
export type SearchKind = keyof typeof searchKinds;
/** What issues are of, that a question may name. */
export const namingKinds: readonly Exclude<SearchKind, 'issue'>[] = [
  'problem',
  'platform',
  'origin',
  'unit',
  'account',
  'campaign',
];

/** A page that stands in front of the search, by its names. The browser holds all of them. */
export interface SearchEntry {
  kind: Exclude<SearchKind, 'issue'>;
  /** Relative to the site's root, such as units/qixiang.html; a whole address where it is a page of a ledger below. */
  address: string;
  title: string;
  /** Shown under the title. */
  summary: string;
  /** All that it is called, the title among it; shown are those of `known`. */
  names: readonly string[];
  /** Other names that a reader may know. */
  known: readonly string[];
  /** Numbers, telephones, addresses: found by any piece of at least four letters. */
  codes: readonly string[];
  /** Of an account: the names of its unit and its platform. */
  within: readonly string[];
  /** The facet and its value that the issues of this page have. */
  of: readonly [FacetName, string] | undefined;
  /** How many issues that is. */
  count: number;
  /** Of a figure: how many of them the site counts and does not name. */
  withheld?: number;
  /** Of a ledger below: what that is called. */
  whose?: string;
  /** The kind of question that it answers; besides it is found by its names, if it has any. */
  answers?: CardAnswer;
}

/** 问法: a kind of question, and of what. */
export type CardAnswer =
  /** 谁逾期最久: what of the figure in `of` has lasted for longest. */
  | { kind: 'longest' }
  /** 销号要交什么: what has to be handed in; `words` are the steps or things that it says so of. */
  | { kind: 'handing-in'; words: readonly string[] }
  /** 这不是我们局的: what to do about an issue of somebody else. */
  | { kind: 'not-ours' }
  /** 5月底逾期多少: how it stood on a day. */
  | { kind: 'standing'; on: string }
  /** 5月销号几个: what came and went in a month (YYYY-MM). */
  | { kind: 'flow'; month: string }
  /** 各时期情况: a unit's page of its periods; `words` are what it is called. */
  | { kind: 'periods'; words: readonly string[] }
  /** 本周到期: what falls due in a span of days that is called by `words`. */
  | { kind: 'due'; words: readonly string[]; from: string; to: string };

/** The first four are rendered beside the results; by the others a question is answered. */
export const facetNames = [
  '平台',
  '问题',
  '状态',
  '台账',
  '单位',
  '账号',
  '专项',
  '指标',
  '截止日',
  '来源',
] as const;
export type FacetName = (typeof facetNames)[number];
export const shownFacets: readonly FacetName[] = facetNames.slice(0, 4);

/** This ledger's own value of the facet 台账, where there are others. */
export const OWN_LEDGER = '本级';

/** An issue, as Pagefind indexes it. */
export interface IssueRecord {
  id: string;
  /** Relative to the site's root, such as issues/2020-special-04.html; a whole address where it is a ledger's below. */
  address: string;
  title: string;
  /** Shown under the title. */
  summary: string;
  /** Shown before the summary and found by no word, so that the days in it do not count as days in the text. */
  lateness: string;
  /** Everything else that may be found: words of the source, names of categories with their aliases, states. */
  texts: readonly string[];
  /** The row in the list, for questions like 第4行. */
  row: number;
  facets: Readonly<Record<FacetName, readonly string[]>>;
}
