import { handMade, type KindPage } from './page.ts';
import { document, links, marked, nav } from './parts.ts';
import { stories } from './texts.ts';

const { tea } = stories;
const talk = ['楼主辛苦了，收藏。', '顶一下。', '想买茶，怎么联系？', '老家的味道，看得想回去了。'];
const users = ['山里人', '喝茶的猫', '路过', '云岭旧客', '小陶'];
const ask = '想请教各位，新买的春茶应该放冰箱还是放柜子里？家里没有别的条件，就一台老冰箱。';
const replies = [
  '绿茶放冰箱冷藏没有问题，关键是密封，至少两层袋子，再套一个铁罐，不然全是剩菜味。取出来要等回到室温再开封，否则会吸潮。',
  '我家一直放柜子，阴凉避光就行，三个月内喝完，口感差别没有想象中大。白茶和普洱反而不能进冰箱。',
  '补充一个办法：老冰箱温度不稳，可以分成小包，每次只取一包，其余的不动，这样比整罐反复开要好得多。',
  '茶叶罐里放一小包烘干过的生石灰，老一辈都是这么存的，记得隔层纸，半年换一次。',
];
const body = tea.paragraphs.map((t) => `<p>${t}</p>`).join('');
const day = (i: number) => `2031-04-0${i + 2} 1${i}:20`;

