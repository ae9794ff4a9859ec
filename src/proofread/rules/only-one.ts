/** 仅与唯一: 仅1个账号不合格，分别为“甲”“乙”; 唯一不合格的网站是甲, and 乙网站 that failed as well. */
import { type Contradiction, foundAt, quoteAround } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { namedUnits, rowsOfUnits } from '../name/units.ts';
import { sentencesOf } from '../statement.ts';
import { valueWritten } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

const FEW =
  /(?:仅有?|只有|唯一)(?<n>\d{1,2}|[一两二三四五六七八九])[个家](?:账号|网站|单位|公众号|政务新媒体)?[^，。；：“”\d]{0,12}，(?:分别)?(?:为|是|即)：?(?<row>(?:“[^“”]+”[、和及与]?(?:微信公众号|公众号|微博|账号)?[、和]?)+)/gu;
const FAILED = '(?:不合格|未达标|未按[时期要求]+报送|未备案|未完成备案|被?单项否决)';
const SOLE = new RegExp(
  String.raw`(?:唯一(?:一[个家])?(?<what>${FAILED})的?(?:政府)?(?<kind>网站|账号|单位|部门)?(?:是|为)(?<name>[^，。；：]{2,20})|(?:仅有?|只有)(?<name2>[\p{Script=Han}]{2,14}?(?:局|委|办|镇|乡|街道|联|社|馆|院))(?:[一1][个家](?:单位|部门|网站))?(?<what2>${FAILED}))`,
  'gu',
);

function check(paper: ReadDocument): Contradiction[] {
  const passages = paragraphsOf(paper);
  return passages.flatMap((passage, index) => [
    ...few(passage),
    ...fewUnits(passage),
    ...alike(passage),
    ...sole(passage, passages.slice(index, index + 6)),
  ]);
}

function few(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(FEW)].flatMap((match) => {
    const { n = '', row = '' } = match.groups ?? {};
    const value = valueWritten(n);
    const count = row.match(/“[^“”]+”/gu)?.length ?? 0;
    if (value === undefined || value === count) return [];
    return [
      foundAt(
        onlyOneRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `写的是仅${n}个，列出的是${String(count)}个`,
        `为${String(count)}个，或改正所列`,
      ),
    ];
  });
}

const FEW_UNITS =
  /(?:仅有?|只有|唯一)(?<n>\d{1,2}|[一两二三四五六七八九])[个家](?:账号|网站|单位|部门|乡镇)[^，。；：“”\d]{0,12}，(?:分别)?(?:为|是|即)：?(?<row>[^，。；“”\d]{4,80})(?=[。；，])/gu;

/** 仅有1家网站不合格，分别是县粮食局网站和县供销社网站. */
function fewUnits(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(FEW_UNITS)].flatMap((match) => {
    const { n = '', row = '' } = match.groups ?? {};
    const value = valueWritten(n);
    const names = namedUnits(row);
    if (value === undefined || names === undefined || value === names.length || /等/u.test(row))
      return [];
    return [
      foundAt(
        onlyOneRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `写的是仅${n}个，列出的是${String(names.length)}个`,
        `为${String(names.length)}个，或改正所列`,
      ),
    ];
  });
}

const ALIKE = new RegExp(
  String.raw`唯一(?:一[个家])?(?<what>${FAILED})的?[^，。；]{0,6}(?:是|为)(?<name>[^，。；：]{2,14})[，；。](?<other>[^，。；：]{2,14}?)(?:同样|也|亦)(?:被判定为|为)?\k<what>`,
  'gu',
);

/** 唯一未达标的是古井乡，柳沟乡同样未达标. */
function alike(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(ALIKE)].map((match) =>
    foundAt(
      onlyOneRule.id,
      passage,
      [match.index, match.index + match[0].length],
      `写的是唯一${match.groups?.['what'] ?? ''}的，又有“${match.groups?.['other'] ?? ''}”`,
      '只有一个的，不再有另一个',
    ),
  );
}

function sole(passage: PlacedText, next: readonly PlacedText[]): Contradiction[] {
  return [...passage.read.matchAll(SOLE)].flatMap((match): Contradiction[] => {
    const { name, name2, what, what2, kind = '' } = match.groups ?? {};
    const own = (name ?? name2 ?? '').replace(/网站$|[一1][个家].*$/u, '');
    const failed = what ?? what2 ?? '';
    const stem = failed.replace(/^被/u, '').slice(0, 6);
    const isOfSites = /网站/u.test(kind + (name ?? ''));
    const rest = next.flatMap((one) =>
      sentencesOf(one.read)
        .filter(({ at }) => one !== passage || at > match.index)
        .map((sentence) => ({ ...sentence, passage: one })),
    );
    const other = rest.flatMap(({ text, at, passage: where }) => {
      const judged = new RegExp(`(?<!未发现|没有|无)${stem}`, 'u').exec(text);
      if (judged === null || /上[季月年次]|去年|复查|除|如|凡|应|“/u.test(text)) return [];
      const lead = text.slice(0, judged.index);
      const row = rowsOfUnits(lead)[0];
      if (row === undefined || row.at > 4) return [];
      if (isOfSites && !/网站/u.test(lead)) return [];
      const [first = ''] = row.names;
      return first.length < 3 || own.includes(first) || first.includes(own)
        ? []
        : [{ where, at, text, first }];
    })[0];
    if (other === undefined) return [];
    return [
      {
        rule: onlyOneRule.id,
        place: other.where.place,
        quote: quoteAround(other.where.text, other.at, other.at + other.text.length),
        against: {
          place: passage.place,
          quote: quoteAround(passage.text, match.index, match.index + match[0].length),
        },
        message: `前面写“${match[0].slice(0, 30)}”，这里“${other.first}”也是${failed}`,
        expected: '只有一个的，别处不再有另一个',
      },
    ];
  });
}

export const onlyOneRule: ProofRule = { id: 'only-one', name: '仅与唯一', check };
