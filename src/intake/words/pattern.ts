/** 用语式样: a phrase of problems.yaml that writes several at once, 留言(未/无人)(回复/答复). */

/** Each group in brackets; an empty choice (的/) may be left out. */
const GROUP = /[(（](?<choices>[^()（）]*[/／][^()（）]*)[)）]/u;

/** Every phrase that a pattern stands for, in its order; itself where it has no group. */
export function expandedPattern(pattern: string): string[] {
  const group = GROUP.exec(pattern);
  if (group === null) return [pattern];
  const before = pattern.slice(0, group.index);
  const behind = expandedPattern(pattern.slice(group.index + group[0].length));
  return (group.groups?.['choices'] ?? '')
    .split(/[/／]/u)
    .flatMap((choice) => behind.map((rest) => `${before}${choice}${rest}`));
}
