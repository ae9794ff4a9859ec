/** 一格里的几个账号: names side by side in quotation marks, a name with several platforms in brackets behind it. */

/** “甲”“乙”微信公众号, 甲（微信公众号、抖音号）: each account with its platform; the words alone where they are one. */
export function accountsBeside(
  text: string,
  find: (words: string) => string | undefined,
): string[] {
  const quoted =
    /^(?<before>[^“”]{0,16}?)(?<names>“[^“”]{2,30}”(?:(?:、|，|和|及|与)?“[^“”]{2,30}”)+)(?<after>[^“”]{0,16})$/u.exec(
      text,
    )?.groups;
  const words = [quoted?.['after'], quoted?.['before']].find(
    (one) => one !== undefined && one !== '' && find(one.replace(/[:：]$/u, '')) !== undefined,
  );
  const names = [...(quoted?.['names'] ?? '').matchAll(/“([^“”]+)”/gu)].map(
    ([, name = '']) => name,
  );
  if (names.length > 1)
    return names.map((name) =>
      words === undefined ? name : `${words.replace(/[:：]$/u, '')}：${name}`,
    );
  const tagged = /^(?<name>[^（(]{2,30})[（(](?<kinds>[^（）()]+)[）)]$/u.exec(text)?.groups;
  const kinds = (tagged?.['kinds'] ?? '').split(/[、，,/／和及]/u).map((kind) => kind.trim());
  const ids = new Set(kinds.map((kind) => find(kind)));
  // 订阅号、服务号 are kinds of one platform.
  const areKinds = ids.size > 1 && ids.size === kinds.length && !ids.has(undefined);
  return areKinds
    ? kinds.map(
        (kind) =>
          `${kind}：${(tagged?.['name'] ?? '').trim().replace(/^“(?<inner>[^“”]+)”$/u, '$<inner>')}`,
      )
    : [text];
}
