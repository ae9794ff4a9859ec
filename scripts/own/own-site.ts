/** The settings of a new ledger out of the answers, and the vocabulary that it begins with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../src/ledger/content.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { forgeAccount, link } from '../../src/schema/field.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { SCHEMA_VERSION, type Site } from '../../src/schema/site.ts';
import { WrongUse } from '../command.ts';
import { PROGRAM } from '../program.ts';
import type { Answers, PublicationLevel } from './own-answers.ts';

/** Throws WrongUse where an answer cannot stand in the settings. */
export function siteFrom(answers: Answers, today: string): Site {
  const address = addressOf(answers, '公开站地址');
  const internalAddress = addressOf(answers, '内部站地址');
  const isPublic = answers.get('仓库') === '公开';
  const forge = forgeFrom(answers);
  return {
    schemaVersion: SCHEMA_VERSION,
    name: answers.get('台账名称') ?? '',
    authority: answers.get('办公室') ?? '',
    ...(address !== undefined && { address }),
    // A public repository holds nothing that is internal, and this address is.
    ...(internalAddress !== undefined && !isPublic && { internalAddress }),
    repository: isPublic ? 'public' : 'internal',
    forge: { ...forge, branch: 'main', folder: '.' },
    reviewers: membersFrom(answers.get('审核员') ?? '', today),
    maintainers: membersFrom(answers.get('管理员') ?? '', today),
    robots: [],
  };
}

type Forge = NonNullable<Site['forge']>;

/** Which forge, and which repository there, by the address that stands in a browser. Throws WrongUse. */
function forgeFrom(answers: Answers): Pick<Forge, 'kind' | 'address' | 'repository'> {
  const platform = (answers.get('平台') ?? '不用').toLowerCase();
  if (platform === '不用') return { kind: 'bare' };
  const kind = (platform === 'forgejo' ? 'gitea' : platform) as Forge['kind'];
  const address = (answers.get('平台仓库') ?? '').replace(/(?:\.git)?\/*$/u, '');
  // Groups of GitLab lie within each other; elsewhere a forge may itself lie below a path.
  const shape =
    kind === 'gitlab'
      ? /^(?<home>https?:\/\/[^/\s]+\/)(?<repository>[^/\s]+(?:\/[^/\s]+)+)$/u
      : /^(?<home>https?:\/\/[^/\s]+\/(?:[^/\s]+\/)*)(?<repository>[^/\s]+\/[^/\s]+)$/u;
  const { home, repository } = shape.exec(address)?.groups ?? {};
  if (home === undefined || repository === undefined || !link.safeParse(address).success)
    throw new WrongUse(
      `平台仓库“${answers.get('平台仓库') ?? ''}”不是仓库的地址`,
      '抄浏览器里的整个地址，如 https://git.example.gov.cn/所有者/仓库名',
    );
  return { kind, address: home, repository };
}

function addressOf(answers: Answers, topic: '公开站地址' | '内部站地址') {
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

/** What the new campaigns of a ledger show to the public: path → text. */
export function publishing(
  { campaigns }: Ledger,
  level: PublicationLevel,
): ReadonlyMap<string, string> {
  const publication = { level, overdueNames: false };
  return new Map(
    [...campaigns.values()].map(({ id: _, path, ...campaign }) => [
      path,
      canonical('campaign', { ...campaign, publication }),
    ]),
  );
}
