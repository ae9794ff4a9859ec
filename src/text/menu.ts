/** The menu of both sites: short words, so that all of it stays in sight on a phone. */
export const menu = [
  { name: '首页', href: '/index.html' },
  { name: '问题', href: '/issues.html' },
  { name: '截止日', href: '/deadlines.html' },
  { name: '逾期', href: '/overdue.html' },
  { name: '单位', href: '/units.html' },
  { name: '账号', href: '/accounts.html' },
  { name: '专项', href: '/campaigns.html' },
  { name: '变化', href: '/changes.html' },
  { name: '说明', href: '/about.html' },
] as const;
