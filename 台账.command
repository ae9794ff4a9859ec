#!/bin/sh
# 双击打开办公室的台账（macOS、Linux）：启动 ledger desk，打开浏览器。第一次问你的账户，以后记得。
cd "$(dirname "$0")" || exit 1
bin/ledger desk --open "$@" && exit
echo "没有打开，看上面写的原因；按回车关闭。"
[ -t 0 ] && read -r _
exit 1
