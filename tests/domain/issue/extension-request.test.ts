import { expect, test } from 'vitest';
import { extensionRequest } from '../../../src/domain/issue/extension-request.ts';
import { requestsIn } from '../../../src/domain/issue/request.ts';

test('报送单的申请延期写成的话，照样认得出：申请什么、到哪一天、为什么', () => {
  const note = extensionRequest('2026-06-05', '等审核');
  expect(note).toBe('申请延期至2026年6月5日：等审核');
  expect(requestsIn({ note, reportedOn: '2026-06-01' })).toEqual([
    { kind: 'extension', until: '2026-06-05', reason: '等审核' },
  ]);
});
