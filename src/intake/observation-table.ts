/** 监测清单的表: the rows of a monitoring platform's list, its heads known by their names or by what the person says of them. */
import type { Ledger } from '../schema/ledger.ts';
import type { RegisterColumnId } from '../schema/registration.ts';
import { type Cell, type Paper, placeInWords, tableInWords } from '../paper/sheet.ts';
import { registerColumnOf } from './register-table.ts';
import { bareText, mendedText } from './words/wording.ts';

/** What a column of such a list can hold, with the heads that are known; more are given by the person. */
export const observedColumns = {
  账号: [
    '账号名称',
    '新媒体名称',
    '网站名称',
    '公众号名称',
    '账号',
    '名称',
    '站点名称',
    '媒体名称',
  ],
  单位: ['主办单位', '主办单位名称', '开办单位', '单位名称', '单位', '所属单位'],
  平台: ['平台', '平台类型', '所属平台', '平台名称', '账号平台', '新媒体类型'],
  最近更新: [
    ...['最近更新日期', '最近更新时间', '最近更新', '最后更新日期', '最后更新时间', '最新更新时间'],
    ...[
      '最近发布时间',
      '最后发布时间',
      '最近发文时间',
      '最后发文时间',
      '最后发文日期',
      '最新发文时间',
    ],
  ],
  未更新天数: ['未更新天数', '空更天数', '停更天数', '连续未更新天数'],
  发现: [
    '错误内容',
    '错敏词',
    '错别字',
    '错误词',
    '疑似错误',
    '敏感词',
    '问题描述',
    '问题内容',
    '问题',
  ],
  类型: ['错误类型', '问题类型', '问题类别'],
  建议: ['建议修改', '修改建议', '建议', '正确写法', '推荐修改'],
  网址: ['文章链接', '链接', '网址', '页面地址', '问题链接', 'URL', '快照地址', '来源链接'],
  不看: ['序号', '备注', '编号', '文章标题', '标题', '发布时间', '监测时间', '导出时间'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ObservedColumn = keyof typeof observedColumns;

export interface ObservedRow {
  /** In words. */
  readonly where: string;
  readonly values: ReadonlyMap<ObservedColumn, string>;
}

/** What a head means: as said, by the names here, by the ledger's own names of register columns. */
export function columnFinder(
  { vocabulary }: Pick<Ledger, 'vocabulary'>,
  said: ReadonlyMap<string, ObservedColumn>,
): (title: string) => ObservedColumn | undefined {
  const names = new Map<string, ObservedColumn>();
  for (const [column, known] of Object.entries(observedColumns) as [
    ObservedColumn,
    readonly string[],
  ][])
    for (const name of known) names.set(bareText(name), column);
  for (const [title, column] of said) names.set(bareText(title), column);
  const register = registerColumnOf(vocabulary.registerColumns);
  const own: Partial<Record<RegisterColumnId, ObservedColumn>> = {
    name: '账号',
    unit: '单位',
    platform: '平台',
  };
  return (title) => {
    const plain = title.replace(/[（(][^（）()]*[)）]/gu, '');
    const id = register(title);
    return names.get(bareText(plain)) ?? names.get(bareText(title)) ?? (id && own[id]);
  };
}

/** The rows that name an account; `notes` learns what was not read. */
export function observedRows(
  papers: readonly Paper[],
  find: (title: string) => ObservedColumn | undefined,
  notes: string[],
): ObservedRow[] {
  const rows: ObservedRow[] = [];
  for (const paper of papers)
    for (const block of paper.blocks) {
      if (block.kind !== 'grid') continue;
      const head = block.rows.findIndex((row) => row.some(({ text }) => find(text) === '账号'));
      if (head < 0) {
        notes.push(
          `${tableInWords(paper.file, block.sheet)}：没有认得账号名称一栏的表头，没有读 → 加 --column 栏名=账号`,
        );
        continue;
      }
      const titles = block.rows[head] ?? [];
      const columns = titles.map(({ text }) => find(text));
      const strange = titles
        .map(({ text }) => mendedText(text))
        .filter((text, at) => text !== '' && columns[at] === undefined);
      if (strange.length > 0)
        notes.push(
          `没有读的栏：${strange.join('、')} → 要读的加 --column 栏名=内容（${Object.keys(observedColumns).join('、')}）`,
        );
      for (const cells of block.rows.slice(head + 1)) {
        const values = valuesOf(cells, columns);
        const [first] = cells;
        if (first && values.has('账号'))
          rows.push({ where: placeInWords({ ...first.place, cell: '' }), values });
      }
    }
  return rows;
}

function valuesOf(
  cells: readonly Cell[],
  columns: readonly (ObservedColumn | undefined)[],
): Map<ObservedColumn, string> {
  const values = new Map<ObservedColumn, string>();
  for (const [at, cell] of cells.entries()) {
    const column = columns[at];
    const text = cell.day ?? mendedText(cell.text);
    if (column === undefined || column === '不看' || text === '' || values.has(column)) continue;
    values.set(column, text);
  }
  return values;
}
