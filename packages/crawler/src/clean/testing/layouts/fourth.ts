import type { KindPage } from '../kinds/page.ts';
import { E, layout, T } from './page.ts';

/** A fourth set, scored when the rules after the third one stood. */
export const fourth = (): KindPage[] => [
  layout(
    'rb-newspaper-site',
    'https://www.hjrb-a.example/2034/0312/380001.shtml',
    { title: '渡口小镇迎来三十年最大鱼汛', author: '鲁一鸣', day: '2034-03-12' },
    { title: '渡口小镇迎来三十年最大鱼汛-要闻-汉江日报网' },
    `<div class="top"><a href="/">首页</a><a href="/yw">要闻</a><a href="/ms">民生</a></div><div class="w1200"><div class="crumbs">您当前的位置：<a href="/">汉江日报网</a> &gt; <a href="/yw">要闻</a> &gt; 正文</div><div class="cont-l"><h1 class="cont-tit">渡口小镇迎来三十年最大鱼汛</h1><div class="cont-info"><span>2034-03-12 07:15</span><span>来源：汉江日报</span><span>评论(0)</span></div><div class="cont-digest"><b>核心提示：</b>禁渔第十四年，鱼群回来了。</div><div class="cont-text">${T}<p>　　本报讯（记者 鲁一鸣 通讯员 田静）3月10日清晨，渡口镇的江面上泛起成片银光，监测船的声呐屏幕上，鱼群的影子铺了六百多米。</p><p>　　渔政站站长老裴说，这是三十年来规模最大的一次。禁渔以后，长吻鮠、鳊鱼先回来，去年又出现了成群的铜鱼。</p><p>　　镇上七十一位退捕渔民如今有的做护渔员，有的开了面馆。“看着它们在水里，比捞上来值钱。”护渔员汪水生说。</p>${E}</div><p class="cont-editor">（责编：路遥）</p><div class="cont-share">分享到：<a>微信</a></div><div class="cont-next"><p>上一篇：<a href="/1">江滩公园改造完工</a></p></div></div><div class="cont-r"><h3>24小时热点</h3><ul><li><a href="/2">一条船的退休生活</a></li></ul></div></div>`,
  ),
  layout(
    'rednet-like',
    'https://moment.hn-a.example/pc/content/640001/12/15000001.html',
    { title: '山村“食堂”的一日三餐', author: '彭湘 肖语', day: '2034-05-20' },
    { title: '山村“食堂”的一日三餐_红湘网' },
    `<div class="header"><a href="/">红湘网</a></div><div class="content"><div class="left"><h2 class="content_title">山村“食堂”的一日三餐</h2><div class="content_info"><span>来源：红湘网</span><span>作者：彭湘 肖语</span><span>编辑：贺敏</span><span>2034-05-20 18:22:41</span></div><div class="fxbox"><span>—分享—</span></div><article class="article">${T}<p>红湘时刻新闻5月20日讯（通讯员 彭湘 肖语）上午十点半，云背村老年食堂的灶上已经蒸好了两笼南瓜。</p><p>食堂开在原来的村小，来吃饭的有四十三位老人，最大的九十二岁。早饭两元，午饭五元，晚饭三元。</p>${E}<p style="text-align:center"><img src="/1.jpg"></p><p style="text-align:center"><span style="font-size:14px">（老人们正在用餐。）</span></p>${T}<p>菜是村里的菜园供的，掌勺的是退休的厨师老谭。他说老人的菜要软，盐要少，一个星期不能重样。</p>${E}</article><p>来源：红湘网</p><p>作者：彭湘 肖语</p><p>编辑：贺敏</p><div class="statement"><p>本文为红湘号原创文章，转载请附上原文出处链接和本声明。</p><p>本文链接：https://moment.hn-a.example/pc/content/640001/12/15000001.html</p></div><div class="zan"><span>阅读下一篇</span></div></div><div class="right"><h3>热点推荐</h3></div></div>`,
  ),
  layout(
    'tv-station',
    'https://news.hbtv-a.example/p/4000001.html',
    { title: '老街夜市整治后重新开张', author: '尤佳', day: '2034-08-02' },
    { title: '老街夜市整治后重新开张 | 汉江广电网' },
    `<div id="app"><div class="nav"><a href="/">汉江广电</a><a href="/live">直播</a></div><section class="main"><h1 class="news-title">老街夜市整治后重新开张</h1><div class="news-meta"><span class="from">汉江广电</span><time>2034-08-02 20:40</time></div><div class="player"><video></video><p>视频加载中...</p></div><div class="news-body">${T}<p>昨晚七点，停业五十天的老街夜市重新亮灯，首日客流超过两万人次。</p><p>这次整治铺设了两条排烟管道，摊位从三百一十个减少到二百四十个，中间留出六米宽的消防通道。</p><p>记者现场看到，每个摊位都装上了油水分离器和电子秤，价格挂在灯箱上。</p>${E}<p>（总台记者：尤佳 摄像：伍凯 编辑：小满）</p></div><div class="news-tools"><span>点赞(12)</span><span>举报</span></div><div class="appdown">下载汉江广电客户端，看更多视频</div></section></div>`,
  ),
  layout(
    'zaker-flash',
    'https://app.zk-a.example/news/article.php?pk=640000000001',
    { title: '快递柜里的一封手写信', author: '', day: null },
    { title: '快递柜里的一封手写信' },
    `<div class="container"><div class="header"><a href="/">ZK</a><span>打开APP</span></div><div class="article"><h1 class="article_header">快递柜里的一封手写信</h1><div class="article_more"><span class="article_author">江城晚报</span><span class="time">01-09</span></div><div id="content" class="article_content">${T}<p>快递员小郑打开柜门，里面没有包裹，只有一封信，写着“给每天送快递的你”。</p><p>写信的是六岁的男孩果果。他说下雪天看到叔叔在楼下摔了一跤，想送一副手套，可是不知道大小。</p><p>小郑回了一封信，画了自己的手，还画了一颗糖。</p>${E}<p>来源：江城晚报</p></div><div class="article_tag">相关标签</div><ul class="tag"><li><a href="/t">快递</a></li></ul><div class="open_app">觉得文章不错，微信扫描分享好友</div></div></div>`,
  ),
  layout(
    'old-frontpage-vsb',
    'http://www.gaolin.gov.cn.example/info/1042/20881.htm',
    { title: '高林县2034年学前教育学位预警公告', author: '', day: '2034-06-03' },
    { title: '高林县2034年学前教育学位预警公告-高林县教育局' },
    `<div class="head"><a href="/">首页</a><a href="/a">机构概况</a><a href="/b">通知公告</a></div><div class="sub"><div class="sub-nav"><h3>通知公告</h3><ul><li><a href="/b1">教育要闻</a></li><li><a href="/b2">招生信息</a></li></ul></div><div class="sub-con"><div class="weizhi">当前位置: <a href="/">首页</a>&gt;&gt;<a href="/b">通知公告</a>&gt;&gt;正文</div><form name="_newscontent_fromname"><div class="cont"><h3 align="center">高林县2034年学前教育学位预警公告</h3><div class="xx" align="center">2034年06月03日 16:30&nbsp;&nbsp;&nbsp;&nbsp;点击：[<span id="dynclicks">330</span>]</div><div id="vsb_content"><div class="v_news_content">${T}<p>各位家长：</p><p>经测算，今年秋季城关镇公办幼儿园小班学位缺口为二百一十六个，其中实验幼儿园缺口最大。</p><p>请家长结合实际，合理选择就近的普惠性民办幼儿园，收费标准与公办园一致。</p><p style="text-align:right">高林县教育局</p><p style="text-align:right">2034年6月3日</p>${E}</div></div><p align="center">【<a href="javascript:window.opener=null;window.close()">关闭窗口</a>】</p></div></form><p>上一条：<a href="/1">关于调整校车线路的通知</a></p><p>下一条：<a href="/2">教师招聘面试名单</a></p></div></div><div class="foot">版权所有：高林县教育局</div>`,
  ),
  layout(
    'nodebb-thread',
    'https://nb-a.example/topic/512/cat-feeder',
    { title: '用废旧打印机改一个喂猫机', author: 'maoshu', day: '2034-02-17' },
    { title: '用废旧打印机改一个喂猫机 | 改造社区' },
    `<nav id="menu"><a href="/categories">版块</a><a href="/recent">最新</a></nav><main id="panel"><div class="container" id="content"><ol class="breadcrumb"><li><a href="/">主页</a></li><li><a href="/category/5">硬件</a></li></ol><div class="topic"><h1 component="topic/title" class="topic-title">用废旧打印机改一个喂猫机</h1><div class="topic-info"><span>帖子 2</span><span>浏览 380</span></div><ul component="topic" class="posts"><li component="post" class="topic-owner-post" data-index="0"><meta itemprop="datePublished" content="2034-02-17T08:30:00.000Z"><div class="post-header"><a href="/user/maoshu" data-username="maoshu">maoshu</a><span class="timeago" title="2034-02-17T08:30:00.000Z">2034年2月17日</span></div><div class="content" component="post/content" itemprop="text">${T}<p dir="auto">家里报废的打印机有两个步进电机，力气不小，拿来推猫粮正合适。</p><p dir="auto">料斗用的是五升的矿泉水桶，底部开口接一段螺旋送料杆，转一圈大约出十二克。</p><p dir="auto">控制用最便宜的单片机，每天早晚各转三圈，缺粮的时候会亮红灯。</p><p dir="auto">总成本二十六块钱，猫很满意，就是第一次转的时候吓得上了柜子。</p>${E}</div><div class="post-footer"><span>1</span><a>回复</a></div></li><li component="post" data-index="1"><div class="post-header"><a href="/user/ku">ku</a></div><div class="content"><p>求送料杆的模型文件！</p></div></li></ul></div></div></main>`,
  ),
  layout(
    'school-blog-typecho',
    'https://hs-a.example/archives/spring-garden.html',
    { title: '阳台上的三平方米菜园', author: '阿豆', day: '2034-04-06' },
    { title: '阳台上的三平方米菜园 - 豆子的日常', more: '<meta name="generator" content="Typecho 1.2.1">' },
    `<div class="handsome"><aside id="aside"><div class="aside-wrap"><span class="avatar">阿豆</span><small>爱种菜的程序员</small><ul><li><a href="/">首页</a></li></ul></div></aside><main id="content" class="app-content"><div class="col center-part"><header id="small_widgets" class="bg-light lter wrapper-md"><h1 class="entry-title m-n font-thin text-black l-h">阳台上的三平方米菜园</h1><ul class="entry-meta text-muted list-inline"><li class="meta-author"><a href="https://hs-a.example/author/1/">阿豆</a></li><li class="meta-date"><time class="meta-value">2034 年 04 月 06 日</time></li><li class="meta-views"><span>521 次浏览</span></li><li class="meta-word">0 字数</li></ul></header><div class="blog-post"><article class="single-post panel"><ol class="breadcrumb"><li><a href="/">首页</a></li><li>正文</li></ol><div class="wrapper-lg" id="post-content">${T}<p>搬家以后有了一个朝南的阳台，三平方米，我把它分成了四块。</p><p>最里面种薄荷和紫苏，不怕阴；中间是生菜，二十五天收一茬；栏杆边挂番茄，风大但是太阳最好。</p><p>浇水装了定时器，早上六点滴十分钟。整个春天没有买过一棵叶子菜。</p>${E}</div><p class="tip-info">最后修改：2034 年 04 月 09 日</p><div class="support-author"><button>赞赏</button><p>如果觉得我的文章对你有用，请随意赞赏</p></div></article></div><nav class="m-t-lg m-b-lg"><a href="/1">上一篇</a><a href="/2">下一篇</a></nav><div id="comments"><h4 class="comments-title">发表评论</h4></div></div></main></div>`,
  ),
  layout(
    'health-encyclopedia',
    'https://www.jk-a.example/disease/20001.html',
    { title: '腱鞘炎', author: '', day: null },
    { title: '腱鞘炎_症状_治疗_健康百科' },
    `<div class="head"><a href="/">健康百科</a><a href="/ks">科室</a></div><div class="wrap"><div class="crumb"><a href="/">首页</a> &gt; <a href="/gk">骨科</a> &gt; 腱鞘炎</div><div class="dis-top"><h1>腱鞘炎</h1><p class="dis-sum">${T}腱鞘炎是肌腱外面的鞘管反复摩擦引起的炎症，多见于手腕和拇指，抱孩子的母亲和长期打字的人容易得。${E}</p><ul class="dis-tab"><li>概述</li><li>症状</li><li>治疗</li></ul></div><div class="dis-con"><h2>${T}症状${E}</h2><div class="dis-text">${T}<p>早晨起来手指发僵，活动时有弹响，按压腕部桡侧疼痛明显，提重物时加重。</p>${E}</div><h2>${T}治疗${E}</h2><div class="dis-text">${T}<p>先减少用手，佩戴支具固定三到四周；疼痛明显的可以外用止痛药，或者局部注射一次。</p><p>保守治疗半年没有好转，可以考虑做鞘管切开，手术十分钟，当天回家。</p>${E}</div><div class="dis-ref">本内容仅供参考，不能代替医生诊断</div></div><div class="side"><h3>推荐医生</h3><ul><li><a href="/d1">柏林 主任医师</a></li></ul><h3>热门疾病</h3><ul><li><a href="/2">网球肘</a></li></ul></div></div>`,
  ),
  layout(
    'hotel-review',
    'https://you.xc-a.example/travels/600001.html',
    { title: '在盐田边住了一晚', author: '盐粒', day: '2034-07-11' },
    { title: '在盐田边住了一晚 - 东屿游记攻略【携旅攻略】' },
    `<div class="header"><a href="/">攻略</a><a href="/hotel">酒店</a></div><div class="ctd_head"><div class="ctd_head_con"><h1 class="title1">在盐田边住了一晚</h1><div class="time">发表于 2034-07-11 10:20</div></div></div><div class="ctd_main_body"><div class="ctd_main"><div class="ctd_author"><a id="authorDisplayName" href="/members/1">盐粒</a></div><div class="ctd_content_controls"><span>天数：2 天</span><span>时间：7 月</span><span>人均：600 元</span><span>和谁：夫妻</span></div><div class="ctd_content">${T}<p>民宿就在盐田的堤上，推开窗是一格一格的水，天还没黑，格子里全是晚霞。</p><p>老板以前是盐工，晚饭端上来的盐焗虾用的就是门口晒的盐，粒大，回甜。</p><p>第二天四点半跟他下田收盐，木耙推过去，声音像踩雪。收到六点，一共三百斤。</p><p>提醒：七八月蚊子多，长裤一定要带。</p>${E}</div><div class="ctd_controls"><a>点赞</a><span>12</span><a>收藏</a></div><div class="ctd_comments"><h3>全部评论 (3)</h3><p>照片太美了</p></div></div><div class="ctd_side"><h3>相关目的地</h3><a href="/d/1">东屿</a><h3>热门游记</h3><a href="/t/2">环岛骑行两日</a></div></div>`,
  ),
  layout(
    'gov-leader-activity',
    'http://www.shuibei.gov.cn.example/xwzx/zwyw/202403/t20340311_88001.shtml',
    { title: '水北县召开春季森林防火工作会议', author: '', day: '2034-03-11' },
    {
      title: '水北县召开春季森林防火工作会议_政务要闻_水北县人民政府',
      more: '<meta name="ContentSource" content="水北融媒"><meta name="PubDate" content="2034/03/11 09:02:11"><meta name="Author" content="trs">',
    },
    `<div class="topnav"><a href="/">无障碍</a><a href="/en">长者模式</a></div><div class="bn-main"><div class="bn-position">您的位置：<a href="/">首页</a> &gt; <a href="/x">新闻中心</a> &gt; <a href="/z">政务要闻</a></div><div class="xl-box"><div class="xl-tit"><h1>水北县召开春季森林防火工作会议</h1></div><div class="xl-msg"><span>发布时间：2034-03-11 09:02</span><span>来源：水北融媒</span><span>浏览量：</span><em>102</em><span class="font">字体：【<a>大</a> <a>中</a> <a>小</a>】</span></div><div class="xl-content"><div class="trs_editor_view TRS_UEDITOR">${T}<p>　　3月10日，全县春季森林防火工作会议召开，安排部署清明前后重点时段防火工作。</p><p>　　会议要求，各乡镇要落实网格责任，三百二十六名护林员全部上山到岗，重点路口设卡检查。</p><p>　　会议强调，要加强隐患排查，推广鲜花祭扫，做到一个火星都不上山。</p><p>　　县林业局、应急管理局负责人参加会议。</p>${E}</div></div><div class="xl-bottom"><p>审核：周建</p><p>供稿：县林业局</p></div><div class="xl-share">分享到：</div><div class="xl-ewm">扫一扫在手机打开当前页</div></div></div><div class="footer">主办：水北县人民政府 承办：水北县政务服务中心 备案序号：鄂ICP备00000007号</div>`,
  ),
  layout(
    'book-page',
    'https://book.db-a.example/subject/30000001/',
    { title: '河流的名字', author: '岑溪', day: null },
    { title: '河流的名字 (豆苗)' },
    `<div id="wrapper"><h1><span property="v:itemreviewed">河流的名字</span></h1><div id="content"><div class="grid-16-8"><div class="article"><div class="indent"><div id="info"><span>作者: 岑溪</span><br><span>出版社: 江水文艺出版社</span><br><span>出版年: 2033-5</span><br><span>页数: 268</span></div><div id="interest_sectl"><div class="rating_wrap"><div class="rating_logo">豆苗评分</div><strong>8.4</strong><a href="/c">1200人评价</a></div></div></div><div class="related_info">${T}<h2><span>内容简介</span> · · · · · ·</h2>${E}<div class="indent" id="link-report"><div class="intro">${T}<p>作者用十一年时间走完了七十二条没有名字的小河，记录河边的村庄、桥和正在消失的方言。</p><p>书中收入手绘水系图四十六幅，每一条河都有了一个由当地人起的名字。</p>${E}</div></div>${T}<h2><span>作者简介</span> · · · · · ·</h2>${E}<div class="indent"><div class="intro">${T}<p>岑溪，一九七九年生，水文站观测员，业余写作，著有《涨水的夜晚》。</p>${E}</div></div></div><div id="comments-section"><h2>短评</h2><p class="comment-content">读完想去走一条河。</p></div></div><div class="aside"><h2>喜欢读这本书的人也喜欢</h2><a href="/2">山的背面</a></div></div></div></div>`,
  ),
  layout(
    'phone-portal-sina',
    'https://news.xl-a.example/c/2034-09-28/doc-inabc0000001.shtml',
    { title: '收麦机手的最后一站', author: '', day: '2034-09-28' },
    {
      title: '收麦机手的最后一站|收割机|麦客_新浪潮新闻_新浪潮网',
      more: '<meta property="article:published_time" content="2034-09-28T07:10:00+08:00"><meta property="article:author" content="新浪潮网">',
    },
    `<div class="main-content w1240"><div class="path-search"><div class="channel-path"><a href="/c">国内新闻</a> &gt; 正文</div></div><h1 class="main-title">收麦机手的最后一站</h1><div id="top_bar"><div class="top-bar-inner"><div class="date-source"><span class="date">2034年09月28日 07:10</span> <a href="/s" class="source">大河周报</a></div><div class="page-tools"><span>缩小字体</span><span>放大字体</span><span>收藏</span><span>微博</span></div></div></div><div class="article-content clearfix" id="article_content"><div class="article-content-left"><div class="article" id="article">${T}<p>　　原题是一句顺口溜：过了黄河是尾声。麦收机手老荆今年从南到北跑了四个省，最后一站停在了坝上。</p><p>　　一台收割机，两个人，五十三天，收了两千六百亩。除掉油钱和修理费，剩下四万一千元。</p><p>　　他算了算，今年机器多，每亩的价钱从七十元掉到了五十五元。</p><p>　　“明年还来不来，看女儿考到哪里。”他把镰刀头拆下来，抹了一层黄油。</p>${E}<p class="show_author">责任编辑：车前 SN123</p></div><div class="article-bottom"><div class="keywords" id="keywords">文章关键词：<a href="/k">收割机</a><a href="/k2">麦客</a></div><div class="article-feedback"><a>我要反馈</a></div></div></div></div></div><div class="blk-lb"><h3>图片故事</h3><ul><li><a href="/p">雾中的麦田</a></li></ul></div>`,
  ),
];
