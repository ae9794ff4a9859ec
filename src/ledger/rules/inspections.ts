import { failedIn, judgedRows } from '../../domain/inspection/inspection.ts';
import { register } from '../../domain/register.ts';
import { sampleSize } from '../../domain/inspection/draw.ts';
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { didYouMean } from '../message.ts';
import type { Finding, Rule } from '../rule.ts';
import { indicatorIds } from '../../schema/indicators.ts';

/** A check names what exists, looks again at what failed last, and does not contradict its own dates. */
export const inspectionsRule: Rule = {
  id: 'inspections',
  title: '检查的账号、指标、上次检查存在，回头看不漏，抽查数目与比例相符，结果与更新日不矛盾',
  *check({ ledger, known }) {
    const indicators = new Set(indicatorIds(ledger.vocabulary.indicators.editions));
    for (const [index, { indicator }] of ledger.vocabulary.indicators.thresholds.entries())
      if (!indicators.has(indicator))
        yield missing(
          'vocabulary/indicators.yaml',
          ['thresholds', index, 'indicator'],
          `检查指标 ${indicator}`,
          indicator,
          indicators,
        );
    for (const inspection of ledger.inspections.values()) {
      const { path: file, accounts } = inspection;
      const seen = new Set<string>();
      for (const [index, { account }] of accounts.entries()) {
        const at = ['accounts', index, 'account'];
        if (!known.account.has(account))
          yield missing(file, at, `账号 ${account}`, account, known.account.keys());
        if (seen.has(account))
          yield {
            file,
            at,
            message: `账号 ${account} 列了两次`,
            remedy: '两处的结果并到一处',
          };
        seen.add(account);
      }
      yield* extent(inspection);
      yield* results(ledger, inspection);
      yield* lookBack(ledger, inspection, seen);
    }
  },
};

function missing(
  file: string,
  at: readonly (string | number)[],
  what: string,
  id: string,
  words: Iterable<string>,
): Finding {
  const remedy = didYouMean(id, words) || '先登记，再引用';
  return { file, at, message: `${what} 不存在`, remedy };
}

/** The number of accounts fits the scope; what is only looked at again comes on top of a sample. */
function* extent({
  path: file,
  scope,
  population,
  accounts,
}: Entry<Inspection>): Iterable<Finding> {
  // Whom the office above looks at is its own affair.
  if (scope.kind === 'above') return;
  const size = scope.kind === 'all' ? population : sampleSize(population, scope.share);
  const again = accounts.filter(({ lookBack: is }) => is).length;
  const most = scope.kind === 'all' ? population : size + again;
  if (accounts.length >= size && accounts.length <= most) return;
  yield {
    file,
    at: ['accounts'],
    message: `检查清单有 ${String(accounts.length)} 个账号，按范围应有 ${String(size)} 个`,
    remedy: '用 npx ledger sample 重新抽取，或改正 population 和 scope',
  };
}

function* results(ledger: Ledger, inspection: Entry<Inspection>): Iterable<Finding> {
  const { path: file, edition, checkedOn } = inspection;
  const { editions } = ledger.vocabulary.indicators;
  if (!editions.some(({ id }) => id === edition)) {
    const words = editions.map(({ id }) => id);
    yield missing(file, ['edition'], `指标版本 ${edition}`, edition, words);
    return;
  }
  for (const [index, { row, account, verdicts }] of judgedRows(ledger, inspection).entries()) {
    const at = ['accounts', index] as const;
    if (row.lastPostOn !== undefined && row.lastPostOn > checkedOn)
      yield {
        file,
        at: [...at, 'lastPostOn'],
        message: '最近更新日晚于检查日',
        remedy: '写检查时看到的最近一次发布',
      };
    if (account === undefined) continue;
    const ids = verdicts.map(({ indicator }) => indicator);
    for (const [n, { indicator }] of row.results.entries())
      if (!ids.includes(indicator))
        yield {
          file,
          at: [...at, 'results', n, 'indicator'],
          message: `检查指标 ${indicator} 不适用于 ${account.id}`,
          remedy: `可用的指标：${ids.join('、')}`,
        };
    for (const { indicator, contradicted, why } of verdicts)
      if (contradicted)
        yield {
          file,
          at: [...at, 'results'],
          message: `${account.id} 的 ${indicator} 写的是合格，而${why ?? '更新不及时'}`,
          remedy: '核对最近更新日和栏目统计；确实合格的改正它们，不合格的删去这条结果',
        };
  }
}

/** Everything that the last check failed is looked at again, unless it no longer exists. */
function* lookBack(
  ledger: Ledger,
  { path: file, previous, checkedOn, accounts }: Entry<Inspection>,
  seen: ReadonlySet<string>,
): Iterable<Finding> {
  if (previous === undefined) return;
  const before = ledger.inspections.get(previous);
  if (before === undefined) {
    const words = ledger.inspections.keys();
    yield missing(file, ['previous'], `检查 ${previous}`, previous, words);
    return;
  }
  if (before.checkedOn >= checkedOn)
    yield {
      file,
      at: ['previous'],
      message: `上次检查 ${previous} 不早于这次`,
      remedy: '核对 previous 和 checkedOn',
    };
  const failed = failedIn(ledger, before);
  const lost = failed.filter(
    (id) =>
      !seen.has(id) && register(ledger.registry.get(id) ?? [], checkedOn).state !== 'deregistered',
  );
  if (lost.length > 0)
    yield {
      file,
      at: ['accounts'],
      message: `上次检查不合格的没有全部再看：缺 ${lost.join('、')}`,
      remedy: '加进检查清单，并写 lookBack: true',
    };
  for (const [index, row] of accounts.entries())
    if (row.lookBack !== failed.includes(row.account))
      yield {
        file,
        at: ['accounts', index],
        message: row.lookBack
          ? `${row.account} 上次检查没有不合格，不是回头看`
          : `${row.account} 上次检查不合格，没有标明回头看`,
        remedy: row.lookBack ? '删去 lookBack' : '加上 lookBack: true',
      };
}
