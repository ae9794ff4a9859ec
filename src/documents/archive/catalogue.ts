/**
 * 归档文件目录: one line an item, in the nine columns of DA/T 22-2015, 5.5.2 (序号、档号、文号、责任者、题名、日期、密级、
 * 页数、备注); 保管期限 stands above the table, as on the standard's cover. What nobody told the program stays empty.
 */
import { type Archiving, retentions } from '../../schema/site.ts';
import type { Day } from '../../day/calendar.ts';
import type { Sheet } from '../sheet/sheet.ts';

export interface ArchiveItem {
  /** 文号, where it has one. */
  readonly number?: string | undefined;
  /** 责任者: who made the file. */
  readonly author: string;
  /** 题名, in 〔 〕 of the standard's kind ([ ]) where the program made it. */
  readonly title: string;
  readonly on: Day;
  readonly pages: number | undefined;
  /** Where it lies in the folder. */
  readonly files: readonly string[];
}

export interface CatalogueHead {
  readonly year: string;
  readonly authority: string;
  readonly archive: Archiving | undefined;
  /** 起始件号. */
  readonly first: number;
  readonly fiction: string | undefined;
}

export function catalogueSheet(items: readonly ArchiveItem[], head: CatalogueHead): Sheet {
  const { archive, year, authority, fiction } = head;
  return {
    title: '归档文件目录',
    lines: [
      `全宗名称：${authority}　全宗号：${archive?.fonds ?? ''}　年度：${year}　保管期限：${archive?.retention ?? ''}　机构（问题）：${archive?.section ?? ''}`,
      ...emptyNotes(archive),
      ...(fiction === undefined ? [] : [fiction]),
    ],
    tab: '归档文件目录',
    columns: [
      { key: 'row', title: '序号', width: 6, paper: 6, kind: 'centred' },
      { key: 'code', title: '档号', width: 24, paper: 22, kind: 'text' },
      { key: 'number', title: '文号', width: 16, paper: 14, kind: 'text' },
      { key: 'author', title: '责任者', width: 18, paper: 16, kind: 'text' },
      { key: 'title', title: '题名', width: 44, paper: 40, kind: 'text' },
      { key: 'on', title: '日期', width: 10, paper: 10, kind: 'centred' },
      { key: 'secrecy', title: '密级', width: 6, paper: 6, kind: 'centred' },
      { key: 'pages', title: '页数', width: 6, paper: 6, kind: 'number' },
      { key: 'note', title: '备注', width: 44, paper: 30, kind: 'text' },
    ],
    rows: items.map((item, index) => [
      index + 1,
      codeOf(archive, year, head.first + index),
      item.number,
      item.author,
      item.title,
      item.on.replaceAll('-', ''),
      undefined,
      item.pages,
      `电子文件：${item.files.join('、')}${item.pages === undefined ? '；页数装订时填' : ''}`,
    ]),
  };
}

/** 全宗号-档案门类代码·年度-保管期限代码-机构（问题）代码-件号; undefined unless the office gave its parts. */
export function codeOf(
  archive: Archiving | undefined,
  year: string,
  item: number,
): string | undefined {
  const { fonds, category, section, retention } = archive ?? {};
  if (fonds === undefined || category === undefined || retention === undefined) return undefined;
  const parts = [fonds, `${category}·${year}`, retentions[retention], section];
  return [...parts.filter((part) => part !== undefined), String(item).padStart(4, '0')].join('-');
}

/** What is left empty, and where it is set. */
export function emptyNotes(archive: Archiving | undefined): string[] {
  const { fonds, category, retention } = archive ?? {};
  const missing = [
    ...(fonds === undefined ? ['全宗号'] : []),
    ...(category === undefined ? ['档案门类代码'] : []),
    ...(retention === undefined ? ['保管期限'] : []),
  ];
  if (missing.length === 0) return [];
  return [
    `${missing.join('、')}没有设置（site.yaml 的 archive），档号${retention === undefined ? '和保管期限' : ''}空着，请按本单位的分类方案和保管期限表填写。`,
  ];
}
