/** The settings of a new ledger out of the answers, and the vocabulary that it begins with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../src/ledger/content.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { SCHEMA_VERSION, type Site } from '../../src/schema/site.ts';
import { PROGRAM } from '../program.ts';
import { accountsIn, addressIn, forgeIn } from './answer-parts.ts';
import type { PublicationLevel } from '../../src/schema/campaign.ts';
import type { Answers } from './own-answers.ts';

/** Throws WrongUse where an answer cannot stand in the settings. */
export function siteFrom(answers: Answers, today: string): Site {
  const [address, internalAddress] = (['公开站地址', '内部站地址'] as const).map((topic) => {
    const text = answers.get(topic);
    return text === undefined ? undefined : addressIn(text);
  });
  const isPublic = answers.get('仓库') === '公开';
  const forge = forgeIn(answers.get('平台') ?? '不用', answers.get('平台仓库') ?? '');
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

function membersFrom(text: string, from: string): Site['reviewers'] {
  return accountsIn(text).map((account) => ({ account, from }));
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
export function publicationTexts(
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
