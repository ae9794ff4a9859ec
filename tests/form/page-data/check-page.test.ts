import { expect, test } from 'vitest';
import { inspectionPage, openInspections } from '../../../src/form/page-data/inspection-page.ts';
import { face } from '../../documents/face.ts';

test('公开仓库里不收截图，填检查结果的页上就没有贴截图的地方', () => {
  const inside = face('shili');
  const [check] = openInspections(inside);
  const takes = (repository: 'public' | 'internal') => {
    const ledger = { ...inside.ledger, site: { ...inside.ledger.site, repository } };
    return inspectionPage({ ...inside, ledger }, check!, { place: undefined, blobOf: () => '' })
      .takesPictures;
  };
  expect([takes('internal'), takes('public')]).toEqual([true, false]);
});
