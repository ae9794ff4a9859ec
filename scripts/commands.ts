/** The list of commands: one line each, loaded only when used. */
import type { Command } from 'commander';
import { ownCommands } from './own/commands.ts';
import { rollupCommands } from './rollup/commands.ts';

/** `about` is shown by `npx ledger --help`. */
export const commands: Readonly<Record<string, { about: string; load: () => Promise<Command> }>> = {
  ...ownCommands,
  check: {
    about: '检查台账，一次列出全部错误',
    load: async () => (await import('./query/check.ts')).checkCommand(),
  },
  show: {
    about: '显示一个单位、账号、专项或问题',
    load: async () => (await import('./query/show.ts')).showCommand(),
  },
  status: {
    about: '统计：某一天或某个提交时的全部指标',
    load: async () => (await import('./query/status.ts')).statusCommand(),
  },
  burden: {
    about: '减负：一个季度里要单位填多少格、交几批表、催几次',
    load: async () => (await import('./query/burden.ts')).burdenCommand(),
  },
  deadline: {
    about: '看一句整改时限怎样读、为什么',
    load: async () => (await import('./query/deadline.ts')).deadlineCommand(),
  },
  build: {
    about: '检查台账并生成公开站或内部站',
    load: async () => (await import('./site/build.ts')).buildCommand(),
  },
  dev: {
    about: '边改台账边看网站：改了马上显示，有错指出文件和行',
    load: async () => (await import('./site/dev.ts')).devCommand(),
  },
  serve: {
    about: '在本机打开已经生成的网站',
    load: async () => (await import('./site/serve.ts')).serveCommand(),
  },
  desk: {
    about: '办公室自己的内部站，能在线填报，写进本单位的仓库',
    load: async () => (await import('./site/desk.ts')).deskCommand(),
  },
  try: {
    about: '在本机试一整轮：填报、审核、合并、页面更新（用虚构的示例区）',
    load: async () => (await import('./site/try.ts')).tryCommand(),
  },
  proofread: {
    about: '校对一份通报或报告，找出前后不一致之处（不需要台账）',
    load: async () => (await import('./letters/proofread.ts')).proofreadCommand(),
  },
  review: {
    about: '检查一次报送（合并请求）能不能合并',
    load: async () => (await import('./forge/review.ts')).reviewCommand(),
  },
  decide: {
    about: '照审核员的一条评论办理一份合并请求（由流程调用）',
    load: async () => (await import('./forge/decide.ts')).decideCommand(),
  },
  update: {
    about: '报送一个问题：进展、申请验收、验收、退回……',
    load: async () => (await import('./enter/update.ts')).updateCommand(),
  },
  new: {
    about: '登记单位、账号、问题',
    load: async () => (await import('./enter/new/new.ts')).newCommandGroup(),
  },
  set: {
    about: '改设置：公开程度、网站地址、审签、归档、下级台账……（不写 YAML）',
    load: async () => (await import('./enter/set/set.ts')).setCommand(),
  },
  staff: {
    about: '人员进出：填报员、审核员、管理员换人',
    load: async () => (await import('./enter/set/staff.ts')).staffCommand(),
  },
  codeowners: {
    about: '生成平台的 CODEOWNERS 文件',
    load: async () => (await import('./forge/codeowners.ts')).codeownersCommand(),
  },
  queue: {
    about: '待审报送：提交了还没有合并的',
    load: async () => (await import('./query/queue.ts')).queueCommand(),
  },
  audit: {
    about: '审计：谁录入、谁合并，旧记录有没有改过',
    load: async () => (await import('./query/audit.ts')).auditCommand(),
  },
  comment: {
    about: '把审核摘要写到合并请求下面（由流程调用）',
    load: async () => (await import('./forge/comment.ts')).commentCommand(),
  },
  'install-hook': {
    about: '给裸仓库装上推送检查',
    load: async () => (await import('./forge/install-hook.ts')).installHookCommand(),
  },
  'pre-receive': {
    about: '裸仓库的推送检查，由 hooks/pre-receive 调用',
    load: async () => (await import('./forge/pre-receive.ts')).preReceiveCommand(),
  },
  export: {
    about: '导出问题清单或工作台账：xlsx、docx、csv、json',
    load: async () => (await import('./letters/export.ts')).exportCommand(),
  },
  import: {
    about: '导入问题清单：先预览，问清楚，再写入',
    load: async () => (await import('./enter/import.ts')).importCommand(),
  },
  report: {
    about: '生成专项整治情况报告（公文格式）',
    load: async () => (await import('./letters/report.ts')).reportCommand(),
  },
  urge: {
    about: '生成督办函：一个单位的逾期问题',
    load: async () => (await import('./letters/urge.ts')).urgeCommand(),
  },
  brief: {
    about: '周报：一页，变化和需要领导研究的事项',
    load: async () => (await import('./letters/brief.ts')).briefCommand(),
  },
  package: {
    about: '报送包：报告、清单、数据和校验码',
    load: async () => (await import('./letters/package.ts')).packageCommand(),
  },
  archive: {
    about: '归档：一案一档、归档文件目录、校验码；或把全部内容带走',
    load: async () => (await import('./letters/archive.ts')).archiveCommand(),
  },
  backup: {
    about: '备份整个仓库；演练恢复',
    load: async () => (await import('./forge/backup.ts')).backupCommand(),
  },
  remind: {
    about: '催办：临期、逾期和未报进展的问题',
    load: async () => (await import('./letters/remind/remind.ts')).remindCommand(),
  },
  sample: {
    about: '抽取检查名单，可以照样再抽一次',
    load: async () => (await import('./inspections/sample.ts')).sampleCommand(),
  },
  observe: {
    about: '读入监测平台导出的清单：最近更新、空更、错敏词，作检查和预警的参考',
    load: async () => (await import('./inspections/observe.ts')).observeCommand(),
  },
  inspect: {
    about: '检查结果；把发现的问题开列、重启、复查',
    load: async () => (await import('./inspections/inspect.ts')).inspectCommand(),
  },
  circular: {
    about: '检查情况的通报（公文格式）；印发后冻结',
    load: async () => (await import('./letters/circular.ts')).circularCommand(),
  },
  summary: {
    about: '季度、半年小结（公文格式）；印发后冻结',
    load: async () => (await import('./letters/summary.ts')).summaryCommand(),
  },
  probe: {
    about: '访问本单位的网站：能不能打开、首页最新信息（默认一个也不访问）',
    load: async () => (await import('./inspections/probe.ts')).probeCommand(),
  },
  'self-check': {
    about: '自查：发表、收表、看谁没报、谁零报告',
    load: async () => (await import('./inspections/self-check.ts')).selfCheckCommand(),
  },
  register: {
    about: '登记账号的备案、变更、关停和注销',
    load: async () => (await import('./enter/register/register.ts')).registerCommand(),
  },
  'close-account': {
    about: '关停账号：审批、公告、注销、备案，撤销没有办结的问题',
    load: async () => (await import('./enter/register/close-account.ts')).closeAccountCommand(),
  },
  confirm: {
    about: '上级核销：照上级的文件一次登记多个',
    load: async () => (await import('./enter/confirm.ts')).confirmCommand(),
  },
  conclude: {
    about: '专项结项：没有办结的列明继续整改',
    load: async () => (await import('./enter/conclude.ts')).concludeCommand(),
  },
  'hand-over': {
    about: '机构调整：单位更名、合并、分设、撤销，账号移交',
    load: async () => (await import('./enter/hand-over/hand-over.ts')).handOverCommand(),
  },
  reconcile: {
    about: '核对名册：别的系统导出的表与台账逐项对照',
    load: async () => (await import('./enter/register/reconcile.ts')).reconcileCommand(),
  },
  collect: {
    about: '生成报送单，每个单位一份，发给单位填写',
    load: async () => (await import('./enter/receive/collect.ts')).collectCommand(),
  },
  receive: {
    about: '收件：交回的报送单变成报送，一个单位一次',
    load: async () => (await import('./enter/receive/receive.ts')).receiveCommand(),
  },
  ...rollupCommands,
  migrate: {
    about: '把旧格式的台账升级到本程序的格式',
    load: async () => (await import('./enter/migrate.ts')).migrateCommand(),
  },
};
