/** 首页: what a reader wants to know in ten seconds, and where to go from there. */
import { type CampaignHead, campaignHeads } from '../kind/campaign-view.ts';
import { type Undated, undatedView } from '../due/due-view.ts';
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import { requestsAddress } from '../address.ts';
import { type QueueView, queueView } from '../due/queue-view.ts';
import { requestCount } from '../due/request-view.ts';
import type { Face } from '../face.ts';
import { type ChangePeriod, changePeriods } from '../change-counts.ts';
import { figureNamed, type FigureView, figureViews } from '../figure/figure-view.ts';
import { type ChangeView, changeViews } from '../issue/change-view.ts';
import { type BelowView, belowView } from './below-view.ts';
import { type CourseView, courseView } from './course-view.ts';
import { type FortnightView, fortnightView } from './fortnight-view.ts';
import { type LeadView, leadView } from './lead-view.ts';
import { squaresView } from './squares-view.ts';
import { type TileView, tileViews } from './tile-view.ts';
import { type WaitingRow, waitingRows } from './waiting-view.ts';

export interface HomeView {
  readonly lead: LeadView;
  /** The sums with those of the ledgers below. */
  readonly below: BelowView | undefined;
  readonly figures: readonly FigureView[];
  /** Issues of campaigns of which only figures are published; they are in no other number here. */
  readonly countedOnly: number;
  /** Of these the withdrawn ones. */
  readonly countedVoid: number;
  readonly course: CourseView | undefined;
  readonly tiles: readonly TileView[];
  readonly fortnight: FortnightView;
  /** What falls due on no day. */
  readonly undated: Undated | undefined;
  readonly waiting: readonly WaitingRow[];
  /** 待批的申请4件, and where they are listed; undefined where none waits, and on the public site. */
  readonly requests: { readonly words: string; readonly href: string } | undefined;
  /** Those with something unfinished; how many more there are. */
  readonly campaigns: readonly CampaignHead[];
  readonly otherCampaigns: number;
  readonly squares: ReturnType<typeof squaresView>;
  /** 本周、本月 in numbers. */
  readonly periods: readonly ChangePeriod[];
  readonly changes: readonly ChangeView[];
  /** Proposals that no reviewer has merged yet; undefined where none is known to wait. */
  readonly queue: QueueView | undefined;
}

const CHANGES = 2;
const SHOWN_PERIODS: readonly string[] = ['this-week', 'this-month'];

export function homeView(face: Face): HomeView {
  const lead = leadView(face);
  const campaigns = campaignHeads(face);
  const busy = campaigns.filter(
    ({ figures }) => (figureNamed(figures, 'unfinished').count ?? 0) > 0,
  );
  const asked = requestCount(face);
  const queue = face.records && queueView(face.records.waitingSince, face.today);
  return {
    lead,
    below: belowView(face),
    figures: figureViews(face.standing),
    countedOnly: face.counted.reduce((sum, { standing }) => sum + standing.issues.length, 0),
    countedVoid: face.counted.reduce(
      (sum, { standing }) => sum + rowsOf(figureOf(standing, 'void')).length,
      0,
    ),
    course: courseView(face),
    tiles: tileViews(face, lead.overdueChange),
    fortnight: fortnightView(face),
    undated: undatedView(face),
    waiting: waitingRows(face),
    requests:
      asked === 0 ? undefined : { words: `待批的申请${String(asked)}件`, href: requestsAddress },
    campaigns: busy,
    otherCampaigns: campaigns.length - busy.length,
    squares: squaresView(face),
    periods: changePeriods(face).filter(({ id }) => SHOWN_PERIODS.includes(id)),
    changes: changeViews(face).slice(0, CHANGES),
    queue: queue?.proposals === 0 ? undefined : queue,
  };
}
