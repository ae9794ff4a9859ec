/** docs/figures.md: every figure with its definition, as readers see it on the about page. */
import { dimensions } from '../../src/domain/figures/breakdown.ts';
import { figureGroups, figures } from '../../src/domain/figures/figures.ts';
import { closedOfYearRule, flowKinds, flowRule, flows } from '../../src/domain/figures/flows.ts';

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
  const ways = flowKinds.map(
    (flow) =>
      `| ${flows[flow].name} | \`${flow}\` | ${flows[flow].sign > 0 ? '进' : '出'} | ${flows[flow].definition} |`,
  );
  return `# 指标定义

本页由 \`npm run docs\` 从 \`src/domain/figures/figures.ts\` 生成，请勿手改。网站、文件和 \`npx ledger status\` 的数都按这里的定义从台账记录算出，并能列出是哪些记录。

每个数都说明口径：按报告日期（截至某日，以现有台账为准），或按提交（当时的台账，即当时能够公布的数）。迟报、补报会使两者不同。

${groups.join('\n\n')}

## 分组

| 分组 | 编号 | 说明 |
| --- | --- | --- |
${parts.join('\n')}

## 进出

一段时间（月、季度、半年、任意两天之间）未完成的问题怎样增减。**一律按轮次计**：一个问题列入是第一轮，每重启一次是新的一轮，每轮各有一次结局；一段时间里先后销号两次的计两次。所以各月相加等于季度，各季度相加等于半年。从回放出的状态得来，不看办了什么手续：催报、延期、退回、公示这些不使问题办结、也不使它重开的步骤，都不是进出。

| 进出 | 编号 | 方向 | 定义 |
| --- | --- | --- | --- |
${ways.join('\n')}

- ${flowRule}。期初、期末各按当天的状态另行数出；小结、周报的数对不上就不生成。
- ${closedOfYearRule}。趋势页写在进出的旁边。
- 趋势页的“各年列入”按列入年份分组（\`listedYear\`）：一年列入的，按统计截止日的状态分成已销号、长期坚持、未完成（其中逾期）和撤销，几项之和等于列入；销号率 = 已销号 ÷ 有效问题；问题类别按项次，列最多的三类。公开站在有专项不公开逾期单位名称时，不列各年的逾期。
- 统计期的小结、\`ledger status\` 的各月进出、趋势页和 \`data/flows.json\` 用的是同一个定义。
- 印发的小结记着当时的提交，\`ledger audit\` 按那个提交重算。第 1 套指标（没有写 figureSet 的旧通报）的销号、转长期坚持、重启按问题计，照旧重算。

## 检查的合格率

合格率只有在代表同一范围时才能比较。

- 全部检查的，合格率 = 合格 ÷ 检查。
- 抽查的，清单里除了随机抽取的，还有上次不合格、这次再看（回头看）的。合格率只按随机抽取的部分算，并写明抽取多少；回头看的单独写。既抽中又是回头看的，算在抽取里，数目写明（清单比应抽的数多出几个，就有几个不在抽取之内；是哪几个由种子推定）。
- 由抽取的推算全部应查的，用威尔逊区间（Wilson, E. B., Probable Inference, the Law of Succession, and Statistical Inference, Journal of the American Statistical Association 22, 1927, 209–212），95%；没有按名册大小作有限总体修正，所以偏宽不偏窄。
- 与上次相比：两次的指标版本、更新要求相同，并且都查完了，才可比；否则写不可比和原因。有一次是抽查而两次的范围重叠的，写“在抽样误差以内，不能说明升降”。
- 按单位、按平台的抽取数太少，不算合格率；单位之间不比合格率。
- 第 1 套指标（没有写 figureSet 的旧通报）的合格率把回头看的混在一起，照旧重算，不再用于新印发的。

## 平衡关系

- 问题总数 = 待整改 + 整改中 + 待审核和待销号 + 退回 + 已销号 + 长期坚持 + 撤销。
- 有效问题 = 已销号 + 长期坚持 + 未完成；三项比率之和为 1。
- 未完成 = 逾期 + 宽限期内 + 临期 + 未到期 + 暂缓 + 无截止日 + 按期报送待销号 + 逾期报送待销号。
- 除问题类别外，各分组之和等于问题总数；问题类别之和等于项次。
- 各月办结和进出按轮次计：重启以后，以前月份的数不变。
`;
}
