/**
 * 自查页: a campaign's self-check — by when, what is to be looked at, how nothing is reported, what was found, who
 * reported nothing, who is silent; and how one unit stands in it, for the unit's own page. Internal only.
 */
import { type Day, inWords } from '../../day/calendar.ts';
import { type SelfCheckStanding, selfCheckStanding } from '../../domain/inspection/self-check.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import { isLive } from '../../domain/ledger-on.ts';
import type { Campaign } from '../../schema/campaign.ts';
import { origins } from '../../schema/issue.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { SelfCheck } from '../../schema/self-check.ts';
import type { Unit } from '../../schema/unit.ts';
import { type Ref, selfCheckAddress } from '../address.ts';
import {
  type CellTable,
  linked,
  numeral,
  type ShownCell,
  type TablePage,
  withRows,
  words,
} from '../cell-table.ts';
import type { Face } from '../face.ts';
import { accountRef, platformRef, unitRef } from '../names.ts';
import { registerOf } from './registry-view.ts';

/** 市级交办（示办函〔2026〕9号）的自查，2026年6月30日前报，结项要有上级同意的文号。 */
function termInWords({ assigned, notice }: Campaign): string {
  const number = notice?.number === undefined ? '' : `（${notice.number}）`;
  return assigned === undefined
    ? `最迟报送的日期台账没有登记，以布置自查的通知${number}为准。`
    : `${origins[assigned.origin]}${number}的自查，${inWords(assigned.replyBy)}前报，结项要有上级同意的文号。`;
}

/** What a unit looks at and how it reports that nothing was found; nothing where the campaign is over. */
function howTo(face: Face, campaign: Campaign): string[] {
  if (isOver(face, campaign)) return [];
  const { items } = campaign.checklist;
  return [
    ...(items.length === 0
      ? []
      : [
          `看什么：本单位的每个账号和网站，逐个对照${String(items.length)}项重点内容：${items.join('；')}。`,
        ]),
    `怎么报：自查表上每项填“有”“无”或“不适用”，填“有”的写明是哪个账号、什么情况，填完交${face.ledger.site.authority}。没有发现问题的、没有账号和网站的也要交，各项都填“无”或“不适用”，就是零报告；不交的按未报计。报过的可以再报，以最后报的为准。`,
  ];
}

function isOver({ today }: Face, { concluded }: Campaign): boolean {
  return concluded !== undefined && concluded.on <= today;
}

/** More accounts than these are counted unit by unit, and listed on the unit's own page. */
const LISTED_ACCOUNTS = 500;

/** 要看的账号和网站, unit by unit, without what is 已注销. */
function accountsTable(face: Face): CellTable {
  const { ledger, today } = face;
  const units = [...ledger.units.values()]
    .filter((unit) => isLive(unit, today))
    .map((unit) => ({
      unit: unitRef(ledger, unit.id),
      accounts: (face.accountsOf.get(unit.id) ?? []).filter(
        ({ id }) => registerOf(face, id).state !== 'deregistered',
      ),
    }))
    .filter(({ accounts }) => accounts.length > 0);
  const all = units.reduce((sum, { accounts }) => sum + accounts.length, 0);
  return {
    id: 'accounts',
    title: '各单位要看的账号和网站',
    unit: '家',
    columns: [{ title: '单位' }, { title: '个数', number: true }, { title: '账号和网站' }],
    isFolded: true,
    rows: units.map(({ unit, accounts }): ShownCell[] => [
      linked(unit),
      numeral(accounts.length),
      all > LISTED_ACCOUNTS
        ? { text: '见单位页', href: `${unit.href}#accounts` }
        : {
            text: '',
            links: accounts.map((account) => {
              const { name } = platformRef(ledger, platformOf(account));
              return { ...accountRef(ledger, account.id), name: `${account.name}（${name}）` };
            }),
          },
    ]),
  };
}

/** How one unit stands in a self-check that goes on. */
export interface UnitSelfCheck {
  /** The page of the self-check. */
  readonly page: Ref;
  /** 还没有报，2026年6月30日前报；没有问题的也要报（零报告）。 */
  readonly words: string;
}

