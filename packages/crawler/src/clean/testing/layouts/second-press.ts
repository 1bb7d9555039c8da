import type { KindPage } from '../kinds/page.ts';
import { E, layout, T } from './page.ts';

/** A second set, scored before any rule was written after it: press and accounts. */
export const secondPress = (): KindPage[] => [
  layout(
    'cctv',
    'https://news.ys-a.example/2032/10/12/ARTIabcdefGHIJ0001.shtml',
    { title: '稻田里的“看水员”', author: '杭越 章远', day: '2032-10-12' },
    { title: '稻田里的“看水员”_新闻频道_央台网(ys-a.example)' },
    `<div class="header_nav"><a href="/">首页</a><a href="/t">时政</a><a href="/w">国际</a></div><div class="main"><div class="col_w660" id="page_body"><div class="title_area" id="title_area"><h1>稻田里的“看水员”</h1><div class="info1">来源 : 央台网 | 2032年10月12日 06:48:21</div><div class="info2">原标题：</div></div><div class="tool_bar"><a>A-</a><a>A+</a><a>打印</a></div>
<div class="content_area" id="content_area">${T}<p>　　天刚亮，五十七岁的卞德才已经沿着渠埂走了两公里。他手里拿着一把铁锹，哪块田缺水、哪个口子漏水，看一眼就知道。</p>${E}<p class="photo_img_20190808"><img src="/1.jpg" alt=""></p><p class="pictext_20190808">卞德才在查看渠道</p>${T}<p>　　在沿江的九个村，像他这样的“看水员”有三十一名。他们不领工资，秋收以后每户送来十斤新米。</p><p>　　今年装上了自动闸门，手机上就能开关。卞德才学会了，但还是每天去走一遍。“机器不知道田鼠打了洞。”他说。</p><p>（总台央台记者 杭越 章远）</p>${E}</div><div class="zebian"><span>编辑：纪安</span><span>责任编辑：沈立</span></div><div class="sm"><p>点击右上角微信好友</p><p>朋友圈</p><p>请使用浏览器分享功能进行分享</p></div><div class="ecoA9805_con02">正在阅读：稻田里的“看水员”</div></div><div class="col_w300"><div class="hotbox"><h3>热门推荐</h3><ul><li><a href="/1">秋分时节话丰收</a></li><li><a href="/2">一座粮仓的四十年</a></li></ul></div></div></div><div class="footer">央台网 版权所有 京ICP备00000003号</div>`,
  ),
  layout(
    'gmw',
    'https://culture.gm-a.example/2032-05/06/content_50001.htm',
    { title: '古籍修复师的一天：把碎成雪花的纸拼回去', author: '倪晓棠', day: '2032-05-06' },
    {
      title: '古籍修复师的一天：把碎成雪花的纸拼回去 _光华网',
      more: '<meta name="publishdate" content="2032-05-06"><meta name="source" content="光华日报"><meta name="author" content="责任编辑：郑和">',
    },
    `<div class="g-top"><a href="/">首页</a><a href="/s">时评</a></div><div class="g-main"><div class="m-crumbs"><a href="/">首页</a>&gt; <a href="/c">文化频道</a>&gt; 正文</div><h1 class="u-title">古籍修复师的一天：把碎成雪花的纸拼回去</h1><div class="m-con-info"><span class="m-con-source">来源：<a href="/">光华日报</a></span><span class="m-con-time">2032-05-06 05:20</span></div><div class="u-mainText" id="article_inbox"><div class="u-share">打开光华网</div>${T}<p>　　【文化人物】</p><p>　　上午九点，倪老师的桌上摊着一部明代的县志。虫把它吃成了筛子，每一页都要先编号、拍照，再用温水化开。</p><p>　　补一个洞，要先找颜色、厚薄、帘纹都相近的纸，边缘撕出毛口，用极稀的浆糊贴上去。一天下来，顺手的时候能补两页。</p><p>　　“我们这行最怕的是手快。”她说，修过的地方将来还要能拆开，后人手艺更好，可以重来。</p><p>　　（本报记者　倪晓棠）</p>${E}</div><div class="m-zbTool liability"><span class="liability">[ 责编：郑和 ]</span></div><div class="u-read"><p>阅读剩余全文（<em></em>）</p></div><div class="m-tail"><h3>您此时的心情</h3><ul><li>新闻表情排行</li><li>开心</li><li>难过</li></ul></div><div class="m-newlist"><h2>最热文章</h2><ul><li><a href="/1">一部县志的流转</a></li></ul></div></div><div class="g-foot">光华网版权所有</div>`,
  ),
  layout(
    'kr36',
    'https://36-a.example/p/2000000000001',
    { title: '社区团购退潮之后，自提点老板都去哪了', author: '卢小河', day: '2032-03-28' },
    {
      title: '社区团购退潮之后，自提点老板都去哪了-三六氪',
      more: '<meta property="article:published_time" content="2032-03-28T09:00:11+08:00">',
    },
    `<div id="app"><div class="kr-header"><a href="/">首页</a><a href="/i">快讯</a></div><div class="article-detail-wrapper-box"><div class="article-left"><div class="article-mian-content"><div class="article-wrapper common-width"><h1 class="article-title margin-bottom-20 common-width">社区团购退潮之后，自提点老板都去哪了</h1><div class="article-title-icon common-width margin-bottom-40"><a class="title-icon-item item-a" href="/user/1">临街观察</a><span class="title-icon-item item-time"><span>·</span>2032年03月28日 17:00</span></div><div class="summary">小店还在，只是不再等车了。</div><div class="articleDetailContent kr-rich-text-wrapper">${T}<p>每天凌晨五点，卢记便利店的卷帘门会准时拉开一半。三年前，这个点会有三辆货车排着队卸货，现在只剩下一辆送面包的。</p><p>卢老板算过账：自提点最旺的那几个月，佣金抵得上半个店的利润。后来平台撤了，冷柜闲置在门口，成了邻居放菜的地方。</p><h2>留下来的是什么</h2><p>他说不后悔。那两年积攒的六个群还在，谁家要订西瓜，谁家要捎孩子的牛奶，群里说一声就行。</p><p>“生意做到最后，还是熟人。”</p>${E}<p>本文来自微信公众号“临街观察”（ID：linjie），作者：卢小河，三六氪经授权发布。</p></div><div class="article-footer-txt"><p class="article-footer-txt">该文观点仅代表作者本人，三六氪平台仅提供信息存储空间服务。</p></div><div class="like-collect"><span>+1</span><span>12</span><p>好文章，需要你的鼓励</p></div></div></div></div><div class="article-right"><div class="author-card"><a>临街观察</a><p>特邀作者</p><p>看街上的生意</p></div><div class="hot"><h3>下一篇</h3><p>便利店的第二块招牌</p></div></div></div></div>`,
  ),
  layout(
    'sohu-endless',
    'https://m.sh-a.example/a/700000001_120000001',
    { title: '村医老贺的药箱，背了四十一年', day: '2032-06-19' },
    {
      title: '村医老贺的药箱，背了四十一年_手机搜虎网',
      more: '<meta property="og:release_date" content="2032-06-19 10:22">',
    },
    `<div id="app"><header class="mark-header"><a href="/">搜虎首页</a></header><article class="article-content-wrapper"><section id="artInfo" class="article-info"><h1 class="title-info">村医老贺的药箱，背了四十一年</h1><div class="time">06-19 10:22</div><div class="media"><a href="/media">乡野纪事</a></div></section><section id="articleContent" class="article-content"><div class="display-content">${T}<p>药箱是棕色人造革的，边角磨得发白，背带换过四根。老贺说，里头的东西变了，箱子没变。</p><p>一九九一年发大水，他背着箱子蹚过齐腰深的水去接生。孩子今年四十一岁，前些天还来给他送了一篮杨梅。</p></div><div class="hidden-content">${E}${T}<p>如今村里通了救护车，十五分钟能到。老贺改做慢病随访，每月给一百二十个老人量血压。</p><p>“能不麻烦医院，就不麻烦医院。”他笑着说。</p>${E}</div><div class="expand-more"><span>展开剩余44%</span></div></section><p class="media-tip">平台声明：该文观点仅代表作者本人，搜虎号系信息发布平台，搜虎仅提供信息存储空间服务。</p></article><section class="hot-articles"><h2>我来说两句</h2><p>0人参与，0条评论</p><h2>推荐阅读</h2><div class="feed"><h4><a href="/a/1">乡村教师的三十年：一支粉笔写完一个村</a></h4><p>乡野纪事 · 3小时前</p></div><div class="feed"><h4><a href="/a/2">邮递员骑坏的第九辆车</a></h4><p>今日城乡 · 昨天</p></div></section><footer>首页 导航 客户端 电脑版 Copyright © 2032 搜虎</footer></div>`,
  ),
  layout(
    'udn',
    'https://udn-a.example/news/story/7000/8000001',
    { title: '老裁縫收山前最後一件旗袍 留給孫女', author: '黃思齊', day: '2032-12-01' },
    {
      title: '老裁縫收山前最後一件旗袍 留給孫女 | 地方 | 聯和新聞網',
      more: '<meta name="author" content="聯和新聞網"><meta property="article:published_time" content="2032-12-01T15:20:00+08:00">',
    },
    `<header class="header"><nav><a href="/">即時</a><a href="/a">要聞</a></nav></header><main><section class="wrapper-left"><section class="article-content__wrapper"><section class="article-content__info"><div class="breadcrumb"><a href="/">聯和新聞網</a>/<a href="/l">地方</a></div><h1 class="article-content__title">老裁縫收山前最後一件旗袍 留給孫女</h1><section class="authors"><time class="article-content__time">2032-12-01 15:20</time><span class="article-content__author">聯和報／ 記者<a href="/reporter/1">黃思齊</a>／台南即時報導</span></section></section><section class="article-content__editor">${T}<p>七十八歲的裁縫師傅吳金水做了六十年旗袍，年底收山，最後一件不賣，留給明年要結婚的孫女。</p>${E}<figure class="article-content__image"><img src="/1.jpg"><figcaption>吳金水替孫女量身。記者黃思齊／攝影</figcaption></figure>${T}<p>一件旗袍要量三十六個尺寸，盤扣一副要做兩小時。吳金水說，現在的人趕時間，願意等三個月的不多了。</p><p>孫女說，小時候睡在布堆裡，聽著縫紉機的聲音長大，這件衣服她會穿一輩子。</p>${E}<div class="edn-ads--inlineAds"></div></section><section class="keywords"><a href="/t/1">旗袍</a><a href="/t/2">台南</a></section></section><section class="more-news"><h2>延伸閱讀</h2><ul><li><a href="/1">百年布行熄燈 街坊寫信道別</a></li></ul></section><section class="comments"><h3>留言</h3><p>udn討論區 規範</p></section></section><aside><h2>熱門文章</h2></aside></main>`,
  ),
  layout(
    'wechat-story',
    'https://mp.wx-a.example/s/MNOPqrst0003',
    { title: '她在站台上卖了三十年茶叶蛋', author: '许诺', day: '2032-09-02' },
    { title: '她在站台上卖了三十年茶叶蛋' },
    `<div id="js_article" class="rich_media"><div id="img-content" class="rich_media_wrp"><h1 class="rich_media_title" id="activity-name"> 她在站台上卖了三十年茶叶蛋 </h1><div id="meta_content" class="rich_media_meta_list"><span id="copyright_logo" class="wx_tap_link js_wx_tap_highlight rich_media_meta icon_appmsg_tag appmsg_title_tag weui-wa-hotarea">原创</span><span class="rich_media_meta rich_media_meta_text">许诺</span><span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a id="js_name">人间小站</a></span><em id="publish_time" class="rich_media_meta rich_media_meta_text">2032年9月2日 20:31</em></div><div class="rich_media_content" id="js_content"><section><p><span>文 | 许诺</span></p><p><span>编辑 | 季明</span></p></section>${T}<p><span>绿皮车在这里停四分钟。四分钟里，周阿婆能卖出二十六个茶叶蛋，这是她三十年的纪录。</span></p><p><span>她记得每一趟车的脾气：慢车的人买得多，学生爱赊账，当兵的给钱从不要找零。</span></p>${E}<section><img data-src="/1.jpg"></section><section><p style="text-align:center;color:#888;font-size:12px">▲周阿婆和她的小炉子</p></section>${T}<p><span>去年站台封闭，乘客不能下车。她把炉子搬到出站口，火车来的时候还是站起来，朝车窗挥一挥手。</span></p>${E}<section><p>—— 完 ——</p></section><section><p>作者简介：许诺，写小人物。</p></section><section><p>今日话题：你记忆里的站台是什么样的？欢迎在评论区留言。</p></section></div><div class="rich_media_tool_area"><p>喜欢此内容的人还喜欢</p><a href="/2">最后一个补锅匠</a></div></div></div>`,
  ),
  layout(
    'typecho-blog',
    'https://ty-a.example/archives/42/',
    { title: '给旧电脑装一个只能写字的系统', author: '柳木', day: '2032-07-22' },
    {
      title: '给旧电脑装一个只能写字的系统 - 木头屋',
      more: '<meta name="generator" content="Typecho 1.2"><meta name="author" content="柳木">',
    },
    `<header id="header"><a id="logo" href="/">木头屋</a><p class="description">写字的地方</p><nav><a href="/">首页</a><a href="/start-page.html">关于</a></nav></header><div id="body"><div class="container"><div class="row"><div class="col-mb-12" id="main" role="main"><article class="post" itemscope><h1 class="post-title" itemprop="name headline"><a itemprop="url" href="#">给旧电脑装一个只能写字的系统</a></h1><ul class="post-meta"><li itemprop="author">作者: <a itemprop="name" href="/author/1/" rel="author">柳木</a></li><li>时间: <time datetime="2032-07-22T21:15:00+08:00" itemprop="datePublished">2032-07-22</time></li><li>分类: <a href="/category/pc/">折腾</a></li></ul><div class="post-content" itemprop="articleBody">${T}<p>抽屉里那台十年前的上网本，开机要三分钟，浏览器根本打不开网页。我想，那就让它什么都别干，只写字。</p><p>步骤很简单：</p><ol><li>装最小的系统，不要桌面；</li><li>开机直接进编辑器；</li><li>插上优盘自动保存一份。</li></ol><blockquote><p>没有网络的屏幕，像一张真正的纸。</p></blockquote><p>用了一个月，写完了两个短篇，以前一年也写不完一个。</p>${E}</div><p itemprop="keywords" class="tags">标签: <a href="/tag/1">写作</a></p></article><div id="comments"><h3>仅有 1 条评论</h3><ol class="comment-list"><li><p>同款上网本，明天就试试！</p></li></ol><div id="comment-form"><h3>添加新评论</h3></div></div><ul class="post-near"><li>上一篇: <a href="/41">种薄荷</a></li><li>下一篇: 没有了</li></ul></div><div id="secondary"><section class="widget"><h3>最新文章</h3><ul><li><a href="/41">种薄荷</a></li></ul></section></div></div></div></div><footer>© 2032 木头屋. 由 Typecho 强力驱动.</footer>`,
  ),
];
