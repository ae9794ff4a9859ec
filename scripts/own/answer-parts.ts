/** 答复的写法: what an answer of `ledger init` must look like, read once for the question and for the settings. */
import { existsSync } from 'node:fs';
import { forgeAccount, link } from '../../src/schema/field.ts';
import type { Site } from '../../src/schema/site.ts';
import { WrongUse } from '../command.ts';

type Forge = NonNullable<Site['forge']>;

/** Which forge, and which repository there, by the address that stands in a browser. Throws WrongUse. */
export function forgeIn(
  platform: string,
  text: string,
): Pick<Forge, 'kind' | 'address' | 'repository'> {
  const name = platform.toLowerCase();
  if (name === '不用') return { kind: 'bare' };
  const kind = (name === 'forgejo' ? 'gitea' : name) as Forge['kind'];
  const address = text.replace(/(?:\.git)?\/*$/u, '');
  // Groups of GitLab lie within each other; elsewhere a forge may itself lie below a path.
  const shape =
    kind === 'gitlab'
      ? /^(?<home>https?:\/\/[^/\s]+\/)(?<repository>[^/\s]+(?:\/[^/\s]+)+)$/u
      : /^(?<home>https?:\/\/[^/\s]+\/(?:[^/\s]+\/)*)(?<repository>[^/\s]+\/[^/\s]+)$/u;
  const { home, repository } = shape.exec(address)?.groups ?? {};
  if (home === undefined || repository === undefined || !link.safeParse(address).success)
    throw new WrongUse(
      `“${text}”不是仓库的地址`,
      '抄浏览器里的整个地址，如 https://git.example.gov.cn/所有者/仓库名',
    );
  return { kind, address: home, repository };
}

/** Throws WrongUse. */
export function addressIn(text: string): string {
  if (!link.safeParse(text).success)
    throw new WrongUse(`“${text}”不是网址`, '以 http:// 或 https:// 开头，或不填');
  return text;
}

/** Accounts with a comma or a blank between them. Throws WrongUse. */
export function accountsIn(text: string): string[] {
  const accounts = text.split(/[、,，;；\s]+/u).filter((account) => account !== '');
  const odd = accounts.filter((account) => !forgeAccount.safeParse(account).success);
  if (odd.length > 0)
    throw new WrongUse(
      odd.map((account) => `“${account}”不是账户`).join('，'),
      '写平台或服务器上的登录名：字母、数字、点、连字符',
    );
  return accounts;
}

/** A file or folder that is there. Throws WrongUse. */
export function paperAt(path: string): string {
  if (!existsSync(path))
    throw new WrongUse(
      `找不到“${path}”`,
      '从运行命令的文件夹算起写文件名和位置，如 ../材料/单位名单.xlsx，或写完整的位置；没有就不填',
    );
  return path;
}
