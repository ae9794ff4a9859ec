/** docs/rules.md: everything that the check can say, by the name that stands in its lines. */
import { rules } from '../../src/ledger/rules/index.ts';

/** What is found while a single file is read, before records are compared. */
const reading: Readonly<Record<string, string>> = {
  encoding: '文件是 UTF-8 文本，不带 BOM',
  'line-ends': '换行是 LF',
  characters: '没有看不见的控制字符',
  size: '文件不超过 256 KB；检查记录不超过 4 MB',
  empty: '文件不是空的',
  tab: '缩进用空格，不用 Tab',
  colon: '栏目名后面是半角冒号',
  space: '冒号后面有一个空格',
  syntax: 'YAML 写法正确',
  documents: '一个文件一份文档',
  record: '文件里是一条记录，不是列表或一段文字',
  'duplicate-key': '同一个栏目只写一次',
  'complex-key': '栏目名是一个词',
  alias: '不用“*”引用',
  anchor: '不用“&”锚点',
  'merge-key': '不用“<<”合并',
  directive: '不用“%”指令',
  tag: '不用“!”标签',
  proto: '不用“__proto__”作栏目名',
  'unknown-key': '没有不认识的栏目',
  missing: '必填栏目都写了',
  value: '每个值合乎格式',
  'stray-file': '文件放在该放的位置，扩展名是 .yaml',
  'missing-file': '站点设置和词表的文件都在',
};

/** The whole document. */
export function rulesDoc(): string {
  const table = (rows: readonly (readonly [string, string])[]) =>
    `| 规则 | 要求 |\n| --- | --- |\n${rows.map(([id, title]) => `| \`${id}\` | ${title} |`).join('\n')}\n`;
  return `# 检查规则

本页由 \`npm run docs\` 从程序生成，请勿手改。\`npx ledger check\` 一次列出全部错误，每行写明：文件:行:列、规则、哪里不对 → 怎么办。标“提醒”的不算错误。

## 读文件

${table(Object.entries(reading))}
## 记录之间

每条规则一个文件：\`src/ledger/rules/规则.ts\`，测试在 \`tests/ledger/rules/规则.test.ts\`。

${table(rules.map(({ id, title }) => [id, title]))}`;
}
