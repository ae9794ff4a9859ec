/** 问法: what a question has besides the names in it. */

/** What a question says without naming anything. */
const asking =
  '什么时候 什么时间 为什么 哪几个 哪几家 怎么样 整改完 是不是 有没有 是否 尚未 仍未 仍有 还剩 还差 剩下 查一下 一下 一共 为何 什么 你们 全部 共有 几个 几件 几家 几条 列表 到底 办好 办完 可以 名单 哪个 哪些 哪家 处理 多少 如何 存在 完了 完成 已经 应该 必须 怎么 总共 情况 意思 我们 我想 所有 改好 改完 整改 查询 正在 没有 现在 目前 看看 请问 还有 进度 问题 需要 与 个 么 了 件 做 内 出 到 及 叫 吗 呢 和 在 好 完 家 对 已 应 我 把 改 是 有 条 查 没 由 的 给 能 被 要 该 谁 还 都 需';
export const ASKING = new RegExp(`^(?:${asking.split(' ').join('|')})`, 'u');
/** 回复太慢 says what 回复慢 says. */
export const ADVERBS = /太|很|非常|特别|比较|有点|过于/gu;
/** What makes a term a question, whose answer is a page that counts. */
export const COUNTS = /哪|多少|几[个件家条]|吗|什么|怎么|谁|[?？]/u;
