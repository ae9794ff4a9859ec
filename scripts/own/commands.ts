/** The commands that make, raise and pack an office's own ledger. */
import type { Command } from 'commander';

export const ownCommands: Readonly<
  Record<string, { about: string; load: () => Promise<Command> }>
> = {
  init: {
    about: '立一个新台账：回答几个问题，读入本单位的单位名单、名册和问题清单',
    load: async () => (await import('./init.ts')).initCommand(),
  },
  upgrade: {
    about: '升级台账：换了新程序以后，在分支上改钉住的版本和旧格式，列出词表和模板的改进',
    load: async () => (await import('./upgrade.ts')).upgradeCommand(),
  },
  bundle: {
    about: '打一个离线包，给没有网络、没有 npm 的电脑用',
    load: async () => (await import('../ship/bundle.ts')).bundleCommand(),
  },
};
