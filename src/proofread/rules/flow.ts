/** 期初、增减、期末分句写的: 一季度末73个。二季度新开设2个，注销9个……截至6月30日64个; 较第二季度末的338个净减少6个，其间注销10个、新开设3个; 结转7条、新收48条、办结51条、在办5条. */
import { type Contradiction, disagreement, foundAt } from '../contradiction.ts';
import { type PlacedText, paragraphsOf, type ReadDocument } from '../document/paper.ts';
import { type SaidNumber, statementsOf } from '../statement.ts';
import { withoutBrackets } from '../scope.ts';
import type { ProofRule } from '../rule.ts';

const PERIOD_END = String.raw`(?:[一二三四]季度末|(?:上|本)[一个]*[季年月]度?[末底]|上[季年月]末|\d{1,2}月[末底]|\d{4}年(?:\d{1,2}月)?[末底]|[年月季期][末底]|季度末|去年[末底]|年初|期初)`;
const BEGUN = new RegExp(
  String.raw`${PERIOD_END}|结转|遗留|原有|挂账|上[期季月年]|截至\d{1,2}月[底末]|(?:清理|整合|整治)前|由[^，。；]{0,12}$`,
  'u',
);
const ENDED = new RegExp(
  String.raw`${PERIOD_END}|截至|目前|现有|现存|实有|保留|剩余|尚余|尚在|在办|未办结|(?:尚|仍)未|结转下|变[为成]|(?:清理|整合|整治)后`,
  'u',
);
const CAME = /新(?:增|开|建|设|备案|注册|申请|上线|收|接|受理|发现|受)|受理|收到|接收|新/u;
const GONE =
  /关停|注销|关闭|撤销|整合|撤并|合并|并入|清理(?!前|后)|办结|销号|整改(?!中)|办理完毕|核销|解决/u;
const OTHER_KIND = /其中|微信|微博|抖音|快手|头条|视频号|小程序|公众号|占|平均|培训|不合格/u;
const NET =
  /(?:由|较|比)(?<lead>[^，。；\d]{0,14}(?:[二三四]季度末|[^，。；\d]{0,6}))的?(?<from>\d+)(?<unit>[个家条件])[^，。；\d]{0,4}?(?:净)?(?<way>减少|增加|减|增)了?(?<by>\d+)\k<unit>[，（：](?:其间|期间|其中)?(?<moves>[^。；（）]{4,60})/gu;

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return paragraphsOf(paper).flatMap((passage) => {
    const numbers = statements
      .filter((one) => one.passage.block === passage.block)
      .flatMap((one) => one.numbers)
      .filter(({ scope }) => scope < 0);
    return [...flows(passage, numbers), ...net(passage), ...turned(passage)];
  });
}

function flows(passage: PlacedText, numbers: readonly SaidNumber[]): Contradiction[] {
  return numbers.flatMap((first, index): Contradiction[] => {
    if (!BEGUN.test(leadOf(passage, first, numbers[index - 1]))) return [];
    const after = numbers.slice(index + 1);
    const stop = after.findIndex((one) => signOf(moveWords(passage, one)) === 0);
    const moves = after.slice(0, Math.max(stop, 0));
    const last = after[stop];
    const [move] = moves;
    if (move === undefined || last === undefined) return [];
    const row = [first, ...moves, last];
    const lead = passage.read.slice(moves.at(-1)?.end ?? 0, last.at);
    // One alone must have left, told against an end that names its time.
    if (moves.length === 1 && !new RegExp(PERIOD_END, 'u').test(lead)) return [];
    if (!ENDED.test(lead) || lead.length > 50 || passage.read.slice(first.at, last.at).length > 200)
      return [];
    const isOfOne = row.every(
      (one) => one.unit === first.unit && !one.rough && !/^(?:余|多|以上|左右)/u.test(one.noun),
    );
    const isOther = row.slice(1).some((one) => {
      const words = clauseOf(passage, one) + one.noun;
      return OTHER_KIND.test(words) && !OTHER_KIND.test(clauseOf(passage, first) + first.noun);
    });
    // What was moved, sent back or taken up again is not counted here.
    const isMoved = /划转|划入|划出|移交|恢复|退回|撤回|转办|并入我|更名|迁入|另|此外|重复/u.test(
      passage.read.slice(first.at, last.at),
    );
    if (!isOfOne || isOther || isMoved) return [];
    const signs = moves.map((one) => signOf(moveWords(passage, one)));
    if (!signs.includes(-1) && !/净增/u.test(moveWords(passage, move))) return [];
    const right = moves.reduce((sum, { value }, at) => sum + value * (signs[at] ?? 0), first.value);
    if (right === last.value || Math.abs(right - last.value) > Math.max(5, first.value * 0.3))
      return [];
    const sum = `${String(first.value)}${moves.map(({ value }, at) => `${signs[at] === 1 ? '＋' : '－'}${String(value)}`).join('')}＝${String(right)}`;
    return [
      disagreement(stockFlowRule.id, [first, ...moves], last, {
        message: `期末写的是${String(last.value)}${last.unit}，与增减不符，${sum}`,
        expected: `为${String(right)}${last.unit}，或改正增减`,
      }),
    ];
  });
}

