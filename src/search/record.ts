/** What the search knows of one page. Made from views, so that it holds nothing a view does not show. */

/** The kinds of results, with their names and in the order in which equals are shown. */
export const searchKinds = {
  unit: '单位',
  account: '账号',
  campaign: '专项',
  issue: '问题',
} as const;
export type SearchKind = keyof typeof searchKinds;

export interface SearchRecord {
  kind: SearchKind;
  id: string;
  /** Address relative to the site's root, such as issues/2020-special-04.html. */
  address: string;
  title: string;
  /** Other names; a question that is one of them is meant for this record. */
  names: readonly string[];
  /** Shown under the title. */
  summary: string;
  /** Everything else that may be found: words of the source, names of categories with their aliases, states. */
  texts: readonly string[];
  /** The row in the list, for questions like 第4行. */
  row?: number;
  /** Facet name → values, such as 平台 → 微信公众号. */
  facets: Readonly<Record<string, readonly string[]>>;
}
