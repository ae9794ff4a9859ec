/** The form's configuration: whatever is filled in, the record passes the schema, and nothing can be rewritten. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { formConfig } from '../../src/form/config.ts';
import { formPolicy, writeForm } from '../../src/form/files.ts';
import type { Widget } from '../../src/form/widget.ts';
import type { FormBackend } from '../../src/form/backend.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { readRecord } from '../../src/ledger/read.ts';
import { actions } from '../../src/text/terms.ts';
import type { Action } from '../../src/schema/update.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import type { LayoutKind } from '../../src/schema/layout.ts';

const ledger = openLedger('tests/fixtures/shili');
const [issue] = [...ledger.issues.values()];
const forge: FormBackend = { kind: 'forge' };
const chosen = {
  id: issue!.id,
  row: 1,
  subject: '账号',
  unit: '单位',
  finding: '未备案',
  state: 'open' as const,
};

interface FormCollection {
  name: string;
  create: boolean;
  delete: boolean;
  publish: boolean;
  fields: Widget[];
}

function configOf(site: Partial<Ledger['site']> = {}, backend = forge) {
  const of = { ...ledger, site: { ...ledger.site, ...site } };
  return formConfig(of, [chosen], backend) as {
    backend: Record<string, string>;
    publish_mode: string;
    collections: FormCollection[];
  };
}

const { collections } = configOf();
const collection = (name: string): FormCollection => collections.find((one) => one.name === name)!;

/** What the form writes when only what must be filled in is: the first choice, the day of today, a word. */
function filled(widgets: readonly Widget[]): Record<string, unknown> {
  return Object.fromEntries(
    widgets
      .filter(({ required, widget }) => required === true || widget === 'hidden')
      .map((widget) => [widget.name, valueOf(widget)]),
  );
}

function valueOf({ widget, options, fields, field, ...more }: Widget): unknown {
  switch (widget) {
    case 'hidden':
      return more.default;
    case 'select':
      return more['multiple'] === true
        ? [options![0]!.value]
        : (more.default ?? options![0]!.value);
    case 'datetime':
      return '2026-06-01';
    case 'number':
      return 2;
    case 'boolean':
      return more.default;
    case 'object':
      return filled(fields ?? []);
    case 'list':
      return fields === undefined && field === undefined ? [] : [filled(fields ?? [])];
    default:
      return '示例';
  }
}

/** The faults of a record as the form saves it. */
function faultsOf(kind: LayoutKind, record: object): string[] {
  const read = readRecord('a.yaml', kind, Buffer.from(dump(record)));
  return read.ok ? [] : read.faults.map(faultLine);
}

describe('整改报送的表单', () => {
  test('填报员看到的不超过五栏，其中必填的都已经填好', () => {
    const { fields } = collection('updates');
    const shown = fields.filter(({ widget }) => widget !== 'hidden');
    expect(shown.map(({ label }) => label)).toEqual([
      '问题',
      '事项',
      '报告日期',
      '进展说明',
      '佐证材料',
    ]);
    const unfilled = shown.filter((one) => one.required && one.default === undefined);
    expect(unfilled.map(({ name }) => name)).toEqual(['issue']);
  });

  test('事项只有单位能报的三种', () => {
    const action = collection('updates').fields.find(({ name }) => name === 'action');
    expect(action?.options?.map(({ value }) => value)).toEqual([
      'submitted',
      'progress',
      'started',
    ]);
  });

  test.each(['submitted', 'progress', 'started'])('只填必填的，报“%s”符合格式', (action) => {
    const record = { ...filled(collection('updates').fields), action };
    expect(faultsOf('update', record)).toEqual([]);
  });

  test.each([
    { number: '示备〔2026〕1号' },
    { link: 'https://mp.example/s/a', day: '2026-06-01' },
    { file: '截图.png' },
  ])('佐证只填一种 %j，符合格式', (proof) => {
    const list = collection('updates').fields.find(({ name }) => name === 'evidence');
    const names = list?.fields?.map(({ name }) => name) ?? [];
    for (const name of Object.keys(proof)) expect(names).toContain(name);
    const record = { ...filled(collection('updates').fields), evidence: [proof] };
    expect(faultsOf('update', record)).toEqual([]);
  });
});

