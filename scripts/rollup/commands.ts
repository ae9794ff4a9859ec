/** The commands between a ledger and those above and below it, for the list of all (scripts/commands.ts). */
export const rollupCommands = {
  rollup: {
    about: '报上级的合计：看、或存成一个文件',
    load: async () => (await import('./rollup.ts')).rollupCommand(),
  },
  area: {
    about: '本级和全部下级的文稿：报告、通报、问题清单、汇总表',
    load: async () => (await import('./area.ts')).areaCommand(),
  },
  assign: {
    about: '交办单：交给一个下级的全部问题和核销，存成一个文件',
    load: async () => (await import('./assign.ts')).assignCommand(),
  },
  gather: {
    about: '汇总下级台账：逐个去取、核对、存当天的快照',
    load: async () => (await import('./gather.ts')).gatherCommand(),
  },
};
