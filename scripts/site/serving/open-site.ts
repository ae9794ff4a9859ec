/**
 * 内部站: the internal site of a repository's main branch on this machine, built anew when the branch moves, with the
 * endpoint of its forms. A detached work tree of its own is read, so that nobody's work copy is in the way.
 */
import { spawn } from 'node:child_process';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { git, GitRefused } from '../../../src/history/git/git.ts';
import type { Place } from '../../../src/history/place.ts';
import { ENTRY, PROGRAM } from '../../program.ts';
import { answerEndpoint, type Who } from './endpoint.ts';
import { hostsOf } from './guard.ts';
import { ApprovalDesk } from '../desk/approval-desk.ts';
import { ConfirmDesk } from '../desk/confirm-desk.ts';
import { DecidingDesk } from '../decide/deciding.ts';
import { DraftStore } from '../decide/draft-store.ts';
import { queueDoor } from '../desk/queue-door.ts';
import { ReportDesk } from '../desk/report-in.ts';
import { ListDesk } from '../desk/list-desk.ts';
import { PaperDesk } from '../desk/paper-desk.ts';
import { ProposingDesk } from '../desk/proposing.ts';
import { RecordDesk } from '../record-desk.ts';
import { listenFrom } from '../serve.ts';
import { SheetBackDesk } from '../desk/sheet-back-desk.ts';
import { type Besides, BUSY_PATIENCE, siteServer } from './static.ts';
import { WaitingDesk } from '../desk/waiting-desk.ts';

/** Where forms hand in, below the site's address. */
export const ENDPOINT = '/api/report';

/** How often the branch is looked at here, and asked for at the remote, in milliseconds. */
const HERE = 1000;
const THERE = 60_000;

export interface SiteToOpen {
  readonly place: Place;
  readonly remote: string | undefined;
  readonly main: string;
  readonly today: () => string;
  /** A folder for the work tree and the built site. */
  readonly folder: string;
  readonly port: number;
  /** Further names under which the site may be asked. */
  readonly names: readonly string[];
  /** Who asks the endpoint, once the port is known. */
  readonly who: (port: number) => (request: Parameters<Besides>[0]) => Who;
  /** Looks at every request before anything else. */
  readonly first?: (port: number) => Besides;
}

export interface OpenSite {
  readonly port: number;
  readonly reports: ReportDesk;
  /** Settles when the site was built anew after the main branch moved. */
  readonly rebuilt: () => Promise<void>;
  readonly close: () => void;
}

/** Opens the site. Rejects with GitRefused or Error when it cannot be built. */
export async function openSite(to: SiteToOpen): Promise<OpenSite> {
  const { place, folder } = to;
  const reports = new ReportDesk(to);
  let shown = await reports.refresh();
  if (shown === undefined)
    throw new GitRefused(`仓库里没有主分支 ${to.main}，或那里的台账读不出来`);
  const tree = join(folder, 'tree');
  const out = join(folder, 'site');
  // What a killed desk left behind is not in the way.
  git(place.repository, ['worktree', 'prune']);
  git(place.repository, ['worktree', 'add', '--quiet', '--detach', '--force', tree, shown]);
  const build = () => buildSite(join(tree, place.prefix), out, to.today());
  const built = await build();
  if (built !== '') throw new Error(`网站没有生成：${built}`);

  const papers = new PaperDesk({
    content: join(tree, place.prefix),
    folder: join(folder, 'papers'),
    today: to.today,
  });
  const { server, port } = await serve(to, out, reports, papers);
  let waiting: (() => void)[] = [];
  let isBusy = false;
  let asked = Date.now();
  const look = async (): Promise<void> => {
    const isDue = to.remote !== undefined && Date.now() - asked > THERE;
    if (isDue) asked = Date.now();
    const now = isDue ? await reports.refresh() : reports.newest();
    if (now === undefined || now === shown) return;
    shown = now;
    process.stdout.write('主分支有新内容，正在重新生成网站……\n');
    // Nothing is made of a folder that is half of one day and half of the next.
    await papers.idle();
    git(tree, ['checkout', '--quiet', '--detach', now]);
    const wrong = await build();
    process.stdout.write(
      wrong === ''
        ? `这里的网站已更新，刷新页面就能看到。别处的网站由 build 另外生成${to.remote === undefined ? '' : '；文件夹里的台账用 git pull 取新'}。\n`
        : `网站没有生成：${wrong}\n`,
    );
    for (const settle of waiting) settle();
    waiting = [];
  };
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    look()
      .catch((error: unknown) => {
        process.stderr.write(`看不到仓库的新内容，过一会儿再试：${String(error)}\n`);
      })
      .finally(() => {
        isBusy = false;
      });
  }, HERE);
  return {
    port,
    reports,
    rebuilt: () => new Promise((settle) => waiting.push(settle)),
    close: () => {
      clearInterval(timer);
      server.closeAllConnections();
      server.close();
      try {
        git(place.repository, ['worktree', 'remove', '--force', tree]);
      } catch (error) {
        if (!(error instanceof GitRefused)) throw error;
      }
    },
  };
}

async function serve(
  to: SiteToOpen,
  out: string,
  reports: ReportDesk,
  papers: PaperDesk,
): Promise<{ server: Server; port: number }> {
  const hosts = hostsOf('127.0.0.1', to.names);
  let besides: Besides = () => false;
  const server = siteServer(out, {
    names: to.names,
    patience: BUSY_PATIENCE,
    besides: (request, response) => besides(request, response),
  });
  const port = await listenFrom(server, '127.0.0.1', to.port);
  const first = to.first?.(port) ?? (() => false);
  const who = to.who(port);
  const api = answerEndpoint({
    path: ENDPOINT,
    hosts,
    who,
    take: (report, account) => reports.take(report, account),
  });
  const waiting = new WaitingDesk(to, reports);
  const drafts = new DraftStore(to.place.repository);
  const desk = new DecidingDesk(to, reports, waiting, drafts);
  const approvals = new ApprovalDesk(to, reports, waiting, desk, drafts);
  const proposing = new ProposingDesk(to, reports, waiting);
  const back = new SheetBackDesk(proposing);
  const lists = new ListDesk(proposing);
  const confirms = new ConfirmDesk(proposing);
  const records = new RecordDesk(proposing);
  const queue = queueDoor({
    ...{ hosts, who, waiting, desk, back, lists, confirms, papers, records, approvals, proposing },
  });
  besides = (request, response) =>
    first(request, response) || api(request, response) || queue(request, response);
  return { server, port };
}

/** Builds the internal site beside the server; what went wrong, or nothing. */
function buildSite(content: string, out: string, today: string): Promise<string> {
  // It is served at the root, wherever the ledger's own address is.
  const at = ['--base', '/', '--out', out];
  const args = ['build', '--internal', '--content', content, ...at, '--as-of', today];
  return new Promise((settle) => {
    const child = spawn(process.execPath, [ENTRY, ...args, '--endpoint', ENDPOINT], {
      cwd: PROGRAM,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (errors += piece));
    child.on('close', (code) => {
      settle(code === 0 ? '' : errors.trim() || '没有说明');
    });
  });
}
