import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { contentOf } from '../face.ts';
import { ledger, scratch } from '../run.ts';

const root = join(import.meta.dirname, '../..', '..');

/** A copy of a ledger that may be changed. */
function copyOf(name: keyof typeof contentOf): string {
  const folder = join(scratch(), 'content');
  cpSync(join(root, contentOf[name]), folder, { recursive: true });
  return folder;
}

function edit(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
}

describe('情况报告', () => {
  test('来源的36、42、1个网站、23个问题和分类都从台账来', () => {
    const { code, out } = ledger('report', '--text');
    expect(code).toBe(0);
    expect(out).toContain('现有政府网站1个');
    expect(out).toContain('共有36个部门、单位注册政务新媒体账号42个，其中公安榆阳分局4个');
    expect(out).toContain('列入清单的问题共23个，涉及20个单位的23个政务新媒体账号');
    expect(out).toContain(
      '未备案11个、未提供有效互动4个、更新不及时3个、停用未注销3个、管理制度不完善2个',
    );
    expect(out).toContain('微信公众号20个、今日头条1个、新浪微博1个、未写明1个');
    expect(out).toContain('其中3个问题归入两类以上，合计26项次');
    expect(out).toContain('已销号0个、长期坚持0个、未完成23个');
  });

  test('台账里没有的事实只有〔待填〕，不编', () => {
    const { out } = ledger('report', '--text');
    expect(out.match(/〔待填：[^〕]+〕/gu)).toHaveLength(6);
    expect(out).not.toMatch(/高度重视|成效显著|取得|管网/u);
  });

  test('四个部分、附件、落款齐全', () => {
    const { out } = ledger('report', '--text');
    const lines = out.split('\n');
    expect(lines[0]).toBe(
      '榆林市榆阳区人民政府办公室关于政府网站与政府系统政务新媒体基础建设专项整治工作开展情况的报告',
    );
    expect(lines[1]).toBe('市政务信息化办：');
    expect(out).toMatch(/一、基本情况[\s\S]*二、存在问题[\s\S]*三、整改措施/u);
    expect(lines.slice(-4, -1)).toEqual([
      '附件：政府网站/政务新媒体基础建设专项整治工作问题清单',
      '榆林市榆阳区人民政府办公室',
      '2020年5月13日',
    ]);
  });

  test('Word 文件用另一个程序读得出正文和23行清单', async () => {
    const out = join(scratch(), '报告.docx');
    expect(ledger('report', '--out', out).code).toBe(0);
    const { value } = await mammoth.convertToHtml({ path: out });
    expect(value).toContain(
      '根据《关于开展政府网站与政府系统政务新媒体基础建设专项整治工作的通知》',
    );
    expect(value.match(/<tr>/gu)).toHaveLength(24);
  });

  test('每个数都能追到记录', () => {
    const { out } = ledger('report', '--text', '--trace');
    expect(out).toMatch(/^问题总数＝23（[^）]+）：2020-special-01、.*、2020-special-23$/mu);
    expect(out).toMatch(
      /^多类问题＝3（[^）]+）：2020-special-01、2020-special-13、2020-special-15$/mu,
    );
  });

  test('生成的文稿自己校对没有矛盾', () => {
    const out = join(scratch(), '报告.docx');
    ledger('report', '--out', out);
    expect(ledger('proofread', out)).toMatchObject({ code: 0, err: '' });
    const shili = join(scratch(), '示例.docx');
    ledger('report', '2025-special', '--content', contentOf.shili, '--out', shili);
    expect(ledger('proofread', shili)).toMatchObject({ code: 0, err: '' });
  });
});

describe('数字对不上就不生成', () => {
  test('命令退出码为1，不留下文件', () => {
    const content = copyOf('yuyang');
    edit(join(content, 'campaigns', '2020-special.yaml'), 'units: 36', 'units: 10');
    const folder = scratch();
    const { code, err } = ledger('report', '--content', content, '--out', join(folder, 'a.docx'));
    expect([code, readdirSync(folder)]).toEqual([1, []]);
    expect(err).toContain('20');
  });

  test('模板里手写的数与台账矛盾，指出哪一句', () => {
    const content = copyOf('yuyang');
    mkdirSync(join(content, 'templates'), { recursive: true });
    cpSync(join(root, 'content', 'templates'), join(content, 'templates'), { recursive: true });
    edit(
      join(content, 'templates', 'report.md'),
      '列入清单的问题共{{问题总数}}个',
      '列入清单的问题共{{问题总数}}个，其中未备案{{未完成}}个、停用未注销3个',
    );
    const { code, err } = ledger('report', '--content', content, '--text');
    expect(code).toBe(1);
    expect(err).toContain('各分项相加，23＋3＝26，与总数23不符');
  });

  test('模板里手写的层次跳号，照样指出：只有清单的序号由台账管', () => {
    const content = copyOf('yuyang');
    cpSync(join(root, 'content', 'templates'), join(content, 'templates'), { recursive: true });
    edit(
      join(content, 'templates', 'report.md'),
      '## 存在问题\n',
      '## 存在问题\n\n（一）全面排查。\n\n（三）分类整改。\n',
    );
    const { code, err } = ledger('report', '--content', content, '--text');
    expect([code, err]).toEqual([1, expect.stringContaining('跳号')]);
  });

  test('模板里写错的占位指出文件、行、列', () => {
    const content = copyOf('yuyang');
    mkdirSync(join(content, 'templates'), { recursive: true });
    writeFileSync(join(content, 'templates', 'report.md'), '# 报告\n\n共{{问题总树}}个\n');
    const { code, out, err } = ledger('report', '--content', content, '--text');
    expect({ code, out, err: err.replace(/^统计截止日：.*\n/u, '') }).toEqual({
      code: 1,
      out: '',
      err: 'templates/report.md:3:2 template 没有“问题总树”这个占位 → 是不是想写“问题总数”？\n模板有 1 处错误，请先改正。\n',
    });
  });
});

