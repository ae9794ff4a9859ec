/** The settings of a new ledger out of the answers, and the vocabulary that it begins with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../src/ledger/content.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { forgeAccount, link } from '../../src/schema/field.ts';
import { SCHEMA_VERSION, type Site } from '../../src/schema/site.ts';
import { WrongUse } from '../command.ts';
import { PROGRAM } from '../program.ts';
import type { Answers } from './own-answers.ts';

/** Throws WrongUse where an answer cannot stand in the settings. */
export function siteFrom(answers: Answers, today: string): Site {
  const address = addressOf(answers, '公开站地址');
  const internalAddress = addressOf(answers, '内部站地址');
  const isPublic = answers.get('仓库') === '公开';
  const platform = (answers.get('平台') ?? '不用').toLowerCase();
  const kind = platform === '不用' ? 'bare' : platform === 'forgejo' ? 'gitea' : platform;
  const forgeAddress = addressOf(answers, '平台地址');
  if (kind === 'gitea' && forgeAddress === undefined)
    throw new WrongUse('没有写平台地址', '写上“平台地址：https://……/”');
  const repository = answers.get('平台仓库');
  return {
    schemaVersion: SCHEMA_VERSION,
    name: answers.get('台账名称') ?? '',
    authority: answers.get('办公室') ?? '',
    ...(address !== undefined && { address }),
    // A public repository holds nothing that is internal, and this address is.
    ...(internalAddress !== undefined && !isPublic && { internalAddress }),
    repository: isPublic ? 'public' : 'internal',
    forge: {
      kind: kind as NonNullable<Site['forge']>['kind'],
      ...(forgeAddress !== undefined && { address: forgeAddress }),
      ...(repository !== undefined && { repository }),
      branch: 'main',
      folder: '.',
    },
    reviewers: membersFrom(answers.get('审核员') ?? '', today),
    maintainers: membersFrom(answers.get('管理员') ?? '', today),
    robots: [],
  };
}

function addressOf(answers: Answers, topic: '平台地址' | '公开站地址' | '内部站地址') {
  const text = answers.get(topic);
  if (text !== undefined && !link.safeParse(text).success)
    throw new WrongUse(`${topic}“${text}”不是网址`, '以 http:// 或 https:// 开头，或不填');
  return text;
}

function membersFrom(text: string, from: string): Site['reviewers'] {
  return text
    .split(/[、,，;；\s]+/u)
    .filter((account) => account !== '')
    .map((account) => {
      if (!forgeAccount.safeParse(account).success)
        throw new WrongUse(
          `“${account}”不是账户`,
          '写平台或服务器上的登录名：字母、数字、点、连字符',
        );
      return { account, from };
    });
}

/** The vocabulary that comes with the program, and the settings. Templates are the program's until an office writes its own. */
export function vocabularyWith(site: Site): Content {
  const folder = join(PROGRAM, 'content', 'vocabulary');
  const texts = new Map<string, Uint8Array>(
    readdirSync(folder).map((name) => [`vocabulary/${name}`, readFileSync(join(folder, name))]),
  );
  texts.set('site.yaml', new TextEncoder().encode(canonical('site', site)));
  return { texts, evidence: new Map() };
}