function clauseOf({ read }: PlacedText, { at }: SaidNumber): string {
  return (
    /[^，。；：、\d]*(?:\d{4}年|\d{1,2}月|截至\d{1,2}月)?[^，。；：、\d]*$/u.exec(
      withoutBrackets(read.slice(Math.max(0, at - 60), at)),
    )?.[0] ?? ''
  );
}

/** 一季度末，全区在运行账号73个: the words of the sentence before a number, since the number before it. */
function leadOf({ read }: PlacedText, { at }: SaidNumber, before: SaidNumber | undefined): string {
  const words = read.slice(Math.max(before?.end ?? 0, at - 40), at);
  return /(?:[^，。；]*，)?[^，。；]*$/u.exec(withoutBrackets(words))?.[0] ?? '';
}

/** 关停并入县政府门户网站5家: the words of a move stand before its number, since the number before it. */
function moveWords({ read }: PlacedText, { at }: SaidNumber): string {
  return (
    /[^，。；：、\d]*$/u.exec(withoutBrackets(read.slice(Math.max(0, at - 60), at)))?.[0] ?? ''
  );
}

function signOf(words: string): number {
  if (/尚|未|在办|剩|余|末|目前|(?<!发)现/u.test(words)) return 0;
  const came = /^[^，]*新|净增/u.test(words) || CAME.test(words);
  const gone = /净减/u.test(words) || GONE.test(words);
  return came === gone ? 0 : came ? 1 : -1;
}

const TURNED =
  /(?<moves>[^。；：（）]{4,60})，(?:账号|网站|新媒体)?(?:总数|数量)?(?:由|从)[^，。；\d]{0,10}?(?:[一二三四]季度末的?|\d{4}年底的?)?[^，。；\d]{0,4}(?<from>\d+)(?<unit>[个家条件])[^，。；\d]{0,6}(?:变为|变成|调整为|减少到|减至|降至|增加到|增至|减少至|增加至)(?<to>\d+)\k<unit>/gu;

const TURNED_FIRST =
  /(?:由|从)[^，。；\d]{0,10}(?<from>\d+)(?<unit>[个家条件])[^，。；\d]{0,6}(?:变为|调整为|压减[到至为]|精简[到至为]|整合[到至为]|减少[到至为]|减至|降至|增加[到至为]|增至)(?<to>\d+)\k<unit>，(?<moves>[^。；：（）]{4,40})(?=[。；]|$)/gu;

/** 注销6个，新开设4个，账号总数由210个变为209个. */
function turned(passage: PlacedText): Contradiction[] {
  const shapes = [TURNED, TURNED_FIRST].flatMap((shape) => [...passage.read.matchAll(shape)]);
  return shapes.flatMap((match) => {
    const { unit = '', from = '', to = '', moves = '' } = match.groups ?? {};
    const all = movesIn(moves);
    const [one, two, more] = all;
    if (one === undefined || two === undefined || more !== undefined) return [];
    if (one.sign * two.sign !== -1 || all.some(({ own }) => own !== unit)) return [];
    const right = Number(from) + one.sign * one.n + two.sign * two.n;
    if (right === Number(to)) return [];
    return [
      foundAt(
        stockFlowRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `由${from}${unit}到${to}${unit}，与${moves.trim()}不符`,
        `为${String(right)}${unit}`,
      ),
    ];
  });
}

function movesIn(moves: string): { sign: number; n: number; own: string | undefined }[] {
  return [...moves.matchAll(/(?<words>[^，、\d]*)(?<n>\d+)(?<own>[个家条件])?/gu)].map(
    ({ groups }) => ({
      sign: signOf(groups?.['words'] ?? ''),
      n: Number(groups?.['n']),
      own: groups?.['own'],
    }),
  );
}

/** 331个，较第二季度末的338个净减少6个，其间注销10个、新开设3个. */
function net(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(NET)].flatMap((match) => {
    const { unit = '', way = '', by = '', moves = '' } = match.groups ?? {};
    const all = movesIn(moves);
    const [one, two, more] = all;
    if (one === undefined || two === undefined || more !== undefined) return [];
    if (one.sign * two.sign !== -1 || all.some(({ own }) => own !== unit)) return [];
    const right = one.sign * one.n + two.sign * two.n;
    if (right === Number(by) * (/减/u.test(way) ? -1 : 1)) return [];
    return [
      foundAt(
        stockFlowRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `写的是${way}${by}${unit}，与${moves.trim()}不符`,
        `${right < 0 ? '减少' : '增加'}${String(Math.abs(right))}${unit}`,
      ),
    ];
  });
}

export const stockFlowRule: ProofRule = { id: 'flow', name: '期初、增减与期末（分句）', check };
