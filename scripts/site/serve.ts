/** `ledger serve`: shows built sites on this machine. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import sirv from 'sirv';
import { WrongUse } from '../command.ts';

interface ServeOptions {
  port: string;
  host: string;
}

export function serveCommand(): Command {
  return new Command('serve')
    .description('在本机打开已经生成的网站；按 Ctrl+C 停止')
    .argument('[文件夹...]', '网站所在文件夹，可以写几个', ['dist/public'])
    .addOption(new Option('--port <端口>', '从哪个端口起').default('4321'))
    .addOption(
      new Option('--host <地址>', '写 0.0.0.0 则同一网络的其他机器也能打开').default('127.0.0.1'),
    )
    .action(async (folders: string[], { port, host }: ServeOptions) => {
      const first = Number(port);
      if (!Number.isInteger(first) || first < 1 || first > 65_535)
        throw new WrongUse(`“${port}”不是端口`, '写 1 到 65535 之间的整数');
      let next = first;
      for (const folder of folders) {
        if (!existsSync(join(folder, 'index.html')))
          throw new WrongUse(`${folder} 里没有网站`, '先运行 npm run build');
        next = (await listen(siteServer(resolve(folder)), host, next)) + 1;
        process.stdout.write(`${folder}：http://${host}:${String(next - 1)}/index.html\n`);
      }
      process.stdout.write('按 Ctrl+C 停止。\n');
    });
}

/** A server of the static site in `folder`; what is not found gets the site's own 404 page. */
export function siteServer(folder: string): Server {
  const missing = join(folder, '404.html');
  const files = sirv(folder, { dev: true, etag: true });
  return createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(existsSync(missing) ? readFileSync(missing) : '没有这一页');
    });
  });
}

/** Listens on `port` or the next one that is free, and returns it. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  const free = await new Promise<boolean>((settle, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') settle(false);
      else fail(error);
    });
    server.listen(port, host, () => {
      settle(true);
    });
  });
  return free ? port : listen(server, host, port + 1);
}
