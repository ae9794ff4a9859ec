/** The list of commands: one line each, loaded only when used. */
import type { Command } from 'commander';

interface CommandEntry {
  /** Shown by `npx ledger --help`. */
  summary: string;
  load: () => Promise<Command>;
}

export const commands: Readonly<Record<string, CommandEntry>> = {
  check: {
    summary: '检查台账，一次列出全部错误',
    load: async () => (await import('./check.ts')).checkCommand(),
  },
  show: {
    summary: '显示一个单位、账号、专项或问题',
    load: async () => (await import('./show.ts')).showCommand(),
  },
  status: {
    summary: '统计：某一天或某个提交时的全部指标',
    load: async () => (await import('./status.ts')).statusCommand(),
  },
};
