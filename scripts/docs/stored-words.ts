/** 存下来的词: the second table of docs/glossary.md. */

/**
 * Words that are kept (keys and values of records, addresses, names of files and commands) and mean more than the glossary
 * gives them, or another thing. They stay as they are; code that is not about the kept word itself says the other one.
 */
export const storedWords: readonly {
  word: string;
  where: string;
  means: string;
  code: string;
}[] = [
  {
    word: 'bulletin',
    where: '记录的文件夹',
    means: '印发的通报和小结，一份一条',
    code: 'bulletin',
  },
  { word: 'circular', where: '命令、模板、催办的方式', means: '通报公文', code: 'circular' },
  { word: 'check', where: '命令', means: '核对台账', code: 'check' },
  { word: 'check', where: '/report/check/、检查的编号', means: '检查', code: 'inspection' },
  {
    word: 'self-check、assigned-check',
    where: '记录的文件夹、命令',
    means: '自查、交办的检查',
    code: 'selfCheck、assignedCheck',
  },
  { word: 'drafts', where: '设备上的库', means: '没有送出的填报', code: 'unsent' },
  { word: 'closing', where: '专项的键', means: '销号规则', code: 'closing' },
  { word: 'closing', where: '账号的状态和事项', means: '拟关停、批准关停', code: 'closure' },
  { word: 'notice', where: '账号的状态和事项', means: '公告期、关停公告', code: 'notice' },
  { word: 'notice', where: '专项的键', means: '部署专项的通知', code: 'notice' },
  { word: 'summary', where: '命令、模板、印发的公文', means: '小结', code: 'summary' },
  { word: 'summary', where: 'data/summary.json、下级快照的键', means: '合计', code: 'sums' },
  { word: 'summary', where: '搜索的数据', means: '结果下面的一行字', code: 'summary' },
  { word: 'summary', where: '日历文件', means: '日程的标题（RFC 5545）', code: 'summary' },
  { word: 'returned', where: '问题的状态和事项', means: '退回', code: 'returned' },
  {
    word: 'returned',
    where: '/desk/returned.html、/api/returned',
    means: '收交回的报送单',
    code: 'sheet back',
  },
  {
    word: 'reviewed、reviewOn、reviewEvery、reviewEveryDays、review-due',
    where: '事项、键、指标',
    means: '复查',
    code: 'recheck',
  },
  {
    word: 'drawing、drawings、drawn',
    where: '离线包和缓存里的文件夹',
    means: '画网页的文件、画好的网页',
    code: 'render',
  },
];
