/** `ledger serve`: shows built sites on this machine. */
import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { WrongUse } from '../command.ts';
import { hostsOf } from './serving/guard.ts';
import { siteServer } from './serving/static.ts';
import { recoverSite } from './rendering/swap.ts';

interface ServeOptions {
  port: string;
  host: string;
  name: string[];
}

export function serveCommand(): Command {
  return new Command('serve')
    .description('在本机打开已经生成的网站；按 Ctrl+C 停止')
    .argument('[文件夹...]', '网站所在文件夹，可以写几个；不写则为 dist/public、dist/internal')
    .addOption(new Option('--port <端口>', '从哪个端口起').default('4321'))
    .addOption(
      new Option('--host <地址>', '写 0.0.0.0 则同一网络的其他机器也能打开').default('127.0.0.1'),
    )
    .addOption(
      new Option('--name <名字>', '还可以用哪个名字打开，如内网域名；可以写几次，别的名字一律拒绝')
        .argParser((name: string, names: string[]) => [...names, name])
        .default([]),
    )
    .action(async (given: string[], { port, host, name }: ServeOptions) => {
      const first = Number(port);
      if (!Number.isInteger(first) || first < 1 || first > 65_535)
        throw new WrongUse(`“${port}”不是端口`, '写 1 到 65535 之间的整数');
      let next = first;
      for (const folder of given.length > 0 ? given : built()) {
        recoverSite(resolve(folder));
        if (!hasSite(folder))
          throw new WrongUse(`${folder} 里没有网站`, '先运行 ledger build 或 npm run build');
        const base = baseOf(folder);
        const server = siteServer(resolve(folder), { address: host, names: name, base });
        next = (await listenFrom(server, host, next)) + 1;
        const address = `http://${shownHost(host)}:${String(next - 1)}${base}index.html`;
        process.stdout.write(`${folder}：${address}\n`);
      }
      process.stdout.write('按 Ctrl+C 停止。\n');
    });
}

const hasSite = (folder: string): boolean => existsSync(join(folder, 'index.html'));

/** The sites that `build` has put where it puts them; the public one, where there is none, so that it is missed. */
function built(): string[] {
  const sites = ['dist/public', 'dist/internal'].filter(hasSite);
  return sites.length > 0 ? sites : ['dist/public'];
}

/** The path below which a site was built to stand: its page for what is not found, shown at any depth, names it. */
function baseOf(folder: string): string {
  const page = join(folder, '404.html');
  const html = existsSync(page) ? readFileSync(page, 'utf8') : '';
  return /\shref="(?<base>\/(?:[^"\s/]+\/)*)_astro\//u.exec(html)?.groups?.['base'] ?? '/';
}

/** The address to open: of all that the machine has, the first that other machines can reach. */
function shownHost(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host;
  const reachable = [...hostsOf(host, [])].filter(
    (one) => /^\d/u.test(one) && !one.startsWith('127.'),
  );
  return reachable.find((one) => one !== host) ?? 'localhost';
}

/** Listens on `port` or the next one that is free, and returns it. */
export async function listenFrom(server: Server, host: string, port: number): Promise<number> {
  const free = await new Promise<boolean>((settle, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') settle(false);
      else fail(error);
    });
    server.listen(port, host, () => {
      settle(true);
    });
  });
  return free ? port : listenFrom(server, host, port + 1);
}
