import { dayOf, document, feed, links, nav, p, type Site } from './parts.ts';

/** Large news portals: their templates as they are written in the wild, with other words. */
export const portals: readonly Site[] = [
  {
    name: 'portal-blk',
    url: 'https://news.portal-a.example/s/2031-03-12/doc-ixaaaa0001.shtml',
    siteName: '_江南网新闻',
    paragraph: (text) => `<p cms-style="font-L">　　${text}</p>`,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<div class="top-nav"><ul>${nav()}</ul></div>
<div class="main-content w1240"><div class="channel-path">新闻中心 &gt; <a href="/c/">社会</a> &gt; 正文</div>
<h1 class="main-title">${story.title}</h1>
<div class="top-bar-wrap"><div class="date-source"><span class="date">${
          dayOf(story).chinese
        } 09:25</span><a class="source ent-source" href="/x">江南晚报</a></div>
<div class="page-tools"><a href="#">微博</a><a href="#">微信</a><span class="txt">缩小字体 放大字体 收藏</span></div></div>
<div class="article-content clearfix"><div class="article-content-left">
<div class="article" id="artibody">
${body}
<p class="article-editor">责任编辑：方知行 </p></div>
<div class="article-bottom clearfix"><div class="keywords">文章关键词：<a href="/k/1">大桥</a><a href="/k/2">出行</a></div><div class="report"><a href="/r">我要反馈</a></div></div>
<div class="blk-xgxw"><h3>相关新闻</h3><ul>${links(6)}</ul></div>
<div class="blk-comment"><h2>评论</h2><p>登录 | 注册</p><p>暂无评论，快来抢沙发</p></div>
${more
  .map(
    (other) =>
      `<div class="article" ><h2>${other.title}</h2>${other.paragraphs
        .map((t) => `<p>　　${t}</p>`)
        .join('')}</div>`,
  )
  .join('')}
<div class="feed-card">${feed(6)}</div></div>
<div class="article-content-right"><div class="blk-tj"><h3>今日推荐</h3><ul>${links(10, 8)}</ul></div><div class="blk-24h"><h3>24小时滚动</h3><p>江南网官方账号：24小时滚动播报最新的新闻资讯，更多粉丝福利扫描二维码关注。</p></div></div></div></div>
<div class="footer">新闻中心意见反馈留言板 电话：000-0000000 欢迎批评指正<p>Copyright © 1999-2031 江南网 版权所有</p></div>`,
        '<meta property="og:type" content="news">',
      ),
  },
  {
    name: 'portal-post',
    url: 'https://www.portal-b.example/dy/article/AAAA0001.html',
    siteName: '|大桥|出行_青果订阅',
    paragraph: (text) => `<p id="0S${text.length}">${text}</p>`,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<div class="ntes_nav">${nav('span')}<a href="/m">查看网站地图</a></div>
<div class="wrapper clearfix" id="container" data-wemediaid="1"><div class="post_main">
<h1 class="post_title">${story.title}</h1>
<div class="post_info">${story.day} 09:25:36　来源: <a href="/src">青果日报</a><span> 江南</span>&nbsp;&nbsp;<a href="/jb" class="post_jubao">举报</a></div>
<div class="post_share"><div class="post_top_share_icon">分享至</div><div class="share_qr"><p>用微信扫码二维码</p><p>分享至好友和朋友圈</p></div></div>
<div class="post_content" id="content"><div class="post_body">
${body}
</div>
<div class="post_statement"><p>特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台“青果号”用户上传并发布，本平台仅提供信息存储服务。</p><p class="en">Notice: The content above (including the pictures and videos if any) is uploaded and posted by a user of QG Hao, which is a social media platform and only provides information storage services.</p></div>
<div class="post_author">本文来源：青果日报 责任编辑： 马知远_QG1204</div></div>
<div class="post_next"><h3 class="post_recommend_title">相关推荐</h3><div class="post_recommends js-tab-mod"><ul>${links(5, 2)}</ul></div></div>
<div class="tie-areas post_comment"><p>跟贴 12 参与 340</p><p>文明上网理性发言，请遵守《新闻评论服务协议》</p></div>
${more.map((other) => `<div class="post_body"><h3>${other.title}</h3>${other.paragraphs.map(p).join('')}</div>`).join('')}
<div class="post_recommends_list"><h4>热点推荐</h4>${feed(8, 3)}</div></div>
<div class="post_side"><div class="mod_hot_rank"><h2>热搜榜</h2><ul>${links(10, 11)}</ul></div><div class="side_author"><h2>作者最新文章</h2><ul>${links(3, 20)}</ul></div></div></div>
<div class="N-nav-bottom">© 1997-2031 青果公司版权所有 <a href="/about">关于青果</a></div>`,
      ),
  },
  {
    name: 'portal-mp',
    url: 'https://www.portal-c.example/a/700000001_120000001',
    siteName: '_居民_出行_大桥',
    paragraph: (text) => `<p><span style="font-size:16px">${text}</span></p>`,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<header id="main-header"><nav class="nav area"><ul>${nav()}</ul></nav></header>
<div class="wrapper-box"><div id="article-container" class="article-page"><div class="left main"><div data-spm="content" class="text">
<div class="text-title"><h1>${story.title}<span class="article-tag"></span></h1><div class="article-info"><span class="time" id="news-time">${story.day} 09:25</span><span class="source">来源：<a href="/mp">江岸观察</a></span><div class="area"><span>发布于：江南省</span></div></div></div>
<article class="article" id="mp-editor"><p data-role="original-title" style="display:none">原标题：${story.title}</p>
${body}
<p><a href="/" id="backsohucom" style="white-space: normal;"><span class="backword"><i class="backsohu"></i>返回首页，查看更多</span></a></p>
<p data-role="editor-name">责任编辑：<span></span></p></article>
<div class="statement">平台声明：该文观点仅代表作者本人，江岸号系信息发布平台，江岸仅提供信息存储空间服务。</div>
<div class="bottom-relate-wrap clear"><div class="read-wrap"><span class="read-num">阅读 (<em data-role="pv">1024</em>)</span></div></div></div>
<div class="mpbox"><div class="c-comment-header"><span class="c-comment-title">我来说两句</span><span class="c-comment-count">0人参与， 0条评论</span></div><div>登录并发表</div></div>
${more.map((other) => `<article class="article"><h2>${other.title}</h2>${other.paragraphs.map(p).join('')}</article>`).join('')}
<div id="groom-read" class="groom-read"><div class="title"><span>推荐阅读</span></div><div class="news-list">${feed(8, 5)}</div></div></div>
<div class="sidebar right" id="right-side-bar"><div class="hot-article"><div class="title">24小时热文</div><ul>${links(8, 6)}</ul></div></div>
<div class="user-info left"><h4><a href="/mp">江岸观察</a></h4><dl><dd><em>812</em><span>文章</span></dd><dd><em>96万</em><span>总阅读</span></dd></dl><a href="/all">查看TA的文章&gt;</a></div></div></div>`,
        `<meta property="og:title" content="${story.title}">`,
      ),
  },
  {
    name: 'portal-hashed',
    url: 'https://news.portal-d.example/c/8aaaaaa001',
    siteName: '_凤来网江南_凤来网',
    paragraph: p,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<div id="root"><div class="index_header_a1X2c">${nav('span')}</div><div class="index_crumb_9ZpQ1"><a href="/">凤来网资讯</a>&gt;<a href="/s">社会</a>&gt;正文</div>
<div class="index_main_Q2w3E"><div class="index_left_uT4rd"><div class="index_artical_7YhBn"><h1 class="index_title_B5kLm">${story.title}</h1>
<div class="index_timeBref_20hzr"><time class="index_time_hs6Q1">${
          dayOf(story).chinese
        } 09:25</time><span class="index_source_v3Dc2">来自：江南省</span></div>
<div class="index_main_content_r5RG" id="articleRoot"><div class="index_text_D0U1y">
${body}
</div></div>
<div class="index_disclaim_8Hj2k"><p>“特别声明：以上作品内容(包括在内的视频、图片或音频)为凤来网旗下自媒体平台“风车号”用户上传并发布，本平台仅提供信息存储空间服务。</p><p>Notice: The content above (including the videos, pictures and audios if any) is uploaded and posted by the user of Fengche Hao, which is a social media platform and merely provides information storage space services.”</p></div></div>
${more
  .map(
    (other) =>
      `<div class="index_artical_7YhBn"><h2>${other.title}</h2><div class="index_text_D0U1y">${other.paragraphs
        .map(p)
        .join('')}</div></div>`,
  )
  .join('')}
<div class="index_recommend_0Ol3s"><h3>为您推荐</h3>${feed(7, 1)}<p>已显示全部内容</p></div></div>
<div class="index_right_4RfvT"><h3>24小时热点</h3><ul>${links(10, 4)}</ul><div>下载客户端，独家抢先看</div></div></div></div>`,
      ),
  },
];
