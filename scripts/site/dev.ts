/** `ledger dev`: the site while the ledger is being edited. A change shows at once, a fault names its file and line. */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { AstroInlineConfig } from 'astro';
import { newCommand, type CommonOptions } from '../command.ts';
import { isCheckout, PROGRAM } from '../program.ts';
import { astroIn, newScratch, withPages } from './rendering/scratch.ts';
import { setSite } from './rendering/setting.ts';

interface DevOptions extends CommonOptions {
  internal?: boolean;
  port: string;
}

export function devCommand(): Command {
  return newCommand('dev', '边改台账边看网站：改了马上显示，有错指出文件和行；按 Ctrl+C 停止')
    .option('--internal', '看内部站，不写则看公开站')
    .addOption(new Option('--port <端口>', '端口').default('4321'))
    .action(async ({ content, internal, asOf, port }: DevOptions) => {
      setSite({
        content: resolve(content),
        audience: internal === true ? 'internal' : 'public',
        asOf,
      });
      const { dev } = await import('astro');
      const server = await dev({
        ...(await place()),
        logLevel: 'warn',
        server: { port: Number(port) },
      });
      process.stdout.write(
        `网站在 http://localhost:${String(server.address.port)}/index.html，改 ${content} 里的文件马上显示；按 Ctrl+C 停止。\n`,
      );
    });
}

/** A checkout itself, so that a changed page shows as well; a package is rendered from a copy that goes with the command. */
async function place(): Promise<AstroInlineConfig> {
  if (isCheckout) return { root: PROGRAM };
  const scratch = newScratch();
  withPages(scratch);
  process.once('exit', () => {
    rmSync(scratch, { recursive: true, force: true });
  });
  return astroIn(scratch);
}
