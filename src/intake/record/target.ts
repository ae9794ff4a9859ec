/** 专项: the campaign that a list belongs to — one of the ledger, or a new one out of the head of the list. */
import { inWords } from '../../day/calendar.ts';
import type { Campaign } from '../../schema/campaign.ts';
import type { ListHead } from '../list/preamble.ts';
import { freshCampaign, openedAs, WHOLE } from './fresh-campaign.ts';
import { NEW_UNIT } from './row/host.ts';
import type { Known } from './known.ts';
import { likeness } from '../words/likeness.ts';
import type { Inquiry } from '../inquiry/question.ts';
import type { PaperPlace } from '../../paper/sheet.ts';
import { bareText } from '../words/wording.ts';

/** What the person who imports said of the list. */
export interface ListOptions {
  campaign?: string | undefined;
  listedOn?: string | undefined;
}

export interface Target {
  id: string;
  /** Present when the ledger does not have it yet. */
  fresh?: Campaign | undefined;
}

/** The campaign, or undefined while it is asked about. */
export function campaignTarget(
  said: ListOptions,
  head: ListHead,
  listedOn: string | undefined,
  known: Known,
  inquiry: Inquiry,
  made: Made,
): Target | undefined {
  const { notes } = made;
  const { campaigns } = known.ledger;
  if (said.campaign !== undefined) {
    if (campaigns.has(said.campaign)) return { id: said.campaign };
    const fresh = freshCampaign(head, listedOn, known, inquiry);
    if (fresh)
      notes.push(
        `新增专项 ${said.campaign}“${fresh.name}”，销号方式按系统默认，和公开程度一样用 ledger set 改`,
      );
    return fresh && { id: said.campaign, fresh };
  }
  const title = bareText(head.title?.value ?? '');
  const named = [...campaigns.values()].filter(
    ({ list, name }) =>
      title !== '' && (bareText(list.title) === title || title.startsWith(bareText(name))),
  );
  const [only] = named;
  if (only !== undefined && named.length === 1) return { id: only.id };
  const [single, ...others] = campaigns.values();
  const isLike =
    single !== undefined && (title === '' || likeness(bareText(single.list.title), title) >= 0.5);
  if (single !== undefined && others.length === 0 && isLike) {
    notes.push(`专项按“${single.name}”算（台账里只有这一个）；不是的话用 --campaign 指明`);
    return { id: single.id };
  }
  const opened = (): Target | undefined => {
    const fresh = freshCampaign(head, listedOn, known, inquiry);
    return fresh && begun(fresh, known, made);
  };
  // Of none there is nothing to choose from.
  if (campaigns.size === 0) return opened();
  return inquiry.ask(
    {
      ask: 'campaign',
      text: head.title?.value ?? '',
      message: '清单属于哪个专项？也可以用 --campaign 指明',
      candidates: [
        ...(title === ''
          ? []
          : [{ answer: NEW_UNIT, label: `新建专项“${head.title?.value ?? ''}”` }]),
        ...[...campaigns.values()].map(({ id, name }) => ({ answer: id, label: name })),
      ],
    },
    head.title?.place ?? WHOLE,
    ([answer = '']) => {
      if (campaigns.has(answer)) return { id: answer };
      return answer === NEW_UNIT && title !== '' ? opened() : undefined;
    },
  );
}

/** What one list has begun so far: the campaigns by their names. */
export interface Made {
  begun: Map<string, Target>;
  notes: string[];
}

/** The campaign of that name, begun once whether the title or a cell says it, under an id of its own. */
function begun(fresh: Campaign, { ledger: { campaigns } }: Known, made: Made): Target {
  const name = bareText(fresh.name);
  const before = made.begun.get(name);
  if (before !== undefined) return before;
  const ids = new Set([...made.begun.values()].map(({ id }) => id));
  const target = openedAs(fresh, made.notes, (id) => campaigns.has(id) || ids.has(id));
  made.begun.set(name, target);
  return target;
}

/** The answer that leaves out the rows of a campaign. */
const LEAVE = '不录入';

/**
 * The campaign that a cell of a column 专项 names; 'left-out' where somebody leaves its rows out, undefined while it is
 * asked about.
 */
export function targetNamed(
  words: string,
  place: PaperPlace,
  head: ListHead,
  listedOn: string | undefined,
  known: Known,
  inquiry: Inquiry,
  made: Made,
): Target | 'left-out' | undefined {
  const { campaigns } = known.ledger;
  const found = [...campaigns.values()].find(
    ({ id, name, list }) =>
      id === words || [name, list.title].some((one) => bareText(one) === bareText(words)),
  );
  if (found !== undefined) return { id: found.id };
  const opened = (): Target | undefined => {
    const fresh = freshCampaign(
      { ...head, title: { value: words, place } },
      listedOn,
      known,
      inquiry,
    );
    return fresh && begun(fresh, known, made);
  };
  return inquiry.ask(
    {
      ask: 'campaign',
      text: words,
      message: `清单里写的专项“${words}”，台账里没有；是哪一个？`,
      candidates: [
        { answer: NEW_UNIT, label: `新建专项“${words}”` },
        { answer: LEAVE, label: '这个专项的行这次不录' },
        ...[...campaigns.values()].map(({ id, name }) => ({ answer: id, label: name })),
      ],
    },
    place,
    ([answer = '']) => {
      if (answer === LEAVE) return 'left-out';
      if (campaigns.has(answer)) return { id: answer };
      return answer === NEW_UNIT ? opened() : undefined;
    },
  );
}

/** The list's day: said on the command line, written in its head, or asked. */
export function listedOnOf(
  said: ListOptions,
  head: ListHead,
  known: Known,
  inquiry: Inquiry,
  notes: string[],
): string | undefined {
  if (said.listedOn !== undefined) {
    const written = head.listedOn?.value;
    if (written !== undefined && written !== said.listedOn)
      notes.push(
        `填表日期按 --listed-on 取${inWords(said.listedOn)}，清单上写的是${inWords(written)}`,
      );
    return said.listedOn;
  }
  if (head.listedOn) return head.listedOn.value;
  const campaigns = [...known.ledger.campaigns.values()];
  // The day of another campaign says nothing of a list that begins a new one.
  const own =
    said.campaign === undefined
      ? campaigns.length === 1 && campaigns[0]
      : campaigns.find(({ id }) => id === said.campaign);
  if (own) {
    notes.push(`清单没有写填表日期，按专项登记的${inWords(own.list.listedOn)}`);
    return own.list.listedOn;
  }
  return inquiry.ask(
    {
      ask: 'listedOn',
      text: head.title?.value ?? '',
      message: '清单没有写填表日期；请写日期，如 2020-05-13，或用 --listed-on 指明',
      candidates: [],
    },
    head.title?.place ?? WHOLE,
    ([day = '']) => (/^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : undefined),
  );
}