/** Those that go on, or the unit's answers to them; none on the public site and of a unit that is no more. */
export function unitSelfChecks(face: Face, unit: Entry<Unit>): UnitSelfCheck[] {
  const { audience, ledger, today } = face;
  if (audience !== 'internal' || !isLive(unit, today)) return [];
  return [...ledger.campaigns.values()].flatMap((campaign) => {
    if (isOver(face, campaign) || !hasPage(face, campaign)) return [];
    const answer = standingOf(face, campaign).answered.find((one) => one.unit === unit.id);
    const page = { id: campaign.id, name: titleOf(campaign), href: selfCheckAddress(campaign.id) };
    return [{ page, words: answer ? answeredInWords(answer) : silentInWords(campaign, today) }];
  });
}

/** 2025年11月11日已报：4项重点内容中1项有问题（账号是否备案）。 */
function answeredInWords({ answeredOn, answers }: SelfCheck): string {
  const found = answers.filter(({ answer }) => answer === 'yes');
  const what =
    found.length === 0
      ? '零报告'
      : `${String(answers.length)}项重点内容中${String(found.length)}项有问题（${found.map(({ item }) => item).join('、')}）`;
  return `${inWords(answeredOn)}已报：${what}。`;
}

function silentInWords({ assigned }: Campaign, today: Day): string {
  if (assigned === undefined) return '还没有报；没有问题的也要报（零报告）。';
  const { replyBy } = assigned;
  const by = replyBy < today ? `${inWords(replyBy)}已过` : `${inWords(replyBy)}前报`;
  return `还没有报，${by}；没有问题的也要报（零报告）。`;
}

const standings = new WeakMap<Face, Map<string, SelfCheckStanding>>();

/** Every unit's page asks for the same. */
function standingOf(face: Face, campaign: Entry<Campaign>): SelfCheckStanding {
  const known = standings.get(face) ?? new Map<string, SelfCheckStanding>();
  standings.set(face, known);
  const standing = known.get(campaign.id) ?? selfCheckStanding(face.ledger, campaign, face.today);
  known.set(campaign.id, standing);
  return standing;
}

/** One that nobody answered has a page only where the office above waits for it. */
function hasPage(face: Face, campaign: Entry<Campaign>): boolean {
  return campaign.assigned !== undefined || standingOf(face, campaign).answered.length > 0;
}

function titleOf({ name }: Campaign): string {
  return `${name.replace(/自查$/u, '')}自查`;
}

/** The pages by campaign; none on the public site. */
export function selfCheckPages(face: Face): TablePage[] {
  const { audience, ledger, today } = face;
  if (audience !== 'internal') return [];
  return [...ledger.campaigns.values()].flatMap((campaign) => {
    if (!hasPage(face, campaign)) return [];
    const { answered, zero, found, silent } = standingOf(face, campaign);
    const unit = (id: string) => linked(unitRef(ledger, id));
    const table = (
      id: string,
      title: string,
      columns: readonly string[],
      rows: CellTable['rows'],
    ): CellTable => ({
      id,
      title,
      unit: id === 'found' ? '个' : '家',
      columns: columns.map((name) => ({ title: name })),
      rows,
    });
    return [
      {
        id: campaign.id,
        href: selfCheckAddress(campaign.id),
        title: titleOf(campaign),
        intro: [
          ...(isOver(face, campaign) ? [] : [termInWords(campaign)]),
          ...howTo(face, campaign),
          `截至${inWords(today)}，${String(answered.length + silent.length)}家单位中已报${String(answered.length)}家，其中零报告${String(zero.length)}家，未报${String(silent.length)}家，发现问题${String(found.length)}个。`,
        ],
        tables: withRows([
          ...(isOver(face, campaign) ? [] : [accountsTable(face)]),
          table(
            'found',
            '发现的问题',
            ['单位', '重点内容', '情况'],
            found.map((one) => [unit(one.unit), words(one.item), words(one.note)]),
          ),
          table(
            'silent',
            '未报',
            ['单位'],
            silent.map(({ id }) => [unit(id)]),
          ),
          table(
            'zero',
            '零报告',
            ['单位', '自查日期'],
            zero.map((one) => [unit(one.unit), words(inWords(one.answeredOn))]),
          ),
        ]),
      },
    ];
  });
}
