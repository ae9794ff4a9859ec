/** docs/figures.md: every figure with its definition, as readers see it on the about page. */
import { dimensions } from '../../src/domain/figures/breakdown.ts';
import { figureGroups, figures } from '../../src/domain/figures/figures.ts';

/** The whole document. */
export function figuresDoc(): string {
  const groups = Object.entries(figureGroups).map(([group, title]) => {
    const rows = figures
      .filter((figure) => figure.group === group)
      .map(({ id, name, unit, definition }) => `| ${name} | \`${id}\` | ${unit} | ${definition} |`);
    return `## ${title}\n\n| 指标 | 编号 | 单位 | 定义 |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
  });
  const parts = Object.entries(dimensions).map(
    ([id, { name, definition }]) => `| ${name} | \`${id}\` | ${definition} |`,
  );
  return `# 指标定义

本页由 \`npm run docs\` 从 \`src/domain/figures/figures.ts\` 生成，请勿手改。网站、文件和 \`npx ledger status\` 的数都按这里的定义从台账记录算出，并能列出是哪些记录。

每个数都说明口径：按报告日期（截至某日，以现有台账为准），或按提交（当时的台账，即当时能够公布的数）。迟报、补报会使两者不同。

${groups.join('\n\n')}

## 分组

| 分组 | 编号 | 说明 |
| --- | --- | --- |
${parts.join('\n')}

## 平衡关系

- 问题总数 = 待整改 + 整改中 + 待验收 + 退回 + 已销号 + 长期坚持 + 撤销。
- 有效问题 = 已销号 + 长期坚持 + 未完成；三项比率之和为 1。
- 未完成 = 逾期 + 宽限期内 + 临期 + 未到期 + 暂缓 + 无截止日 + 按期报送待验收 + 逾期报送待验收。
- 除问题类别外，各分组之和等于问题总数；问题类别之和等于项次。
- 各月办结按轮次计：重启以后，以前月份的办结数不变。
`;
}