describe('审核员的表单', () => {
  const decisions = (Object.keys(actions) as Action[]).filter(
    (action) => !['submitted', 'progress', 'started'].includes(action),
  );
  test.each(decisions)('“%s”有自己的一张，只填必填的就符合格式', (action) => {
    const { fields } = collection(`decision-${action.toLowerCase()}`);
    const record = filled(fields);
    expect(record).toMatchObject({ action });
    expect(faultsOf('update', record)).toEqual([]);
  });

  test.each(['returned', 'extended', 'reopened', 'voided'])(
    '“%s”要写理由；公开仓库写在公开说明里',
    (action) => {
      const must = (of: FormCollection[]) =>
        of
          .find(({ name }) => name === `decision-${action}`)
          ?.fields.filter(({ required }) => required)
          .map(({ name }) => name);
      expect(must(collections)).toContain('reason');
      const open = must(configOf({ repository: 'public' }).collections);
      expect(open).toContain('publicNote');
      expect(open).not.toContain('reason');
    },
  );

  test.each([
    [
      'issues',
      'issue',
      {
        account: 'a',
        listed: '甲',
        deadline: { text: '6月底', kind: 'fixed', dueOn: '2026-06-30' },
      },
    ],
    [
      'issues',
      'issue',
      { unit: 'a', deadline: { text: '6月底', kind: 'fixed', dueOn: '2026-06-30' } },
    ],
    ['accounts', 'account', { kind: 'website', platform: undefined }],
    ['accounts', 'account', { kind: 'new-media', platform: 'wechat-official' }],
    ['units', 'unit', {}],
  ] as const)('新记录 %s 只填必填的就符合格式', (name, kind, more) => {
    const record = Object.entries({ ...filled(collection(name).fields), ...more });
    const given = Object.fromEntries(record.filter(([, value]) => value !== undefined));
    expect(faultsOf(kind, given)).toEqual([]);
  });

  test('账号的类别里没有单位的类别，单位的类别里没有账号的', () => {
    const kinds = (name: string) =>
      collection(name)
        .fields.find((one) => one.name === 'kind')
        ?.options?.map(({ value }) => value);
    expect(kinds('accounts')).toEqual(['website', 'new-media']);
    expect(kinds('units')).not.toContain('website');
  });
});

describe('公开仓库的表单', () => {
  const open = configOf({ repository: 'public' }).collections;
  test('没有内部栏目，也不能放文件；进展写在公开说明里', () => {
    const report = open.find(({ name }) => name === 'updates')!.fields;
    const names = report.map(({ name }) => name);
    expect(names).toEqual(['issue', 'action', 'reportedOn', 'publicNote', 'evidence']);
    const proof = report.find(({ name }) => name === 'evidence');
    expect(proof?.fields?.map(({ name }) => name)).toEqual(['number', 'link', 'day']);
  });

  test.each(open.map(({ name }) => name))('%s 里没有一栏是公开仓库不许填的', (name) => {
    const { fields } = open.find((one) => one.name === name)!;
    const names = fields.map((field) => field.name);
    for (const kept of ['note', 'reason', 'document', 'contacts', 'reporter', 'approver'])
      expect(names).not.toContain(kept);
  });
});

describe('表单不会绕过审核，也不会改旧的', () => {
  test('一律先建分支；只能新建，不能删，没有发布的按钮', () => {
    expect(configOf().publish_mode).toBe('editorial_workflow');
    for (const { create, delete: remove, publish } of collections)
      expect([create, remove, publish]).toEqual([true, false, false]);
  });

  test.each([
    ['github', { name: 'github', repo: 'shili/ledger', base_url: 'https://login.example' }],
    ['gitlab', { name: 'gitlab', auth_type: 'pkce', api_root: 'https://git.example/api/v4' }],
    ['gitea', { name: 'forgejo', app_id: 'app', api_root: 'https://git.example/api/v1' }],
  ] as const)('%s 用能走编辑流程的后端', (kind, expected) => {
    const site = {
      forge: {
        kind,
        address: 'https://git.example/',
        repository: 'shili/ledger',
        branch: 'main',
        formApp: 'app',
        signIn: 'https://login.example/',
      },
    };
    expect(configOf(site).backend).toMatchObject({ ...expected, branch: 'main' });
  });

  test.each(['bare', 'gitee', undefined] as const)(
    '平台是 %s 的没有表单，什么也不写，留着说明怎样报送的那一页',
    async (kind) => {
      const folder = mkdtempSync(join(tmpdir(), 'ledger-form-'));
      const of = {
        ...ledger,
        site: {
          ...ledger.site,
          forge: kind === undefined ? undefined : { kind, branch: 'main' },
        },
      };
      await writeForm(of, [chosen], forge, folder);
      expect(readdirSync(folder)).toEqual([]);
      rmSync(folder, { recursive: true });
    },
  );

  test('表单页的策略只许连自己和代码托管平台', () => {
    const policy = formPolicy(ledger, forge);
    expect(policy).toContain("connect-src 'self' blob: https://git.example;");
    expect(policy).toContain("default-src 'none'");
    const local = formPolicy(ledger, { kind: 'local', proxy: 'http://127.0.0.1:8081/api/v1' });
    expect(local).toContain("connect-src 'self' blob: http://127.0.0.1:8081;");
    expect(local).not.toContain('git.example');
  });
});