describe('督办函', () => {
  const unit = 'shili-canlian';

  test('列出全部逾期问题，回复期限按工作日算', () => {
    const { code, out } = ledger('urge', unit, '--content', contentOf.shili, '--text');
    expect(code).toBe(0);
    expect(out).toContain('示例区残疾人联合会：');
    expect(out).toMatch(/你单位有\d+个问题已过整改时限而没有申请验收/u);
    // 2026年6月15日是周一，19日端午节放假：第五个工作日是23日。
    expect(out).toContain('请于2026年6月23日前申请验收');
  });

  test('报告命令的另一种写法给出同一份文稿', () => {
    const args = ['--content', contentOf.shili, '--text'];
    expect(ledger('report', unit, '--kind', 'duban', ...args).out).toBe(
      ledger('urge', unit, ...args).out,
    );
  });

  test('没有逾期的单位不生成', () => {
    const { code, err } = ledger('urge', '榆阳区气象局');
    expect(code).toBe(2);
    expect(err).toContain('榆阳区气象局没有逾期问题，不需要督办函');
  });
});

describe('周报', () => {
  test('说清从哪天到哪天变了什么', () => {
    const args = ['brief', '--content', contentOf.shili, '--since', '2026-05-31', '--text'];
    const { code, out } = ledger(...args);
    expect(code).toBe(0);
    expect(out).toContain('2026年5月31日之后，新列问题');
    expect(out).toMatch(/三、需要领导研究的事项/u);
  });

  test('没有变化、没有要研究的事时照实说', () => {
    const { out } = ledger('brief', '--as-of', '2020-05-20', '--since', '2020-05-13', '--text');
    expect(out).toContain('新列问题0个，申请验收0个，销号0个');
  });

  test('销号率只写一次；逾期的单位各写一次，写明几个、最长几天、共几家', () => {
    const { out } = ledger('brief', '--as-of', '2020-06-05', '--text');
    expect(out).toContain('未完成23个，销号率0.0%。');
    expect(out).toMatch(
      /逾期16个、最长5天（沙河路街道办事处、金沙路街道办事处、明珠路街道办事处2个、[^、）]+等\d+家单位），请研究约谈/u,
    );
  });

  test('起始日不早于统计日时说明', () => {
    expect(ledger('brief', '--since', '2020-05-13').err).toContain('不早于统计日');
  });
});

describe('报送包', () => {
  test('报告、清单、数据和校验码齐全，校验码对得上', () => {
    const out = join(scratch(), '包');
    const packed = ledger('package', '2020-special', '--out', out);
    expect(packed).toMatchObject({ code: 0 });
    expect(packed.out).toMatch(
      /报告正文里还有 \d+ 处待填，台账里没有，.*补上或删去：组织开展的过程、/u,
    );
    expect(readdirSync(out).toSorted()).toEqual(
      ['SHA256SUMS', '报告.docx', '数据.json', '问题清单.docx', '问题清单.xlsx'].toSorted(),
    );
    for (const line of readFileSync(join(out, 'SHA256SUMS'), 'utf8').trim().split('\n')) {
      const [hash, name] = line.split('  ');
      const bytes = readFileSync(join(out, name ?? ''));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    }
    const check = spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: out });
    expect(check.status).toBe(0);
  });

  test('同一台账打包两次，校验码相同', () => {
    const [a, b] = [join(scratch(), 'a'), join(scratch(), 'b')];
    ledger('package', '--out', a);
    ledger('package', '--out', b);
    expect(readFileSync(join(a, 'SHA256SUMS'), 'utf8')).toBe(
      readFileSync(join(b, 'SHA256SUMS'), 'utf8'),
    );
  });

  test('数字对不上时什么都不留下', () => {
    const content = copyOf('yuyang');
    edit(join(content, 'campaigns', '2020-special.yaml'), 'accounts: 42', 'accounts: 5');
    const folder = scratch();
    const { code } = ledger('package', '--content', content, '--out', join(folder, '包'));
    expect([code, readdirSync(folder)]).toEqual([1, []]);
  });

  test('有东西的文件夹不动', () => {
    const folder = scratch();
    writeFileSync(join(folder, '别的.txt'), '');
    expect(ledger('package', '--out', folder)).toMatchObject({ code: 2 });
    expect(readdirSync(folder)).toEqual(['别的.txt']);
  });
});
