/**
 * 一片地方另算: the sums of several ledgers by somebody who has never seen this program — each ledger's YAML files counted
 * (recount.ts), and the counts added up. Held against every total of an upper ledger.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { recounter, tally, unfinished } from './recount.ts';

/** Total, unfinished, closed. */
type Group = readonly [total: number, unfinished: number, closed: number];

export interface Area {
  readonly figures: Readonly<Record<string, number>>;
  readonly platforms: Readonly<Record<string, Group>>;
  readonly problems: Readonly<Record<string, Group>>;
  readonly indicators: Readonly<Record<string, Group>>;
}

interface Named {
  id: string;
  name: string;
}
const STATES = ['open', 'rectifying', 'submitted', 'returned', 'closed', 'sustained', 'void'];

/** One ledger, all of it or what its campaigns say may be listed. */
export function countedIn(content: string, day: string, level: 'public' | 'internal'): Area {
  const read = (file: string): Record<string, unknown> =>
    load(readFileSync(path.join(content, file), 'utf8')) as Record<string, unknown>;
  const names = (file: string, list: string): Map<string, string> =>
    new Map((read(`vocabulary/${file}`)[list] as Named[]).map(({ id, name }) => [id, name]));
  const isListed = (campaign: string): boolean =>
    level === 'internal' ||
    (read(`campaigns/${campaign}.yaml`)['publication'] as { level?: string } | undefined)?.level ===
      'list';
  const issues = recounter(content)(day).issues.filter(({ groups }) =>
    isListed(groups['campaign']?.[0] ?? ''),
  );
  const platforms = names('platforms.yaml', 'platforms')
    .set('website', '政府网站')
    .set('no-account', '不涉及账号');
  const problems = names('problems.yaml', 'problems');
  const rules = new Map([['', '没有写明指标']]);
  const { editions } = read('vocabulary/indicators.yaml') as {
    editions: { id: string; veto: Record<string, Named[]> }[];
  };
  for (const { id: edition, veto } of editions)
    for (const { id, name } of Object.values(veto).flat())
      rules.set(`${edition} ${id}`, `${id} ${name}（${edition} 版）`);
  const states = issues.map(({ state }) => state);
  const counts = tally(states);
  const groupsBy = (key: string, known: ReadonlyMap<string, string>): Area['platforms'] => {
    const lists = new Map<string, typeof issues>();
    for (const issue of issues)
      for (const id of issue.groups[key] ?? []) {
        const name = known.get(id) ?? id;
        lists.set(name, [...(lists.get(name) ?? []), issue]);
      }
    return Object.fromEntries(
      [...lists].map(([name, list]) => [
        name,
        [list.length, unfinished(list), list.filter(({ state }) => state === 'closed').length],
      ]),
    );
  };
  const accounts = yamlBelow(path.join(content, 'accounts')).map((file) =>
    read(path.join('accounts', file)),
  );
  return {
    figures: {
      ...Object.fromEntries(STATES.map((state) => [state, counts[state] ?? 0])),
      total: issues.length,
      valid: issues.length - (counts['void'] ?? 0),
      unfinished: unfinished(issues),
      held: issues.filter(({ isHeld }) => isHeld).length,
      'registered-websites': accounts.filter(({ kind }) => kind === 'website').length,
      'registered-accounts': accounts.filter(({ kind }) => kind === 'new-media').length,
      'registered-units': yamlBelow(path.join(content, 'units')).length,
    },
    platforms: groupsBy('platform', platforms),
    problems: groupsBy('problem', problems),
    indicators: groupsBy('indicator', rules),
  };
}

function yamlBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
}

/** Several added up. */
export function addedUp(areas: readonly Area[]): Area {
  const figures: Record<string, number> = {};
  for (const area of areas)
    for (const [id, count] of Object.entries(area.figures))
      figures[id] = (figures[id] ?? 0) + count;
  const groups = (by: 'platforms' | 'problems' | 'indicators'): Area['platforms'] => {
    const sums: Record<string, Group> = {};
    for (const area of areas)
      for (const [name, [total, open, closed]] of Object.entries(area[by])) {
        const [a, b, c] = sums[name] ?? [0, 0, 0];
        sums[name] = [a + total, b + open, c + closed];
      }
    return sums;
  };
  return {
    figures,
    platforms: groups('platforms'),
    problems: groups('problems'),
    indicators: groups('indicators'),
  };
}
