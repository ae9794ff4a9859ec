/** 分类: the issues of a kind of problem or of a platform, each kind with a page of its own. */
import { WEBSITE, states } from '../../text/terms.ts';
import { dimensions } from '../../domain/figures/breakdown.ts';
import { NO_ACCOUNT, noAccountName } from '../../domain/issue/owner.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import type { State } from '../../domain/issue/transition.ts';
import { type AccountRow, accountRow } from '../unit/account-view.ts';
import { platformAddress, problemAddress } from '../address.ts';
import type { Face } from '../face.ts';
import { byTotal, type PartView, partViews } from '../figure/part-view.ts';
import { type Roll, ROWS_A_PAGE } from '../roll.ts';

export interface GroupView extends Roll {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Check indicators, as sentences. */
  readonly rules: readonly string[];
  /** What a closing owes, as sentences. */
  readonly asks: readonly string[];
  readonly accounts: readonly AccountRow[];
  /** Its issues by state, where they are too many for one page. */
  readonly facets: readonly FacetView[];
}

/** The issues of a group in one state. */
export interface FacetView extends Roll {
  readonly id: State;
  readonly name: string;
}

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

/** The states that occur among the issues of a long group; none for a short one. */
function facetsOf({ issues }: Face, { href, ids }: Roll): FacetView[] {
  if (ids.length <= ROWS_A_PAGE) return [];
  const parts = Map.groupBy(ids, (id) => issues.get(id)?.history.state);
  return (Object.keys(states) as State[]).flatMap((id) => {
    const part = parts.get(id);
    const address = href.replace(/\.html$/u, `/${id}.html`);
    return part === undefined ? [] : [{ id, name: states[id], href: address, ids: part }];
  });
}

/** The kinds of problem that occur. */
export function problemGroups(face: Face): GroupView[] {
  const { problems, indicators } = face.ledger.vocabulary;
  const rules = indicators.editions.flatMap(({ document, veto }) =>
    [...veto.website, ...veto['new-media']].map((one) => ({
      id: one.id,
      words: `${document} ${one.id} ${one.name}：${one.when.join('；')}`,
    })),
  );
  return problemParts(face).map(({ key, name, href, rows }) => {
    const known = problems.find(({ id }) => id === key);
    return {
      key,
      name,
      href,
      ids: rows,
      aliases: known?.aliases ?? [],
      rules: rules.filter(({ id }) => known?.indicators.includes(id)).map(({ words }) => words),
      asks: known?.owes.map(({ ask }) => ask) ?? [],
      accounts: [],
      facets: facetsOf(face, { href, ids: rows }),
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
    const roll = { href: platformAddress(id), ids: parts.get(id)?.rows ?? [] };
    return [
      {
        key: id,
        name,
        href: roll.href,
        ids: roll.ids,
        facets: facetsOf(face, roll),
        aliases,
        rules: [],
        asks: [],
        accounts: own.map((account) => accountRow(face, account)),
      },
    ];
  });
}
