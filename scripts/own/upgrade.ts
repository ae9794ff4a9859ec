/**
 * `ledger upgrade`: brings a ledger to the program that runs: its pin, its format and, of what the program words, what is
 * asked for. One commit on a branch of its own, so that it is reviewed like anything else and undone like anything else.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { inWords } from '../../src/day/calendar.ts';
import { overviewOf } from '../../src/domain/figures/overview.ts';
import { standing } from '../../src/domain/issue/standing.ts';
import { ledgerOn } from '../../src/domain/ledger-on.ts';
import { writeBranch } from '../../src/history/git/branch.ts';
import { git, GitRefused } from '../../src/history/git/git.ts';
import { commitOf, type Place, placeOf } from '../../src/history/place.ts';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import { type Content, readFolder } from '../../src/ledger/content.ts';
import { isIgnored } from '../../src/ledger/ignored.ts';
import { migrate, type MigrationResult } from '../../src/ledger/migrations/migrate.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import {
  asOfDay,
  DataFaults,
  newCommand,
  shownFault,
  WrongUse,
  type CommonOptions,
} from '../command.ts';
import { type FileOffer, offerLines, offersFor, withCalled } from './offers.ts';
import { programVersion, RUNNABLE, pinnedVersion } from './own-files.ts';
import { PIN, withoutSignIn } from './own-workflow.ts';

interface UpgradeOptions extends CommonOptions {
  branch?: string;
  take: string[];
  takeAll?: boolean;
  dryRun?: boolean;
}

export function upgradeCommand(): Command {
  return newCommand(
    'upgrade',
    '把台账升级到现在运行的程序：在一个分支上改钉住的版本和旧格式；词表、模板、流程的改进只列出，要用的才取',
  )
    .addOption(new Option('--branch <分支>', '写成哪个分支；不写则为 upgrade/版本号'))
    .addOption(
      new Option('--take <文件>', '用随程序的这个文件代替台账里的；可以写几次')
        .argParser((path: string, paths: string[]) => [...paths, path])
        .default([], '一个不取'),
    )
    .option('--take-all', '列出的都取')
    .option('--dry-run', '只看：改哪些文件，词表和模板逐行差在哪里')
    .action(upgrade);
}

/** Path from the top of the repository → its new text; undefined where it goes. */
type Files = Map<string, string | undefined>;

function upgrade(options: UpgradeOptions): void {
  const place = placeOf(options.content);
  const head = place && commitOf(place, 'HEAD')?.id;
  if (place === undefined || head === undefined)
    throw new WrongUse(`${options.content} 不在有提交的 Git 仓库里`, '先提交一次，升级才退得回来');
  refuseUncommitted(place);
  const content = readFolder(resolve(options.content));
  const version = programVersion();
  const pin = pinIn(place.repository, version);
  const migrated = migrate(content);
  if (migrated.kind === 'refused')
    throw new DataFaults(
      `${migrated.faults.map((fault) => shownFault(options.content, fault)).join('\n')}\n没有升级，什么都没有写。`,
    );
  const files: Files = new Map();
  if (pin !== undefined && pin.text !== pin.next) files.set(PIN, pin.next);
  if (migrated.kind === 'migrated')
    for (const [path, text] of migrated.files) files.set(place.prefix + path, text);
  const after = withFiles(content, files, place.prefix);
  const { ledger } = checkLedger(after);
  const offers = ledger === undefined ? [] : offersFor(place.repository, place.prefix, ledger.site);
  const taken = takenOf(offers, options);
  for (const { path, text } of taken) files.set(path, text);
  const taking = soundIn(withFiles(content, files, place.prefix), options.content);
  const lines = [
    ...pinLines(pin, version),
    ...formatLines(migrated),
    ...offerLines(offers, taken, options.dryRun === true),
    ...(ledger === undefined ? [] : movedLines(ledger, taking, asOfDay(options, taking))),
  ];
  if (files.size === 0) lines.push('台账已是这一版，没有要改的。');
  else if (options.dryRun === true)
    lines.push(`要改 ${String(files.size)} 个文件；现在没有写，去掉 --dry-run 就写成分支。`);
  else lines.push(...write(place, head, files, options.branch ?? `upgrade/${version}`, version));
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The branch grows from the last commit: what is in the folder alone would be lost or mixed in. Throws WrongUse. */
function refuseUncommitted({ repository }: Place): void {
  const args = ['status', '--porcelain', '--untracked-files=no'];
  const changed = git(repository, args).toString('utf8').trim();
  if (changed === '') return;
  throw new WrongUse('有没提交的改动，没有升级', '先提交，或用 git stash 收起来，再运行一次');
}

interface Pin {
  text: string;
  next: string;
  was: string;
}

/** Throws WrongUse where the ledger is ahead of this program. */
function pinIn(top: string, version: string): Pin | undefined {
  if (!existsSync(join(top, PIN))) return undefined;
  const text = readFileSync(join(top, PIN), 'utf8');
  const was = pinnedVersion(text);
  if (was === undefined)
    throw new WrongUse(`${PIN} 里没有 version`, '补上一行“version = 版本号”，写现在用的程序版本');
  if (isLater(was, version))
    throw new WrongUse(
      `台账钉住的程序是 ${was}，比现在运行的 ${version} 新，没有升级`,
      '先换上新程序再运行',
    );
  const next = text
    .replace(/^(\s*version\s*=\s*)\S+/mu, `$1${version}`)
    // An older one may name a token, which everybody reads who reads the ledger.
    .replace(/^(\s*from\s*=\s*)(\S+)/mu, (_line, head: string, from: string) =>
      [head, withoutSignIn(from)].join(''),
    );
  return { text, was, next };
}

/** By numbers, part by part. */
function isLater(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split(/[.-]/u).map(Number));
  for (const at of [0, 1, 2]) {
    const [x = 0, y = 0] = [a?.[at], b?.[at]];
    if (x !== y) return x > y;
  }
  return false;
}

