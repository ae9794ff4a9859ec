/**
 * 依据: what decides whether a finding is proposed or asked. Three supports do not rest on each other: the name (quoted or
 * set off with its platform, registered, or a website or app in its full form), the finding (a kind of problem that the
 * vocabulary knows, a plain failing, or words under a heading that says problems follow), and the place (in one clause
 * with the name). Two of them propose, unless the part of the paper, or the paper, speaks of something else.
 */
import type { Known } from '../../record/known.ts';
import { WEBSITE_WORD } from '../mention/item.ts';
import { addUnread, type NamedMention, type UnreadSentence } from '../mention/named.ts';
import { OFFICE_WORD } from '../mention/office/offices.ts';
import { plainOf } from '../passage.ts';
import { toneOf } from '../tone.ts';

/** What a paper is, as far as it bears on what it says of accounts. */
export interface PaperRole {
  /** It tells an office above what was mended, or teaches: what is wrong in it was known before. */
  isRetelling: boolean;
}

const MOST = 2;

/** 未…, 逾期…, 仍…: a plain failing near the beginning. */
const FAILING =
  /^[^，；。]{0,16}(?:未(?!来|予同意|予批准)|没有|无法|不(?!断|仅|少)|空白|逾期|超期|超时|过期|失效|错)|单项否决|不合格/u;
/** 去年春节期间，…: how it was in another year, unless it has been so since. */
const OF_ANOTHER_YEAR =
  /(?:去年|上年|前年|往年|早年)(?![^，；。]{0,12}(?:起|以来|至今|到现在|后[未没无再]|后一直))/u;
/** 邻县“甲之声”网站: somebody else's. */
const ELSEWHERE = /(?:邻[县市区省]|外[省市县地]|兄弟[省市县区])[^，；。]{0,12}$/u;
/** 与你委无关, 系个人注册: it is nobody's of those who are spoken to. */
const OF_STRANGERS =
  /与(?:我|你|贵)\p{Script=Han}{0,2}(?:账号|单位)?无关|当事人(?:为|是|系)|(?:系|为|属于?)(?:个人(?:注册|开设|账号)|社会(?:组织|机构|人员)|“?自媒体)|(?:属于?|系)(?:误判|误报|误列)|(?:不属于?|不在)[^，；。]{0,8}(?:系统|范围|统计)|予以剔除|不(?:计|作为?|列为?|算)问题|(?:企业|公司|商家|个人)自[办建]/u;
/** 对“甲林场”，县林业局已提交注销申请: what a heading says is not repeated of it. */
const DEALT_WITH = /(?:^|[，；。])(?:对|针对|就|关于)“?$/u;
/** 将于周末停机维护: not yet. */
const TO_COME =
  /将(?:于|在)[^，；。]{1,12}(?:停机|维护|升级|暂停|关闭|迁移|切换)|^(?:正在)?申请(?:新设|新开|开设|开通|设立|注册)/u;
/** 对…违规发布信息的问题立案调查: what something was done about. */
const OBJECT = /(?:对|就|针对|围绕)[^，；。]{2,40}(?:问题|行为|情况|现象|线索)/gu;
/** Still so, whatever became of the rest. */
const STILL = /仍|尚(?!有)|至今|还[未没]|暂未|正督促|拒不|没有改/u;

/** How many of the three supports a finding has. */
function supportsOf(one: NamedMention, finding: string, known: Known): number {
  const { mention, sentence } = one;
  const [plain, words, name] = [plainOf(sentence), plainOf(finding), plainOf(mention.name)];
  const at = plain.indexOf(name);
  // What a heading says stands in no sentence of the one that is named.
  const isHere = plain.includes(words);
  return [isFirmlyNamed(one, plain, at, known), isFirmlyWrong(one, words, known), isHere].filter(
    Boolean,
  ).length;
}

