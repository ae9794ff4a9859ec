/** Handing files in: from the newest main, checked first, then a branch (pushed on request) or the folder. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { ledgerOn } from '../../src/domain/ledger-on.ts';
import type { Posts } from '../../src/domain/membership.ts';
import { contentAt } from '../../src/history/content-at.ts';
import { commitOf, type Place, placeOf } from '../../src/history/place.ts';
import { type Content, readFolder } from '../../src/ledger/content.ts';
import { isIgnored } from '../../src/ledger/ignored.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import { formatVersion } from '../../src/ledger/migrations/migrate.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { readRecord } from '../../src/ledger/record.ts';
import { checkNewFiles, type NewFilesFound } from '../../src/review/new-files.ts';
import { proposalLink, pushArguments, wordsOfServer } from '../../src/review/forge-link.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { SCHEMA_VERSION, type Site } from '../../src/schema/site.ts';
import { DataFaults, todayInChina, WrongUse, type CommonOptions } from '../command.ts';
import { enterFiles, type FilesToEnter, contentWith } from './entry.ts';

export interface HandingOptions extends CommonOptions {
  branch?: string;
  write?: boolean;
  push?: boolean;
  remote: string;
}

/** The options of every command that hands files in. */
export function handingOptions(command: Command): Command {
  return command
    .addOption(new Option('--branch <分支>', '写成哪个分支；不写则自动起名'))
    .addOption(new Option('--write', '直接写进台账文件夹，不建分支'))
    .addOption(new Option('--push', '写好分支就推送'))
    .addOption(new Option('--remote <远端>', '推送到哪里').default('origin'));
}

/** Where files are handed in: the ledger of the day as it is there, and the commit that a branch grows from. */
export interface HandingPlace {
  readonly content: Content;
  readonly ledger: Ledger;
  /** The same as it was read, of no day. */
  readonly recorded: Ledger;
  readonly place: Place | undefined;
  readonly base: string | undefined;
}

/** Opens the newest main of the repository, or the folder where there is none. Throws DataFaults. */
export function openHandingPlace({
  content: folder,
  write,
  remote,
  asOf,
}: HandingOptions): HandingPlace {
  const place = write === true ? undefined : placeOf(folder);
  const newest = place && newestMain(place, folder, remote);
  const content = place && newest ? ledgerAt(place, newest) : readFolder(folder);
  const { ledger } = readLedger(content);
  const version = formatVersion(content) ?? SCHEMA_VERSION;
  if (newest !== undefined && version < SCHEMA_VERSION)
    throw new DataFaults(
      `主分支的台账是第 ${String(version)} 版，本程序的是第 ${String(SCHEMA_VERSION)} 版 → 先运行 npx ledger migrate，把升级合并到主分支`,
    );
  if (ledger === undefined)
    throw new DataFaults(`${folder} 里的台账读不出来 → 先运行 npx ledger check`);
  const today = asOf ?? todayInChina();
  return { content, ledger: ledgerOn(ledger, today), recorded: ledger, place, base: newest };
}

/** The ledger's files in a commit. */
export function ledgerAt(place: Place, commit: string): Content {
  const { texts, evidence } = contentAt(place, commit);
  return { texts: new Map([...texts].filter(([path]) => !isIgnored(path))), evidence };
}

/** The main branch as last fetched, else as it is here, else whatever is checked out. */
function newestMain(place: Place, folder: string, remote: string): string | undefined {
  const main = branchIn(folder) ?? 'main';
  for (const revision of [`refs/remotes/${remote}/${main}`, `refs/heads/${main}`, 'HEAD']) {
    const commit = commitOf(place, revision);
    if (commit !== undefined) return commit.id;
  }
  return undefined;
}

/** The main branch that the folder's settings name; only they are read. */
function branchIn(folder: string): string | undefined {
  const file = join(folder, 'site.yaml');
  if (!existsSync(file)) return undefined;
  const reading = readRecord('site.yaml', 'site', readFileSync(file));
  return reading.ok ? (reading.value as Site).forge?.branch : undefined;
}

/** What is handed in together: one commit on one branch. */
export interface HandedProposal {
  readonly files: FilesToEnter;
  /** Used unless --branch names another. */
  readonly branch: string;
  readonly message: string;
}

export interface Handing extends HandedProposal {
  readonly as: Posts;
  readonly isNamed: boolean;
}

