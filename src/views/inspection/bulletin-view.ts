/** 通报页: a circular as it was published, with its figures beside those that are counted today. Internal only. */
import { daysBetween, inWords } from '../../day/calendar.ts';
import { recount } from '../../domain/inspection/period-figures.ts';
import type { Bulletin } from '../../schema/bulletin.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { bulletinAddress } from '../address.ts';
import { withRows, type PaperLine, type TablePage, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { bulletinToday } from './bulletin-today.ts';
import { platformRef, unitRef } from '../names.ts';

/** The pages of the bulletins, the newest last, of one day by id; none on the public site. */
export function bulletinPages(face: Face): TablePage[] {
  const { audience, ledger, today } = face;
  if (audience !== 'internal') return [];
  return [...ledger.bulletins.values()]
    .filter(({ publishedOn }) => publishedOn <= today)
    .toSorted((a, b) => daysBetween(b.publishedOn, a.publishedOn))
    .map((one) => pageOf(face, one));
}

/** The bulletin's first line, which is its title. */
export function bulletinTitle({ paragraphs, inspection, period }: Bulletin): string {
  return paragraphs[0] ?? inspection ?? period ?? '';
}

function pageOf(face: Face, bulletin: Entry<Bulletin>): TablePage {
  const { ledger } = face;
  const { id, publishedOn, number, commit, sha256, figures, paragraphs } = bulletin;
  const today = bulletinToday(face, bulletin);
  const counted = new Map(
    (recount(ledger, bulletin, true) ?? []).map(({ name, value }) => [name, value]),
  );
  return {
    id,
    href: bulletinAddress(id),
    title: bulletinTitle(bulletin),
    more: `${inWords(publishedOn)}印发${number === undefined ? '' : `，${number}`}`,
    intro: [
      `${inWords(publishedOn)}印发${number === undefined ? '' : `，${number}`}。以下是印发时的正文，以后不再改动（校验值 ${sha256.slice(0, 16)}${commit === undefined ? '' : `，提交 ${commit.slice(0, 12)}`}）。`,
      ...(today === undefined ? [] : [today.sentence]),
    ],
    paper: paperOf(paragraphs.slice(1)),
    tables: withRows([
      ...(today === undefined ? [] : [today.table]),
      {
        id: 'figures',
        title: '印发时的数和现在重算的数',
        unit: '项',
        ...(figures.every(({ name, value }) => counted.get(name) === value)
          ? { sum: `${String(figures.length)}项现在重算，全部与印发时一致` }
          : {}),
        columns: [
          { title: '指标' },
          { title: '印发时', number: true },
          { title: '重算', number: true },
          { title: '核对' },
        ],
        rows: figures.map(({ name, value }) => [
          words(named(ledger, name)),
          words(value),
          words(counted.get(name) ?? '无'),
          words(counted.get(name) === value ? '一致' : '不一致'),
        ]),
      },
    ]),
  };
}

/** The lines of an official text with the part each plays in it, as they stand on paper. */
function paperOf(lines: readonly string[]): PaperLine[] {
  const signed = /^\d{4}年\d{1,2}月\d{1,2}日$/u.test(lines.at(-1) ?? '')
    ? lines.length - 2
    : lines.length;
  const annexes = lines.filter((text) => text.startsWith(ANNEX));
  return lines.map((text, at): PaperLine => {
    if (at >= signed) return { text, role: 'sign' };
    if (at === 0 && text.endsWith('：')) return { text, role: 'recipient' };
    if (/^[一二三四五六七八九十]+、/u.test(text)) return { text, role: 'heading' };
    const place = annexes.indexOf(text);
    if (place < 0) return { text, role: 'body' };
    // Several are numbered, below one 附件 (GB/T 9704-2012, 7.3.4).
    const number = annexes.length === 1 ? '' : `${String(place + 1)}.`;
    return {
      text: `${number}${text.slice(ANNEX.length)}`,
      role: 'annex',
      label: place === 0 ? ANNEX : '',
    };
  });
}

const ANNEX = '附件：';

/** 平台 wechat 检查 with the platform's name in place of its id. */
function named(ledger: Ledger, name: string): string {
  const [kind, id = '', what = ''] = name.split(' ');
  if (kind === '平台') return `${platformRef(ledger, id).name}${what}`;
  if (kind === '单位') return `${unitRef(ledger, id).name}${what}`;
  if (kind === '检查' && id !== '') return `${ledger.inspections.get(id)?.name ?? id}：${what}`;
  return name.replaceAll(' ', '');
}