/** Throws WrongUse for a name that is not offered. */
function takenOf(
  offers: readonly FileOffer[],
  { take, takeAll }: UpgradeOptions,
): readonly FileOffer[] {
  for (const name of take)
    if (!offers.some(({ path }) => path === name))
      throw new WrongUse(
        `没有“${name}”这个改进`,
        offers.length === 0
          ? '台账里的与随程序的一样'
          : `可取的有：${offers.map(({ path }) => path).join('、')}`,
      );
  return takeAll === true ? offers : withCalled(offers, take);
}

function withFiles(content: Content, files: Files, prefix: string): Content {
  const texts = new Map(content.texts);
  for (const [path, text] of files) {
    const below = path.slice(prefix.length);
    if (!path.startsWith(prefix) || isIgnored(below)) continue;
    if (text === undefined) texts.delete(below);
    else texts.set(below, new TextEncoder().encode(text));
  }
  return { texts, evidence: content.evidence };
}

/** The ledger as it would be. Throws DataFaults. */
function soundIn(after: Content, shown: string): Ledger {
  const result = checkLedger(after);
  if (result.ledger !== undefined && isSound(result)) return result.ledger;
  const faults = result.faults.filter(({ severity }) => severity === 'fault');
  throw new DataFaults(
    `${faults.map((fault) => shownFault(shown, fault)).join('\n')}\n照这样升级，台账会有 ${String(faults.length)} 处错误，什么都没有写。`,
  );
}

/** The figures that another vocabulary counts otherwise; the upgrade alone moves none. */
function movedLines(before: Ledger, after: Ledger, day: string): string[] {
  const [was, is] = [before, after].map((one) => overviewOf(standing(ledgerOn(one, day), day)));
  const moved = (is?.figures ?? []).flatMap(({ id, name, words }) => {
    const old = was?.figures.find((one) => one.id === id)?.words;
    return old === words ? [] : [`${name} ${old ?? '—'} → ${words}`];
  });
  if (moved.length === 0) return [];
  return [`! 取了以后，截至${inWords(day)}的数会变：${moved.join('、')}`];
}

function pinLines(pin: Pin | undefined, version: string): string[] {
  if (pin === undefined) return [`台账没有 ${PIN}，不改钉住的版本（程序 ${version}）。`];
  return [
    pin.was === version ? `钉住的程序：${version}。` : `钉住的程序：${pin.was} → ${version}。`,
  ];
}

function formatLines(result: MigrationResult): string[] {
  if (result.kind !== 'migrated') return [];
  const steps = result.steps.map(({ to, title }) => `第 ${String(to)} 版：${title}`);
  return [
    `格式：第 ${String(result.from)} 版 → 第 ${String(result.to)} 版，改 ${String(result.files.size)} 个文件。`,
    ...steps,
  ];
}

/** Writes the branch; says how to go back. Throws DataFaults. */
function write(place: Place, base: string, files: Files, name: string, version: string): string[] {
  try {
    const commit = writeBranch(
      { repository: place.repository, prefix: '' },
      { name, base, message: `升级到 ${version}`, files, runnable: new Set(RUNNABLE) },
    );
    return [
      `已写成分支 ${name}（${commit.slice(0, 12)}），${String(files.size)} 个文件；现在的分支没有动。推送后由管理员提交、照常审核合并。`,
      `退回：合并以前 git branch -D ${name}；合并以后、还没有按新格式录入的，git revert -m 1 合并的提交（没有合并提交的，git revert ${commit.slice(0, 12)}），再换回旧程序。`,
    ];
  } catch (error) {
    if (error instanceof GitRefused) throw new DataFaults(`${error.message}；什么都没有写`);
    throw error;
  }
}
