/** 单位名单: the rows of a list of units — 单位名称, 简称, 办公电话 — by whatever they are called there. */
import type { Cell, Paper, PaperPlace } from '../paper/sheet.ts';
import { isOrganisation } from './words/unit-names.ts';
import { bareText, mendedText } from './words/wording.ts';

export interface UnitTableRow {
  readonly name: string;
  readonly aliases: string[];
  /** Only what can be one of an office. */
  readonly phone: string | undefined;
  readonly place: PaperPlace;
}

/** How lists of units call their columns; compared without spaces and brackets. */
const UNIT_COLUMNS = {
  name: ['单位名称', '单位全称', '单位', '全称', '主办单位', '机构名称', '部门名称'],
  alias: ['简称', '单位简称', '规范简称', '别名', '曾用简称'],
  phone: ['办公电话', '值班电话', '对外电话'],
} as const;
type UnitColumn = keyof typeof UNIT_COLUMNS;

/** Every row that names an organisation: a line of notes or a total below the table is none. */
export function unitRows({ blocks }: Paper): UnitTableRow[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'grid') return [];
    const head = block.rows.findIndex((row) => columnsOf(row).includes('name'));
    const columns = columnsOf(block.rows[head] ?? []);
    return (head < 0 ? [] : block.rows.slice(head + 1)).flatMap((row): UnitTableRow[] => {
      const values = new Map(columns.map((id, at) => [id, mendedText(row[at]?.text ?? '')]));
      const name = values.get('name') ?? '';
      const [first] = row;
      if (first === undefined || !isOrganisation(name)) return [];
      const aliases = (values.get('alias') ?? '').split(/[、,，;；/\s]+/u);
      const phone = values.get('phone') ?? '';
      return [
        {
          name,
          aliases: [...new Set(aliases)].filter((one) => one !== '' && one !== name),
          phone: /^[\d\s()（）-]{7,20}$/u.test(phone) ? phone : undefined,
          place: first.place,
        },
      ];
    });
  });
}

function columnsOf(row: readonly Cell[]): (UnitColumn | undefined)[] {
  return row.map(({ text }) => {
    const title = bareText(text.replace(/[（(][^（）()]*[)）]/gu, ''));
    return (Object.keys(UNIT_COLUMNS) as UnitColumn[]).find((id) =>
      UNIT_COLUMNS[id].some((name) => bareText(name) === title),
    );
  });
}
