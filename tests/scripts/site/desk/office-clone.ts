/** The office's repository and its desks: a clone of a server, or `alone` the repository in which the ledger lives. (示例区，虚构) */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProposingDesk } from '../../../../scripts/site/desk/proposing.ts';
import { ReportDesk } from '../../../../scripts/site/desk/report-in.ts';
import { WaitingDesk } from '../../../../scripts/site/desk/waiting-desk.ts';
import { Depot, type Entries } from '../../../git/depot.ts';
import { small } from '../../../ledger/small.ts';

export const TODAY = '2026-06-15';

/** The smallest sound ledger with people: a clerk of 甲, one whose term is over, two reviewers, a maintainer. */
export function staffed(): Record<string, string> {
  const member = (account: string, more = '') => `{ account: ${account}, from: 2026-01-01${more} }`;
  const people: Record<string, string> = {
    'site.yaml': `reviewers: [${member('rev-1')}, ${member('rev-2')}]\nmaintainers: [${member('keeper')}]\n`,
    'units/jia.yaml': `members: [${member('clerk-jia')}, ${member('clerk-old', ', until: 2026-05-31')}]\n`,
  };
  return Object.fromEntries(
    Object.entries(small).map(([path, text]) => [`content/${path}`, text + (people[path] ?? '')]),
  );
}

/** `more`: what main holds besides the ledger of `staffed`. */
export function officeClone(more: Entries = {}, alone = false) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-office-')));
  const depot = new Depot(join(root, 'ledger.git'));
  const first = depot.commit(undefined, { ...staffed(), ...more });
  depot.branch('main', first);
  const clone = join(root, 'office');
  if (!alone) depot.git('clone', '--quiet', depot.dir, clone);
  const at = {
    place: { repository: alone ? depot.dir : clone, prefix: 'content/' },
    remote: alone ? undefined : 'origin',
    main: 'main',
    today: () => TODAY,
  };
  const reports = new ReportDesk(at);
  const waiting = new WaitingDesk(at, reports);
  return {
    ...{ root, depot, first, at, reports, waiting },
    proposing: new ProposingDesk(at, reports, waiting),
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
export type OfficeClone = ReturnType<typeof officeClone>;