/** Checks and writes the files; returns what to tell. Throws DataFaults or WrongUse, having written nothing. */
export function handIn(
  desk: HandingPlace,
  handing: Handing,
  options: HandingOptions,
): { draft: NewFilesFound; lines: string[]; branch: string | undefined } {
  const { files, as, isNamed } = handing;
  const draft = checkNewFiles({
    base: desk.recorded,
    merged: contentWith(desk.content, files),
    files,
    as,
    isNamed,
    today: options.asOf ?? todayInChina(),
  });
  const wrong = draft.faults.filter(({ severity }) => severity === 'fault');
  if (wrong.length > 0)
    throw new DataFaults(`${wrong.map(faultLine).join('\n')}\n没有写入：先改正上面的错误。`);
  const branch = desk.base === undefined ? undefined : (options.branch ?? handing.branch);
  if (branch === undefined && (options.push === true || options.branch !== undefined))
    throw new WrongUse('这里没有 Git 仓库，不能建分支', '去掉 --branch 和 --push，或在仓库里运行');
  const told = enterFiles(files, {
    content: options.content,
    branch,
    base: desk.base,
    message: handing.message,
    read: desk.content,
  });
  const lines = [
    ...draft.faults.map((fault) => `! ${faultLine(fault)}`),
    told,
    ...(branch === undefined ? [] : afterwards(desk, branch, options)),
  ];
  return { draft, lines, branch };
}

/** Pushes, or says how. */
function afterwards(
  desk: HandingPlace,
  branch: string,
  { push, remote, content }: HandingOptions,
): string[] {
  const { forge } = desk.ledger.site;
  const args = pushArguments(forge, remote, branch);
  const link = forge?.kind === 'gitea' ? undefined : proposalLink(forge, branch);
  const open = link === undefined ? [] : [`再打开这个链接提交合并请求：${link}`];
  const repository = desk.place?.repository ?? content;
  const git = repository === process.cwd() ? 'git' : `git -C ${repository}`;
  if (push !== true)
    return hasRemote(repository, remote)
      ? [`推送：${git} ${args.join(' ')}`, ...open]
      : [
          `这个仓库没有远端 ${remote}，自己合并：${git} merge --no-ff -m 收件 ${branch} && ${git} branch -d ${branch}`,
        ];
  const pushed = pushBranch(desk, branch, { remote, content });
  if (!pushed.ok) throw new DataFaults(pushed.line);
  return [pushed.line, ...open];
}

/** Pushes a branch; a Chinese sentence with what came of it and, where it was refused, by whom and in which words. */
export function pushBranch(
  desk: HandingPlace,
  branch: string,
  { remote, content }: Pick<HandingOptions, 'remote' | 'content'>,
): { ok: boolean; line: string } {
  const repository = desk.place?.repository ?? content;
  const [push = 'push', ...args] = pushArguments(desk.ledger.site.forge, remote, branch);
  // The pusher's own settings and sign-in are needed here; Git asks for them at the terminal itself.
  const run = spawnSync('git', ['-C', repository, push, '--porcelain', ...args], {
    stdio: ['inherit', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (run.status === 0) return { ok: true, line: `已推送到 ${remote}：${branch}。` };
  const said = wordsOfServer(run.stderr);
  const verdict = /^!\t[^\t]*\t\[(?<by>[^\]]*)\](?: \((?<why>.*)\))?$/mu.exec(run.stdout)?.groups;
  const by =
    verdict === undefined
      ? `没有连上 ${remote}，或登录、设置不对`
      : verdict['by'] === 'remote rejected'
        ? `${remote} 的服务器没有收`
        : `${remote} 上已有同名而不同的分支`;
  const words = said.length > 0 ? said : [verdict?.['why'] ?? run.stderr.trim()].filter(Boolean);
  const git = repository === process.cwd() ? 'git' : `git -C ${repository}`;
  return {
    ok: false,
    line: [
      `推送没有成功：${by}；分支 ${branch} 还在，改好后再推送：${git} ${[push, ...args].join(' ')}`,
      ...words.map((line) => `  ${line}`),
    ].join('\n'),
  };
}

function hasRemote(repository: string, remote: string): boolean {
  return spawnSync('git', ['-C', repository, 'remote', 'get-url', remote]).status === 0;
}
