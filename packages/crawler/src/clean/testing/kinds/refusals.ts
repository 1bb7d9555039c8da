import { handMade, type KindPage } from './page.ts';
import { document, links, nav } from './parts.ts';

const none = { title: '', author: '', day: null };

/** Pages that say that there is nothing to read. */
export function refusals(): KindPage[] {
  const pages: readonly [string, string][] = [
    [
      'thread-gone',
      document(
        '提示信息 - 江岸论坛 - Powered by Discuz!',
        `<div id="hd"><div id="nv"><ul>${nav()}</ul></div></div><div id="ct" class="wp cl w"><div class="nfl" id="main_succeed"><div class="f_c altw"><div class="alert_error" id="messagetext"><p>抱歉，指定的主题不存在或已被删除或正在被审核</p><p class="alert_btnleft"><a href="javascript:history.back()">[ 点击这里返回上一页 ]</a></p></div></div></div></div><div id="ft"><p>Powered by Discuz! X3.4 © 2001-2031</p></div>`,
      ),
    ],
    [
      'must-log-in',
      document(
        '登录 - 江岸论坛',
        `<div id="nv"><ul>${nav()}</ul></div><div id="messagetext" class="alert_info"><p>您需要先登录才能继续本操作</p></div><div id="messagelogin"><form method="post"><table><tr><th>用户名</th><td><input name="username"></td><td><a>立即注册</a></td></tr><tr><th>密码</th><td><input type="password"></td><td><a>找回密码</a></td></tr></table><p>自动登录 安全提问(未设置请忽略) 母亲的名字 爷爷的名字</p></form></div>`,
      ),
    ],
    [
      'group-only',
      document(
        '无权访问 江岸社区',
        `<div class="nav">${nav('b')}</div><div class="tipsbox"><h3>江岸社区 提示信息</h3><p>对不起，您所在的用户组(游客)没有权限浏览该版块的帖子，请登录或升级您的用户组后再试。</p><p><a href="javascript:;">返回继续操作</a></p></div>`,
      ),
    ],
    [
      'bar-gone',
      document(
        '贴吧404',
        `<div class="header"><a>进入贴吧</a><a>全吧搜索</a></div><div class="page404"><h1>抱歉，您访问的贴子被隐藏</h1><p>该贴已被删除，或者您访问的地址有误，返回贴吧首页看看别的内容吧</p></div><div class="hot"><ul>${links(6)}</ul></div>`,
      ),
    ],
    [
      'article-gone',
      document(
        '临江热线',
        `<div class="nav"><ul>${nav()}</ul></div><div class="error-box"><h2>404</h2><p>很抱歉，您访问的页面已下线或网址有误，系统将在 5 秒后返回首页。</p></div><div class="rec"><h3>热门推荐</h3><ul>${links(12, 2)}</ul></div>`,
      ),
    ],
    [
      'account-gone',
      document(
        '',
        `<div class="weui-msg"><div class="weui-msg__icon-area"></div><div class="weui-msg__text-area"><h2 class="weui-msg__title">该内容已被发布者删除</h2><p class="weui-msg__desc">此内容发送失败无法查看</p></div></div>`,
      ),
    ],
    [
      'verify',
      document(
        '安全验证',
        `<div class="wrap"><h3>环境异常</h3><p>当前环境异常，完成验证后即可继续访问。</p><a class="btn">去验证</a></div>`,
      ),
    ],
    [
      'closed',
      document(
        '江岸论坛 - Powered by Discuz!',
        `<div id="messagetext" class="alert_error"><p>抱歉，本站点已经关闭，管理员正在维护，请稍后再来访问。</p></div><div id="ft">Powered by Discuz!</div>`,
      ),
    ],
  ];
  return pages.map(([name, html]) =>
    handMade('refusal', name, `http://bbs.r.example/thread-${name.length}-1-1.html`, html, none),
  );
}
