import { isSameAccount } from '../../domain/membership.ts';
import { didYouMean } from '../message.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Finding, Rule } from '../rule.ts';

/** Every id that a record names has a record. */
export const referencesRule: Rule = {
  id: 'references',
  title: '引用的单位、账号、专项、问题、平台、问题类别都要存在',
  *check({ ledger, known }) {
    const platforms = new Set(ledger.vocabulary.platforms.map(({ id }) => id));
    const problems = new Set(ledger.vocabulary.problems.map(({ id }) => id));
    const editions = new Set(ledger.vocabulary.indicators.editions.map(({ id }) => id));
    const wants = function* (
      file: string,
      at: readonly (string | number)[],
      value: string,
      words: ReadonlySet<string> | ReadonlyMap<string, unknown>,
      kind: string,
      where: string,
    ): Iterable<Finding> {
      if (words.has(value)) return;
      yield {
        file,
        at,
        message: `${kind} ${value} 不存在`,
        remedy: didYouMean(value, words.keys()) || `先在 ${where} 登记，再引用`,
      };
    };
    for (const account of ledger.accounts.values()) {
      yield* wants(account.path, ['unit'], account.unit, known.unit, '单位', 'units/');
      if (account.kind === 'new-media')
        yield* wants(
          account.path,
          ['platform'],
          account.platform,
          platforms,
          '平台',
          'vocabulary/platforms.yaml',
        );
    }
    for (const campaign of ledger.campaigns.values()) {
      yield* wants(campaign.path, ['office'], campaign.office, known.unit, '单位', 'units/');
      yield* officerOf(ledger, campaign);
      for (const [index, issue] of (campaign.concluded?.remaining ?? []).entries()) {
        const at = ['concluded', 'remaining', index];
        yield* wants(campaign.path, at, issue, known.issue, '问题', 'issues/');
      }
    }
    for (const issue of ledger.issues.values()) {
      yield* wants(issue.path, ['campaign'], issue.campaign, known.campaign, '专项', 'campaigns/');
      const { account, unit, assisting = [] } = issue;
      if (account !== undefined)
        yield* wants(issue.path, ['account'], account, known.account, '账号', 'accounts/');
      if (unit !== undefined)
        yield* wants(issue.path, ['unit'], unit, known.unit, '单位', 'units/');
      for (const [index, id] of assisting.entries())
        yield* wants(issue.path, ['assisting', index], id, known.unit, '单位', 'units/');
      for (const [index, problem] of issue.problems.entries())
        yield* wants(
          issue.path,
          ['problems', index],
          problem,
          problems,
          '问题类别',
          'vocabulary/problems.yaml',
        );
      if (issue.indicator)
        yield* wants(
          issue.path,
          ['indicator', 'edition'],
          issue.indicator.edition,
          editions,
          '指标版本',
          'vocabulary/indicators.yaml',
        );
      yield* indicatorOf(ledger, issue);
      yield* officerOf(ledger, issue);
    }
    for (const updates of ledger.updates.values()) {
      for (const update of updates) {
        yield* wants(update.path, ['issue'], update.issue, known.issue, '问题', 'issues/');
        if (update.onBehalfOf)
          yield* wants(
            update.path,
            ['onBehalfOf'],
            update.onBehalfOf,
            known.unit,
            '单位',
            'units/',
          );
      }
    }
    for (const [child, list] of ledger.assignments)
      for (const one of list) {
        yield* wants(one.path, [], child, ledger.children, '下级', 'children/');
        for (const [index, problem] of one.problems.entries())
          yield* wants(
            one.path,
            ['problems', index],
            problem,
            problems,
            '问题类别',
            'vocabulary/problems.yaml',
          );
      }
    for (const { path, unit, issues } of ledger.reminders) {
      yield* wants(path, ['unit'], unit, known.unit, '单位', 'units/');
      for (const [index, issue] of issues.entries())
        yield* wants(path, ['issues', index], issue, known.issue, '问题', 'issues/');
    }
    for (const { path, visits } of ledger.probes)
      for (const [index, { account }] of visits.entries())
        yield* wants(
          path,
          ['visits', index, 'account'],
          account,
          known.account,
          '账号',
          'accounts/',
        );
    for (const [index, id] of (ledger.site.probe?.accounts ?? []).entries()) {
      const at = ['probe', 'accounts', index];
      yield* wants('site.yaml', at, id, known.account, '账号', 'accounts/');
      if (ledger.accounts.get(id)?.kind === 'new-media')
        yield {
          file: 'site.yaml',
          at,
          message: `账号 ${id} 不是网站`,
          remedy: '只写网站；新媒体账号由人检查',
        };
    }
    if (ledger.site.office)
      yield* wants('site.yaml', ['office'], ledger.site.office, known.unit, '单位', 'units/');
  },
};

/** 经办人 is a reviewer of the ledger, whatever his term. */
function* officerOf(
  { site }: Ledger,
  { path, officer }: { path: string; officer?: string | undefined },
): Iterable<Finding> {
  const accounts = site.reviewers.map(({ account }) => account);
  if (officer === undefined || accounts.some((one) => isSameAccount(one, officer))) return;
  yield {
    file: path,
    at: ['officer'],
    message: `经办人 ${officer} 不是审核员`,
    remedy: didYouMean(officer, accounts) || '先在 site.yaml 的 reviewers 里登记，再引用',
  };
}

/** The indicator of a finding stands in the edition it was judged by. */
function* indicatorOf(ledger: Ledger, { path, indicator }: Entry<Issue>): Iterable<Finding> {
  const edition = ledger.vocabulary.indicators.editions.find(({ id }) => id === indicator?.edition);
  if (!indicator || !edition) return;
  const ids = [...edition.veto.website, ...edition.veto['new-media']].map(({ id }) => id);
  if (ids.includes(indicator.id)) return;
  yield {
    file: path,
    at: ['indicator', 'id'],
    message: `检查指标 ${indicator.id} 不在 ${edition.id} 版里`,
    remedy: didYouMean(indicator.id, ids) || `可用的指标：${ids.join('、')}`,
  };
}
