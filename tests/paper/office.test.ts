/** LibreOffice off the path is found where it usually lies. */
import { expect, test, vi } from 'vitest';
import { officeCommand } from '../../src/paper/office.ts';

test('不在 PATH 里的，到常在的位置找；都没有的，照旧叫 soffice', () => {
  vi.stubEnv('PATH', '/nowhere');
  try {
    expect(officeCommand(['/nowhere/soffice', process.execPath])).toBe(process.execPath);
    expect(officeCommand(['/nowhere/soffice'])).toBe('soffice');
  } finally {
    vi.unstubAllEnvs();
  }
});
