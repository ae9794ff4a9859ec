/** 新专项: the campaign that a list begins, out of its head, under an id of its year and name. */
import { inWords, yearOf } from '../../day/calendar.ts';
import type { Campaign } from '../../schema/campaign.ts';
import { defaultClosing } from '../../text/terms.ts';
import type { Inquiry } from '../inquiry/question.ts';
import type { ListHead } from '../list/preamble.ts';
import { shortId } from '../words/unit-names.ts';
import type { Known } from './known.ts';
import { readUnit } from './row/host.ts';

export const WHOLE = { file: '', sheet: '', row: 0, cell: '' };

/** A campaign that the list begins, under an id of its year and name. */
export function openedAs(
  fresh: Campaign,
  notes: string[],
  isTaken: (id: string) => boolean,
): { id: string; fresh: Campaign } {
  const year = `${yearOf(fresh.list.listedOn)}-`;
  const own = fresh.name.replace(/^\d{4}年?(?:度)?/u, '');
  const id = `${year}${shortId(own, (one) => isTaken(year + one))}`;
  notes.push(`新增专项 ${id}“${fresh.name}”，销号方式按系统默认，和公开程度一样用 ledger set 改`);
  return { id, fresh };
}

/** The title of a list that has none: its campaign is named after it. */
function askTitle(inquiry: Inquiry): string | undefined {
  return inquiry.ask(
    {
      ask: 'campaign',
      text: '',
      message:
        '台账里没有这个专项，清单也没有标题；请写清单的标题，如“某某专项检查问题清单”，专项按它命名',
      candidates: [],
    },
    WHOLE,
    ([title = '']) => (/\p{Script=Han}{4}/u.test(title) ? title : undefined),
  );
}

/** The campaign that the head of a list describes; undefined while something of it is asked. */
export function freshCampaign(
  head: ListHead,
  listedOn: string | undefined,
  known: Known,
  inquiry: Inquiry,
): Campaign | undefined {
  const title = head.title?.value ?? askTitle(inquiry);
  const reportedBy = head.reportedBy?.value ?? known.ledger.site.authority;
  const office = readUnit(reportedBy, head.reportedBy?.place ?? WHOLE, known, inquiry, []);
  if (title === undefined || listedOn === undefined || office === undefined) return undefined;
  return {
    name:
      title.replace(
        /(?:工作)?(?:存在|发现)?(?:的)?(?:问题)?(?:整改)?(?:清单|台账|一览表|汇总表|明细表)$/u,
        '',
      ) || title,
    list: { title, reportedBy, listedOn },
    reported: {},
    checklist: { items: [] },
    closing: { ...defaultClosing },
    publication: { level: 'none', overdueNames: false },
    office,
    source: { document: `${title}（${inWords(listedOn)}）`, at: '全文' },
  };
}
