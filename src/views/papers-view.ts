/** 发文: the papers that leave the office, and what each of them can be made of. */
import { ownInspections } from '../domain/inspection/sample.ts';
import { inWords, yearOf, type Day } from '../day/calendar.ts';
import { type Period, periodOf } from '../day/period.ts';
import type { Face } from './face.ts';

/** What a paper is about; `none` is the whole ledger. */
type About =
  'campaign' | 'inspection' | 'overdue-unit' | 'period' | 'year' | 'area' | 'group' | 'none';

const papers = {
  sheets: {
    title: '报送单',
    words: '有未完成问题的单位每家一份：整改报送单（Excel）和整改销号申请表（Word），填好交回。',
    about: 'campaign',
  },
  list: {
    title: '问题清单',
    words: '栏目与来源相同的清单，Word 和 Excel。',
    about: 'campaign',
  },
  ledger: {
    title: '工作台账',
    words: '每个问题的状态、截止日、剩余天数（Excel）。',
    about: 'campaign',
  },
  group: {
    title: '工作群催办',
    words:
      '一条消息和一张图：逾期、临期各几个，哪些单位各几个，到哪里看。普通微信群没有机器人，复制了粘贴。',
    about: 'group',
  },
  reminders: {
    title: '分单位催办',
    words: '每个单位一段：哪些临期、逾期、未报进展，该提醒、督办还是约谈。',
    about: 'none',
  },
  urge: {
    title: '督办函',
    words: '一个单位的逾期问题（Word，公文格式，附清单）。',
    about: 'overdue-unit',
  },
  brief: {
    title: '周报',
    words: '一页：总体情况、本期变化、需要研究的事项（Word）。',
    about: 'none',
  },
  circular: {
    title: '检查通报',
    words: '一次检查的情况（Word，公文格式，附统计表和名单）。',
    about: 'inspection',
  },
  summary: {
    title: '季度、半年小结',
    words: '一个统计期的检查、账号和问题（Word，公文格式）。',
    about: 'period',
  },
  report: {
    title: '情况报告',
    words: '专项整治工作开展情况的报告（Word，公文格式，附清单）。',
    about: 'campaign',
  },
  area: {
    title: '本级和下级',
    words: '由收到的快照做成：情况报告、通报（Word，公文格式，附汇总表），问题清单（Excel）。',
    about: 'area',
  },
  package: {
    title: '上报的全套',
    words: '报告、清单、数据和校验码，打成一个包。',
    about: 'campaign',
  },
  archive: {
    title: '年度归档',
    words: '一年里办结的问题一案一档，附归档文件目录和校验码。',
    about: 'year',
  },
} as const satisfies Record<string, { title: string; words: string; about: About }>;
export type PaperId = keyof typeof papers;
export const paperIds = Object.keys(papers) as PaperId[];

/** Its part of the page 发文. */
export function paperAddress(id: PaperId): string {
  return `/desk/papers.html#paper-${id}`;
}

export interface PaperOffer {
  readonly id: PaperId;
  readonly title: string;
  readonly words: string;
  /** What it can be made of; undefined where there is nothing to choose. */
  readonly choices: readonly { readonly value: string; readonly name: string }[] | undefined;
  /** What was issued and may be corrected; undefined of a paper that is not kept. */
  readonly issued: readonly { readonly value: string; readonly name: string }[] | undefined;
}

/** Every paper with what can be chosen for it. */
export function paperOffers(face: Face): PaperOffer[] {
  return paperIds.map((id): PaperOffer => {
    const { title, words, about } = papers[id];
    const choices = about === 'none' ? undefined : choicesOf(face, about);
    return { id, title, words, choices, issued: issuedOf(face, id) };
  });
}

function issuedOf({ ledger }: Face, paper: PaperId): { value: string; name: string }[] | undefined {
  if (paper !== 'circular' && paper !== 'summary') return undefined;
  return [...ledger.bulletins.values()]
    .filter(({ inspection }) => (inspection === undefined) === (paper === 'summary'))
    .map(({ id, number = '', publishedOn }) => ({
      value: id,
      name: `${id} ${number}（${inWords(publishedOn)}）`,
    }));
}

function choicesOf(
  { ledger, standing, today }: Face,
  about: Exclude<About, 'none'>,
): { value: string; name: string }[] {
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, name });
  switch (about) {
    case 'campaign':
      return [...ledger.campaigns.values()].map(named);
    case 'inspection':
      return inspectionsUntil({ ledger, today });
    case 'overdue-unit': {
      const late = standing.issues.filter(({ lateness }) => lateness.kind === 'overdue');
      return [...new Set(late.map(({ unit }) => unit))].flatMap((id) => {
        const unit = ledger.units.get(id);
        return unit === undefined ? [] : [named(unit)];
      });
    }
    case 'period':
      return endedPeriods(today).map(named);
    case 'group':
      return [
        { value: 'internal', name: '内部的工作群' },
        { value: 'public', name: '外人也看的群：只说公开站上有的' },
      ];
    case 'area':
      return ledger.children.size === 0
        ? []
        : [
            { value: 'report', name: '情况报告' },
            { value: 'circular', name: '通报' },
            { value: 'list', name: '问题清单' },
          ];
    case 'year':
      return [1, 2, 3].map((ago) => {
        const year = String(yearOf(today) - ago);
        return { value: year, name: `${year}年` };
      });
    default:
      return about satisfies never;
  }
}

/** The checks of a day, the latest first. */
export function inspectionsUntil({ ledger, today }: Pick<Face, 'ledger' | 'today'>): {
  value: string;
  name: string;
}[] {
  return ownInspections(ledger)
    .filter(({ checkedOn }) => checkedOn <= today)
    .toReversed()
    .map(({ id, name }) => ({ value: id, name }));
}

/** The quarters and halves of this year and the last that are over, the latest first. */
function endedPeriods(today: Day): Period[] {
  const year = yearOf(today);
  return [year, year - 1]
    .flatMap((one) => ['q1', 'q2', 'h1', 'q3', 'q4', 'h2'].map((part) => `${String(one)}-${part}`))
    .flatMap((id) => periodOf(id) ?? [])
    .filter(({ until }) => until <= today)
    .toSorted((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : 0));
}
