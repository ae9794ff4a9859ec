import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { qrPath } from '../../src/text/qr-path.ts';

const address = 'https://ledger.example/zhenggai/units/shahelu.html';

test('路径画出的每一格都和二维码一致，四周留四格空白', () => {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const { size, path } = qrPath(address);
  expect(size).toBe(modules.size + 8);
  const dark = new Set<string>();
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/gu)) {
    for (let at = 0; at < Number(length); at += 1) dark.add(`${String(Number(x) + at)},${y ?? ''}`);
  }
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const inner = x >= 4 && y >= 4 && x < size - 4 && y < size - 4;
      const expected = inner && modules.get(y - 4, x - 4) === 1;
      expect([x, y, dark.has(`${String(x)},${String(y)}`)]).toEqual([x, y, expected]);
    }
  }
});
