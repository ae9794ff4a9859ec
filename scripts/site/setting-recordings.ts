/**
 * 结项、机构调整的登记: what changes a setting of the ledger, which is a maintainer's. Whoever merges it must be one too, so
 * an account that is none is told before anything is shown.
 */
import { inWords } from '../../src/day/calendar.ts';
import { ledgerOn } from '../../src/domain/ledger-on.ts';
import type { Posts } from '../../src/domain/membership.ts';
import { WrongUse } from '../command.ts';
import { beforeConclusion, conclusionToHandIn } from '../enter/conclude.ts';
import { unitMove } from '../enter/hand-over/hand-over-change.ts';
import { campaignNamed } from '../scope.ts';
import type { AgainstMain } from './desk/proposing.ts';
import { type Of, type Recorded, saidWords } from './recording.ts';

/** 结项: the setting of a campaign, which a maintainer changes; whoever is none is told before anything is shown. */
export function concludedAt(
  { of, on: day, document, open }: Of<'conclusion'>,
  { as, recorded, content }: AgainstMain,
  today: string,
): Recorded {
  ofMaintainer(as, '结项改的是专项的设置');
  const on = day ?? today;
  if (on > today) throw new WrongUse(`结项日期${inWords(on)}还没有到`, '写文件上的日期');
  const ledger = ledgerOn(recorded, on);
  const campaign = campaignNamed(ledger, of);
  if (open === 'none') {
    const { head, listed } = beforeConclusion(ledger, campaign, on);
    if (listed.length > 0)
      throw new WrongUse(
        [head, ...listed, `还有 ${String(listed.length)} 个没有办结`].join('\n'),
        '先办结，或选“都列明，继续整改”',
      );
  }
  const made = conclusionToHandIn({ ledger, content }, campaign, {
    ...{ on, document: saidWords(document) },
    remaining: 'all',
  });
  const no = saidWords(document) === undefined ? '没有写文号' : `文号 ${String(document)}`;
  return {
    proposal: made.proposal,
    words: [made.head, `${made.told}，${no}`],
    rows: made.listed.map((line) => `继续整改 ${line}`),
  };
}

/** 机构调整: a unit gets another name, or is merged into one that there is; who gets which part of a split is for the command. */
export function handedOver(
  { of, change, renamed, into, on: day, document, publicNote }: Of<'hand-over'>,
  { as, recorded, content, base }: AgainstMain,
  today: string,
): Recorded {
  ofMaintainer(as, '机构调整改的是单位的资料');
  const on = day ?? today;
  if (on > today) throw new WrongUse(`${inWords(on)}还没有到`, '到那一天再登记');
  const name = saidWords(renamed);
  if (change === 'rename' && name === undefined)
    throw new WrongUse('没有写新的名称', '写新名称再预览');
  const [paper, note] = [saidWords(document), saidWords(publicNote)];
  if (change === 'rename' && (paper ?? note) !== undefined)
    throw new WrongUse('更名只记新旧名称和日期，不记文号、公开说明', '清空这两格再预览');
  if (change === 'merge' && into === undefined)
    throw new WrongUse('没有选并入哪个单位', '选一个再预览');
  const ledger = ledgerOn(recorded, today);
  const move = unitMove({ content, ledger, recorded, base, place: undefined }, of, on, {
    ...{ content: '', remote: '', json: false, assign: [] },
    ...(change === 'rename' ? { to: [], rename: name ?? '' } : { to: [into ?? ''] }),
    ...(paper === undefined ? {} : { document: paper }),
    ...(note === undefined ? {} : { publicNote: note }),
  });
  const { files, lines, subject, message } = move;
  return {
    proposal: { files, message, branch: `hand-over/${subject}-${on.replaceAll('-', '')}` },
    words: [`${inWords(on)}起；以前各天的数、以前印发的通报不变。写 ${String(files.size)} 个文件`],
    rows: lines,
    lasting: [...files.values()],
  };
}

/** Throws WrongUse where it is somebody else's to do. */
function ofMaintainer({ maintainer }: Posts, what: string): void {
  if (!maintainer)
    throw new WrongUse(
      `${what}，由管理员提交`,
      '请管理员办理，或用兼任审核员和管理员的账户打开办理台',
    );
}
