/**
 * 汇总: what this face publishes for the office above — its rows, each with the figures that it is counted in, and the
 * sums of exactly those rows with those of the children. A row says no more than its own page does: where the site may
 * not call an issue late, the figures of delay say how many they are and not which.
 */
import { platformOf } from '../../domain/issue/standing.ts';
import { countsAdded, countedRows, countNames } from '../../domain/rollup/counts.ts';
import { childStates } from '../../domain/rollup/child.ts';
import { inForceOn } from '../../domain/setting.ts';
import {
  ROLLUP_VERSION,
  ROWS_FORMAT,
  type RowsFile,
  type RollupSums,
  SUMS_FORMAT,
  type SumsFile,
} from '../../schema/rollup.ts';
import { accountAddress, unitAddress } from '../address.ts';
import type { Face } from '../face.ts';
import { namedFigureRows } from '../figure/figure-view.ts';
import { platformRef, unitRef } from '../names.ts';
import { siteView } from '../site-view.ts';
import { childrenOf, sharedIn } from './children.ts';
import { statesForAbove } from './from-above.ts';
import { indicatorName, wholeGroups } from './group-tables.ts';
import { namedIssue } from './named-issue.ts';
import { accountIdentity } from '../../domain/rollup/identity.ts';

/** data/ledger.json */
export function rowsOfFace(face: Face): RowsFile {
  const { ledger, standing, audience, today } = face;
  const figures = figuresByRow(face);
  const counted = (id: string, kind: RowKind): { figures: string[] } => ({
    figures: figures.named.get(`${kind} ${id}`) ?? [],
  });
  // Names are for the search of the office above, where this ledger allows it.
  const named = <T extends object>(names: T): Partial<T> =>
    ledger.site.searchAbove === true ? names : {};
  return {
    format: ROWS_FORMAT,
    version: ROLLUP_VERSION,
    level: audience,
    asOf: today,
    // Also those that have ended and that issues still stand under.
    units: [...ledger.units.values()]
      .map(({ id, name }) => ({
        name,
        ...named({ href: unitAddress(id) }),
        ...counted(id, 'unit'),
      }))
      .filter((unit) => unit.figures.length > 0),
    accounts: standing.accounts.map((account) => ({
      key: accountIdentity(ledger, account),
      name: account.name,
      unit: unitRef(ledger, account.unit).name,
      platform: platformRef(ledger, platformOf(account)).name,
      ...named({ href: accountAddress(account.id) }),
      ...counted(account.id, 'account'),
    })),
    issues: standing.issues.map((one) => {
      const { title, dueOn, ...rest } = namedIssue(face, one);
      return {
        ...rest,
        account: one.account && accountIdentity(ledger, one.account),
        indicator: indicatorName(ledger, one),
        ...named({ title, dueOn }),
        ...counted(one.id, 'issue'),
      };
    }),
    assigned: statesForAbove(face),
    below: [
      ...new Set(childrenOf(face).flatMap((one) => (one.counted ? one.accounts : []))),
    ].toSorted(),
  };
}

/** data/summary.json; `rows` is what is said of data/ledger.json, `commit` the one that all of it was counted from. */
export function sumsOfFace(face: Face, commit: string, rows: SumsFile['rows']): SumsFile {
  const { ledger, standing, audience, today } = face;
  const { site } = ledger;
  const children = childrenOf(face);
  const parts = children.flatMap(({ counted, last }) => (counted && last ? [last.summary] : []));
  const own = Object.fromEntries([...countedRows(standing)].map(([id, ids]) => [id, ids.length]));
  const rules = inForceOn(ledger.vocabulary.indicators.editions, today)?.id;
  return {
    format: SUMS_FORMAT,
    version: ROLLUP_VERSION,
    name: site.name,
    authority: site.authority,
    code: site.code,
    level: audience,
    asOf: today,
    commit,
    address: siteView(face).address,
    fiction: site.fiction,
    searchable: site.searchAbove === true ? true : undefined,
    rules,
    names: Object.fromEntries(countNames()),
    figures: countsAdded([own, ...parts.map(({ figures }) => figures)]),
    own: children.length === 0 ? undefined : own,
    withheld: figuresByRow(face).withheld,
    countedOnly:
      face.counted.reduce((sum, one) => sum + one.standing.issues.length, 0) +
      parts.reduce((sum, { countedOnly }) => sum + countedOnly, 0),
    platforms: wholeGroups(face, children, 'platforms'),
    problems: wholeGroups(face, children, 'problems'),
    indicators: wholeGroups(face, children, 'indicators'),
    children: children.map(({ child, last, counted, state }) => ({
      name: child.name,
      code: child.code,
      asOf: last?.summary.asOf,
      counted,
      why: counted && state === 'good' ? undefined : childStates[state],
      address: last?.summary.address,
      figures: last?.summary.figures ?? {},
    })),
    shared: sharedIn(face).length + parts.reduce((sum, { shared }) => sum + shared, 0),
    rows,
  };
}

type RowKind = 'unit' | 'account' | 'issue';

/** The figures of each row, and how many of each figure may not be named. */
function figuresByRow(face: Face): {
  named: Map<string, string[]>;
  withheld: RollupSums['withheld'];
} {
  const named = new Map<string, string[]>();
  const withheld = new Map<string, number>();
  for (const [figure, ids] of countedRows(face.standing)) {
    const shown = namedFigureRows(face, figure, ids);
    for (const id of shown.rows) {
      const row = `${kindOf(figure)} ${id}`;
      const figures = named.get(row) ?? [];
      figures.push(figure);
      named.set(row, figures);
    }
    if (shown.withheld > 0) withheld.set(figure, shown.withheld);
  }
  return { named, withheld: Object.fromEntries(withheld) };
}

function kindOf(figure: string): RowKind {
  if (figure.endsWith('-units')) return 'unit';
  return figure.endsWith('-accounts') || figure.endsWith('-websites') ? 'account' : 'issue';
}
