import { expect, test } from 'vitest';
import { checkPage, openChecks } from '../../../src/form/page-data/check-page.ts';
import { face } from '../../documents/face.ts';

test('公开仓库里不收截图，填检查结果的页上就没有贴截图的地方', () => {
  const inside = face('shili');
  const [check] = openChecks(inside);
  const takes = (repository: 'public' | 'internal') => {
    const ledger = { ...inside.ledger, site: { ...inside.ledger.site, repository } };
    return checkPage({ ...inside, ledger }, check!, { place: undefined, blobOf: () => '' })
      .takesPictures;
  };
  expect([takes('internal'), takes('public')]).toEqual([true, false]);
});