/** Threads: a text with short replies is its opener's; where nobody wrote a text, it is what all said. */
export function forums(): KindPage[] {
  return [
    handMade(
      'forum-text',
      'group-topic',
      'https://www.forum-a.example/group/topic/280000001/',
      document(
        tea.title,
        `<div id="db-global-nav">${nav('span')}</div><div id="wrapper"><div id="content"><h1>${tea.title}</h1><div class="grid-16-8"><div class="article"><div class="topic-content clearfix" id="topic-content"><div class="user-face"><a href="/people/1"><img src="/1.jpg"></a></div><div class="topic-doc"><h3><span class="from">来自: <a href="/people/1">${users[0]}</a>(记茶山的事)</span> <span class="create-time">2031-04-02 10:20:11</span></h3>
<div id="link-report"><div class="topic-content"><div class="rich-content topic-richtext">${marked(body)}</div></div></div><div class="topic-opt"><div class="sharing">转发 赞 12 收藏 3</div></div></div></div>
<div class="infobox"><a>只看楼主</a></div><ul class="topic-reply" id="comments">${talk
          .map(
            (t, i) =>
              `<li class="clearfix comment-item reply-item"><div class="user-face"></div><div class="reply-doc content"><div class="bg-img-green"><h4><a href="/people/${i + 2}">${users[i + 1]}</a> <span class="pubtime">${day(i)}:00</span></h4></div><p class="reply-content">${t}</p><div class="operation-div">赞 回应</div></div></li>`,
          )
          .join('')}</ul><div>你的回应 回应请先 登录，或 注册</div></div>
<div class="aside"><div class="group-item">茶友小组 812 人聚集在这个小组</div><h2>最新讨论</h2><ul>${links(8, 1)}</ul></div></div></div></div>`,
      ),
      { title: tea.title, author: users[0]!, day: tea.day },
    ),
    handMade(
      'forum-text',
      'list-of-posts',
      'https://bbs.forum-b.example/read.php?tid=30000001',
      document(
        `${tea.title} 江岸社区`,
        `<div id="mmc">${nav('span')}</div><div class="nav_crumb"><a>江岸社区</a> » <a>茶馆</a></div><h3 id="postsubject0">${tea.title}</h3>${[
          body,
          ...talk.map((t) => `<p>${t}</p>`),
        ]
          .map(
            (t, i) =>
              `<table class="forumbox postbox"><tr id="post1strow${i}" class="postrow"><td class="c1"><div class="posterinfo"><a class="author" href="/nuke.php?uid=${i}">${users[i]}</a><div class="stat">级别: 学徒 威望: ${i} 注册: 2030-01-0${i + 1}</div></div></td><td class="c2"><div class="postInfo"><span class="posted_time">${day(i)}</span></div><span id="postcontent${i}" class="postcontent ubbcode">${
                i === 0 ? marked(t) : t
              }</span></td></tr></table>`,
          )
          .join('\n')}<div class="quick_reply">快速回复 发表回复</div><div class="foot">© 江岸社区</div>`,
      ),
      { title: tea.title, author: users[0]!, day: tea.day },
    ),
    handMade(
      'forum-text',
      'bar',
      'https://tb.forum-c.example/p/8000000001',
      document(
        `${tea.title}【春茶吧】_江岸贴吧`,
        `<div class="nav_wrap">${nav()}</div><div id="j_core_title_wrap"><h3 class="core_title_txt">${tea.title}</h3></div><div id="j_p_postlist">${[
          body,
          ...talk,
        ]
          .map(
            (t, i) =>
              `<div class="l_post l_post_bright j_l_post"><div class="d_author"><ul class="p_author"><li class="d_name"><a class="p_author_name j_user_card" href="/u/${i}">${users[i]}</a></li><li class="l_badge"><div>铁杆吧友 7</div></li></ul></div><div class="d_post_content_main"><div class="p_content"><cc><div id="post_content_${i}" class="d_post_content j_d_post_content clearfix">${
                i === 0 ? marked(t) : t
              }</div></cc></div><div class="core_reply"><div class="core_reply_tail"><div class="post-tail-wrap"><span class="tail-info">${i + 1}楼</span><span class="tail-info">${day(i)}</span></div></div></div></div></div>`,
          )
          .join('\n')}</div><div class="region_bright"><h4>贴吧热议榜</h4><ul>${links(8, 9)}</ul></div>`,
      ),
      { title: tea.title, author: users[0]!, day: tea.day },
    ),
    handMade(
      'forum-text',
      'walk',
      'https://bbs.forum-d.example/54000001.html',
      document(
        `${tea.title} - 步行街 - 江岸篮球`,
        `<header>${nav('span')}</header><div class="bbs-post-web-main"><div class="post-content"><h1 class="post-title">${tea.title}</h1><div class="post-user"><a href="/u/0">${users[0]}</a><span class="post-user_post-time">2031-04-02 10:20:11</span><span>发布于江南</span></div><div class="thread-content-detail">${marked(body)}</div><div class="post-operate">推荐 (3) 评论 (4) 收藏 分享 举报 只看楼主</div></div>
<div class="post-reply"><div class="post-reply-title">全部回帖</div>${talk
          .map(
            (t, i) =>
              `<div class="post-reply-list-wrapper"><div class="user"><a href="/u/${i + 1}">${users[i + 1]}</a><span>${day(i)}</span><span>江南</span></div><div class="reply-detail"><div class="thread-content-detail"><p>${t}</p></div></div><div class="ops">亮了(${i}) 回复</div></div>`,
          )
          .join('')}</div></div><aside><h3>热门帖子</h3><ul>${links(8, 4)}</ul></aside>`,
      ),
      { title: tea.title, author: users[0]!, day: tea.day },
    ),
    conversation('bar-talk', 'https://tb.forum-c.example/p/8000000002', (said) =>
      said
        .map(
          (t, i) =>
            `<div class="l_post j_l_post"><div class="d_author"><ul><li class="d_name"><a class="p_author_name" href="/u/${i}">${users[i]}</a></li></ul></div><div class="p_content"><div class="d_post_content">${marked(t)}</div></div><div class="core_reply_tail"><span class="tail-info">${i + 1}楼</span><span class="tail-info">${day(i)}</span></div></div>`,
        )
        .join('\n'),
    ),
    conversation('v-topic', 'https://www.forum-e.example/t/900001', (said) => {
      const [first, ...rest] = said;
      return `<div id="Main"><div class="box"><div class="header"><div class="fr"></div><a href="/">江岸</a> › <a href="/go/tea">茶</a><h1>怎么保存春茶</h1><small class="gray"><a href="/member/0">${users[0]}</a> · <span title="2031-04-02 10:20:11 +08:00">2031-04-02 10:20</span> · 1024 次点击</small></div><div class="cell"><div class="topic_content"><div class="markdown_body"><p>${marked(first!)}</p></div></div></div></div>
<div class="box"><div class="cell"><span class="gray">${rest.length} 条回复 • 2031-04-03 08:00:00 +08:00</span></div>${rest
        .map(
          (t, i) =>
            `<div id="r_${i}" class="cell"><table><tr><td><img class="avatar"></td><td><div class="fr"><span class="no">${i + 1}</span></div><strong><a href="/member/${i + 1}" class="dark">${users[i + 1]}</a></strong> <span class="ago">${day(i)}</span><div class="reply_content">${marked(t)}</div></td></tr></table></div>`,
        )
        .join('')}</div></div>
<div id="Rightbar"><div class="box">今日热议主题<ul>${links(8, 2)}</ul></div></div><div id="Bottom">关于 · 帮助文档 · API · 隐私 · 创意工作者们的社区</div>`;
    }),
  ];
}

function conversation(name: string, url: string, posts: (said: readonly string[]) => string): KindPage {
  const title = '怎么保存春茶';
  const html = document(
    `${title} - 江岸`,
    `<div id="top">${nav('span')}</div><h3 class="core_title_txt">${title}</h3>${posts([ask, ...replies])}`,
  );
  return handMade('forum-talk', name, url, html, { title, author: users[0]!, day: '2031-04-02' });
}
