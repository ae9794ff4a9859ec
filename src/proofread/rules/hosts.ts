/** 账号与主办单位: one account with two hosts; two accounts whose hosts are three; 首次 and 连续两次 of one account. */
import { type Contradiction, disagreement, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { rowsOfUnits } from '../name/units.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const PLATFORM =
  '(?<platform>微信公众号|公众号|微博|抖音号|视频号|今日头条号|头条号|快手号|小程序|网站|账号)?';
const UNIT = String.raw`(?<host>[\p{Script=Han}]{2,14}?(?:局|委|办|厅|镇|乡|街道办事处|街道|中心|公司|院|社|联|馆|政府))`;
const SHAPES: readonly RegExp[] = [
  new RegExp(
    String.raw`“(?<name>[^“”]{2,16})”${PLATFORM}(?:的)?(?:主办单位|开办单位)(?:均)?(?:为|是|：)${UNIT}(?=[，。；、）]|$)`,
    'gu',
  ),
  new RegExp(
    String.raw`“(?<name>[^“”]{2,16})”${PLATFORM}(?:是|系)?由${UNIT}(?:主办|开办|开设)`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<=^|[，。；：、由对])${UNIT}(?:主办|开办|开设)的“(?<name>[^“”]{2,16})”${PLATFORM}`,
    'gu',
  ),
  // 账号：甲发布（微信公众号） 主办单位：县水利局
  new RegExp(
    String.raw`账号(?:名称)?：“?(?<name>[^“”（，。；：、 ]{2,16})”?(?:（(?<platform>[^（）]{2,8})）)?[ ，；]{0,4}(?:主办|开办)单位：${UNIT}(?=[，。；、） ]|$)`,
    'gu',
  ),
  new RegExp(
    String.raw`“(?<name>[^“”]{2,16})”${PLATFORM}（(?:主办|开办)(?:单位：?|：)${UNIT}）`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<=^|[，。；：、由对请])${UNIT}(?:作为|系|是)“(?<name>[^“”]{2,16})”${PLATFORM}(?:的)?(?:主办|开办)单位`,
    'gu',
  ),
];
/** Handed over, or of two offices. */
const MOVED = /变更|移交|划转|划入|原|合并|更名|联合|共同|误|不一致|曾|应为|改为|之前|接管|代/u;

interface Host {
  readonly passage: PlacedText;
  readonly at: number;
  readonly end: number;
  readonly name: string;
  readonly platform: string;
  readonly host: string;
}

function check(paper: ReadDocument): Contradiction[] {
  const passages = paragraphsOf(paper);
  const hosts = passages.flatMap(hostsIn);
  const known = new Map<string, Host>();
  const two = hosts.flatMap((one) => {
    const other = known.get(one.name);
    known.set(one.name, other ?? one);
    if (other === undefined || isSame(other, one)) return [];
    return [
      disagreement(hostsRule.id, [one], other, {
        message: `“${one.name}”的主办单位这里写的是${one.host}，前面写的是${other.host}`,
        expected: '同一账号的主办单位前后相同',
      }),
    ];
  });
  return [...two, ...passages.flatMap(inTurn), ...firstTime(passages)];
}

function hostsIn(passage: PlacedText): Host[] {
  if (!/“|单位：/u.test(passage.read) || MOVED.test(passage.read)) return [];
  return SHAPES.flatMap((shape) =>
    [...passage.read.matchAll(shape)].map((match) => {
      const { name = '', platform = '', host = '' } = match.groups ?? {};
      return { passage, at: match.index, end: match.index + match[0].length, name, platform, host };
    }),
  );
}

/** 县文旅局 and 县文化广电旅游局 may be one; 我局 is whoever writes. */
function isSame(a: Host, b: Host): boolean {
  if (a.platform !== b.platform && a.platform !== '' && b.platform !== '') return true;
  const [one, two] = [a, b].map(({ host }) =>
    host.replace(/^[\p{Script=Han}]{1,3}(?:省|市|县|区)(?=[\p{Script=Han}]{2})|^[省市县区]/u, ''),
  );
  if (one === undefined || two === undefined || /^[我你本该]/u.test(a.host + b.host)) return true;
  const isShort = (short: string, long: string): boolean => {
    let from = 0;
    return [...short].every((char) => (from = long.indexOf(char, from) + 1) > 0);
  };
  return isShort(one, two) || isShort(two, one);
}

const IN_TURN =
  /(?<row>(?:“[^“”]{2,16}”[、和及与]?){2,8})(?:这)?(?:(?<n>\d|[两三四五六七八])个)?(?:账号|微信公众号|公众号|网站)?(?:的)?(?:主办|开办|主管)单位分别(?:为|是)(?<hosts>[^。；，]{4,80})/gu;

/** “甲”“乙”两个账号主办单位分别为…: as many as there are accounts. */
function inTurn(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(IN_TURN)].flatMap((match) => {
    const { row = '', hosts = '' } = match.groups ?? {};
    const names = row.match(/“[^“”]+”/gu)?.length ?? 0;
    const [units, more] = rowsOfUnits(hosts);
    if (
      units === undefined ||
      more !== undefined ||
      units.names.length === names ||
      /等/u.test(hosts)
    )
      return [];
    return [
      foundAt(
        hostsRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `账号${String(names)}个，分别写的主办单位${String(units.names.length)}个`,
        '账号与主办单位一一对应',
      ),
    ];
  });
}

const AGAIN =
  /(?:连续(?:[两二三四]|\d)个?(?:次|季度)|再次|第[二三四]次|多次)(?:被)?(?:通报|检查|抽查)?(?:的)?(?:为|判定为|列为)?不合格的?“(?<name>[^“”]{2,16})”/gu;
const FIRST =
  /“(?<name>[^“”]{2,16})”[^。；“”]{0,24}?(?:首次|第一次)(?:被)?(?:通报|列为|判定为|评为|认定为)*不合格/gu;

function firstTime(passages: readonly PlacedText[]): Contradiction[] {
  const said = (shape: RegExp): Host[] =>
    passages.flatMap((passage) =>
      sentencesOf(passage.read).flatMap(({ text, at }) =>
        [...text.matchAll(shape)].map((match) => ({
          passage,
          at: at + match.index,
          end: at + match.index + match[0].length,
          name: match.groups?.['name'] ?? '',
          platform: '',
          host: '',
        })),
      ),
    );
  const again = said(AGAIN);
  if (again.length === 0) return [];
  return said(FIRST).flatMap((one) => {
    const other = again.find(({ name }) => name === one.name);
    return other === undefined
      ? []
      : [
          disagreement(hostsRule.id, [one], other, {
            message: `“${one.name}”一处写首次不合格，一处写不止一次`,
            expected: '前后两处说法一致',
          }),
        ];
  });
}

export const hostsRule: ProofRule = { id: 'hosts', name: '账号与主办单位', check };
