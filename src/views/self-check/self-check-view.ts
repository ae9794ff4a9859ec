/**
 * 自查页: a campaign's self-check — by when, what is to be looked at, how nothing is reported, what was found, who
 * reported nothing, who is silent; and how one unit stands in it, for the unit's own page. Internal only.
 */
import { inWords } from '../../day/calendar.ts';
import { type SelfCheckStanding, selfCheckStanding } from '../../domain/inspection/self-check.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import { isLive } from '../../domain/ledger-on.ts';
import type { Campaign } from '../../schema/campaign.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Unit } from '../../schema/unit.ts';
import { type Ref, selfCheckAddress, selfCheckSheetAddress } from '../address.ts';
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
import {
  accountsToLookAt,
  answeredInWords,
  unitsCounted,
  standingInShort,
  howToAnswer,
  isOver,
  silentInWords,
  replyByInWords,
} from './self-check-words.ts';

/** More accounts than these are counted unit by unit, and listed on the unit's own page. */
const LISTED_ACCOUNTS = 500;

/** The sheet of a unit, to be taken away. */
function sheetCell(campaign: Entry<Campaign>, unit: string): ShownCell {
  return { text: '下载自查表', href: selfCheckSheetAddress(campaign.id, unit) };
}

/** Whether there are sheets to be filled in: while the self-check goes on and has its items. */
export function hasSheets(face: Face, campaign: Entry<Campaign>): boolean {
  return (
    face.audience === 'internal' &&
    !isOver(face, campaign) &&
    campaign.checklist.items.length > 0 &&
    hasPage(face, campaign)
  );
}

/** 要看的账号和网站 of every unit that there is, those without any too, since they report as well. */
function accountsTable(face: Face, campaign: Entry<Campaign>): CellTable {
  const { ledger, today } = face;
  const units = [...ledger.units.values()]
    .filter((unit) => isLive(unit, today))
    .map(({ id }) => ({ unit: unitRef(ledger, id), accounts: accountsToLookAt(face, id) }));
  const all = units.reduce((sum, { accounts }) => sum + accounts.length, 0);
  const withSheets = hasSheets(face, campaign);
  return {
    id: 'accounts',
    title: withSheets ? '各单位的自查表和要看的账号、网站' : '各单位要看的账号和网站',
    unit: '家',
    columns: [
      { title: '单位' },
      ...(withSheets ? [{ title: '自查表' }] : []),
      { title: '个数', number: true },
      { title: '账号和网站' },
    ],
    isFolded: true,
    rows: units.map(({ unit, accounts }): ShownCell[] => [
      linked(unit),
      ...(withSheets ? [sheetCell(campaign, unit.id)] : []),
      numeral(accounts.length),
      accounts.length === 0
        ? words('没有，也要报')
        : all > LISTED_ACCOUNTS
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
  /** The sheet to be filled in; undefined where there is none. */
  readonly sheet: string | undefined;
}

/** Those that go on, or the unit's answers to them; none on the public site and of a unit that is no more. */
export function unitSelfChecks(face: Face, unit: Entry<Unit>): UnitSelfCheck[] {
  const { audience, ledger, today } = face;
  if (audience !== 'internal' || !isLive(unit, today)) return [];
  return [...ledger.campaigns.values()].flatMap((campaign) => {
    if (isOver(face, campaign) || !hasPage(face, campaign)) return [];
    const answer = standingOf(face, campaign).answered.find((one) => one.unit === unit.id);
    const page = { id: campaign.id, name: titleOf(campaign), href: selfCheckAddress(campaign.id) };
    const sheet = hasSheets(face, campaign)
      ? selfCheckSheetAddress(campaign.id, unit.id)
      : undefined;
    return [
      { page, words: answer ? answeredInWords(answer) : silentInWords(campaign, today), sheet },
    ];
  });
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
        more: `${isOver(face, campaign) ? '已结束' : '进行中'}，${String(answered.length + silent.length)}家单位中已报${String(answered.length)}家`,
        intro: [
          standingInShort(face, campaign),
          ...(isOver(face, campaign) ? [] : [replyByInWords(campaign)]),
          ...howToAnswer(face, campaign),
          `截至${inWords(today)}，${String(answered.length + silent.length)}家单位中已报${String(answered.length)}家，其中零报告${String(zero.length)}家，未报${String(silent.length)}家，发现问题${String(found.length)}个。${unitsCounted(face, campaign, answered)}。`,
        ],
        tables: withRows([
          ...(isOver(face, campaign) ? [] : [accountsTable(face, campaign)]),
          table(
            'found',
            '发现的问题',
            ['单位', '重点内容', '情况'],
            found.map((one) => [unit(one.unit), words(one.item), words(one.note)]),
          ),
          table(
            'silent',
            '未报',
            ['单位', ...(hasSheets(face, campaign) ? ['自查表'] : [])],
            silent.map(({ id }) => [
              unit(id),
              ...(hasSheets(face, campaign) ? [sheetCell(campaign, id)] : []),
            ]),
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
