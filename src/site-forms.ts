/** 表单: what the pages of the forms are rendered from, and where they send. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { heard } from './asked.ts';
import type { SiteFile } from './documents/offer.ts';
import { reportPages } from './form/page-data/report-pages.ts';
import { placeShown } from './form/page-data/settings.ts';
import { blobName } from './history/git/blob-name.ts';
import { face, folder } from './site-face.ts';

/** Where reports go that are filled in on the pages; nowhere from the public site. */
export const place = placeShown(face, process.env['LEDGER_ENDPOINT']);

/** True where the site is served by the office's own desk, which decides on what waits. */
export const hasDesk = face.audience === 'internal' && place.settings?.kind === 'endpoint';

/** What units report and the office decides, and who takes what comes on paper. */
const forms = reportPages(face, place.settings, (path) =>
  blobName(readFileSync(resolve(folder, path))),
);

/** What judges the reports of each page, as the page fetches it; none where nothing is sent from a page. */
export function formFiles(): [path: string, file: Omit<SiteFile, 'path'>][] {
  if (face.audience !== 'internal' || place.settings === undefined) return [];
  const finding = forms.finding();
  const pages = [
    ...(finding === undefined ? [] : [finding]),
    ...forms.reporting().map(({ id }) => forms.report(id)),
    ...forms.deciding().map(({ id }) => forms.decision(id)),
  ];
  return pages.map(({ rest, sliceHref }) => [
    sliceHref.slice(1),
    { make: () => JSON.stringify(rest) },
  ]);
}

export const shownForms: typeof forms = {
  ...forms,
  report: heard('report', forms.report),
  decision: heard('decision', forms.decision),
  register: heard('register', forms.register),
  finding: heard('finding', forms.finding),
  checks: heard('checks', forms.checks),
  reporting: heard('reporting', forms.reporting),
  deciding: heard('deciding', forms.deciding),
  receiver: heard('receiver', forms.receiver),
  registering: heard('registering', forms.registering),
};
