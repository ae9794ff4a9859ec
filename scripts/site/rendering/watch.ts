/** 开发: a changed file of the ledger shows at once; a fault shows as an overlay that names file and line. */
import { resolve, sep } from 'node:path';
import type { AstroIntegration, HookParameters } from 'astro';
import { LedgerFault, openLedger } from '../../../src/ledger/open.ts';

type Server = HookParameters<'astro:server:setup'>['server'];

/**
 * What changes within this time is read once: a branch that is checked out, a folder that is put back, are a thousand files,
 * and reading a ledger for each would keep the server from answering for minutes. Milliseconds.
 */
const TOGETHER = 100;

export function watchedLedger(): AstroIntegration {
  return {
    name: 'watched-ledger',
    hooks: {
      'astro:server:setup': ({ server }) => {
        // Asked now: the command says which ledger it is after it has read how Astro is set.
        const folder = resolve(process.env['LEDGER_CONTENT'] ?? 'content');
        server.watcher.add(folder);
        let waiting: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(folder + sep)) return;
          waiting ??= setTimeout(() => {
            waiting = undefined;
            reload(server, folder);
          }, TOGETHER);
        });
      },
    },
  };
}

/** Forgets what was read, so that the next page is rendered from the files as they are now. */
function reload(server: Server, folder: string): void {
  for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
  const fault = faultOf(folder);
  if (fault === undefined) {
    server.ws.send({ type: 'full-reload' });
    return;
  }
  const { message, loc } = fault;
  server.config.logger.error(message);
  server.ws.send({
    type: 'error',
    err: { message, stack: '', id: loc.file, loc, plugin: '台账检查' },
  });
}

/** Whatever stands in the way, a folder that vanished too: what is thrown in a watcher ends the server. */
function faultOf(folder: string): Pick<LedgerFault, 'message' | 'loc'> | undefined {
  try {
    openLedger(folder);
    return undefined;
  } catch (error) {
    if (error instanceof LedgerFault) return error;
    const why = error instanceof Error ? error.message : String(error);
    const message = `台账读不出来（${folder}）：${why} → 把文件夹放回去，存一次里面的文件就接着显示`;
    return { message, loc: { file: folder, line: 1, column: 1 } };
  }
}
