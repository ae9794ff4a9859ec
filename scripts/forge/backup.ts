/** `ledger backup --out FILE`: the whole repository as one Git bundle; `--drill FILE`: restored for a try and counted again. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { overviewOf } from '../../src/domain/figures/overview.ts';
import { git, GitRefused } from '../../src/history/git/git.ts';
import { commitOf, type Place, placeOf } from '../../src/history/place.ts';
import { type CommonOptions, DataFaults, newCommand, printJson, WrongUse } from '../command.ts';
import { writeAll } from '../output.ts';
import { openAt, openNow } from '../query/opened.ts';

interface BackupOptions extends CommonOptions {
  out?: string;
  drill?: string;
}

export function backupCommand(): Command {
  return newCommand('backup', '备份：整个仓库连同历史写成一个文件；--drill 试着恢复并重新统计')
    .addOption(new Option('--out <文件>', '写成哪个文件，如 台账-20261128.bundle'))
    .addOption(new Option('--drill <文件>', '恢复演练：从备份恢复到临时文件夹，检查、统计、对照'))
    .action((options: BackupOptions) => {
      const { out, drill: from } = options;
      if ((out === undefined) === (from === undefined))
        throw new WrongUse('写 --out 或 --drill 之一', '--out 备份，--drill 演练恢复');
      try {
        if (out !== undefined) backup(out, options);
        else drill(from ?? '', options);
      } catch (error) {
        if (error instanceof GitRefused) throw new DataFaults(error.message);
        throw error;
      }
    });
}

/** The repository and the commit of its HEAD. Throws WrongUse. */
function here({ content }: CommonOptions): { place: Place; head: string } {
  const place = placeOf(content);
  const head = place && commitOf(place, 'HEAD')?.id;
  if (place === undefined || head === undefined)
    throw new WrongUse(`${content} 不在有提交的 Git 仓库里`, '用 --content 指明台账所在文件夹');
  return { place, head };
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function backup(out: string, options: BackupOptions): void {
  const { place, head } = here(options);
  const { repository, prefix } = place;
  if (existsSync(out)) throw new WrongUse(`已经有 ${out}`, '换一个文件名，旧的备份不覆盖');
  const ask = (...args: string[]): string => git(repository, args).toString('utf8').trim();
  if (ask('rev-parse', '--is-shallow-repository') === 'true')
    throw new WrongUse('仓库是浅克隆，历史不全，不能备份', '先运行 git fetch --unshallow');
  const dir = mkdtempSync(join(tmpdir(), 'ledger-backup-'));
  try {
    const draft = join(dir, 'draft.bundle');
    ask('bundle', 'create', draft, '--all', 'HEAD');
    ask('bundle', 'verify', draft);
    const bytes = readFileSync(draft);
    const sum = `${sumOf(bytes)}  ${basename(out)}\n`;
    writeAll([
      { path: out, bytes },
      { path: `${out}.sha256`, bytes: sum },
    ]);
    const changed = ask('status', '--porcelain', '--', prefix === '' ? '.' : prefix);
    const note = changed === '' ? '' : '注意：台账里有没有提交的改动，不在备份里。\n';
    if (options.json)
      printJson({ out, commit: head, bytes: bytes.length, uncommitted: changed !== '' });
    else
      process.stdout.write(
        `已写出 ${out}（${String(bytes.length)} 字节，到提交 ${head.slice(0, 12)}）和 ${out}.sha256。\n${note}另存到别的机器上，再用 npx ledger backup --drill 演练一次恢复。\n`,
      );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function drill(file: string, options: BackupOptions): void {
  if (!existsSync(file)) throw new WrongUse(`找不到备份 ${file}`, '写备份文件的位置');
  const { place } = here(options);
  const sums = `${file}.sha256`;
  const hasSum = existsSync(sums);
  if (hasSum && readFileSync(sums, 'utf8').slice(0, 64) !== sumOf(readFileSync(file)))
    throw new DataFaults(`${file} 与 ${sums} 不符：备份坏了或被换过 → 用另一份备份`);
  const dir = mkdtempSync(join(tmpdir(), 'ledger-drill-'));
  try {
    const clone = join(dir, 'repository');
    git(dir, ['clone', '--quiet', resolve(file), clone]);
    git(clone, ['fsck', '--full', '--strict', '--no-dangling']);
    const content = join(clone, place.prefix);
    const restored = { place: { ...place, repository: clone }, content };
    const head = commitOf(restored.place, 'HEAD');
    if (head === undefined) throw new DataFaults(`${file} 里没有可以取出的主分支`);
    const behind = behindBy(place, head.id);
    const asOf = options.asOf ?? head.on;
    // What the working repository says of the same commit and day; the restored folder is read, and so checked, as it lies.
    const now = overviewOf(openNow({ ...options, content, asOf }).standing).figures;
    const then = overviewOf(openAt({ ...options, asOf }, head.id).standing).figures;
    const differing = now.filter(({ words }, index) => words !== then[index]?.words);
    if (differing.length > 0)
      throw new DataFaults(
        `恢复出来的指标与现在的仓库不同：${differing.map(({ name }) => name).join('、')} → 备份不可用，请重新备份`,
      );
    if (options.json)
      printJson({ ok: true, commit: head.id, behind, asOf, figures: now.length, sum: hasSum });
    else
      process.stdout.write(
        `${[
          `恢复演练成功：${file}${hasSum ? ' 校验码相符，' : ' 没有校验码文件，未核对；'}历史完整，台账没有错误，${String(now.length)} 个指标（截至 ${asOf}）与现在的仓库逐个相同。`,
          behind === 0
            ? `备份到提交 ${head.id.slice(0, 12)}，就是现在的提交。`
            : `备份到提交 ${head.id.slice(0, 12)}，现在的仓库比它多 ${String(behind)} 个提交。`,
        ].join('\n')}\n`,
      );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** How many commits the working repository is ahead. Throws DataFaults where the commit is not its own. */
function behindBy(place: Place, commit: string): number {
  if (commitOf(place, commit) === undefined)
    throw new DataFaults('备份里的提交在现在的仓库里没有：不是同一个仓库的备份，或历史被改写过');
  return Number(git(place.repository, ['rev-list', '--count', `${commit}..HEAD`]).toString());
}
