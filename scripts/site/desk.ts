/**
 * `ledger desk`: the office's own internal site with the endpoint of its forms, over the office's repository and whatever
 * remote that has. On this machine alone, as the one who started it; for others behind the office's gateway, which says
 * who has signed in and proves by a key that it is the gateway.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { git, GitRefused } from '../../src/history/git/git.ts';
import { placeOf } from '../../src/history/place.ts';
import { DataFaults, newCommand, todayInChina, WrongUse, type CommonOptions } from '../command.ts';
import { Asker } from '../enter/new/ask.ts';
import { byGateway, byKey, isFromGateway } from './serving/endpoint.ts';
import { cookieOf, keySetter } from './serving/key.ts';
import { type OpenSite, openSite } from './serving/open-site.ts';
import { type Besides, refuseRequest } from './serving/static.ts';

export interface DeskOptions extends CommonOptions {
  as?: string;
  port: string;
  remote: string;
  branch: string;
  allowHost: string[];
  userHeader?: string;
  gatewayKey?: string;
  open?: boolean;
}

/** A key that nobody guesses has at least so many characters. */
const SHORTEST_KEY = 32;

export function deskCommand(): Command {
  return newCommand(
    'desk',
    '办公室自己的内部站，能在线填报：写进本单位的仓库，照常检查、推送；只在本机打开，给别人用要放在带登录的入口后面',
  )
    .addOption(
      new Option(
        '--as <账户>',
        '以谁的账户办理；在入口后面时只许这一个人用，不写则台账里的人都能报送',
      ),
    )
    .addOption(new Option('--port <端口>', '从哪个端口起').default('4330'))
    .addOption(
      new Option('--remote <远端>', '推送到哪里；没有这个远端就写进本仓库').default('origin'),
    )
    .addOption(new Option('--branch <分支>', '主分支').default('main'))
    .addOption(
      new Option('--allow-host <名字>', '还可以用哪个名字打开，如内网域名；可以写几次')
        .argParser((name: string, names: string[]) => [...names, name])
        .default([], '只有本机'),
    )
    .addOption(
      new Option('--user-header <名字>', '入口用哪个请求头说明登录的是谁，如 X-Remote-User'),
    )
    .addOption(
      new Option(
        '--gateway-key <文件>',
        '入口的密钥（一行，32 个字符以上），入口放在 X-Ledger-Key 里',
      ),
    )
    .addOption(new Option('--open', '启动后打开浏览器；没有写账户的问一次，以后记得'))
    .action(async (given: DeskOptions) => {
      const options = given.open === true ? await withAccount(given) : given;
      process.stderr.write('正在取主分支、生成内部站，大约半分钟……\n');
      const desk = await openDesk(options);
      if (given.open === true) openInBrowser(desk.enter);
      const stop = (): void => {
        desk.close();
        process.exit(0);
      };
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
      process.once('SIGHUP', stop);
      process.stdout.write(`${desk.words}\n按 Ctrl+C 停止。\n`);
    });
}

export interface Desk extends OpenSite {
  /** The address that lets a browser hand in; behind a gateway the site itself. */
  readonly enter: string;
  readonly words: string;
}

