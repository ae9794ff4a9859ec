import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { contentAt } from '../../src/history/content-at.ts';
import { GitRefused } from '../../src/history/git/git.ts';
import { placeOf } from '../../src/history/place.ts';
import { scratch, type Scratch } from './repository.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let repo: Scratch;
let first: string;
let second: string;

beforeAll(() => {
  repo = scratch();
  repo.write('README.md', '别的文件\n');
  repo.write('content/site.yaml', 'name: 示例（虚构）\n');
  repo.write('content/empty.yaml', '');
  repo.write('content/units/b.yaml', 'name: 乙\n没有换行结尾');
  repo.write('content/units/a.yaml', 'name: 甲\n');
  repo.write('content/evidence/demo-01/后台 截图.png', '12345');
  repo.write('content/evidence/removed.yaml', 'removed: []\n');
  // The same name in the decomposed form that some systems write.
  repo.write(`content/units/${'é'.normalize('NFD')}.yaml`, 'name: e\n');
  repo.write('content/units/f.yaml', 'name: f\n');
  symlinkSync('site.yaml', join(repo.dir, 'content', 'link.yaml'));
  first = repo.commit('示例甲', '2024-03-01T10:00:00+08:00');
  repo.write('content/units/a.yaml', 'name: 甲改\n');
  repo.git('rm', '--quiet', 'content/units/b.yaml');
  second = repo.commit('示例甲', '2024-03-02T10:00:00+08:00');
});
afterAll(() => {
  repo.remove();
});

const read = (commit: string, dir = join(repo.dir, 'content')) => {
  const { texts, evidence } = contentAt(placeOf(dir)!, commit);
  const decoder = new TextDecoder();
  return {
    texts: [...texts].map(([path, bytes]) => [path, decoder.decode(bytes)]),
    evidence: [...evidence],
  };
};

describe('某个提交时的台账', () => {
  test('文字按字节读，佐证只记大小，符号链接不算，路径规范成 NFC', () => {
    expect(read(first)).toEqual({
      texts: [
        ['empty.yaml', ''],
        ['evidence/removed.yaml', 'removed: []\n'],
        ['site.yaml', 'name: 示例（虚构）\n'],
        ['units/a.yaml', 'name: 甲\n'],
        ['units/b.yaml', 'name: 乙\n没有换行结尾'],
        ['units/f.yaml', 'name: f\n'],
        ['units/é.yaml'.normalize('NFC'), 'name: e\n'],
      ],
      evidence: [['demo-01/后台 截图.png', 5]],
    });
  });

  test('后来的改动和删除只在后来的提交里', () => {
    const { texts } = read(second);
    expect(texts.find(([path]) => path === 'units/a.yaml')).toEqual([
      'units/a.yaml',
      'name: 甲改\n',
    ]);
    expect(texts.map(([path]) => path)).not.toContain('units/b.yaml');
  });

  test('台账就是整个仓库时也能读', () => {
    expect(read(first, repo.dir).texts.map(([path]) => path)).toContain('README.md');
  });

  test('仓库缺了某个文件的内容：说缺哪个，不当作没有', () => {
    repo.write('content/units/lost.yaml', 'name: 丢失\n');
    const third = repo.commit('示例甲', '2024-03-03T10:00:00+08:00');
    const object = repo.git('rev-parse', `${third}:content/units/lost.yaml`);
    rmSync(join(repo.dir, '.git', 'objects', object.slice(0, 2), object.slice(2)), {
      force: true,
    });
    expect(() => read(third)).toThrow(
      new GitRefused(`仓库缺少 units/lost.yaml 的内容（${object}）`),
    );
  });

  test('没有这个提交时 Git 不答应', () => {
    expect(() => read('0'.repeat(40))).toThrow(GitRefused);
  });
});
