/** 正文与附件里的账号: “云溪水务”微信公众号 in the text and “云溪水务”抖音号 in the annex, or the account of another office. */
import { type Contradiction, disagreement, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';
import { stepsThrough } from './heads.ts';

const PLATFORMS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['视频号', /^(?:微信)?视频号/u],
  ['小程序', /^(?:微信)?小程序/u],
  ['微信公众号', /^(?:政务)?微信(?:公众号|订阅号|服务号|公众平台)|^公众号|^订阅号|^服务号/u],
  ['微博', /^(?:政务|新浪|腾讯)?微博/u],
  ['抖音号', /^抖音/u],
  ['快手号', /^快手/u],
  ['头条号', /^(?:今日)?头条/u],
];
const OFFICE = '\\p{Script=Han}{2,14}?(?:局|委|委员会|镇|乡|街道)';
const NAMED = new RegExp(
  String.raw`(?:(?<=^|[，。；：、和（]|\d[.．、]|[①-⑳])(?<owner>${OFFICE}))?“(?<name>[^“”]{2,20})”(?<platform>[^，。；、“”（）]{0,8})(?:（(?:主办单位：)?(?<host>${OFFICE})(?:主办|主管)?）)?`,
  'gu',
);

interface Account {
  readonly passage: PlacedText;
  readonly name: string;
  readonly platform: string | undefined;
  readonly owner: string | undefined;
  readonly at: number;
  readonly end: number;
}

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  const start = paragraphs.findIndex(({ read }) => /^附[件表] ?\d*(?:$|：)/u.test(read.trim()));
  const accounts = paragraphs.flatMap(accountsIn);
  const block = paragraphs[start]?.block ?? Number.POSITIVE_INFINITY;
  const [text, annex] = [true, false].map((isText) =>
    accounts.filter(({ passage }) => passage.block < block === isText),
  );
  return [
    ...paragraphs.flatMap(otherKind),
    ...(annex ?? []).flatMap((one) => {
      const own = accounts.filter(({ name }) => name === one.name);
      const [said] = (text ?? []).filter(({ name }) => name === one.name);
      // An account that is named more than twice has several findings or several platforms.
      return said === undefined || own.length !== 2 ? [] : differing(one, said);
    }),
  ];
}

function accountsIn(passage: PlacedText): Account[] {
  return [...passage.read.matchAll(NAMED)].map((match) => {
    const { owner, host, name = '', platform = '' } = match.groups ?? {};
    const kind = PLATFORMS.find(([, words]) => words.test(platform))?.[0];
    // 微信公众号和抖音号.
    const isOne = !/[和及与]/u.test(platform);
    return {
      passage,
      name,
      platform: isOne ? kind : undefined,
      owner: owner ?? host,
      at: match.index,
      end: match.index + match[0].length,
    };
  });
}

function differing(one: Account, said: Account): Contradiction[] {
  const told = (message: string): Contradiction =>
    disagreement(carriedRule.id, [one], said, {
      message: `“${one.name}”${message}`,
      expected: '正文与附件相同',
    });
  const { platform, owner } = one;
  if (platform !== undefined && said.platform !== undefined && platform !== said.platform)
    return [told(`在附件里是${platform}，在正文里是${said.platform}`)];
  if (owner !== undefined && said.owner !== undefined && areOtherOffices(owner, said.owner))
    return [told(`在附件里是${owner}的，在正文里是${said.owner}的`)];
  return [];
}

const kindOf = (name: string): string => /(?:局|委|镇|乡|街道)/u.exec(name.slice(-2))?.[0] ?? '';
const stemOf = (name: string): string =>
  name
    .replace(/^\p{Script=Han}{0,4}?[省市县区州](?=\p{Script=Han}{3,})/u, '')
    .replace(/(?:员会|局|委|镇|乡|街道)+$/u, '');

/** Offices of one kind, neither of which is short for the other. */
function areOtherOffices(a: string, b: string): boolean {
  const [own, other] = [stemOf(a), stemOf(b)];
  if (kindOf(a) !== kindOf(b) || own === '' || other === '') return false;
  return !stepsThrough(own, other) && !stepsThrough(other, own);
}

const ALL_ONE =
  /(?:全部|均|都)(?:为|是)(?<kind>微信公众号|微博|抖音号|视频号|头条号)(?:：|，(?:分别[为是]|即)：?)(?<row>[^。；]+)/gu;

/** 3个账号全部为微信公众号：…“清泉在线”抖音号. */
function otherKind(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(ALL_ONE)].flatMap((match) => {
    const { kind, row = '' } = match.groups ?? {};
    const other = accountsIn({ ...passage, read: row }).find(
      ({ platform }) => platform !== undefined && platform !== kind,
    );
    if (other === undefined || kind === undefined) return [];
    const start = match.index + match[0].length - row.length;
    return [
      foundAt(
        carriedRule.id,
        passage,
        [match.index, start + other.end],
        `写的是都为${kind}，而“${other.name}”是${other.platform ?? ''}`,
        `所列都是${kind}`,
      ),
    ];
  });
}

export const carriedRule: ProofRule = { id: 'carried', name: '账号的平台和单位前后一致', check };
