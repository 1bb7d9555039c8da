import { dayOf, document, feed, links, nav, p, type Site } from './parts.ts';

/** Blogs, columns and accounts of people. */
export const blogs: readonly Site[] = [
  {
    name: 'account',
    url: 'https://mp.account-a.example/s/abcdEFGH0001',
    siteName: '',
    paragraph: (text) =>
      `<section style="margin: 0px 8px;"><p style="line-height:1.75em"><span style="font-size: 15px;letter-spacing: 1px;">${text}</span></p></section><p><br></p>`,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content" class="rich_media_area_primary"><div class="rich_media_area_primary_inner"><div id="img-content" class="rich_media_wrp">
<h1 class="rich_media_title" id="activity-name">${story.title}</h1>
<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">${story.author}</span><span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name"> 江岸笔记 </a><div id="js_profile_qrcode" class="profile_container" style="display:none;"><strong class="profile_nickname">江岸笔记</strong><p class="profile_meta"><label class="profile_meta_label">功能介绍</label><span class="profile_meta_value">记录江边的人和事。</span></p></div></span><em id="publish_time" class="rich_media_meta rich_media_meta_text">${story.day} 21:05</em></div>
<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0; ">
<section style="text-align:center"><p><span>点击上方</span><span style="color:#06c">蓝字</span><span>关注我们</span></p></section>
${body}
<section style="text-align:center"><p>- END -</p></section><section><p>往期推荐</p><p><a href="/s/1">城北水厂扩建完工</a></p><p><a href="/s/2">图书漂流活动启动</a></p></section><p style="text-align:center">长按识别二维码关注我们</p></div>
<div class="rich_media_tool"><div class="rich_media_info">阅读 <span id="readNum3">1024</span> 赞 在看</div></div></div>
${more.map((other) => `<div class="rich_media_content"><h2>${other.title}</h2>${other.paragraphs.map(p).join('')}</div>`).join('')}
</div></div></div><div id="js_pc_qr_code" class="qr_code_pc_outer"><div class="qr_code_pc"><p>微信扫一扫<br>关注该公众号</p></div></div></div>
<div class="wx_expand_article">预览时标签不可点 收录于合集 个人观点，仅供参考 继续滑动看下一个 轻触阅读原文 向上滑动看下一个 知道了 微信扫一扫使用小程序 取消 允许</div>`,
        `<meta property="og:title" content="${story.title}"><meta name="author" content="${story.author}">`,
      ),
  },
  {
    name: 'column',
    url: 'https://zl.column-a.example/p/700000001',
    siteName: ' - 知道',
    paragraph: (text) => `<p data-pid="aZ${text.length}">${text}</p>`,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<div id="root"><div class="ColumnPageHeader-Wrapper">写文章 登录/注册</div><div role="main" class="App-main"><div class="Post-content"><article class="Post-Main Post-NormalMain"><header class="Post-Header"><h1 class="Post-Title">${story.title}</h1>
<div class="Post-Author"><div class="AuthorInfo"><div class="AuthorInfo-content"><div class="AuthorInfo-head"><span class="UserLink AuthorInfo-name"><a class="UserLink-link" href="/people/lwh">${story.author}</a></span></div><div class="AuthorInfo-detail"><div class="AuthorInfo-badgeText">做过十年城市规划，喜欢走路</div></div></div></div></div><div class="LabelContainer">128 人赞同了该文章</div></header>
<div class="Post-RichTextContainer"><div class="RichText ztext Post-RichText">
${body}
</div></div><div class="ContentItem-time">发布于 ${story.day} 09:25</div>
<div class="Post-topicsAndReviewer"><div class="TopicList Post-Topics"><div class="Tag">城市</div><div class="Tag">桥梁</div></div></div>
<div class="RichContent-actions is-bottom"><button>赞同 128</button><span>12 条评论</span><span>分享</span><span>喜欢</span><span>收藏</span><span>申请转载</span></div></article>
<div class="Post-Sub"><div class="PostIndex-Contributions"><h3 class="BlockTitle">文章被以下专栏收录</h3><a href="/c/1">江边散步</a><p>写给走路的人</p></div>
<div class="Recommendations-Main"><h3 class="BlockTitle Recommendations-BlockTitle">推荐阅读</h3>${feed(4, 8)}</div>
<div class="Comments-container"><h2>12 条评论</h2><div class="CommentItem"><a>路人甲</a><p>写得真好，我老家也有这样一座桥，小时候天天从桥下游过去。</p></div><div class="CommentItem"><a>路人乙</a><p>希望以后能多写写修桥的人。</p></div></div></div>
${more
  .map(
    (other) =>
      `<article class="Post-Main"><h2>${other.title}</h2><div class="RichText">${other.paragraphs
        .map(p)
        .join('')}</div></article>`,
  )
  .join('')}
</div></div></div>`,
      ),
  },
  {
    name: 'blog-post',
    url: 'https://www.blog-a.example/lwh/p/18000001.html',
    siteName: ' - 江边的人 - 博客苑',
    paragraph: p,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<div id="home"><div id="header"><div id="blogTitle"><h1><a href="/lwh">江边的人</a></h1><h2>走路，写字，看桥</h2></div><div id="navigator"><ul id="navList"><li>博客苑</li><li>首页</li><li>新随笔</li><li>联系</li><li>管理</li></ul><div class="blogStats">随笔 - 88 文章 - 0 评论 - 120 阅读 - 9万</div></div></div>
<div id="main"><div id="mainContent"><div class="forFlow"><div id="post_detail"><div id="topics"><div class="post"><h1 class="postTitle"><a id="cb_post_title_url" class="postTitle2" href="#"><span role="heading">${story.title}</span></a></h1><div class="clear"></div>
<div class="postBody"><div id="cnblogs_post_body" class="blogpost-body">
${body}
</div><div class="clear"></div><div id="blog_post_info_block"><div id="BlogPostCategory">分类: <a href="/c">随笔</a></div><div id="EntryTag">标签: <a href="/t">桥</a></div><div id="blog_post_info"><div id="green_channel"><a>好文要顶</a><a>关注我</a><a>收藏该文</a></div><div id="author_profile">${story.author}<br>粉丝 - 12 关注 - 3</div><div id="div_digg"><span>3</span><span>0</span></div></div><div id="post_next_prev"><a href="/1">« 上一篇：</a> <a href="/1">河长们的一天</a><br><a href="/2">» 下一篇：</a> <a href="/2">夜市搬家之后更热闹了</a></div></div></div>
<div class="postDesc">posted @ <span id="post-date">${story.day} 09:25</span> <a href="/lwh">${story.author}</a> 阅读(<span>128</span>) 评论(<span>0</span>) <a>收藏</a> <a>举报</a></div></div></div></div>
${more
  .map(
    (other) =>
      `<div class="post"><h2 class="postTitle">${other.title}</h2><div class="postBody">${other.paragraphs
        .map(p)
        .join('')}</div></div>`,
  )
  .join('')}
<div id="comment_form"><div class="commentform">登录后才能查看或发表评论，立即 登录 或者 逛逛 博客苑首页</div><div id="under_post_card1"><b>编辑推荐：</b><ul>${links(5, 4)}</ul></div><div id="under_post_card2"><b>阅读排行：</b><ul>${links(5, 9)}</ul></div></div></div></div>
<div id="sideBar"><div class="newsItem"><h3>公告</h3><p>昵称：${story.author}<br>园龄：6年</p></div><div class="catListPostCategory"><h3>随笔档案</h3><ul><li>2031年3月(2)</li><li>2031年2月(5)</li></ul></div></div></div><div id="footer">Copyright © 2031 ${story.author} Powered by .NET on Kubernetes</div></div>`,
      ),
  },
  {
    name: 'blog-box',
    url: 'https://blog.blog-b.example/lwh/article/details/130000001',
    siteName: '_青浦河_江边的人的博客-程序苑博客',
    paragraph: p,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<div id="toolbarBox">${nav('span')}</div><div class="main_father clearfix"><div class="container clearfix" id="mainBox"><main><div class="blog-content-box">
<div class="article-header-box"><div class="article-header"><div class="article-title-box"><h1 class="title-article" id="articleContentId">${story.title}</h1></div><div class="article-info-box"><div class="article-bar-top"><div class="bar-content"><a class="follow-nickName" href="/lwh">${story.author}</a><span class="time">已于&nbsp;${story.day} 09:25:00&nbsp;修改</span><span class="read-count">阅读量1.2k</span><span>收藏 3</span><span>点赞数</span></div></div><div class="blog-tags-box"><span>分类专栏：</span><a href="/c">随笔</a><span>文章标签：</span><a>桥梁</a></div><div class="slide-content-box"><div class="article-copyright">版权声明：本文为博主原创文章，遵循 CC 4.0 BY-SA 版权协议，转载请附上原文出处链接和本声明。</div></div></div></div></div>
<article class="baidu_pl"><div id="article_content" class="article_content clearfix"><div id="content_views" class="markdown_views prism-atom-one-dark">
${body}
</div></div></article></div>
<div class="more-toolbox-new"><ul><li>点赞 2</li><li>踩</li><li>收藏 3</li><li>0 评论</li><li>觉得还不错? 一键收藏</li></ul></div>
<div class="first-recommend-box recommend-box">${feed(2, 4)}</div><div class="recommend-box insert-baidu-box">${feed(6, 10)}</div>
${more.map((other) => `<div class="blog-content-box"><h2>${other.title}</h2>${other.paragraphs.map(p).join('')}</div>`).join('')}</main>
<aside class="blog_container_aside"><div class="aside-box"><h3>热门文章</h3><ul>${links(5, 16)}</ul></div><div class="aside-box"><h3>最新评论</h3><ul><li>收藏了，谢谢博主。</li></ul></div></aside></div></div>`,
      ),
  },
  {
    name: 'notebook',
    url: 'https://www.notebook-a.example/p/aaaa0001',
    siteName: ' - 简册',
    paragraph: p,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<div id="__next"><header class="_3_xYz"><nav>${nav('span')}</nav></header><div class="_21bLU4 _3kbg6I"><div class="_3VRLsv" role="main"><div class="_gp-ck"><section class="ouvJEz"><h1 class="_1RuRku">${story.title}</h1>
<div class="rEsl9f"><div class="_2mYfmT"><a class="_1qp91i" href="/u/1"><img src="/a.png"></a><div><span class="FxYr8x"><a class="_1OhGeD" href="/u/1">${story.author}</a></span><button>关注</button><div class="s-dsoj"><time datetime="${story.day}T01:25:00.000Z">${dayOf(story).year}.${dayOf(story).month}.${dayOf(story).day} 09:25:00</time><span>字数 812</span><span>阅读 1,024</span></div></div></div></div>
<article class="_2rhmJa">
${body}
</article><div></div><div class="_1kCBjS"><div class="_18vaTa"><div>12人点赞</div></div><div class="_3BUZPB"><a href="/nb/1"><span>随笔</span></a></div></div>
<div class="_3tCVn5"><span>更多精彩内容，就在简册APP</span></div><div class="_13lIbp"><div class="_191KSt">"小礼物走一走，来简册关注我"</div><button>赞赏支持</button><div>还没有人赞赏，支持一下</div></div>
<div class="_19DgIp">© 著作权归作者所有,转载或内容合作请联系作者</div></section>
<section class="ouvJEz"><h3 class="QxT4hD"><span>推荐阅读</span><a>更多精彩内容</a></h3><ul>${feed(5, 11)}</ul></section>
${more
  .map(
    (other) =>
      `<section class="ouvJEz"><h2>${other.title}</h2><article>${other.paragraphs
        .map(p)
        .join('')}</article></section>`,
  )
  .join('')}</div>
<aside class="_2OwGUo"><section><h3>热门故事</h3><ul>${links(6, 3)}</ul></section></aside></div></div></div>`,
      ),
  },
];
