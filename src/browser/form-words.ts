/** Runs after Decap CMS, before form-after.ts: the Chinese that Decap's own translation lacks, else English would show. */

interface Words {
  [name: string]: string | Words;
}

const missing: Words = {
  auth: { loginWithForgejo: '登录' },
  collection: {
    collectionTop: { viewAsList: '列表', viewAsGrid: '卡片' },
    entries: { unpublishedHeader: '还没有合并的' },
  },
  editor: {
    editorControl: { field: { widgetLabel: '%{widgetLabel}' } },
    editorControlPane: {
      widget: {
        rangeMin: '%{fieldLabel}至少 %{minCount} 项。',
        rangeMax: '%{fieldLabel}至多 %{maxCount} 项。',
      },
    },
    editorInterface: { toggleNotes: '批注' },
    editorNotesPane: { title: '批注', emptyState: '没有批注。', addNote: '加批注' },
    editorToolbar: {
      statusInfoTooltipDraft: '已经保存，审核员看得到。',
      statusInfoTooltipInReview: '正在审核，还可以再改。',
    },
    editorWidgets: {
      file: { chooseMultiple: '选文件', addMore: '再加文件', removeAll: '全部去掉' },
      image: { chooseMultiple: '选图片', addMore: '再加图片', removeAll: '全部去掉' },
      datetime: { setToNow: '今天' },
      list: { addType: '新增%{item}' },
      object: { expand: '展开', collapse: '收起' },
    },
  },
  mediaLibrary: { mediaLibraryModal: { close: '关闭' } },
  ui: { settingsDropdown: { account: '账户' } },
};

/** What `known` says, with what only `more` says. */
function together(known: Words, more: Words): Words {
  const all = { ...more, ...known };
  for (const [name, words] of Object.entries(more)) {
    const said = Object.hasOwn(known, name) ? known[name] : undefined;
    if (typeof words === 'object' && typeof said === 'object') all[name] = together(said, words);
  }
  return all;
}

{
  const { CMS } = globalThis as unknown as {
    CMS: {
      getLocale: (locale: string) => Words;
      registerLocale: (locale: string, words: Words) => void;
    };
  };
  CMS.registerLocale('zh_Hans', together(CMS.getLocale('zh_Hans'), missing));
}
