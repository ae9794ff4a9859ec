/** 本级和下级的表: where each ledger of the area stands with what it adds to the sums, and the issues by name. */
import { countOf } from '../../domain/rollup/counts.ts';
import type { Face } from '../../views/face.ts';
import type { AreaView, AreaIssues } from '../../views/rollup/area.ts';
import { siteView } from '../../views/site-view.ts';
import type { Sheet, SheetColumn } from './sheet.ts';
import { figureNames } from '../../text/terms.ts';
import { sheetLevels } from '../../text/secrecy.ts';

const counts = [['total', '问题总数'], ...Object.entries(figureNames)] as const;

/** One row a ledger in the official order, and the sum of exactly these rows. */
export function ledgersSheet(face: Face, { ledgers, total, view }: AreaView): Sheet {
  return {
    title: '本级和下级整改情况汇总表',
    lines: [...headOf(face), view.state],
    tab: '汇总表',
    columns: [
      { key: 'name', title: '台账', width: 20, kind: 'text' },
      { key: 'state', title: '报送情况', width: 14, kind: 'centred' },
      { key: 'asOf', title: '统计截止日', width: 12, kind: 'day' },
      ...counts.map(([key, title]): SheetColumn => ({ key, title, width: 9, kind: 'number' })),
      { key: 'change', title: '未完成比上月底', width: 10, kind: 'centred' },
      { key: 'note', title: '说明', width: 36, kind: 'text' },
    ],
    rows: [
      ...ledgers.map(({ name, state, asOf, figures, change, level, note }) => [
        name,
        state,
        asOf && { day: asOf.iso },
        ...counts.map(([id]) => figures && countOf(figures, id)),
        figures && change,
        [level, note].filter((part) => part !== '').join('；'),
      ]),
      [
        '合计',
        `${String(view.counted + 1)} 个台账`,
        undefined,
        ...counts.map(([id]) => countOf(total, id)),
        undefined,
        '各行相加',
      ],
    ],
  };
}

/** Every issue that may be named; what is counted and not named, and what is not counted, is said above the table. */
export function areaIssuesSheet(face: Face, area: AreaView, { rows, unnamed }: AreaIssues): Sheet {
  const out = area.ledgers.filter(({ figures }) => figures === undefined);
  return {
    title: '本级和下级问题清单',
    lines: [
      ...headOf(face),
      `合计 ${String(countOf(area.total, 'total'))} 个问题，列名 ${String(rows.length)} 个。`,
      ...(unnamed.length === 0
        ? []
        : [
            `计入合计而不列名（没有允许检索，或在它的下级）：${unnamed.map(({ name, count }) => `${name} ${String(count)} 个`).join('、')}。`,
          ]),
      ...out.map(({ name, state, note }) => `没有计入、没有列名：${name}，${state}；${note}。`),
    ],
    tab: '问题清单',
    columns: [
      { key: 'number', title: '序号', width: 7, kind: 'number' },
      { key: 'ledger', title: '台账', width: 16, kind: 'text' },
      { key: 'id', title: '编号', width: 16, kind: 'text' },
      { key: 'unit', title: '单位', width: 20, kind: 'text' },
      { key: 'title', title: '问题', width: 36, kind: 'text' },
      { key: 'platform', title: '平台', width: 14, kind: 'text' },
      { key: 'problems', title: '问题类别', width: 18, kind: 'text' },
      { key: 'state', title: '状态', width: 10, kind: 'centred' },
      { key: 'dueOn', title: '截止日', width: 12, kind: 'day' },
      { key: 'page', title: '网页', width: 30, kind: 'text' },
    ],
    rows: rows.map((one, at) => [
      at + 1,
      one.ledger,
      one.id,
      one.unit,
      one.title,
      one.platform,
      one.problems.join('、'),
      one.state,
      one.dueOn === undefined ? undefined : { day: one.dueOn },
      one.page,
    ]),
  };
}

function headOf(face: Face): string[] {
  const { asOfSentence, fiction } = siteView(face);
  return [
    `${asOfSentence}。`,
    sheetLevels[face.audience],
    ...(fiction === undefined ? [] : [fiction]),
  ];
}
