/** What 示例区 published: circulars ten days after each check but the last, and summaries of a half-year and a quarter. */
import { readFileSync } from 'node:fs';
import { circularValues } from '../../src/documents/letter/circular.ts';
import { summaryValues } from '../../src/documents/letter/summary.ts';
import { lineOf } from '../../src/documents/letter/letter.ts';
import { blocksOf } from '../../src/documents/template/block.ts';
import { render } from '../../src/documents/template/render.ts';
import { addDays } from '../../src/day/calendar.ts';
import { circularFigures } from '../../src/domain/inspection/circular-figures.ts';
import { periodOf } from '../../src/day/period.ts';
import { periodFigures } from '../../src/domain/inspection/period-figures.ts';
import { bulletinSum } from '../../src/ledger/checksum/bulletin-sum.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { FIGURE_SET } from '../../src/text/terms.ts';
import type { Bulletin } from '../../src/schema/bulletin.ts';
import { contentOf, type Files } from './memory.ts';

/** What 示例区 says where the ledger does not know. */
const SAID: readonly (readonly [string, string])[] = [
  ['主送：〔待填：主送机关〕', '主送：各镇人民政府、街道办事处，区级有关部门'],
  ['〔待填：检查的依据〕', '按照全区政府网站与政务新媒体常态化监管安排（虚构）'],
  [
    '请于{{#反馈截止}}{{反馈截止}}{{/反馈截止}}{{^反馈截止}}〔待填：日期〕{{/反馈截止}}前反馈',
    '{{#反馈截止}}请于{{反馈截止}}前反馈{{/反馈截止}}{{^反馈截止}}请于收到本通报后十五日内反馈{{/反馈截止}}',
  ],
  ['〔待填：长效管理的要求〕', '落实专人管理和内容审核制度，检查结果记入台账（虚构）'],
  ['〔待填：下一步工作〕', '对未完成的问题逐件督促，下一统计期开始时复查（虚构）'],
];

/** The wording of 示例区: the program's own, with what is left to the office filled in. By path in the ledger. */
export function templates(): Map<string, string> {
  return new Map(
    ['circular', 'summary'].map((name) => [
      `templates/${name}.md`,
      SAID.reduce((text, [open, said]) => text.replaceAll(open, said), template(name)),
    ]),
  );
}

const template = (name: string): string =>
  readFileSync(new URL(`../../content/templates/${name}.md`, import.meta.url), 'utf8');

/** The template as it was when these were issued: every platform by itself. What was issued is not written anew. */
function wordingOfThen(source: string): string {
  return source.replace('{{各平台情况}}', '{{按平台}}');
}

/** Bulletins by id, one a check but for the last, which waits to be published. */
export function bulletinsFor(files: Files): Map<string, Bulletin> {
  const kept = [...files].filter(([path]) => !/^(?:issues|updates|evidence)\//u.test(path));
  const { ledger } = readLedger(contentOf(new Map(kept)));
  if (ledger === undefined) throw new Error('the generated ledger does not read');
  const source = wordingOfThen(templates().get('templates/circular.md') ?? '');
  const made = new Map<string, Bulletin>();
  const checks = [...ledger.inspections.values()].slice(0, -1);
  for (const [turn, inspection] of checks.entries()) {
    const publishedOn = addDays(inspection.checkedOn, 10);
    const { text } = render(source, circularValues(ledger, inspection, publishedOn));
    const frozen = {
      figures: circularFigures(ledger, inspection),
      paragraphs: blocksOf(text).map(lineOf),
    };
    made.set(inspection.id, {
      inspection: inspection.id,
      publishedOn,
      number: `示政办函〔${publishedOn.slice(0, 4)}〕${String(20 + turn)}号`,
      sha256: bulletinSum(frozen),
      figureSet: FIGURE_SET,
      ...frozen,
      note: '纸质件已存档（虚构）',
    });
  }
  return made;
}

/** The summaries of the last whole half-year and the last whole quarter before `asOf`, frozen two days after each. */
export function summariesFor(files: Files, asOf: string): Map<string, Bulletin> {
  const { ledger } = readLedger(contentOf(files));
  if (ledger === undefined) throw new Error('the generated ledger does not read');
  const source = templates().get('templates/summary.md') ?? '';
  const year = Number(asOf.slice(0, 4));
  const years = [year - 1, year];
  const past = (ids: readonly string[]) =>
    ids.flatMap((id) => periodOf(id) ?? []).findLast(({ until }) => addDays(until, 2) <= asOf);
  const periods = [
    past(years.flatMap((one) => [`${String(one)}-h1`, `${String(one)}-h2`])),
    past(years.flatMap((one) => [1, 2, 3, 4].map((turn) => `${String(one)}-q${String(turn)}`))),
  ];
  return new Map(
    periods.flatMap((period) => {
      if (period === undefined) return [];
      const publishedOn = addDays(period.until, 2);
      const { text } = render(source, summaryValues(ledger, period, publishedOn));
      const frozen = {
        figures: periodFigures(ledger, period),
        paragraphs: blocksOf(text).map(lineOf),
      };
      return [
        [
          period.id,
          {
            period: period.id,
            publishedOn,
            sha256: bulletinSum(frozen),
            figureSet: FIGURE_SET,
            ...frozen,
            note: '纸质件已存档（虚构）',
          },
        ] as const,
      ];
    }),
  );
}
