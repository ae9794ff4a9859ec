/** `ledger gather --from`: a list that came back or a package, counted and taken as a snapshot of the day. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checksums, SUMS } from '../../src/documents/checksums.ts';
import type { GatheredChild } from '../../src/gather/gather.ts';
import { paperLevels } from '../../src/domain/rollup/child.ts';
import { takePaper } from '../../src/gather/paper.ts';
import { countsOfPapers, type PaperCounts } from '../../src/intake/paper-counts.ts';
import { countsOfPackage, PACKAGE_DATA } from '../../src/intake/package-counts.ts';
import { columnNamesOf } from '../../src/intake/record/papers.ts';
import { didYouMean } from '../../src/ledger/message.ts';
import { readPapers } from '../../src/paper/folder.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { DataFaults, WrongUse } from '../command.ts';

export interface PaperOptions {
  from?: string;
  child?: string;
  number?: string;
  on?: string;
}

/** Throws WrongUse, or DataFaults where the paper cannot be counted. */
export async function gatherPaper(
  ledger: Ledger,
  from: string,
  { child: id, number, on }: PaperOptions,
  today: string,
): Promise<GatheredChild[]> {
  if (id === undefined || number === undefined || on === undefined)
    throw new WrongUse(
      '--from 要和 --child、--number、--on 一起用',
      '写明是谁报的、文号、统计截止日',
    );
  const child = ledger.children.get(id);
  if (child === undefined)
    throw new WrongUse(`没有下级 ${id}`, didYouMean(id, [...ledger.children.keys()]));
  const levels = paperLevels(child);
  if (levels.length === 0)
    throw new WrongUse(
      `${child.name} 不是按报表计的`,
      `在 children/${id}.yaml 里写 internal: { paper: true }（公开站也要的，再写 public: { paper: true }）`,
    );
  if (!existsSync(from)) throw new WrongUse(`找不到 ${from}`, '写交回的文件，或报送包的文件夹');
  const { counts, sha256 } = await countedIn(from, on, ledger);
  if (!counts.ok)
    throw new DataFaults(`${counts.faults.join('。\n')}。\n没有收：改好后再运行一次。`);
  const { campaign, figures, platforms } = counts;
  const paper = { campaign, figures, platforms, number, asOf: on, sha256 };
  // A package is counted by what the office below knows, not by what it may publish.
  const isPackage = existsSync(join(from, PACKAGE_DATA));
  const taken = isPackage ? levels.filter((level) => level === 'internal') : levels;
  if (taken.length === 0)
    throw new DataFaults(
      '报送包是内部口径的数，不能当公开的用：在 children 里写 internal: { paper: true }。',
    );
  return taken.map((level) => takePaper(ledger, child, level, paper, today));
}

async function countedIn(
  from: string,
  on: string,
  ledger: Ledger,
): Promise<{ counts: PaperCounts; sha256: string }> {
  if (statSync(from).isDirectory() && existsSync(join(from, PACKAGE_DATA))) {
    const data = readFileSync(join(from, PACKAGE_DATA));
    const sum = new TextDecoder().decode(checksums(new Map([[PACKAGE_DATA, data]])));
    const sums = existsSync(join(from, SUMS)) ? readFileSync(join(from, SUMS), 'utf8') : '';
    const counts: PaperCounts = sums.includes(sum)
      ? countsOfPackage(data, on)
      : { ok: false, faults: [`${PACKAGE_DATA} 与 ${SUMS} 里的校验码不符`] };
    return { counts, sha256: sha256Of([data]) };
  }
  const names = columnNamesOf(ledger);
  const { papers, unread } = await readPapers(from, (name) => names.find(name) !== undefined);
  const counts: PaperCounts =
    unread.length > 0
      ? {
          ok: false,
          faults: unread.map(
            ({ file, refusal }) => `${file}：${refusal.problem}；${refusal.remedy}`,
          ),
        }
      : countsOfPapers(papers, ledger);
  const files = statSync(from).isDirectory() ? [] : [readFileSync(from)];
  return {
    counts,
    sha256: sha256Of(files.length > 0 ? files : [new TextEncoder().encode(JSON.stringify(papers))]),
  };
}

function sha256Of(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
