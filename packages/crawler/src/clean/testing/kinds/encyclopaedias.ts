import { handMade, type KindPage } from './page.ts';
import { document, links, marked, nav } from './parts.ts';

const title = '青浦河大桥';
const summary =
  '青浦河大桥，位于江南省临江市，是连接东港街道与西港街道的过江通道，全长一千二百米，于二〇三一年三月建成通车，由江南省第二工程局承建。';
const history = [
  '青浦河两岸历来靠渡船往来。二十世纪八十年代，上游修起第一座公路桥，但绕行里程长，雨季常因水位上涨而中断交通。',
  '二〇二七年，临江市决定在渡口旧址修建大桥；次年六月开工，施工期间经历两次洪水，未发生人员伤亡。',
];
const build = [
  '大桥采用双塔斜拉结构，主跨三百六十米，塔高一百一十米，桥面为双向六车道，两侧各设三米宽的步行道。',
  '桥塔外形取自当地渔民的船帆，夜间照明分为平日与节日两种模式。',
];
const basic: readonly [string, string][] = [
  ['中文名', '青浦河大桥'],
  ['所在地', '江南省临江市'],
  ['通车时间', '二〇三一年三月'],
];
const mark = (n: number) =>
  `<sup class="sup--normal" data-sup="${n}">[${n}]</sup><a class="sup-anchor" name="ref_${n}">&nbsp;</a>`;

