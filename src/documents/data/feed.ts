/**
 * 订阅源: what changed, newest first, as an Atom feed (RFC 4287). Written here and not by a library for RSS: an office
 * without a public address has no links to give, and an Atom entry is whole without one.
 */
import type { Day } from '../../day/calendar.ts';
import { escapedXml } from '../../text/notation/xml.ts';
import { childrenAddress } from '../../views/address.ts';
import { type ChangeView, changeViews } from '../../views/issue/change-view.ts';
import type { Face } from '../../views/face.ts';
import { gatheredViews } from '../../views/rollup/gathered-view.ts';
import { siteView } from '../../views/site-view.ts';

/** A reader wants what is new; the whole story is on the pages. */
const ENTRIES = 100;
/** Of these, what was gathered of ledgers below. */
const GATHERED = 30;

/** The feed of a face. */
export function feedFile(face: Face): string {
  const site = siteView(face);
  const newest = entriesOf(face).slice(0, ENTRIES);
  const updated = newest[0]?.on ?? site.asOf.iso;
  const link = (href: string) => (site.address === undefined ? undefined : site.address + href);
  const self = link('/feed.xml');
  const entries = newest.map((one) => entry(one, link));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>${escapedXml(`urn:ledger:${face.ledger.site.footer?.siteCode ?? site.name}`)}</id>`,
    `<title>${escapedXml(`${site.name}：最近变化`)}</title>`,
    `<subtitle>${escapedXml([site.asOfSentence, site.fiction].filter(Boolean).join('。'))}</subtitle>`,
    `<updated>${stamp(updated)}</updated>`,
    `<author><name>${escapedXml(site.authority)}</name></author>`,
    ...(self === undefined ? [] : [`<link rel="self" href="${escapedXml(self)}"/>`]),
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

interface Entry {
  /** What tells it from all others, whatever is added to the ledger later. */
  readonly id: string;
  readonly on: Day;
  readonly title: string;
  readonly text: string;
  readonly href: string;
}

/** What changed in this ledger and what was gathered of those below it, newest first. */
function entriesOf(face: Face): Entry[] {
  const own = changeViews(face).map((change) => ({
    id: keyOf(change),
    on: change.on.iso,
    ...wordsOf(change),
  }));
  // Twelve ledgers that report daily must not push out what happened in this one.
  const below = gatheredViews(face)
    .slice(0, GATHERED)
    .map(({ key, on, title, text }) => ({
      id: `urn:ledger:${key}`,
      on: on.iso,
      ...{ title, text, href: childrenAddress },
    }));
  return [...own, ...below].toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}

function keyOf(change: ChangeView): string {
  switch (change.kind) {
    case 'step':
      return `urn:ledger:${change.key}`;
    case 'listed':
      return `urn:ledger:${change.campaign.id}:${change.on.iso}:listed`;
    case 'checked':
      return `urn:ledger:${change.check.id}:checked`;
    default:
      return change satisfies never;
  }
}

function entry(
  { id, on, title, text, href }: Entry,
  link: (href: string) => string | undefined,
): string {
  const url = link(href);
  return [
    '<entry>',
    `<id>${escapedXml(id)}</id>`,
    `<title>${escapedXml(title)}</title>`,
    `<updated>${stamp(on)}</updated>`,
    ...(url === undefined ? [] : [`<link href="${escapedXml(url)}"/>`]),
    `<summary>${escapedXml(text)}</summary>`,
    '</entry>',
  ].join('');
}

function wordsOf(change: ChangeView): { title: string; text: string; href: string } {
  switch (change.kind) {
    case 'step': {
      const { what, unit, subject, finding, became, publicNote, issue } = change;
      const parts = [finding, became === undefined ? '' : `状态：${became}`, publicNote ?? ''];
      return {
        title: `${what}：${[unit.name, subject].join(' ').trim()}`,
        text: parts.filter((part) => part !== '').join('。'),
        href: issue.href,
      };
    }
    case 'listed': {
      const words = `${change.campaign.name}列入问题${String(change.count)}个`;
      return { title: words, text: words, href: change.campaign.href };
    }
    case 'checked': {
      const { check, checked, failed } = change;
      const words = `${check.name}：检查${String(checked)}个，不合格${String(failed)}个`;
      return { title: words, text: words, href: check.href };
    }
    default:
      return change satisfies never;
  }
}

/** The beginning of a day in China. */
function stamp(day: string): string {
  return `${day}T00:00:00+08:00`;
}
