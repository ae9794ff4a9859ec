/**
 * `ledger desk`: a whole round on one machine, without a forge. A scratch clone of a ledger, the internal site with its
 * form, and decap-server, which saves what the form sends as a branch of the clone. For trying, never for an office:
 * decap-server has no sign-in and one identity.
 */
import { randomBytes } from 'node:crypto';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { openLedger } from '../../src/ledger/open.ts';
import { standing } from '../../src/domain/issue/standing.ts';
import { todayInChina } from '../command.ts';
import { passOn } from './saver.ts';
import { listen } from './serve.ts';
import { siteServer } from './static.ts';
import { PROGRAM } from '../program.ts';

interface DeskOptions {
  content: string;
  port: string;
  dir?: string;
}

export function deskCommand(): Command {
  return new Command('desk')
    .description(
      '在本机试一整轮：填报、审核、合并、页面更新。用的是虚构的示例区的一份副本，不动原来的台账',
    )
    .addOption(new Option('--content <文件夹>', '用哪个台账的副本').default('tests/fixtures/shili'))
    .addOption(new Option('--port <端口>', '从哪个端口起').default('4330'))
    .addOption(new Option('--dir <文件夹>', '副本放在哪里；不写则放在临时文件夹，停止时删去'))
    .action(async (options: DeskOptions) => {
      const folder =
        options.dir === undefined ? mkdtempSync(join(tmpdir(), 'zhenggai-')) : resolve(options.dir);
      const desk = await openDesk(resolve(options.content), folder, Number(options.port));
      const stop = (): void => {
        desk.close();
        if (options.dir === undefined) rmSync(folder, { recursive: true, force: true });
        process.exit(0);
      };
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
      process.stdout.write(steps(desk));
    });
}

export interface Desk {
  /** The scratch clone; its ledger is in content/. */
  repository: string;
  /** Address of the internal site, with a slash at the end. */
  site: string;
  /** An issue that waits for its unit. */
  issue: string;
  /** The forge account of somebody who may report for that unit today. */
  clerk: string;
  /** Settles when the site was built anew after the main branch moved. */
  rebuilt: () => Promise<void>;
  close: () => void;
}

/** Sets a desk up in `folder`. Throws Error with the words of the step that failed. */
export async function openDesk(content: string, folder: string, port: number): Promise<Desk> {
  const repository = join(folder, 'ledger');
  const out = join(folder, 'site');
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
  const saverPort = port + 50;
  const token = randomBytes(24).toString('base64url');
  const proxy = `/api/${token}/v1`;
  build(repository, out, proxy);
  const server = siteServer(out, { besides: passOn(proxy, token, saverPort) });
  const used = await listen(server, '127.0.0.1', port);
  const chosen = openIssue(join(repository, 'content'));
  const saver = startSaver(repository, saverPort, chosen.clerk, token);
  await answers(`http://127.0.0.1:${String(saverPort)}/api/v1`);

  let waiting: (() => void)[] = [];
  let head = git(repository, ['rev-parse', 'main']);
  const watcher = watch(join(repository, '.git'), { recursive: true }, () => {
    const now = spawnSync('git', ['rev-parse', 'main'], {
      cwd: repository,
      encoding: 'utf8',
    }).stdout.trim();
    if (now === '' || now === head) return;
    head = now;
    process.stdout.write('主分支有新内容，正在重新生成网站……\n');
    build(repository, out, proxy);
    process.stdout.write('网站已更新，刷新页面就能看到。\n');
    for (const settle of waiting) settle();
    waiting = [];
  });
  return {
    repository,
    site: `http://127.0.0.1:${String(used)}/`,
    ...chosen,
    rebuilt: () => new Promise((settle) => waiting.push(settle)),
    close: () => {
      watcher.close();
      saver.kill();
      server.closeAllConnections();
      server.close();
    },
  };
}

function steps({ repository, site, issue, clerk }: Desk): string {
  return `
试一整轮（示例区是虚构的，副本在 ${repository}）

1. 填报。在浏览器打开下面的页面，按“填报进展”，填好后按“保存”：
   ${site}issues/${issue}.html
   保存后副本里多出一个分支 cms/updates/${issue}/…

2. 审核。看摘要和结论（${clerk} 是该单位填报员的账户）：
   B=$(git -C ${repository} branch --list 'cms/*' --format='%(refname:short)' | tail -n 1)
   npx ledger review --repo ${repository} --base main --head "$B" --author ${clerk} --actor ${clerk}

3. 合并。合并后网站自动重新生成，刷新第 1 步的页面就能看到：
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
    const member = ledger.units
      .get(unit)
      ?.members.find(({ from, until }) => from <= today && today <= (until ?? today));
    if (member) return { issue: id, clerk: member.account };
  }
  throw new Error('台账里没有待整改的问题，或没有在任的填报员');
}

function build(repository: string, out: string, proxy: string): void {
  const args = [
    join(PROGRAM, 'scripts', 'ledger.ts'),
    'build',
    '--internal',
    '--content',
    join(repository, 'content'),
    '--out',
    out,
    '--as-of',
    todayInChina(),
    '--form-proxy',
    proxy,
  ];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: PROGRAM, encoding: 'utf8' });
  if (status !== 0) process.stderr.write(`网站没有生成：${stderr}\n`);
}

/** decap-server knows no sign-in: what it saves is signed by the one clerk of the round. */
function startSaver(repository: string, port: number, clerk: string, token: string): ChildProcess {
  return spawn(process.execPath, [join(PROGRAM, 'scripts', 'site', 'saver.ts')], {
    env: {
      ...process.env,
      LEDGER_SAVER_TOKEN: token,
      PORT: String(port),
      BIND_HOST: '127.0.0.1',
      MODE: 'git',
      GIT_REPO_DIRECTORY: repository,
      GIT_AUTHOR_NAME: clerk,
      GIT_AUTHOR_EMAIL: `${clerk}@ledger.example`,
      GIT_COMMITTER_NAME: clerk,
      GIT_COMMITTER_EMAIL: `${clerk}@ledger.example`,
    },
    stdio: 'ignore',
  });
}

/** Waits until something answers at `address`, at most ten seconds. */
async function answers(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((settle) => setTimeout(settle, 100));
    }
  }
  throw new Error('填报服务没有启动');
}

function git(repository: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-c', 'core.quotepath=false', ...args], {
    cwd: repository,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}：${stderr}`);
  return stdout.trim();
}