/** Opens the desk. Throws WrongUse and DataFaults. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const place = placeOf(options.content);
  if (place === undefined)
    throw new WrongUse(`${options.content} 不在 Git 仓库里`, '用 --content 指明仓库里的台账');
  const gateway = gatewayOf(options);
  const { as } = options;
  if (gateway === undefined && as === undefined)
    throw new WrongUse(
      '没有写以谁的账户办理',
      '加 --as 账户；放在入口后面的，写 --user-header 和 --gateway-key',
    );
  const folder = mkdtempSync(join(tmpdir(), 'ledger-desk-'));
  const key = randomBytes(24).toString('base64url');
  const today = () => options.asOf ?? todayInChina();
  let site: OpenSite;
  try {
    site = await openSite({
      place,
      remote: hasRemote(place.repository, options.remote) ? options.remote : undefined,
      main: options.branch,
      today,
      folder,
      port: Number(options.port),
      names: options.allowHost,
      who: (port) =>
        gateway ? byGateway({ ...gateway, only: as }) : byKey(cookieOf(port), key, as ?? ''),
      first: (port) => (gateway ? onlyThrough(gateway.key) : keySetter(key, port)),
    });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error instanceof GitRefused ? notReached(error, options) : error;
  }
  const close = (): void => {
    site.close();
    rmSync(folder, { recursive: true, force: true });
  };
  if (as !== undefined && !site.reports.knows(as)) {
    close();
    throw new WrongUse(
      `${as} 不在本台账登记的在任人员中`,
      '换一个账户，或请管理员登记：填报员写在 units/单位.yaml，审核员写在 site.yaml',
    );
  }
  const address = `http://127.0.0.1:${String(site.port)}/`;
  const enter = gateway ? address : `${address}?key=${key}`;
  const words = gateway
    ? `内部站在 ${address}，只收入口（${options.allowHost.join('、') || '本机'}）转来的请求${as === undefined ? '' : `，只供 ${as} 使用`}。`
    : `以 ${as ?? ''} 办理，在浏览器打开这个地址（只在这次启动有效，不要转给别人）：\n${enter}`;
  return { ...site, close, enter, words };
}

/** The repository said no before there was anything to show: nearly always a remote that is not there yet, or no network. */
function notReached({ message }: GitRefused, { remote, branch }: DeskOptions): DataFaults {
  return new DataFaults(
    `读不到台账的仓库：${message.trim()}\n→ 平台上先建好空仓库，git push -u ${remote} ${branch} 推送过再打开；网络不通的，通了再打开；还没有平台、只在本机办的，git remote remove ${remote}`,
  );
}

/** Where a repository remembers who works at it. */
const ACCOUNT = 'ledger.account';

/** The account that was said, or is remembered, or is asked for and remembered from now on. */
async function withAccount(options: DeskOptions): Promise<DeskOptions> {
  const repository = placeOf(options.content)?.repository;
  if (repository === undefined || options.userHeader !== undefined) return options;
  const kept = git(repository, ['config', '--default', '', ACCOUNT]).toString('utf8').trim();
  const asker = new Asker();
  try {
    const given = options.as ?? (kept === '' ? undefined : kept);
    const as = await asker.answer(given, { title: '你的账户', flag: '--as' });
    if (as === undefined) return options;
    if (as !== kept) git(repository, ['config', ACCOUNT, as]);
    return { ...options, as };
  } finally {
    asker.close();
  }
}

/** Lets the system open an address as a double click would; where it cannot, that is said, and the address is on the screen. */
function openInBrowser(address: string): void {
  const [command = '', ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler']
      : [process.platform === 'darwin' ? 'open' : 'xdg-open'];
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {
    process.stderr.write('打不开浏览器，请自己打开上面的地址。\n');
  });
  child.unref();
}

/** Whoever asks past the gateway sees nothing: the site is internal. */
function onlyThrough(key: string): Besides {
  return (request, response) => {
    if (isFromGateway(request, key)) return false;
    refuseRequest(response, { status: 403, words: '请从单位的登录入口打开本站，不能绕过去' });
    return true;
  };
}

function gatewayOf({
  userHeader,
  gatewayKey,
}: DeskOptions): { header: string; key: string } | undefined {
  if (userHeader === undefined && gatewayKey === undefined) return undefined;
  if (userHeader === undefined || gatewayKey === undefined)
    throw new WrongUse(
      '--user-header 和 --gateway-key 要一起写',
      '没有密钥，本机上的任何程序都能冒充入口',
    );
  const key = existsSync(gatewayKey) ? readFileSync(gatewayKey, 'utf8').trim() : '';
  if (key.length < SHORTEST_KEY || !/^[\x21-\x7e]+$/u.test(key))
    throw new WrongUse(
      `${gatewayKey} 里没有密钥，或太短`,
      '写一行 32 个以上的字母数字，如 openssl rand -hex 24 的结果，只让本程序和入口读到',
    );
  return { header: userHeader.toLowerCase(), key };
}

function hasRemote(repository: string, remote: string): boolean {
  try {
    git(repository, ['remote', 'get-url', remote]);
    return true;
  } catch (error) {
    if (error instanceof GitRefused) return false;
    throw error;
  }
}
