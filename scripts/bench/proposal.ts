/** 提议: a branch with reports of one issue, as a unit hands them in, for timing `review`. */
import path from 'node:path';
import { standing } from '../../src/domain/issue/standing.ts';
import { writeBranch } from '../../src/history/git/branch.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { openLedger } from '../../src/ledger/open.ts';

/** An issue that its unit may still report on, and who may. */
export function openIssue(content: string, asOf: string): { id: string; clerk: string } {
  const ledger = openLedger(content);
  for (const { id, unit, history } of standing(ledger, asOf).issues) {
    const clerk = ledger.units.get(unit)?.members.at(-1)?.account;
    if (clerk !== undefined && (history.state === 'open' || history.state === 'rectifying'))
      return { id, clerk };
  }
  throw new Error('nothing is open in the ledger of the generator');
}

/** A branch of `repository` (its ledger in content/) with so many reports of one issue; returns its commit. */
export function proposeReports(
  repository: string,
  base: string,
  issue: string,
  asOf: string,
  reports: number,
): string {
  const note = { issue, action: 'progress', reportedOn: asOf, note: '试报' };
  const day = asOf.replaceAll('-', '');
  const files = Array.from({ length: reports }, (_, at): [string, string] => [
    `updates/${issue}/${day}-${String(100000 + at)}-b.yaml`,
    canonical('update', note),
  ]);
  return writeBranch(
    { repository, prefix: 'content/' },
    { name: `report/${String(reports)}`, base, message: '试报', files: new Map(files) },
  );
}

/** What `review` is told of one report in a repository whose ledger has its history. */
export function proposalIn(repository: string, asOf: string): string[] {
  const { id, clerk } = openIssue(path.join(repository, 'content'), asOf);
  const head = proposeReports(repository, 'main', id, asOf, 1);
  const who = ['--author', clerk, '--actor', clerk, '--as-of', asOf];
  return ['--repo', repository, '--base', 'main', '--head', head, ...who];
}
