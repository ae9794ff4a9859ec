import { expect, test } from 'vitest';
import { extensionRequest, requestedDay } from '../../../src/domain/issue/extension-request.ts';

test('申请延期的那一天写进说明，读得回来；没有申请的、写的不是日子的没有', () => {
  expect(extensionRequest('2026-06-05', '等审核')).toBe('申请延期至2026年6月5日：等审核');
  expect(requestedDay(extensionRequest('2026-06-05', '等审核'))).toBe('2026-06-05');
  expect(requestedDay('已改好，申请延期至2026年6月5日：等审核')).toBeUndefined();
  expect(requestedDay('申请延期至2026年2月30日：等审核')).toBeUndefined();
});
