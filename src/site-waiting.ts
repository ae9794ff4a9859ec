/** 等着的: what waits for whom, as the pages are told — the unit's own duties and periods, requests, returns, reminders. */
import { heard } from './asked.ts';
import { face, heardOnce, keptEach } from './site-face.ts';
import { reminderView } from './views/due/reminder-view.ts';
import { requestsPage } from './views/due/request-view.ts';
import { sentBackPage } from './views/due/sent-back-view.ts';
import { attentionView } from './views/figure/attention-view.ts';
import { supervisedPage } from './views/due/supervised-view.ts';
import { hasPeriods, unitPeriods } from './views/unit/period-view.ts';
import { dutiesView } from './views/unit/task-view.ts';

export const duties = heard('duties', (id: string) => dutiesView(face, id));
/** The units that have a page of their periods, told without making it. */
export const periodUnits = [...face.ledger.units.keys()].filter((id) => hasPeriods(face, id));
export const shownPeriods = heard(
  'periodsOf',
  keptEach((id) => unitPeriods(face, id)),
);
export const attention = heard('attention', () => attentionView(face));
export const reminders = heardOnce('reminders', () => reminderView(face));

/** 待批的申请, 退回的问题, 通报和督办的问题; none on the public site. */
export const pending = heardOnce('pending', () =>
  [requestsPage(face), sentBackPage(face), supervisedPage(face)].flatMap((page) => page ?? []),
);

/** What the pages of lists say of them: nothing that changes with their rows. */
export const pendingLinks = heardOnce('pendingLinks', () =>
  pending().map(({ id, title, href }) => ({ id, title, href })),
);