/** Entries of encyclopaedias: notes' marks, links to edit, contents, references and pictures are no text. */
export function encyclopaedias(): KindPage[] {
  const entry = (name: string, url: string, html: string) =>
    handMade('encyclopaedia', name, url, html, { title, author: '', day: null });
  return [
    entry(
      'lemma',
      'https://baike.a.example/item/qingpu/100001',
      document(
        `${title}（江南省临江市境内桥梁）_千度百科`,
        `<div class="header-wrapper"><div class="navbar">${nav()}</div></div><div class="body-wrapper"><div class="before-content"></div><div class="content-wrapper"><div class="content">
<div class="main-content"><div class="top-tool"><a>收藏</a><a>查看我的收藏</a><a>0</a><a>有用+1</a></div><dl class="lemmaWgt-lemmaTitle"><dd class="lemmaWgt-lemmaTitle-title"><h1>${title}</h1><a class="edit-lemma">编辑</a><a class="lock-lemma">锁定</a><a>讨论</a><a>上传视频</a></dd></dl>
<div class="lemma-summary" label-module="lemmaSummary"><div class="para" label-module="para">${marked(summary)}${mark(1)}</div></div>
<div class="basic-info cmn-clearfix">${marked(
          basic
            .map(
              ([k, v]) =>
                `<dl class="basicInfo-block"><dt class="basicInfo-item name">${k}</dt><dd class="basicInfo-item value">${v}</dd></dl>`,
            )
            .join(''),
        )}</div>
<div class="lemmaWgt-lemmaCatalog"><div class="lemma-catalog"><h2 class="block-title">目录</h2><div class="catalog-list"><ol><li>1 <a href="#1">历史沿革</a></li><li>2 <a href="#2">建筑特点</a></li></ol></div></div></div>
<div class="para-title level-2" label-module="para-title"><h2 class="title-text">${marked('历史沿革')}</h2><a class="edit-icon j-edit-link" href="javascript:;"><em class="cmn-icon"></em>编辑</a><a class="audio-play">播报</a></div>
${history.map((t) => `<div class="para" label-module="para">${marked(t)}${mark(2)}</div>`).join('')}
<div class="para-title level-2"><h2 class="title-text">${marked('建筑特点')}</h2><a class="edit-icon j-edit-link" href="javascript:;">编辑</a><a class="audio-play">播报</a></div>
${build.map((t) => `<div class="para">${marked(t)}</div>`).join('')}
<div class="album-list"><div class="header"><div class="title">词条图册</div><a>更多图册</a></div><div class="albums"><div>概述图册(3张)</div></div></div>
<dl class="lemma-reference collapse nslog-area"><dt class="reference-title">参考资料</dt><dd><ul class="reference-list"><li class="reference-item">1. <a>临江市交通志</a>．临江档案馆 [引用日期2031-04-01]</li><li class="reference-item">2. <a>大桥建设纪实</a>．江南网 [引用日期2031-04-02]</li></ul></dd></dl></div>
<div class="side-content"><div class="summary-pic"><a>图集</a></div><div class="side-box lemma-statistics"><dl><dt class="title">词条统计</dt><dd><ul><li>浏览次数：1024次</li><li>编辑次数：12次历史版本</li><li>最近更新：<a>江边的人</a>（2031-04-02）</li></ul></dd></dl></div></div></div></div></div>
<div class="lemmaWgt-declaration">本词条内容由网友贡献，如有疑问请联系我们</div><div class="wgt-footer-main"><dl><dt>新手上路</dt><dd><a>成长任务</a><a>编辑入门</a></dd><dt>我有疑问</dt><dd><a>内容质疑</a><a>在线客服</a></dd></dl><div class="copyright">©2031 千度 使用百科前必读 | 百科协议 | 隐私政策</div></div>`,
      ),
    ),
    entry(
      'wiki',
      'https://zh.wiki-a.example/wiki/qingpu',
      document(
        `${title} - 维基大典，自由的百科`,
        `<div id="mw-page-base"></div><div id="content" class="mw-body" role="main"><div id="siteNotice"></div><h1 id="firstHeading" class="firstHeading">${title}</h1><div id="bodyContent" class="mw-body-content"><div id="siteSub">维基大典，自由的百科</div><div id="jump-to-nav"></div><a class="mw-jump-link" href="#mw-head">跳转到导航</a>
<div id="mw-content-text"><div class="mw-parser-output"><p>${marked(summary)}<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">&#91;1&#93;</a></sup></p>
<div id="toc" class="toc" role="navigation"><div class="toctitle"><h2>目录</h2></div><ul><li><a href="#1"><span class="tocnumber">1</span> <span class="toctext">历史沿革</span></a></li><li><a href="#2"><span class="tocnumber">2</span> <span class="toctext">建筑特点</span></a></li></ul></div>
<h2><span class="mw-headline" id="1">${marked('历史沿革')}</span><span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="/e">编辑</a><span class="mw-editsection-bracket">]</span></span></h2>
${history.map((t) => `<p>${marked(t)}<sup class="reference"><a href="#cite_note-2">&#91;2&#93;</a></sup></p>`).join('')}
<h2><span class="mw-headline" id="2">${marked('建筑特点')}</span><span class="mw-editsection">[<a href="/e">编辑</a>]</span></h2>
${build.map((t) => `<p>${marked(t)}</p>`).join('')}
<h2><span class="mw-headline" id="3">参考文献</span><span class="mw-editsection">[<a href="/e">编辑</a>]</span></h2><div class="reflist"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink">^</span> <span class="reference-text">临江市交通志. 临江档案馆. 2031</span></li><li id="cite_note-2">^ <span class="reference-text">大桥建设纪实. 江南网. 2031-04-02</span></li></ol></div>
<div class="navbox"><table><tr><th>江南省桥梁</th></tr><tr><td><ul>${links(6)}</ul></td></tr></table></div></div></div>
<div class="printfooter">取自“<a href="/w">https://zh.wiki-a.example/w/index.php?title=qingpu</a>”</div><div id="catlinks" class="catlinks"><div class="mw-normal-catlinks"><a>分类</a>：<ul><li><a>江南省桥梁</a></li></ul></div></div></div></div>
<div id="mw-navigation"><h2>导航菜单</h2><ul>${nav()}</ul></div><footer id="footer"><ul><li>本页面最后修订于2031年4月2日 (星期三) 10:00。</li><li>本站的全部文字在知识共享协议之条款下提供。</li></ul></footer>`,
      ),
    ),
    entry(
      'thinktank',
      'https://wiki.mba-a.example/wiki/qingpu',
      document(
        `${title} - 智库百科`,
        `<div id="globalWrapper"><div id="column-content"><div id="content"><h1 class="firstHeading">${title}</h1><div id="bodyContent"><h3 id="siteSub">出自 智库百科(https://wiki.mba-a.example/)</h3><div id="contentSub"></div>
<p>${marked(summary)}</p><table id="toc" class="toc"><tr><td><div id="toctitle"><h2>目录</h2></div><ul><li class="toclevel-1"><a href="#a">1 历史沿革</a></li><li class="toclevel-1"><a href="#b">2 建筑特点</a></li></ul></td></tr></table>
<div class="editsection" style="float:right">[<a href="/e">编辑</a>]</div><a name="a"></a><h2>${marked('历史沿革')}</h2>
${history.map((t) => `<p>　　${marked(t)}</p>`).join('')}
<div class="editsection">[<a href="/e">编辑</a>]</div><a name="b"></a><h2>${marked('建筑特点')}</h2>
${build.map((t) => `<p>　　${marked(t)}</p>`).join('')}
<div class="printfooter">来自"<a>https://wiki.mba-a.example/wiki/qingpu</a>"</div><div id="pageIndex">本条目对我有帮助3</div><div class="rec"><a>赏</a><p>如果您认为本条目还有待完善，需要补充新内容或修改错误内容，请<a>编辑条目</a>或<a>投诉举报</a>。</p></div>
<div class="contributors"><p>本条目由以下用户参与贡献</p><p><a>江边的人</a>,<a>修桥匠</a>.</p></div><div id="catlinks"><p class="catlinks">页面分类: <a>桥梁</a></p></div>
<div class="relatedItem"><h3>本条目相关文档</h3><ul>${links(4, 3)}</ul></div><div class="comment"><h3>评论(共0条)</h3><p>提示:评论内容为网友针对条目"${title}"展开的讨论，与本站观点立场无关。</p></div></div></div></div><div id="column-one"><ul>${nav()}</ul></div></div>`,
      ),
    ),
    entry(
      'quick',
      'https://www.baike-b.example/wikiid/7000001',
      document(
        `${title} - 快知百科`,
        `<div id="app"><header><a>首页</a><a>登录</a></header><main class="doc-layout"><aside class="catalog"><h3>目录</h3><ol>${[
          '概述',
          '历史沿革',
          '建筑特点',
        ]
          .map((t) => `<li><a href="#${t}">${t}</a></li>`)
          .join('')}</ol></aside>
<div class="doc-main"><div class="doc-title"><h1>${title}</h1><span>编辑</span><span>收藏</span><span>分享</span></div><div class="doc-body">
<div class="paragraph"><span>${marked(summary)}</span><sup class="ref"><a>[1]</a></sup></div>
<h2 class="doc-h2">${marked('历史沿革')}<button>编辑</button><a class="audio-play">播报</a></h2>
${history.map((t) => `<div class="paragraph"><span>${marked(t)}</span><sup class="ref"><a>[2]</a></sup></div>`).join('')}
<h2 class="doc-h2">${marked('建筑特点')}<button>编辑</button></h2>
${build.map((t) => `<div class="paragraph"><span>${marked(t)}</span></div>`).join('')}
</div><div class="doc-reference"><h2>参考资料</h2><ol><li>[1] 临江市交通志．临江档案馆 [引用日期 2031-04-01]</li><li>[2] 大桥建设纪实．江南网</li></ol></div>
<div class="doc-foot"><p>内容来自用户贡献，仅供参考，不作为任何决策依据</p><h3>热门词条</h3><ul>${links(6, 2)}</ul></div></div></main></div>`,
      ),
    ),
  ];
}
