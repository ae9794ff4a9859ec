/** 办公室: whom to tell, as every page says it. */
import type { Site } from '../schema/site.ts';

/** 某某办公室（联系电话0000-0000000）; the name alone where no telephone is on record. */
export function officeWithPhone({ authority, footer }: Pick<Site, 'authority' | 'footer'>): string {
  const phone = footer?.phone;
  return phone === undefined ? authority : `${authority}（联系电话${phone}）`;
}
