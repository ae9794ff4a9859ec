/**
 * `ledger try`: a whole round on one machine, without a forge. A scratch repository of a ledger, the internal site with
 * its forms, and the endpoint of `ledger desk`, which hands in as the one clerk of the round. For trying, never for an
 * office.
 */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { git } from '../../src/history/git/git.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { standing } from '../../src/domain/issue/standing.ts';
import { todayInChina } from '../command.ts';
import { byKey } from './serving/endpoint.ts';
import { cookieOf, keySetter } from './serving/key.ts';
import { openSite } from './serving/open-site.ts';
import { holdsOn } from '../../src/day/period.ts';

interface TryOptions {
  content: string;
  port: string;
  dir?: string;
}

export function tryCommand(): Command {
  return new Command('try')
    .description(
      '在本机试一整轮：填报、审核、合并、页面更新。用的是虚构的示例区的一份副本，不动原来的台账',
    )
    .addOption(new Option('--content <文件夹>', '用哪个台账的副本').default('tests/fixtures/shili'))
    .addOption(new Option('--port <端口>', '从哪个端口起').default('4330'))
    .addOption(new Option('--dir <文件夹>', '副本放在哪里；不写则放在临时文件夹，停止时删去'))
    .action(async (options: TryOptions) => {
      const folder =
        options.dir === undefined ? mkdtempSync(join(tmpdir(), 'zhenggai-')) : resolve(options.dir);
      const round = await openRound(resolve(options.content), folder, Number(options.port));
      const stop = (): void => {
        round.close();
        if (options.dir === undefined) rmSync(folder, { recursive: true, force: true });
        process.exit(0);
      };
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
      process.once('SIGHUP', stop);
      process.stdout.write(steps(round));
    });
}

export interface TrialRound {
  /** The scratch repository; its ledger is in content/. */
  repository: string;
  /** Address of the internal site, with a slash at the end. */
  site: string;
  /** The address that lets a browser hand in; leads to the site. */
  enter: string;
  /** An issue that waits for its unit. */
  issue: string;
  /** The account of somebody who may report for that unit today. */
  clerk: string;
  /** Settles when the site was built anew after the main branch moved. */
  rebuilt: () => Promise<void>;
  close: () => void;
}

/** Sets a round up in `folder`. Throws Error with the words of the step that failed. */
export async function openRound(
  content: string,
  folder: string,
  from: number,
): Promise<TrialRound> {
  const repository = scratchRepository(content, folder);
  const chosen = openIssue(join(repository, 'content'));
  const key = randomBytes(24).toString('base64url');
  const { port, rebuilt, close } = await openSite({
    place: { repository, prefix: 'content/' },
    remote: undefined,
    main: 'main',
    today: todayInChina,
    folder,
    port: from,
    names: [],
    who: (used) => byKey(cookieOf(used), key, chosen.clerk),
    first: (used) => keySetter(key, used),
  });
  const site = `http://127.0.0.1:${String(port)}/`;
  return { repository, site, enter: `${site}?key=${key}`, ...chosen, rebuilt, close };
}

/** A repository of its own in `folder`, with a copy of the ledger as its first commit; returns where it lies. */
export function scratchRepository(content: string, folder: string): string {
  const repository = join(folder, 'ledger');
  mkdirSync(repository, { recursive: true });
  cpSync(content, join(repository, 'content'), { recursive: true });
  for (const args of [
    ['init', '-q', '-b', 'main'],
    // Whoever follows the steps may have told Git no name yet.
    ['config', 'user.name', '示例审核员'],
    ['config', 'user.email', 'shili@ledger.example'],
    ['add', '-A'],
    ['commit', '-q', '-m', '示例台账'],
  ])
    git(repository, args);
  return repository;
}

function steps({ repository, site, enter, issue, clerk }: TrialRound): string {
  return `
试一整轮（示例区是虚构的，副本在 ${repository}）

1. 登录。在浏览器打开这个地址（只在这次启动有效，以 ${clerk} 填报）：
   ${enter}

2. 填报。打开下面的页面，按“填报进展”，填好后送出：
   ${site}issues/${issue}.html
   送出后副本里多出一个分支 report/…

3. 审核。看摘要和结论：
   B=$(git -C ${repository} branch --list 'report/*' --format='%(refname:short)' | tail -n 1)
   npx ledger review --repo ${repository} --base main --head "$B" --author ${clerk} --actor ${clerk}

4. 合并。合并后网站自动重新生成，刷新第 2 步的页面就能看到：
   git -C ${repository} merge --no-ff -m 收件 "$B"

按 Ctrl+C 停止。
`;
}

/** The first issue, in the ledger's order, that its unit has not begun and somebody may report on today. */
function openIssue(content: string): { issue: string; clerk: string } {
  const ledger = openLedger(content);
  const today = todayInChina();
  for (const { id, unit, history } of standing(ledger, today).issues) {
    if (history.state !== 'open') continue;
    const member = ledger.units.get(unit)?.members.find((one) => holdsOn(one, today));
    if (member) return { issue: id, clerk: member.account };
  }
  throw new Error('台账里没有待整改的问题，或没有在任的填报员');
}
