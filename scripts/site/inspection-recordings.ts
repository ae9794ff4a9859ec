/** 检查的登记: a check that is drawn, and what it leads to, as they are put on record at the desk. */
import { inspectionBefore } from '../../src/domain/inspection/sample.ts';
import type { Inspection } from '../../src/schema/inspection.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { WrongUse } from '../command.ts';
import {
  inspectionProposal,
  drawInspection,
  drawnInWords,
  drawnRows,
} from '../inspections/draw.ts';
import { openedProposal } from '../inspections/opened.ts';
import type { Of, Recorded } from './recording.ts';

/** A check is drawn; in place of a draw that waits it keeps that one's seed and share. */
export function inspectionDrawn(
  given: Of<'check'>,
  ledger: Ledger,
  today: string,
  earlier?: Inspection,
): Recorded {
  const { checkedOn: on = today, share, campaign = `${given.id}-issues`, replyBy } = given;
  if (on > today) throw new WrongUse(`检查日 ${on} 还没有到`, `写今天（${today}）或以前的一天`);
  // Nobody chooses the seed: who could draw until the list pleases has not drawn it, be it by drawing again.
  const drawn = earlier?.scope.kind === 'sample' ? earlier.scope : undefined;
  if (drawn !== undefined && drawn.share !== share)
    throw new WrongUse(
      `待办里的“${earlier?.name ?? ''}”已按 ${String(drawn.share)}% 抽了名单，抽了就定了，比例不能换`,
      `照样写 ${String(drawn.share)}，只换名称、日期`,
    );
  const seed = drawn?.seed ?? Number(today.replaceAll('-', ''));
  const { record, again } = drawInspection(ledger, {
    ...{ on, name: given.name, campaign, replyBy, previous: inspectionBefore(ledger, on) },
    scope: share === undefined ? { kind: 'all' } : { kind: 'sample', seed, share },
  });
  const how =
    share === undefined
      ? '全部检查'
      : `抽查 ${String(share)}%，抽取号是${drawn === undefined ? '今天' : '原来抽的'} ${String(seed)}`;
  return {
    proposal: inspectionProposal(ledger, given.id, record),
    words: [`${record.name}：${how}。${drawnInWords(record, again)}`],
    rows: drawnRows(ledger, record).map(
      ([why = '', account = '', name = '', unit = '']) => `${why} ${unit} ${name}（${account}）`,
    ),
  };
}

/** What a check found is listed. */
export function findingsOpened({ of }: Of<'findings'>, ledger: Ledger, today: string): Recorded {
  const { told, found, proposal } = openedProposal(ledger, of, today);
  if (proposal.files.size === 0) throw new WrongUse(told.replaceAll('\n', ' '), '没有要写入的');
  const { files: lasting } = openedProposal(ledger, of, today, () => '').proposal;
  return {
    proposal,
    words: told.split('\n'),
    rows: [
      ...found.findings.map(
        ({ account, verdict, problem }) =>
          `新列 ${account.name}：${problem.name}（${verdict.name}${verdict.why === undefined ? '' : `，${verdict.why}`}）`,
      ),
      ...found.reopened.map(({ issue, verdict }) => `重启 ${issue.id}：${verdict.name}仍不合格`),
      ...found.rechecked.map(({ id: held }) => `复查保持 ${held}`),
    ],
    lasting: [...lasting],
  };
}
