/** docs/glossary.md: one English word for one Chinese term; fixed vocabularies are taken from where they are defined. */
import { unitEnds } from '../../src/schema/unit.ts';
import { layout } from '../../src/schema/layout.ts';
import {
  accountStates,
  actions,
  closingPolicies,
  deadlineKinds,
  periods,
  registrations,
  states,
} from '../../src/text/terms.ts';
import { storedWords } from './stored-words.ts';

/** A term of the field or of the program, the word that stands for it in code, and what it means. */
export interface GlossaryTerm {
  chinese: string;
  english: string;
  means: string;
}

/** Terms that no vocabulary of the program holds. Each word stands once, each term once. */
export const terms: readonly GlossaryTerm[] = [
  { chinese: '台账', english: 'ledger', means: '一个单位保管的全部记录，即 content/' },
  {
    chinese: '责任单位',
    english: 'owner',
    means: '问题归谁整改：账号的主办单位，或问题直接归属的单位',
  },
  { chinese: '主办单位', english: 'host', means: '账号由谁开办，清单里的原文' },
  { chinese: '配合单位', english: 'assisting', means: '协助整改；由责任单位一并答复' },
  { chinese: '地点或项目', english: 'place', means: '不涉及账号的问题发生在哪里' },
  { chinese: '整改措施', english: 'measures', means: '清单里的原文' },
  { chinese: '频次义务', english: 'duty', means: '措施里承诺的频次，如每周两次' },
  { chinese: '整改时限', english: 'deadline', means: '原文和读出来的类型、截止日' },
  { chinese: '佐证材料', english: 'evidence', means: '链接、编号、文件或另存的原件' },
  { chinese: '轮次', english: 'round', means: '从列入或重启到办结' },
  { chinese: '收件', english: 'receipt', means: '报送进入主分支的那次合并' },
  { chinese: '逾期', english: 'overdue', means: '过了截止日和宽限还没有申请验收' },
  { chinese: '临期', english: 'soon', means: '离截止日不超过设定的天数' },
  { chinese: '回头看', english: 'lookBack', means: '下一次检查把上次不合格的再看一遍' },
  { chinese: '抽查', english: 'draw', means: '按种子抽取，谁都能照样再抽一次' },
  {
    chinese: '画网页',
    english: 'render',
    means: '从数据做出网页和页面上的一块；照片、群图重画叫 paint，Office 文件里的图形叫 drawing',
  },
  { chinese: '指标版本', english: 'edition', means: '一份文件的全部指标，自某天起用' },
  {
    chinese: '台账的一面',
    english: 'face',
    means: '某一天公开站或内部站所见的台账；一面里没有的，不显示也不计数',
  },
  { chinese: '单项否决', english: 'veto', means: '有一项即为不合格' },
  {
    chinese: '通报公文',
    english: 'circular',
    means: '一次检查之后发的文稿；印发以后登记成一份 bulletin',
  },
  { chinese: '小结公文', english: 'summary', means: '一个季度或半年的文稿' },
  { chinese: '总览', english: 'overview', means: '某一天的全部指标和分组，ledger status 所列' },
  { chinese: '督办函', english: 'urge', means: '发给一个单位的函' },
  { chinese: '简报', english: 'brief', means: '每周给领导看的一页' },
  {
    chinese: '填报',
    english: 'report',
    means:
      '单位把一份进展或申请报给办公室，存成一份 update；情况报告写 campaign report，来文里的报送日期、报送单位写 reportOn、reportedBy',
  },
  { chinese: '报送包', english: 'package', means: '报上级的全部文件' },
  { chinese: '报送单', english: 'sheet', means: '发给单位填写的表格' },
  { chinese: '交回', english: 'sheet back', means: '单位填好送回来的表格（文件夹 sheet-back/）' },
  { chinese: '来件', english: 'paper', means: '任何交来的文件，读成行和格' },
  { chinese: '提议', english: 'proposal', means: '一个分支或合并请求带来的改动' },
  { chinese: '审核', english: 'review', means: '合并以前对提议的检查' },
  {
    chinese: '核对',
    english: 'check',
    means: '台账或要提交的文件照格式和规则看一遍；对账号的检查叫 inspection',
  },
  { chinese: '已验收待销号', english: 'held', means: '验收了，还在等公示期满或上级核销' },
  {
    chinese: '文件类别',
    english: 'fileKind',
    means: '提议改动的一个文件是哪种记录、佐证、模板、程序，还是放错了地方',
  },
  {
    chinese: '到期复查',
    english: 'recheck',
    means: '长期坚持的问题到期再看一次；记录里的事项是 reviewed',
  },
  {
    chinese: '销号规则',
    english: 'closing',
    means: '问题怎样销号、销号欠什么；账号的关停不叫 closing',
  },
  { chinese: '关停', english: 'closure', means: '账号从批准关停到关停备案的四步' },
  { chinese: '填报员', english: 'clerk', means: '替单位报送的人' },
  { chinese: '审核员', english: 'reviewer', means: '收件、验收、退回的人' },
  {
    chinese: '拟办',
    english: 'draft',
    means: '经办人先拟出决定，等领导审签；设备上没有送出的叫 unsent',
  },
  { chinese: '审签', english: 'approval', means: '领导同意拟办的决定；同意以后才签发' },
  { chinese: '管理员', english: 'maintainer', means: '管程序和设置的人' },
  { chinese: '错误', english: 'fault', means: '一处文件、行、列，一句话，一个办法' },
  {
    chinese: '机构调整',
    english: 'hand-over',
    means: '单位更名、合并、分设、撤销，账号和问题移交',
  },
  { chinese: '承接单位', english: 'successor', means: '单位撤并以后接手的单位' },
  { chinese: '本级和下级', english: 'area', means: '本级的台账和汇总上来的全部下级，文稿一起写' },
  { chinese: '汇总', english: 'rollup', means: '一个台账公布的合计和明细，上级据此相加' },
  { chinese: '合计', english: 'sums', means: '汇总里的合计，存成 data/summary.json' },
  { chinese: '要留意的', english: 'caution', means: '下级台账里要有人看一眼的，一句话一条' },
  { chinese: '重放', english: 'replay', means: '从记录推算某一天的状态' },
  { chinese: '分册', english: 'volume', means: '网站的一部分网页，由一台机器画' },
  { chinese: '合订', english: 'bind', means: '把各册合成一个网站，先证明不缺不重' },
  { chinese: '基准', english: 'basis', means: '数字按哪一天、哪个提交算' },
];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The whole file. */
export function glossaryDoc(): string {
  const vocabularies: [string, Readonly<Record<string, string>>][] = [
    ['问题的状态', states],
    ['问题的事项', actions],
    ['时限类型', deadlineKinds],
    ['周期', periods],
    ['账号的状态', accountStates],
    ['账号的事项', registrations],
    ['单位怎样结束', unitEnds],
    ['销号方式', closingPolicies],
  ];
  return `# 词汇表

本页由 \`npm run docs\` 从程序生成，请勿手改。一个中文词在程序里只有一个英文词，一个英文词只指一件事。

## 业务用语

${table(
  ['中文', '英文', '意思'],
  terms.map(({ chinese, english, means }) => [chinese, `\`${english}\``, means]),
)}

## 存下来的词

记录的键和值、网址、文件名、命令的词定了就不改。下面这些的意思和上表不同，或者不止一个；程序里说的是最后一栏。

${table(
  ['存下来的词', '在哪里', '意思', '程序里'],
  storedWords.map(({ word, where, means, code }) => [
    word
      .split('、')
      .map((one) => `\`${one}\``)
      .join('、'),
    where,
    means,
    `\`${code}\``,
  ]),
)}

## 记录

${table(
  ['中文', '英文', '文件'],
  Object.entries(layout).map(([kind, { title, glob }]) => [title, `\`${kind}\``, `\`${glob}\``]),
)}

## 固定词表

${vocabularies
  .map(
    ([title, words]) =>
      `### ${title}\n\n${table(
        ['中文', '英文'],
        Object.entries(words).map(([english, chinese]) => [chinese, `\`${english}\``]),
      )}`,
  )
  .join('\n\n')}
`;
}
