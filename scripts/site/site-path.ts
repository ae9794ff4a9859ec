/** 网站的路径: below which path of its host a site stands, for the one page that is shown at any depth. */
import type { Audience } from '../../src/schema/field.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { basePath } from '../own/own-files.ts';

/** What was asked for, else the path of the site's own address in site.yaml; `/` where that says none. */
export function sitePath(
  { address, internalAddress }: Pick<Ledger['site'], 'address' | 'internalAddress'>,
  audience: Audience,
  asked?: string,
): string {
  return asked ?? basePath(audience === 'internal' ? internalAddress : address);
}
