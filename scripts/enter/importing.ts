/** 导入清单: what the command and the office's desk do alike with a list: how it is read, what stops it, what is proposed. */
import { planImport, type ImportPlan } from '../../src/intake/record/plan.ts';
import { columnNamesOf } from '../../src/intake/record/papers.ts';
import type { ListOptions } from '../../src/intake/record/target.ts';
import type { Ask } from '../../src/intake/inquiry/question.ts';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import type { Content } from '../../src/ledger/content.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import { type PapersRead, refusals, type UnreadFile } from '../../src/paper/folder.ts';
import type { IsColumn } from '../../src/paper/stack.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { DataFaults, WrongUse } from '../command.ts';
import { contentWith } from './entry.ts';

interface ListReading {
  /** As it is on the day. */
  readonly ledger: Ledger;
  readonly content: Content;
  readonly said: ListOptions;
  /** Answers to earlier questions, by key. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** What the list is called where nothing was read of it. */
  readonly name: string;
}

/** Whether a title is that of a column. Throws WrongUse where the ledger knows none. */
export function isColumnOf(ledger: Ledger): IsColumn {
  if (ledger.vocabulary.columns.length === 0)
    throw new WrongUse(
      '台账没有 vocabulary/columns.yaml，认不出清单的栏名',
      '从程序自带的台账复制这个文件',
    );
  const names = columnNamesOf(ledger);
  return (name) => names.find(name) !== undefined;
}

/** The papers as a plan. Throws DataFaults where there is no list in them, or it would spoil the ledger. */
export function importPlan({ papers, unread }: PapersRead, reading: ListReading): ImportPlan {
  const { ledger, content, said, given, name } = reading;
  if (papers.length === 0) throw new DataFaults(refusals(unread).join('\n') || '文件夹里没有文件');
  const plan = planImport(papers, ledger, said, given, content.texts);
  plan.notes.unshift(...refusals(unread));
  if (isNoList(plan))
    throw new DataFaults(
      [
        ...plan.notes,
        `${name} 没有读出清单：没有认得的表头，也没有成句的问题 → 表头要有“存在问题”“主办单位”“整改时限”这样的栏名，别的叫法可添在 vocabulary/columns.yaml`,
      ].join('\n'),
    );
  checkResult(content, plan);
  return plan;
}

/** Why nothing of the list is written yet; undefined where all of it can be. */
export function whyNotImported(
  { questions }: ImportPlan,
  unread: readonly UnreadFile[],
): string | undefined {
  if (questions.length > 0) return `还有 ${String(questions.length)} 处要确认，什么都没有写入。`;
  if (unread.length > 0)
    return `${refusals(unread).join('\n')}\n几个文件算一份清单，有 ${String(unread.length)} 个没有读，什么都没有写入；改好或去掉它，再来一次。`;
  return undefined;
}

/** What the commit says. */
export function messageOf({ rows, campaign }: ImportPlan): string {
  const count = (status: string): string =>
    String(rows.filter((row) => row.status === status).length);
  return `导入清单：新增 ${count('new')} 条、改动 ${count('changed')} 条（${campaign ?? ''}）`;
}

/** True where nothing was read but perhaps a head: what is asked then is about the list as a whole. */
function isNoList({ rows, nothingFound, leftOut, questions }: ImportPlan): boolean {
  const whole: readonly Ask[] = ['campaign', 'listedOn', 'origin'];
  return (
    rows.length + nothingFound + leftOut === 0 && questions.every(({ ask }) => whole.includes(ask))
  );
}

/** What would be written must be a sound ledger. Throws DataFaults. */
function checkResult(content: Content, plan: ImportPlan): void {
  if (plan.files.size === 0) return;
  const result = checkLedger(contentWith(content, plan.files));
  if (isSound(result)) return;
  const faults = result.faults.filter(({ severity }) => severity === 'fault');
  throw new DataFaults(`照这份清单写入，台账会有错：\n${faults.map(faultLine).join('\n')}`);
}
