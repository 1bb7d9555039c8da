import { handMade, type KindPage } from './page.ts';
import { document, feed, links, marked, nav } from './parts.ts';

const title = '住在河边是一种什么样的体验？';
const detail = '最近在看房子，中介推荐了一个河边的小区，价格比周围便宜一些，想听听真正住在河边的人怎么说。';
const answers: readonly (readonly string[])[] = [
  [
    '住了十一年，来说两句。最大的好处是视野，早上拉开窗帘就是水面，雾天像住在云上，朋友来了都不想走。',
    '坏处也很实在：梅雨季衣服干不了，木地板换过一次，夏天的蚊子比别处大一圈。靠近码头的话，夜里有汽笛声。',
    '买之前建议三个时间去看：退潮的时候闻味道，周末的晚上听噪音，下大雨的第二天看地下车库。',
  ],
  [
    '在水利部门工作，补充一点安全方面的。看小区标高和历史最高水位，这两个数字街道办都能查到，比中介说的可靠。',
    '另外堤防有没有达标，问清楚是几年一遇的标准。',
  ],
  ['我家在下游，小时候发过一次水，后来修了堤就再没有淹过。要说体验，就是一辈子都会记得那条河的声音。'],
];
const names = ['临水而居', '测量员老周', '摆渡人'];

