import { dayOf, document, feed, links, nav, p, type Site } from './parts.ts';

/** Agencies, papers and government portals. */
export const agencies: readonly Site[] = [
  {
    name: 'agency-cells',
    url: 'http://www.agency-a.example/society/c8f0/c.html',
    siteName: '-江南通讯',
    paragraph: (text) => `<p>　　${text}</p>`,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<div class="domPC"><div class="topNav">${nav('a')}</div><div class="header domPC"><div class="header-top clearfix"><div class="header-time left"><span class="year"><em> ${dayOf(story).year}</em></span><span class="day"><em>${dayOf(story).month}</em>/<em>${dayOf(story).day}</em></span><span class="time">09:25:41</span></div><div class="source">来源：江南通讯</div></div>
<div class="head-line clearfix"><h1><span class="title">${story.title}</span></h1><div class="share">字体：<a>小</a><a>中</a><a>大</a> 分享到：<a>微信</a><a>微博</a></div></div></div></div>
<div class="main clearfix"><div class="main-left left"><div id="detail" class="detail"><span id="detailContent">
${body}
</span><div id="articleEdit"><span class="tiyi1"><a>【纠错】</a></span><span class="editor"> 【责任编辑:乔木 文川】 </span></div></div>
<div class="column" id="lookMore"><div class="title">阅读下一篇：</div><ul>${links(4, 1)}</ul></div>
${more
  .map(
    (other) =>
      `<div class="detail"><h2>${other.title}</h2>${other.paragraphs
        .map((t) => `<p>　　${t}</p>`)
        .join('')}</div>`,
  )
  .join('')}</div>
<div class="main-right right"><div class="columBox hotList"><div class="title">深度观察</div><ul>${links(8, 9)}</ul></div></div></div>
<div class="foot">Copyright © 2000 - 2031 江南通讯 All Rights Reserved. 制作单位：江南通讯网络有限公司</div>`,
      ),
  },
  {
    name: 'paper-rm',
    url: 'http://society.paper-a.example/n1/2031/0312/c1008-30000001.html',
    siteName: '--社会--江南日报网',
    paragraph: (text) => `<p style="text-indent: 2em;">\n\t${text}</p>`,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<div class="head fl cf"><div class="nav w1000">${nav('i')}</div></div><div class="layout route"><div class="col">江南日报网&gt;&gt;<a href="/s">社会·法治</a></div></div>
<div class="layout rm_txt cf"><div class="col col-1 fl"><h4></h4><h1>${story.title}</h1><div class="author cf"></div><div class="sou"></div>
<div class="channel cf"><div class="col-1-1 fl">${
          dayOf(story).chinese
        }09:25 | 来源：<a href="/s">江南日报</a></div><div class="col-1-2 fr"><a href="#">小字号</a></div></div>
<div class="rm_txt_con cf"><p></p>
${body}
<div class="zdfy clearfix"></div><div class="box_pic"></div><div class="edit cf">(责编：温如玉、石磊)</div></div>
<p class="paper_num cf">分享让更多人看到 <img src="/x.gif"></p><div class="share cf">打开客户端 扫码阅读</div>
<div class="rm_relevant cf"><h3>相关新闻</h3><ul class="cf">${links(6, 3)}</ul></div></div>
<div class="col col-2 fr"><div class="rm_ranking cf"><h3><a>热门排行</a></h3><ul>${links(10, 12)}</ul></div></div></div>
${more.map((other) => `<div class="layout rm_txt cf"><h2>${other.title}</h2>${other.paragraphs.map(p).join('')}</div>`).join('')}
<div class="copyright cf">江南日报社概况 | 关于我们 | 招聘英才 | 版权声明</div>`,
        `<meta name="publishdate" content="${story.day}"><meta name="author" content="100231"><meta name="source" content="来源：江南日报">`,
      ),
  },
  {
    name: 'agency-table',
    url: 'http://www.agency-b.example/sh/2031/03-12/9900001.shtml',
    siteName: '-中江新闻网',
    paragraph: (text) => `<p>　　${text}</p>`,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<div id="nav">${nav('b')}</div><table width="960" align="center"><tr><td class="route">您现在的位置：<a href="/">首页</a>→<a href="/sh">社会新闻</a></td></tr></table>
<table width="960" align="center"><tr><td valign="top" width="660"><div id="cont_1_1_2"><h1 class="content_left_title">${story.title}</h1>
<div class="content_left_time"><div class="left-time"><div class="left-t">${
          dayOf(story).chinese
        } 09:25　来源：<a href="/">中江新闻网</a><span>参与互动(<em>0</em>)</span></div></div></div>
<div class="left_ph"></div><div class="left_zw" style="position:relative">
${body}
<div id="function_code_page"></div></div>
<div class="left_name"><div class="left_name left"><span>【编辑:白水】</span></div></div>
<div class="content_page">更多精彩内容请进入社会频道</div><div class="rank"><div class="rank_tit">社会新闻精选：</div><ul>${links(8, 5)}</ul></div></div></td>
<td valign="top" width="300"><div class="right_box"><h3>直隶中江网各地新闻</h3><ul>${links(12, 0)}</ul></div></td></tr></table>
${more.map((other) => `<table width="960"><tr><td><h2>${other.title}</h2>${other.paragraphs.map(p).join('')}</td></tr></table>`).join('')}
<div class="pagebottom">本网站所刊载信息，不代表中江社和中江网观点。 刊用本网站稿件，务经书面授权。未经授权禁止转载、摘编、复制及建立镜像，违者将依法追究法律责任。</div>`,
      ),
  },
  {
    name: 'gov-trs',
    url: 'http://www.linjiang.gov.cn.example/zwgk/202303/t20310312_100001.html',
    siteName: '_临江市人民政府网站',
    paragraph: (text) =>
      `<p class="MsoNormal" style="text-indent:32pt"><span style="font-family:仿宋">${text}</span></p>`,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<div class="header"><div class="nav"><ul>${nav()}</ul></div></div><div class="container"><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/z">政务公开</a> &gt; 要闻动态</div>
<div class="xl-title"><h2>${story.title}</h2></div><div class="xl-info"><span>发布时间：${story.day} 09:25</span><span>信息来源：市政府办公室</span><span>浏览次数：<script>document.write(12)</script></span><span>字体：【<a>大</a> <a>中</a> <a>小</a>】</span></div>
<div class="view TRS_UEDITOR trs_paper_default trs_web">
${body}
</div><div class="xl-bottom"><a href="javascript:print()">【打印本页】</a><a href="javascript:close()">【关闭窗口】</a></div>
<div class="xglj"><h3>相关链接：</h3><ul>${links(4, 7)}</ul></div>
<div class="bdshare">扫一扫在手机打开当前页</div></div>
${more.map((other) => `<div class="container"><h2>${other.title}</h2>${other.paragraphs.map(p).join('')}</div>`).join('')}
<div class="footer"><p>主办：临江市人民政府办公室　承办：临江市数据局</p><p>网站标识码：0000000001　江ICP备00000001号　江公网安备 00000000000001号</p></div>`,
      ),
  },
  {
    name: 'small-cms',
    url: 'http://www.linjiang-news.example/a/shehui/2031/0312/1001.html',
    siteName: '_临江热线',
    author: 'admin',
    paragraph: (text) => `　　${text}<br /><br />`,
    page: ({ story, body, headTitle, more }) =>
      document(
        headTitle,
        `<div class="header_top"><a href="#">设为首页</a><a href="#">加入收藏</a></div><div class="navbox"><ul>${nav()}</ul></div>
<div class="pleft"><div class="place"><strong>当前位置:</strong> <a href="/">主页</a> &gt; <a href="/a">社会</a> &gt; </div>
<div class="viewbox"><div class="title"><h2>${story.title}</h2></div><div class="info"><small>时间:</small>${story.day} 09:25<small>来源:</small>临江热线 <small>作者:</small>admin <small>点击:</small>88次</div>
<div class="intro">${story.paragraphs[0]!.slice(0, 60)}…</div>
<div class="content">
${body}
</div><div class="boxoff"><strong>------分隔线----------------------------</strong></div><div class="handle"><div class="context"><ul><li>上一篇：<a href="/1">${teasers0}</a></li><li>下一篇：没有了</li></ul></div><div class="actbox"><ul><li>收藏</li><li>挑错</li><li>推荐</li><li>打印</li></ul></div></div></div>
<div class="mainlist"><h3>热门图文</h3>${feed(4, 9)}</div><div class="dede_comment"><h3>发表评论</h3><p>请自觉遵守互联网相关的政策法规，严禁发布色情、暴力、反动的言论。</p></div></div>
${more
  .map(
    (other) =>
      `<div class="viewbox"><h2>${other.title}</h2><div class="content">${other.paragraphs
        .map((t) => `　　${t}<br />`)
        .join('')}</div></div>`,
  )
  .join('')}
<div class="pright"><dl><dt>推荐内容</dt><dd><ul>${links(8, 14)}</ul></dd></dl><dl><dt>热点内容</dt><dd><ul>${links(8, 2)}</ul></dd></dl></div>
<div class="footer"><p>Powered by <a href="#">DedeCMS</a> © 2004-2031</p></div>`,
      ),
  },
];

const teasers0 = '第三中学新校区封顶';
