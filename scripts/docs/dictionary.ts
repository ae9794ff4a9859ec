/** docs/dictionary.md: every field of every file, for those who read or fill in the ledger. */
import { layout, type LayoutKind } from '../../src/schema/layout.ts';
import { fieldsOf, type FieldInfo } from '../../src/schema/walk.ts';
import { layoutKinds } from './schemas.ts';

const HEAD = `# 数据字典

本页由 \`npm run docs\` 从 \`src/schema/\` 生成，请勿手改。编辑器按 \`docs/schema/\` 里的同一份格式提示和检查。

- **文件**：放在台账文件夹（默认 \`content/\`）下的位置，\`*\` 是编号或文件夹名。
- **栏目**：文件里写的英文名；\`[]\` 表示列表的每一项，\`.\` 表示下一层。
- **必填**：上一层写了，这一栏就要写；只在某些情形下有的栏目，注明是哪些情形。任选＝同一层里几个标“任选”的栏目写其中一个。
- **谁能看**：公开＝可以出现在公开网站上（专项的公开程度另外决定）；内部＝只在内部网站上，公开仓库里不得填写。
- **来自**：原文＝照来源文件抄录；归纳＝从原文读出来的；系统设定＝使用台账的单位自定；填报＝报送时填写；登记＝登记时填写。
`;

/** The whole document. */
export function dictionaryDoc(): string {
  return `${HEAD}\n${layoutKinds.map(sectionOf).join('\n')}`;
}

function sectionOf(kind: LayoutKind): string {
  const { title, glob, schema } = layout[kind];
  const fields = fieldsOf(schema);
  const rows = fields.map((field) => `| ${cellsOf(field, fields).map(escaped).join(' | ')} |`);
  return `## ${title}

文件：\`${glob}\`

| 栏目 | 名称 | 必填 | 谁能看 | 来自 | 说明 |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function cellsOf(field: FieldInfo, all: readonly FieldInfo[]): string[] {
  const { path, meta, required, within } = field;
  const choices = Object.entries(meta.choices ?? {}).map(([value, name]) => `\`${value}\` ${name}`);
  const isOneWay = within.length === 1 && within[0] === meta.title;
  const only = within.length === 0 || isOneWay ? '' : `仅“${within.join('”“')}”`;
  const remarks = [meta.description ?? '', only, choices.join('、')].filter((text) => text !== '');
  return [
    `\`${path.join('.').replaceAll('.[]', '[]')}\``,
    meta.title,
    isOneWay ? '任选' : required ? '是' : '否',
    isInternal(field, all) ? '内部' : '公开',
    meta.provenance ?? '—',
    remarks.join('。'),
  ];
}

/** True where the field or anything it lies in is internal. */
function isInternal({ path }: FieldInfo, all: readonly FieldInfo[]): boolean {
  return all.some(
    (other) =>
      other.meta.audience === 'internal' && other.path.every((key, index) => key === path[index]),
  );
}

/** A bar or a line break would end the cell. */
function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