function isFirmlyNamed(
  { mention: { name, platform, isUnsure } }: NamedMention,
  plain: string,
  at: number,
  known: Known,
): boolean {
  if (platform === OFFICE_WORD) return true;
  if (known.accounts.some(({ account }) => account.name === name)) return true;
  if (platform === WEBSITE_WORD) return !isUnsure || plain.includes('网');
  const isSetOff = plain[at - 1] === '“' || /^[：（]/u.test(plain.slice(at + name.length));
  return platform !== '' && !isUnsure && (isSetOff || plain.includes(platform));
}

/** 近日下架了12款…, 责令第三方书面检讨: what an office did to others. */
const OF_AUTHORITY =
  /^(?:近日|日前|近期|已|及时|随即|连夜|统一|依法)*(?:未予(?:同意|批准)|不予(?:同意|批准)|下架|查处|关闭|曝光|处罚|约谈|清理|处置|移交|转办|交办|责令|责成|立案|批准|同意|印发)/u;

function isFirmlyWrong(
  { mention, isKeyed, isAmidFaults, isUnderFault }: NamedMention,
  words: string,
  known: Known,
): boolean {
  if (mention.platform === OFFICE_WORD) {
    const own = words.replace(OBJECT, '');
    return !OF_AUTHORITY.test(own) && toneOf(own, known) === 'problem';
  }
  return (
    [isKeyed, isAmidFaults, isUnderFault].includes(true) ||
    FAILING.test(words) ||
    known.phrases.read(words.replace(OBJECT, '')).problems.length > 0
  );
}

/** Whether the part of the paper, the paper or the sentence says that it speaks of something else than open problems. */
function isSpokenAgainst(
  { isOutside, isKeyed, sentence, mention }: NamedMention,
  finding: string,
  { isRetelling }: PaperRole,
): boolean {
  const plain = plainOf(sentence);
  const behind =
    /^[^；。]*/u.exec(plain.slice(Math.max(0, plain.indexOf(mention.name))))?.[0] ?? '';
  if (isRetelling && !STILL.test(behind)) return true;
  const before = plain.slice(0, Math.max(0, plain.indexOf(mention.name)));
  const lead = /[^；。]*$/u.exec(before)?.[0] ?? '';
  const times = `${lead}${/^.{0,4}/u.exec(plainOf(finding))?.[0] ?? ''}`;
  const isLong = STILL.test(finding) || !OF_ANOTHER_YEAR.test(times);
  if (!isLong || ELSEWHERE.test(lead)) return true;
  if (!plain.includes(plainOf(finding)) && DEALT_WITH.test(before)) return true;
  if (isOutside === true && isKeyed !== true && !STILL.test(finding)) return true;
  return OF_STRANGERS.test(behind) || TO_COME.test(plainOf(finding));
}

/** What was read, with every finding that has too little for it asked (of an office: told). */
export function weighed(
  { named, unread }: { named: readonly NamedMention[]; unread: readonly UnreadSentence[] },
  role: PaperRole,
  known: Known,
): { named: NamedMention[]; unread: UnreadSentence[] } {
  const told = [...unread];
  const hasFaults = named.some(({ isAmidFaults }) => isAmidFaults === true);
  const all = named.map((one): NamedMention => {
    const part = { ...one, isOutside: one.isOutside === true && hasFaults };
    const isBorne = (finding: string): boolean =>
      (one.mention.platform !== OFFICE_WORD || isFirmlyWrong(one, plainOf(finding), known)) &&
      supportsOf(one, finding, known) >= MOST &&
      !isSpokenAgainst(part, finding, role);
    const borne = one.findings.filter(isBorne);
    if (borne.length === one.findings.length) return one;
    const isOffice = one.mention.platform === OFFICE_WORD;
    if (borne.length > 0 || isOffice) addUnread(told, one.sentence, one.place);
    if (borne.length > 0 || isOffice) return { ...one, findings: borne };
    return { ...one, findings: [], why: 'unclear', guesses: [...one.findings, ...one.guesses] };
  });
  return { named: all, unread: told.toSorted((a, b) => a.place.row - b.place.row) };
}