/** Questions with their answers: the text is what was asked and what was answered. */
export function questions(): KindPage[] {
  const entry = (name: string, url: string, html: string, author: string, day: string | null) =>
    handMade('question', name, url, html, { title, author, day });
  return [
    entry(
      'answers',
      'https://www.q-a.example/question/300000001',
      document(
        `${title} - 知道`,
        `<div id="root"><header class="AppHeader"><nav>${nav()}</nav><button>登录</button></header><main class="App-main"><div class="QuestionPage"><div class="QuestionHeader"><div class="QuestionHeader-content"><div class="QuestionHeader-main"><div class="QuestionHeader-tags"><div class="Tag">房产</div><div class="Tag">生活经历</div></div><h1 class="QuestionHeader-title">${title}</h1>
<div class="QuestionHeader-detail"><div class="QuestionRichText"><div><span class="RichText ztext">${marked(detail)}</span></div></div></div></div><div class="QuestionHeader-side"><div class="NumberBoard"><div>关注者</div><strong>812</strong><div>被浏览</div><strong>1,024,000</strong></div></div></div><div class="QuestionHeader-footer"><button>关注问题</button><button>写回答</button><div>邀请回答</div><div>好问题 12</div><div>3 条评论</div><div>分享</div></div></div>
<div class="Question-main"><div class="ListShortcut"><div class="List"><div class="List-header"><h4><span>${answers.length} 个回答</span></h4><div>默认排序</div></div>
${answers
  .map(
    (
      answer,
      i,
    ) => `<div class="List-item"><div class="ContentItem AnswerItem"><div class="ContentItem-meta"><div class="AuthorInfo AnswerItem-authorInfo"><span class="UserLink AuthorInfo-name"><a class="UserLink-link" href="/people/${i}">${names[i]}</a></span><div class="AuthorInfo-detail">${
      i === 0 ? '河边住户' : '喜欢走路'
    }</div></div><div class="LabelContainer">${i * 7 + 3} 人赞同了该回答</div></div>
<div class="RichContent RichContent--unescapable"><div class="RichContent-inner"><span class="RichText ztext CopyrightRichText-richText">${marked(
      answer.map((t) => `<p>${t}</p>`).join(''),
    )}</span></div><div class="ContentItem-time"><a>发布于 2031-03-1${i + 1} 09:25</a></div><div class="ContentItem-actions"><button>赞同 ${i * 7 + 3}</button><button>${i} 条评论</button><button>分享</button><button>收藏</button><button>喜欢</button></div></div></div></div>`,
  )
  .join('\n')}
</div></div></div><div class="Question-sideColumn"><div class="Card"><div class="Card-header">关于作者</div></div><div class="Card"><div>被收藏 30 次</div></div><div class="Card"><h2>相关问题</h2><ul>${links(5, 2)}</ul></div></div></div></main></div>`,
      ),
      '',
      '2031-03-11',
    ),
    entry(
      'best-answer',
      'https://zd.q-b.example/question/1800000001.html',
      document(
        `${title}_千度知道`,
        `<header id="header"><ul>${nav()}</ul></header><div id="body"><nav class="wgt-nav"><a>千度知道</a> &gt; <a>生活</a></nav><section class="line"><article id="qb-content"><div class="wgt-ask"><h1><span class="ask-title">${title}</span></h1><div class="q-content"><span class="con">${marked(detail)}</span></div><div class="ask-info"><span>我来答</span><span>分享</span><span>举报</span><span>浏览 1024 次</span></div></div>
<div class="wgt-best"><h2>${answers.length}个回答</h2><div class="wgt-replyer-all"><span class="wgt-replyer-all-uname">${names[0]}</span><span class="wgt-replyer-all-time">2031-03-11 · TA获得超过3个赞</span></div><div id="best-content-1" class="best-text mb-10"><div class="wgt-best-mask"><div class="wgt-best-showbtn">展开全部</div></div>${marked(
          answers[0]!.map((t) => `<p>${t}</p>`).join(''),
        )}</div><div class="wgt-answer-action"><span>已赞过</span><span>已踩过&lt;</span><span>你对这个回答的评价是？</span><span>评论</span><span>收起</span></div></div>
<div class="wgt-answers" id="wgt-answers"><h2>其他回答</h2>${answers
          .slice(1)
          .map(
            (answer, i) =>
              `<div class="bd answer"><div class="wgt-replyer-all"><span class="wgt-replyer-all-uname">${names[i + 1]}</span><span class="wgt-replyer-all-time">2031-03-1${i + 2}</span></div><div class="answer-text"><div>${marked(
                answer.map((t) => `<p>${t}</p>`).join(''),
              )}</div></div><div class="wgt-answer-action"><span>已赞过</span><span>已踩过&lt;</span><span>你对这个回答的评价是？</span><span>评论</span><span>收起</span></div></div>`,
          )
          .join('')}</div>
<div class="wgt-related"><h2>相关推荐</h2>${feed(5, 3)}</div></article><aside id="qb-side"><h2>类似问题</h2><ul>${links(8, 5)}</ul></aside></section></div><footer>©2031千度 使用千度前必读</footer>`,
      ),
      '',
      '2031-03-11',
    ),
    entry(
      'ask',
      'https://ask.q-c.example/q/1010000001',
      document(
        `生活 - ${title} - 思路问答`,
        `<nav class="navbar">${nav('span')}</nav><div class="container"><div class="row"><div class="col-main"><div class="card question"><h1 class="h2"><a href="/q/1010000001">${title}</a></h1><div class="meta"><a href="/u/1">小区业主</a><span class="split">·</span><time datetime="2031-03-10">2031-03-10</time><span>浏览 1k</span></div><article class="article fmt article-content">${marked(
          `<p>${detail}</p>`,
        )}</article><div class="ops"><a>关注 3</a><a>收藏 1</a><a>回复</a><span>阅读 1k</span></div></div>
<div class="answers"><h4>${answers.length} 个回答</h4>${answers
          .map(
            (answer, i) =>
              `<div class="card answer"><div class="vote"><button>得票 ${i}</button></div><div class="body"><article class="article fmt article-content">${marked(
                answer.map((t) => `<p>${t}</p>`).join(''),
              )}</article><div class="user"><a href="/u/${i + 2}">${names[i]}</a><span>${i * 12} 声望</span><span>回复于 2031-03-1${i + 1}</span></div></div></div>`,
          )
          .join('')}</div>
<div class="editor">撰写回答 你尚未登录，登录后可以 和开发者交流问题的细节 关注并接收问题和回答的更新提醒</div></div><div class="col-side"><h5>相似问题</h5><ul>${links(6, 7)}</ul></div></div></div>`,
      ),
      '小区业主',
      '2031-03-10',
    ),
    entry(
      'mayor',
      'http://www.q-d.gov.example/hd/zxts/20310310/1001.html',
      document(
        `市长信箱-${title}`,
        `<div class="nav"><ul>${nav()}</ul></div><div class="w1200"><div class="pos">当前位置：首页 &gt; 互动交流 &gt; 来信选登</div><div class="mail-box"><h2 class="mail-title">${title}</h2><table class="mail-info"><tr><td>来信人：周**</td><td>来信时间：2031-03-10</td><td>编号：20310001</td></tr></table>
<div class="mail-q"><h3>${marked('来信内容')}</h3><div class="con">${marked(
          `<p>${detail}</p>`,
        )}</div></div><div class="mail-a"><h3>${marked('办理情况')}</h3><div class="con">${marked(
          `${answers[1]!.map((t) => `<p>${t}</p>`).join('')}<p>${answers[0]![2]}</p>`,
        )}</div></div><div class="mail-btn">[打印] [关闭]</div></div></div><div class="footer">主办：临江市人民政府办公室</div>`,
      ),
      '',
      '2031-03-10',
    ),
  ];
}
