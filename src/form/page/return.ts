/**
 * 登录回来: a forge leads back only to the one address that is registered there, the list of units. This ends the sign-in
 * and goes on to the page from which somebody had left.
 */
import './device/polyfill.ts';
import { senderFor } from '../send/sender.ts';
import type { SenderSettings } from '../send/settings.ts';

/** A page beside this one, with an issue: nothing else is ever gone to. */
const PAGE =
  /^#(?<page>(?:(?:office|register|finding|check)\/)?[a-z0-9-]+\.html(?:#[a-z0-9-]+)?)$/u;

async function goOn(place: SenderSettings): Promise<void> {
  if (!new URLSearchParams(location.search).has('state')) return;
  await senderFor(place).whoAmI();
  const page = PAGE.exec(location.hash)?.groups?.['page'];
  if (page !== undefined) location.replace(page);
}

const place = document.querySelector<HTMLTemplateElement>('#report-place')?.content.textContent;
if (place !== undefined) void goOn(JSON.parse(place) as SenderSettings);
