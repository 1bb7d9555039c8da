import type { KindPage } from '../kinds/page.ts';
import { E, layout, T } from './page.ts';

/** Accounts, columns, communities and blogs. */
export const accounts = (): KindPage[] => [
  layout(
    'toutiao',
    'https://www.tt-a.example/article/7000000000000000001/',
    { title: '在山里修路的人，把家安在了隧道口', author: '陇上行人', day: '2032-03-05' },
    { title: '在山里修路的人，把家安在了隧道口-今晨头条' },
    `<div id="root"><div class="article-detail-container"><div class="header-right-common"><a href="/">今晨头条</a><button>登录</button></div><div class="left-tools"><div class="like-btn">赞<span>12</span></div><div class="comment-btn">评论<span>3</span></div><div>收藏</div><div>海报分享</div></div><div class="main"><div class="article-content"><h1>在山里修路的人，把家安在了隧道口</h1><div class="article-meta"><span>2032-03-05 20:14</span><span class="dot">·</span><span class="name"><a href="/c/user/token/1/">陇上行人</a></span></div><article class="syl-article-base tt-article-content syl-page-article">${T}<p data-track="1">腊月里，麻子沟隧道口的工棚前挂起了红灯笼。做饭的嫂子说，人不回去，年总要过的。</p><p data-track="2">这条隧道全长六公里半，从两头往中间打，已经打了三年。工人们多半来自邻县，最近的一位，家就在山的那一边。</p><div class="pgc-img"><img src="/1.jpg"><p class="pgc-img-caption"></p></div><p data-track="3">“等打通了，我回家只要十分钟，现在得绕四个小时。”开台车的小冯说，他想在贯通那天第一个走过去。</p><p data-track="4">除夕夜，项目部给每人发了一张电话卡。隧道里没有信号，大家排着队，在洞口给家里打视频。</p>${E}</article></div><div class="detail-interaction"><div class="detail-like">12</div></div><div class="user-card"><div class="user-card-name">陇上行人</div><p>行走在黄土高原，记录普通人的一天</p><button>关注</button></div><div class="ttp-comment-block"><div class="comment-head">评论 3</div><div class="comment-list"><p>修路的人辛苦了，向他们致敬！愿每个人都能早点回家团圆。</p></div></div></div><div class="right-sidebar"><div class="recommend"><h3>相关推荐</h3><p><a href="/1">这座桥为什么修了十二年</a></p><p><a href="/2">火车司机的一夜</a></p></div></div></div></div>`,
  ),
  layout(
    'baijiahao',
    'https://baijia.bd-a.example/s?id=1700000000000000001',
    { title: '退休以后，她把全村的老物件画了一遍', author: '乡间画室', day: '2032-02-11' },
    { title: '退休以后，她把全村的老物件画了一遍' },
    `<div id="app"><div id="ssr-content" data-testid="ssr"><div class="_3tNyU" id="header"></div><div class="_2Zphx"><div class="sKHSJ">退休以后，她把全村的老物件画了一遍</div><div class="_1OhGeE"><div class="_2sHXt"><img src="/h.jpg"></div><div class="_2gGWi" data-testid="author-name">乡间画室</div><div class="_3cUYK"><span data-testid="updatetime">2032-02-11 09:30</span><span data-testid="address">河南</span></div><span>关注</span></div><div class="EaCvy"><div data-testid="article" class="_18p7x">${T}<div class="dpu8C"><p><span class="bjh-p">退休第二年，六十一岁的祝巧云开始画画。她没有学过一天，画的全是家里的东西：水缸、簸箕、灯盏、纺车。</span></p></div><div class="dpu8C"><p><span class="bjh-p">画完自己家的，她就去邻居家画。人家起先觉得好笑，后来主动把阁楼上的旧物搬下来，请她坐下慢慢画。</span></p></div><div class="_1NCGf"><img src="/1.jpg"></div><div class="dpu8C"><p><span class="bjh-p">三年下来，三百四十七张画摞起来有半人高。县文化馆借去办了展览，村里来了两车人，在画里找自己家的东西。</span></p></div>${E}</div></div><div class="_2Wctx"><span>举报/反馈</span></div></div><div class="xcp-publish" id="commentModule"><span>发表评论</span><div class="xcp-list"><div class="xcp-item"><p>画得真好，想起我外婆家的纺车了。</p></div><span>作者最新文章</span></div></div><div id="right-container"><div class="_1iLN8">作者最新文章</div><a href="/1">村口的老井还能喝吗</a><a href="/2">画一只木桶要多久</a><div>相关推荐</div><a href="/3">七旬老人自学书法三十年</a></div></div></div>`,
  ),
  layout(
    'wechat-editorial',
    'https://mp.wx-a.example/s/EFGHijkl0002',
    { title: '沙柳县今年要办好这十件民生实事', author: '沙柳发布', day: '2032-03-09' },
    {
      title: '沙柳县今年要办好这十件民生实事',
      more: '<meta property="og:title" content="沙柳县今年要办好这十件民生实事"><meta property="og:article:author" content="">',
    },
    `<div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content"><div id="img-content"><h1 class="rich_media_title" id="activity-name">沙柳县今年要办好这十件民生实事</h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">沙柳发布</a></span><em id="publish_time">2032-03-09 18:00</em><em id="js_ip_wording_wrp">发表于<span>内蒙古</span></em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden;"><section><section><p style="text-align:center"><span>点击</span><strong>沙柳发布</strong><span>关注我们</span></p></section></section>${T}<section><p><span>3月8日，县政府常务会议研究确定了2032年十件民生实事。</span></p></section><section><section><p><strong>一、新建改建农村公路120公里</strong></p></section><section><p><span>由县交通运输局牵头，六月底前全部开工，十月底前建成通车。</span></p></section></section><section><p><strong>二、新增普惠托位300个</strong></p><p><span>在城东、城西各建一所公办托育中心。</span></p></section><section><p><strong>三、为六十五岁以上老人免费体检</strong></p><p><span>各乡镇卫生院四月起接受预约。</span></p></section><section><p>民生实事的进度将按月在本平台公布，欢迎监督。</p></section>${E}<section><p style="text-align:center">END</p><p>来源：沙柳县人民政府办公室</p><p>编辑：其其格</p><p>校对：白音</p><p>审核：王玉成</p></section><section><p>往期精彩回顾</p><p><a href="/s/1">开春第一犁！</a></p></section><section><p>点个“在看”分享给更多人</p></section></div></div></div></div></div>`,
  ),
  layout(
    'bilibili-column',
    'https://www.bl-a.example/read/cv10000001',
    { title: '怎么给一张老照片上色', author: '暗房先生', day: '2032-01-30' },
    { title: '怎么给一张老照片上色 - 哔站专栏' },
    `<div id="app"><div class="mini-header"><a href="/">首页</a><a href="/b">番剧</a></div><div class="article-detail"><div class="article-container"><div class="article-container__content"><div class="title-container"><div class="banner-img-holder"></div><h1 class="title">怎么给一张老照片上色</h1></div><div class="article-read-panel"><div class="up-info-holder"><div class="up-left"><a class="up-name" href="/space/1">暗房先生</a></div><div class="publish-text">2032年01月30日 22:15</div><div class="article-read-info"><span>1.2万阅读</span><span>·</span><span>880喜欢</span><span>·</span><span>96评论</span></div></div></div><div id="read-article-holder" class="article-content"><div class="normal-article-holder read-article-holder">${T}<p>很多人问我，给黑白照片上色是不是全靠猜。不全是，能查到的东西远比想象的多。</p><h1>第一步：认出年代</h1><p>衣服的领口、背景里的招牌、照片背面的印章，都能帮忙把年代缩小到十年以内。</p><figure class="img-box"><img src="/1.jpg"></figure><h1>第二步：找到同时代的实物</h1><p>军装、校服、车辆都有色卡可查；建筑可以去看现在的样子，再把风化的部分补回去。</p><p>最后才轮到软件。记住一点，肤色不要一次画满，先淡后浓。</p>${E}</div></div><p class="original">本文为我原创</p><p class="authority">本文禁止转载或摘编</p><div class="tag-container"><a href="/t">摄影</a><a href="/t">老照片</a></div></div></div><div class="right-side-bar"><div>分享到</div><div>投诉或建议</div></div></div><div class="comment-holder"><h3>评论</h3></div></div>`,
  ),
  layout(
    'douban-review',
    'https://movie.db-a.example/review/10000001/',
    { title: '它把沉默拍得很响', author: '半山雨', day: '2032-04-28' },
    { title: '它把沉默拍得很响（山谷来信）影评' },
    `<div id="db-global-nav" class="global-nav"><a href="/">豆苗</a><a href="/m">电影</a></div><div id="wrapper"><div id="content"><div class="grid-16-8 clearfix"><div class="article"><h1><span property="v:summary">它把沉默拍得很响</span></h1><div id="review-10000001-content" class="review-main"><header class="main-hd"><a class="avatar author-avatar left" href="/people/1"><img src="/u.jpg"></a><a href="/people/1"><span>半山雨</span></a> 评论 <a href="/subject/1">山谷来信</a> <span class="allstar40 main-title-rating" title="推荐"></span><span class="main-meta">2032-04-28 23:10:42</span></header><div class="main-bd"><p class="spoiler-tip">这篇影评可能有剧透</p><div id="link-report-10000001"><div class="review-content clearfix" data-original="1">${T}<p>整部电影最长的一句台词不超过二十个字，可是看完走出影院，我觉得耳朵里全是声音。</p><p>导演把母亲的咳嗽、水壶的响声、邮递员的车铃都留得很长，长到观众开始不安，然后才切走。</p><p>第四十分钟那场停电的戏是全片的中心。父子俩在黑暗里摸索着点蜡烛，谁也没有说话，但他们和解了。</p>${E}</div></div><div class="copyright">© 本文版权归作者 半山雨 所有，任何形式转载请联系作者。</div><div class="main-panel-useful"><button>有用 36</button><button>没用 2</button></div></div></div><div id="comments"><h2>回应</h2><div class="comment-item"><p>同感，那场停电的戏看得我一直屏住呼吸。</p></div></div></div><div class="aside"><h2>山谷来信</h2><ul><li>导演: 莫言声</li><li>类型: 剧情</li></ul><h2>半山雨的其他评论</h2><p><a href="/2">这一次他不再逃走</a></p></div></div></div></div>`,
  ),
  layout(
    'juejin-code',
    'https://jj-a.example/post/7000000000000000002',
    { title: '用二十行代码理解反压', author: '慢速列车', day: '2032-05-16' },
    { title: '用二十行代码理解反压 - 掘石' },
    `<div id="__nuxt"><div id="juejin"><header class="main-header"><ul class="nav-list"><li>首页</li><li>沸点</li><li>课程</li></ul></header><main class="container main-container"><div class="main-area article-area"><article class="article"><h1 class="article-title">用二十行代码理解反压</h1><div class="author-info-block block"><a class="avatar-link" href="/user/1"></a><div class="author-info-box"><div class="author-name"><a class="username username ellipsis" href="/user/1"><span class="name">慢速列车</span></a></div><div class="meta-box"><time datetime="2032-05-16T02:11:00.000Z" class="time">2032-05-16</time><span class="views-count">3,021</span><span class="read-time">阅读4分钟</span></div></div></div><div id="article-root" class="article-viewer markdown-body">${T}<p>写服务的人迟早会遇到一个问题：上游太快，下游太慢，中间的内存越涨越高。</p><h2 data-id="heading-0">最简单的例子</h2><p>下面这段程序从文件里读，往网络里写：</p><pre><code class="hljs language-js">source.on('data', (chunk) =&gt; {
  if (!target.write(chunk)) source.pause();
});
target.on('drain', () =&gt; source.resume());</code></pre><p>关键在于 <code>write</code> 的返回值：它说的不是成功与否，而是“请先停一停”。</p><h2 data-id="heading-1">小结</h2><p>反压就是让慢的一方说了算。记住这一句，大部分流的接口都能看懂。</p>${E}</div></article><div class="tag-list-box"><div class="tag-list-title">标签：</div><a href="/t">Node.js</a></div><div class="article-end"><div class="extension-banner">本文收录于以下专栏</div><p>后端小记</p></div><div class="comment-box"><div class="title">评论 8</div></div></div><div class="sidebar"><div class="catalog"><div class="catalog-title">目录</div><ul><li><a href="#heading-0">最简单的例子</a></li></ul></div><div class="related"><div>相关推荐</div><a href="/2">事件循环到底有几个阶段</a></div></div></main></div></div>`,
  ),
  layout(
    'wordpress-twenty',
    'https://blog.wp-a.example/2032/02/19/winter-ferry/',
    { title: '冬天坐船去看灯塔', author: '阿芒', day: '2032-02-19' },
    {
      title: '冬天坐船去看灯塔 – 海边日记',
      more: '<meta name="generator" content="WordPress 6.8"><meta property="article:published_time" content="2032-02-19T13:05:00+00:00">',
    },
    `<div id="page" class="hfeed site"><header id="masthead" class="site-header"><h1 class="site-title"><a href="/">海边日记</a></h1><h2 class="site-description">风大的时候不写字</h2><nav id="site-navigation"><ul><li><a href="/about">关于</a></li></ul></nav></header><div id="main" class="wrapper"><div id="primary" class="site-content"><div id="content" role="main"><article id="post-88" class="post type-post status-publish hentry"><header class="entry-header"><h1 class="entry-title">冬天坐船去看灯塔</h1><div class="comments-link"><a href="#respond">发表回复</a></div></header><div class="entry-content">${T}<p>早上七点的船，票只剩三张。船舱里都是回岛上过年的人，行李比人多，过道里堆着橘子和鞭炮。</p><p>灯塔在岛的最东边，走过去要一个小时。守塔的老人不在，门上挂着一块木牌，写着“去买菜，十点回”。</p><p>我在台阶上坐到十点半，他果然提着两条鱼回来了。</p>${E}<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">分享到：</h3><ul><li><a>微博</a></li><li><a>邮件</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>相关</h3><p><a href="/1">夏天的岛</a><br>2031年7月2日</p></div></div><footer class="entry-meta">此条目由<a class="url fn n" href="/author/amang/" rel="author">阿芒</a>发表在<a href="/c/1">旅行</a>分类目录，并贴了<a href="/t/1">灯塔</a>标签。将<a href="/p">固定链接</a>加入收藏夹。</footer></article><nav class="nav-single"><h3 class="assistive-text">文章导航</h3><span class="nav-previous"><a href="/1">← 修收音机</a></span></nav><div id="comments" class="comments-area"><h2 class="comments-title">《冬天坐船去看灯塔》上有2条评论</h2><ol class="commentlist"><li><p>好想去，船票哪里买呀？</p></li></ol><div id="respond"><h3>发表回复</h3><p>您的邮箱地址不会被公开。</p></div></div></div></div><div id="secondary" class="widget-area"><aside class="widget"><h3>近期文章</h3><ul><li><a href="/2">修收音机</a></li></ul></aside></div></div><footer id="colophon">自豪地采用WordPress</footer></div>`,
  ),
  layout(
    'hexo-next',
    'https://nx-a.example/2032/03/21/bread/',
    { title: '一个人做面包的第一百天', author: '炉边', day: '2032-03-21' },
    { title: '一个人做面包的第一百天 | 炉边' },
    `<div class="container use-motion"><div class="headband"></div><header class="header"><div class="site-brand-container"><a href="/" class="brand"><span class="site-title">炉边</span></a><p class="site-subtitle">面粉、水和时间</p></div><ul class="main-menu menu"><li>首页</li><li>归档</li></ul></header><main class="main"><div class="content post posts-expand"><article class="post-block"><header class="post-header"><h1 class="post-title">一个人做面包的第一百天</h1><div class="post-meta"><span class="post-meta-item">发表于 <time title="创建时间：2032-03-21 20:00:00" datetime="2032-03-21T20:00:00+08:00">2032-03-21</time></span><span class="post-meta-item">更新于 <time datetime="2032-04-02T20:00:00+08:00">2032-04-02</time></span><span class="post-meta-item">分类于 <a href="/c">厨房</a></span><span>本文字数： 1.1k</span><span>阅读时长 ≈ 2 分钟</span></div></header><div class="post-body" itemprop="articleBody">${T}<p>第一百个面包和第一个面包用的是同一张方子，结果像是两种东西。</p><h2 id="a"><a href="#a" class="headerlink" title="变的是手"></a>变的是手</h2><p>面团什么时候够了，手比表知道得早。揉到不再粘，轻轻一按会慢慢弹回来，就可以停。</p><h2 id="b"><a href="#b" class="headerlink" title="不变的是等"></a>不变的是等</h2><p>发酵这件事急不得。冬天放在暖气旁边，夏天放在冰箱里，总之给它时间。</p>${E}</div><footer class="post-footer"><div class="post-copyright"><ul><li><strong>本文作者： </strong>炉边</li><li><strong>本文链接：</strong> <a href="#">https://nx-a.example/2032/03/21/bread/</a></li><li><strong>版权声明： </strong>本博客所有文章除特别声明外，均采用 BY-NC-SA 许可协议。转载请注明出处！</li></ul></div><div class="post-tags"><a href="/t"># 面包</a></div><div class="post-nav"><a href="/1">老面是什么</a><a href="/2">烤箱的脾气</a></div></footer></article></div><aside class="sidebar"><ul class="sidebar-nav"><li>文章目录</li><li>站点概览</li></ul><ol class="nav"><li><a href="#a">变的是手</a></li></ol></aside></main><footer class="footer">© 2032 炉边 由 Hexo &amp; NexT 强力驱动</footer></div>`,
  ),
];
