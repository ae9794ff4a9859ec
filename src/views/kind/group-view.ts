/** 分类: the issues of a kind of problem or of a platform, each kind with a page of its own and, of many, its lists. */
import { WEBSITE } from '../../text/terms.ts';
import { dimensions } from '../../domain/figures/breakdown.ts';
import { NO_ACCOUNT, noAccountName } from '../../domain/issue/owner.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import { type AccountRow, accountRow } from '../unit/account-view.ts';
import { platformAddress, problemAddress } from '../address.ts';
import { type Face, mayCallLate } from '../face.ts';
import { byTotal, type PartView, partViews } from '../figure/part-view.ts';
import type { Roll } from '../roll.ts';
import { type ListPart, listParts } from './list-kinds.ts';

export interface GroupView extends Roll {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Check indicators, as sentences. */
  readonly rules: readonly string[];
  /** What a closing owes, as sentences. */
  readonly asks: readonly string[];
  readonly accounts: readonly AccountRow[];
  /** Its lists under tabs, the last of them all of its issues; none where these are few. */
  readonly lists: readonly ListPart[];
  /** In which order all of its issues stand, as a clause without a full stop. */
  readonly order: string;
}

/** Rows up to which a list is seen at a glance: no tabs, no filters. */
const FEW = 5;

/** How the groups are counted, as a sentence. */
export const groupRules = {
  problem: dimensions.problem.definition,
  platform: dimensions.platform.definition,
} as const;

export function problemParts({ standing }: Face): PartView[] {
  return partViews(standing, 'problem', problemAddress).toSorted(byTotal);
}

export function platformParts({ standing }: Face): PartView[] {
  return partViews(standing, 'platform', platformAddress).toSorted(byTotal);
}

/**
 * The roll of a group, open first and soonest first, and its lists: those that are neither empty nor all of it. 逾期 is
 * none where any issue of the group, late or not, may not be called late: beside the few rows of a group the number alone
 * would tell whose they are, and a list that goes away only when such a row is late would tell that it is.
 */
function listed(
  face: Face,
  href: string,
  ids: readonly string[],
): Pick<GroupView, 'href' | 'ids' | 'lists' | 'order'> {
  const issues = ids.flatMap((id) => face.issues.get(id) ?? []);
  const parts = listParts(face, issues, (id) =>
    id === 'all' ? href : href.replace(/\.html$/u, `/${id}.html`),
  );
  const mayBeLate = issues.every(({ issue }) => mayCallLate(face, issue.campaign));
  const some = parts.filter(
    ({ id, ids: { length } }) =>
      id === 'all' || ((id !== 'overdue' || mayBeLate) && length > 0 && length < issues.length),
  );
  const all = parts.find(({ id }) => id === 'all');
  return {
    href,
    ids: all?.ids ?? [],
    lists: issues.length <= FEW || some.length === 1 ? [] : some,
    order: all?.order ?? '',
  };
}

/** The check indicators of these ids, as sentences. */
function rulesOf({ ledger }: Face, ids: readonly string[]): string[] {
  const rules = ledger.vocabulary.indicators.editions.flatMap(({ document, veto }) =>
    [...veto.website, ...veto['new-media']].map((one) => ({
      id: one.id,
      words: `${document} ${one.id} ${one.name}：${one.when.join('；')}`,
    })),
  );
  return rules.filter(({ id }) => ids.includes(id)).map(({ words }) => words);
}

/** The kinds of problem that occur. */
export function problemGroups(face: Face): GroupView[] {
  const { problems } = face.ledger.vocabulary;
  return problemParts(face).map(({ key, name, href, rows }) => {
    const known = problems.find(({ id }) => id === key);
    return {
      key,
      name,
      ...listed(face, href, rows),
      aliases: known?.aliases ?? [],
      rules: rulesOf(face, known?.indicators ?? []),
      asks: known?.owes.map(({ ask }) => ask) ?? [],
      accounts: [],
    };
  });
}

/** The platforms on which an account is registered, with issues or without; then what is about no account, where there is any. */
export function platformGroups(face: Face): GroupView[] {
  const parts = new Map(platformParts(face).map((part) => [part.key, part]));
  const accounts = Map.groupBy(face.ledger.accounts.values(), platformOf);
  const known = [
    { ...WEBSITE, aliases: [] },
    ...face.ledger.vocabulary.platforms,
    { id: NO_ACCOUNT, name: noAccountName, aliases: [] },
  ];
  return known.flatMap(({ id, name, aliases }) => {
    const own = accounts.get(id) ?? [];
    if (own.length === 0 && (id !== NO_ACCOUNT || !parts.has(id))) return [];
    return [
      {
        key: id,
        name,
        ...listed(face, platformAddress(id), parts.get(id)?.rows ?? []),
        aliases,
        rules: [],
        asks: [],
        accounts: own.map((account) => accountRow(face, account)),
      },
    ];
  });
}
