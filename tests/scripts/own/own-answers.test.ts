import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answersText, ownAnswers } from '../../../scripts/own/own-answers.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'own-answers-'));
  file = path.join(folder, '答复.txt');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const sound: Readonly<Record<string, string>> = {
  办公室: '样例县数据局',
  台账名称: '样例县整改台账',
  仓库: '内部',
  公开内容: '不公开',
  平台: 'gitea',
  平台仓库: 'https://git.example/shuju/taizhang',
  公开站地址: '',
  内部站地址: '',
  审核员: 'reviewer-1、reviewer-2',
  管理员: 'maintainer-1',
  单位名单: '',
  名册: '',
  问题清单: '',
};

function write(answers: Readonly<Record<string, string>>): void {
  writeFileSync(
    file,
    `# 答复\n${Object.entries(answers)
      .map(([topic, answer]) => `${topic}：${answer}`)
      .join('\n')}\n`,
  );
}

describe('答复文件', () => {
  test('大小写不论，写回去是选项的写法', async () => {
    write(sound);
    const answers = await ownAnswers(file);
    expect(answers.get('平台')).toBe('Gitea');
    expect(answersText(answers)).toContain('\n平台：Gitea\n');
  });

  test('用不上的答复一次全说，写明文件、行和改法', async () => {
    write({
      ...sound,
      平台仓库: 'git@git.example:shuju/taizhang.git',
      公开站地址: 'www.example.gov.cn/zgtz/',
      审核员: '张三、reviewer-1、李四',
      单位名单: '没有这份.xlsx',
    });
    await expect(ownAnswers(file)).rejects.toThrow(
      [
        `${file} 第7行 平台仓库“git@git.example:shuju/taizhang.git”不是仓库的地址 → 抄浏览器里的整个地址，如 https://git.example.gov.cn/所有者/仓库名`,
        `${file} 第8行 公开站地址“www.example.gov.cn/zgtz/”不是网址 → 以 http:// 或 https:// 开头，或不填`,
        `${file} 第10行 审核员“张三”不是账户，“李四”不是账户 → 写平台或服务器上的登录名：字母、数字、点、连字符`,
        `${file} 第12行 单位名单找不到“没有这份.xlsx” → 从运行命令的文件夹算起写文件名和位置，如 ../材料/单位名单.xlsx，或写完整的位置；没有就不填`,
        `改好 ${file} 里的这些行，再运行同一条命令。`,
      ].join('\n'),
    );
  });

  test('选项里没有的，说有哪些', async () => {
    write({ ...sound, 平台: '码云', 平台仓库: '' });
    await expect(ownAnswers(file)).rejects.toThrow(
      `${file} 第6行 平台“码云”不在可选的里面 → 改成 不用、Gitea、Forgejo、GitLab、GitHub、Gitee 之一`,
    );
  });
});
