import type { KindPage } from '../kinds/page.ts';
import { E, layout, T } from './page.ts';

/** News sites, on the desk and on the phone. */
export const news = (): KindPage[] => [
  layout(
    'netease',
    'https://www.news-163.example/dy/article/ABCD0123.html',
    { title: '县城里的旧书店撑过了第二十个年头', day: '2032-04-17' },
    { title: '县城里的旧书店撑过了第二十个年头|书店|县城|旧书_网事订阅' },
    `<div class="ntes_nav_wrap" id="js_N_NTES_wrap"><div class="ntes_nav"><a href="/">网事首页</a><a href="/app">应用</a><a href="/mail">邮箱</a></div></div>
<div class="wrapper clearfix" id="container" data-aid="ABCD0123"><div class="post_main"><h1 class="post_title">县城里的旧书店撑过了第二十个年头</h1>
<div class="post_info">2032-04-17 08:31:05　来源: <a href="/media">河埠观察</a><span class="post_jubao_share">安徽 </span><a href="#" class="post_jubao">举报</a></div>
<div class="post_side" id="js-post-side"><a class="post_top_tie_count" href="#">0</a><div class="share">分享至</div><div class="post_share"><p>用微信扫码二维码</p><p>分享至好友和朋友圈</p></div></div>
<div class="post_content" id="content"><div class="post_body">${T}<p id="0UAC1">河埠县城的西街上，有一家没有招牌的旧书店。店主姓穆，今年六十二岁，二十年前从印刷厂下岗之后，用补偿的钱盘下了这间临街的屋子。</p><p class="f_center"><img src="/a.jpg"><br></p><p id="0UAC2">店里的书大多论斤收来，按本卖出。穆师傅说，最好的时候一天能卖八十本，现在三五本也是常事，好在房子是自己的，没有租金压着。</p><p id="0UAC3">“有人来坐坐，喝杯茶，翻翻书，不买也没关系。”他说，常来的那几位老先生，后来都成了朋友。</p><p id="0UAC4">前年，县里的中学生把这里写进了作文，城里的年轻人开始专门坐车过来。穆师傅学会了用手机收款，也学会了把书名念给电话那头的人听。</p>${E}</div><div class="post_statement"><p><span class="bold">特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台“网事号”用户上传并发布，本平台仅提供信息存储服务。</span></p><p>Notice: The content above (including the pictures and videos if any) is uploaded and posted by a user of the platform, which is a social media platform and only provides information storage services.</p></div></div>
<div class="post_next"><div class="post_next_name">/ 阅读下一篇 /</div><a class="post_next_link" href="/">返回网事首页</a><a href="/app">下载网事新闻客户端</a></div>
<div class="post_recommends" id="recommend"><div class="post_recommends_title">相关推荐</div><div class="post_recommends_list"><div class="post_recommend"><h3 class="post_recommend_title"><a href="/1">老人守着一条街的修表铺，儿子劝他早点关门</a></h3><div class="post_recommend_info">麦田视点 2032-04-16 20:11:29</div><span class="post_recommend_tie">12跟贴</span></div><div class="post_recommend"><h3 class="post_recommend_title"><a href="/2">这座小城为什么留得住年轻人？答案在菜市场里</a></h3><div class="post_recommend_info">南方笔记 2032-04-17 06:40:11</div><span class="post_recommend_tie">98跟贴</span></div></div></div></div>
<div class="post_aside"><div class="mod_hot"><h2>热点排行</h2><ul><li><a href="/3">多地开放夜间博物馆</a></li><li><a href="/4">高铁新线今日试运行</a></li><li><a href="/5">这种常见的水果别和药一起吃</a></li></ul></div></div></div><div class="ntes-foot">About | 公司简介 | 联系方法 | 招聘信息 | 客户服务 | 隐私政策 | 不良信息举报</div>`,
  ),
  layout(
    'tencent',
    'https://new.tx-a.example/rain/a/20320502A01XYZ00',
    { title: '渡口的最后一班船', author: '水乡周刊', day: '2032-05-02' },
    { title: '渡口的最后一班船_腾江新闻', more: '<meta name="author" content="腾江网">' },
    `<div id="GlobalNav"></div><div class="qq_conent clearfix"><div class="LEFT"><h1>渡口的最后一班船</h1>
<div class="qq_content"><div class="left-stick-wp"><div class="year through"><span>2032</span></div><div class="md"><span>05</span>/<span>02</span></div><div class="time"><span>18</span>:<span>22</span></div></div><div class="content clearfix"><div class="content-article">
<div id="ArticleInfo" class="author"><a href="/m">水乡周刊</a><span>关注</span></div>${T}<p class="one-p">傍晚六点二十分，白鹭渡的渡船离开东岸。船上只有四个乘客、两辆电动车和一条狗，这是它的最后一班。</p><p class="one-p">从明天起，上游两公里处的新桥开通，渡口随之撤销。开船的蒲师傅今年五十九岁，再过一年就退休，街道给他安排了巡桥的活儿。</p><p class="one-p">“桥当然好，”他把缆绳一圈一圈盘好，“就是以后没人等我了。”</p><p class="one-p">岸上的人举着手机，把船靠岸的样子录了下来。天黑之前，对岸的灯一盏一盏亮了。</p>${E}<div id="Status"></div></div></div></div><div id="article-card"><p>本文来自企鹅号，版权归原作者所有，如有侵权请联系删除。</p></div><div class="article-tips"><p>免责声明：本文来自腾江新闻客户端创作者，不代表腾江网的观点和立场。</p></div><div class="comment-wp"><h2>网友评论</h2><p>文明上网理性发言，请遵守评论服务协议</p></div></div>
<div class="RIGHT"><div class="hot-news"><h3>热门推荐</h3><ul><li><a href="/1">三千年前的村落是怎么取水的</a></li><li><a href="/2">医生提醒：晨练别太早</a></li><li><a href="/3">这项补贴可以在手机上申请了</a></li></ul></div></div></div><div class="footer"><p>Copyright © 1998 - 2032 All Rights Reserved.</p></div>`,
  ),
  layout(
    'ifeng-hashed',
    'https://news.fh-a.example/c/8ABcdEFGHij',
    { title: '雪线之上，他们给气象站换电池', author: '', day: '2032-01-23' },
    {
      title: '雪线之上，他们给气象站换电池_凤台网',
      more: '<meta property="og:title" content="雪线之上，他们给气象站换电池"><meta name="og:time" content="2032年01月23日 11:02:35">',
    },
    `<div id="root"><div class="index_box_2xQ1a"><div class="index_nav_9kLmP"><a href="/">首页</a><a href="/n">资讯</a><a href="/f">财经</a></div><div class="index_artical_7bHq2"><div class="index_leftContent_10fz2"><h1 class="index_title_B2mjI">雪线之上，他们给气象站换电池</h1><div class="index_info_t8rRt"><div class="index_timeBref_20hzr"><a class="index_date_R-kKL">2032年01月23日 11:02:35</a> 来自 上海</div></div>
<div class="index_content_2j7Lx"><div class="index_text_D0U1y"><div class="index_main_content_1mN9f">${T}<p>海拔四千七百米的垭口，风把雪吹成一道一道的棱。两个年轻人背着二十公斤的蓄电池，走得比平时慢一倍。</p><p>无人值守的气象站每十分钟向外发一次数据，电池撑不过两个冬天。换一次电池，从山脚的营地上来要走七个小时。</p><p>今年是祁万里第三次上来。他说前两次都没见着日出，这一次在垭口过夜，终于看见了。</p>${E}<p class="index_editor_k1">（来源：高原气象通讯）</p></div><div><div class="index_tip_2Xb9E"><p>“特别声明：以上作品内容(包括在内的视频、图片或音频)为凤台网旗下自媒体平台“大风号”用户上传并发布，本平台仅提供信息存储空间服务。</p><p>Notice: The content above (including the videos, pictures and audios if any) is uploaded and posted by the user of Dafeng Hao.”</p></div></div><span class="index_more_3xT">展开剩余 0%</span></div></div>
<div class="index_comment_Yv2"><span>亲爱的凤台网用户：文明上网，理性发言</span></div><div class="index_recommend_K0p"><h3>为您推荐</h3><ul><li class="index_item_1"><h2><a href="/c/1">冬捕开始了，第一网捞上来三万斤</a></h2><span>渔业在线 今天 08:11</span></li><li class="index_item_1"><h2><a href="/c/2">滑雪场的救护员一天要跑多少趟</a></h2><span>健康号 昨天 17:20</span></li></ul></div></div></div></div></div>`,
  ),
  layout(
    'sina-mobile',
    'https://news.sn-a.example/2032-06-11/detail-abcdefg0012345.d.html',
    { title: '麦收时节，农机手一天只睡四个小时', day: '2032-06-11' },
    {
      title: '麦收时节，农机手一天只睡四个小时|麦收_手机新波网',
      more: '<meta property="article:published_time" content="2032-06-11T07:40:12+08:00"><meta property="article:author" content="平原日报">',
    },
    `<header class="hd_nav"><a href="/">新波</a><nav><a href="/news">新闻</a></nav></header><main class="j_main_art" role="main"><section class="art_main_card j_article_main"><h1 class="art_tit_h1">麦收时节，农机手一天只睡四个小时</h1><div class="art_info"><figure class="weibo_info look_info"><figcaption class="weibo_user"><h2 class="weibo_user">平原日报</h2><time class="weibo_time"><span>06.11</span><span>07:40</span></time></figcaption><span class="gz">关注</span></figure></div>
<section class="art_pic_card art_content">${T}<p class="art_p">凌晨一点，三台收割机的灯光还在地里来回移动。车上的褚建设已经连续干了十四个小时，他把车停下来，只为了喝一口凉了的茶。</p><p class="art_p">从五月底到六月中旬，他要跟着麦子成熟的方向，由南往北走一千二百公里。一台车两个人，歇人不歇车。</p><div data-pid="x1">今年雨水来得晚，麦子干得快，每亩要价比去年便宜了五块钱，但跑得快，一天能多收三十亩。</div><p class="art_p">“等收到家门口，就可以歇了。”褚建设说，家里的那六亩麦子总是最后才收。</p>${E}<p class="art_p">责任编辑：杜若</p></section><section class="open_app"><a href="/app">打开APP，看更多精彩内容</a></section></section>
<section class="card_recommend"><h3 class="tit">相关新闻</h3><ul><li><a href="/1"><h4>今年夏粮收购价格公布</h4><p>农时报 2小时前</p></a></li><li><a href="/2"><h4>收割机高速公路免费通行</h4><p>交通广播 5小时前</p></a></li></ul></section><section class="cmnt"><h3>评论</h3><p>快来抢沙发</p></section></main><footer>客户端 | 电脑版 | 意见反馈</footer>`,
  ),
  layout(
    'eastmoney',
    'http://finance.dc-a.example/a/203203181234567890.html',
    { title: '北江港口一季度吞吐量创新高 三家公司披露经营数据', author: '', day: '2032-03-18' },
    { title: '北江港口一季度吞吐量创新高 三家公司披露经营数据 _ 东潮财富网' },
    `<div class="topbar"><a href="/">财经</a><a href="/q">行情</a></div><div class="main"><div class="contentwrap"><div class="newscol"><div class="title">北江港口一季度吞吐量创新高 三家公司披露经营数据</div><div class="infos"><div class="item">2032年03月18日 19:32</div><div class="item">来源： 北江证券报</div><div class="item">编辑：东潮财富网</div></div><div class="btns"><a>字体：大</a><a>分享</a><span class="num">25人评论</span></div>
<div class="abstract"><div class="txt">【北江港口一季度吞吐量创新高】北江港口三家上市公司18日晚间同时披露经营数据。</div></div>
<div class="txtinfos" id="ContentBody" data-toolbar="1"><!--文章主体-->${T}<p>　　北江港口三家上市公司18日晚间同时披露经营数据。一季度，三家公司合计完成货物吞吐量1.86亿吨，为历年同期最高。</p><p>　　其中，<span id="stock_0.000000"><a href="/q/1" class="keytip">北江港</a></span><span id="quote_0"></span>完成9200万吨，同比增长8.4%；集装箱212万标箱，同比增长11.2%。</p><table border="1"><tbody><tr><td>公司</td><td>吞吐量（万吨）</td></tr><tr><td>北江港</td><td>9200</td></tr><tr><td>东屿港</td><td>5600</td></tr></tbody></table><p>　　分析人士认为，煤炭和矿石的补库是主要推动力，二季度增速可能放缓。</p>${E}<p class="em_media">（文章来源：北江证券报）</p><p class="res-edit">（原标题：北江港口一季度吞吐量创新高 三家公司披露经营数据）</p><p class="res-edit">（责任编辑：345）</p><div class="zwothers"><p>郑重声明：东潮财富网发布此信息的目的在于传播更多信息，与本站立场无关。</p></div></div>
<div class="fx"><span>举报</span><span>返回顶部</span></div><div class="zw_comment"><h3>网友评论</h3><div class="list"><p>看好航运板块，继续持有到年底。</p></div></div><div class="reads"><div class="hd">热门文章</div><ul><li><a href="/1">三大指数集体高开</a></li><li><a href="/2">央行开展逆回购操作</a></li></ul></div></div></div></div>`,
  ),
  layout(
    'thepaper-next',
    'https://www.pp-a.example/newsDetail_forward_20000001',
    { title: '观察｜城市里的蜂箱：养在楼顶的三万只蜜蜂', author: '郁青', day: '2032-05-20' },
    { title: '观察｜城市里的蜂箱：养在楼顶的三万只蜜蜂_城事_浦江新闻' },
    `<div id="__next"><div class="index_wrapper__9rz3z"><header class="index_header__a1"><ul><li><a href="/">首页</a></li><li><a href="/v">视频</a></li><li><a href="/s">时事</a></li></ul></header><main class="ant-layout-content"><div class="index_leftcontent__KkVdV"><div class="index_cententWrap__Jv8jK"><h1 class="index_title__B8mhI">观察｜城市里的蜂箱：养在楼顶的三万只蜜蜂</h1><div class="index_left__LfzyH"><div>浦江新闻记者 郁青</div><div class="ant-space"><span>2032-05-20 14:05</span><span>来源：浦江新闻</span></div><div class="index_pos__x">城事 ＞</div><span>字号</span></div>
<div class="index_cententWrap__Kc1m">${T}<p>住在十六层的程立把两只蜂箱养在楼顶，已经是第三个春天。物业起初不同意，后来每年秋天都能分到一罐蜜。</p><figure class="image_wrap"><img src="/1.jpg"></figure>${E}<p class="image_desc">楼顶的蜂箱。受访者供图</p>${T}<p>蜜蜂的活动半径大约三公里，正好把两座公园和一条河围在里面。程立在地图上画了一个圆，标出每个月开花的树。</p><p>“城里不打农药，花期又长，其实比乡下好养。”他说。</p><p>真正的难处是夏天。楼顶的温度超过四十五度时，工蜂会在巢门口扇风，程立在上面搭了遮阳网，每天早晚各喷一次水。</p>${E}</div><div class="index_declare__k"><div>责任编辑：陆鸣</div><div>图片编辑：朱禾</div><div>校对：施蓝</div></div><div class="index_copyright__f">浦江新闻报料：021-00000000</div><div class="index_report__l">浦江新闻，未经授权不得转载</div><div class="index_like__x"><span>+1</span><span>+1</span><button>收藏</button><button>我要举报</button></div><div class="index_tags__p"><a href="/t/1">#养蜂</a><a href="/t/2">#城市生态</a></div></div><div class="index_comment__r"><h2>评论(12)</h2><div>小区居民：我们楼也想养，怎么跟物业说？</div></div></div><aside class="index_right__b"><h3>相关推荐</h3><ul><li><a href="/1">屋顶农场能养活多少人</a></li></ul></aside></main></div></div>`,
  ),
  layout(
    'huanqiu-textarea',
    'https://society.hq-a.example/article/4AbcDEfgHIj',
    { title: '海岛小学的体育课改在海滩上了', author: '', day: '2032-09-14' },
    {
      title: '海岛小学的体育课改在海滩上了',
      more: '<meta name="author" content=""><meta name="source" content="海天网">',
    },
    `<div class="topnav"><a href="/">寰宇网首页</a></div><div class="t-container"><div class="t-container-title"><h3>海岛小学的体育课改在海滩上了</h3></div><div class="metadata-info"><p class="time">2032-09-14 16:20</p><p class="source"><span><a href="/">海天网</a></span></p></div></div><div class="l-con clear"><article><section data-type="rtext">${T}<p>开学第二周，岙山岛小学的体育课搬到了海滩上。退潮之后的沙滩平整而结实，跑道是老师用脚一步一步量出来的。</p><p>全校只有二十六名学生，操场去年被台风掀掉了一半，修好要等到年底。</p><p>“在沙子上跑步更累，可是摔了不疼。”四年级的学生林小潮说，他最喜欢的是课后捡贝壳的十分钟。</p>${E}</section></article><div class="article-editor"><span>责编：苗苗</span></div><div class="reprint">版权作品，未经寰宇网书面授权，严禁转载，违者将被追究法律责任。</div><div class="share-bar"><a>分享到微信</a></div></div><div class="r-con"><div class="slidenews"><h4>推荐阅读</h4><p><a href="/1">渔船满载归来</a></p><p><a href="/2">灯塔的守夜人</a></p></div></div>`,
  ),
  layout(
    'guancha',
    'https://www.gc-a.example/internation/2032_07_03_700001.shtml',
    { title: '港口城市为何纷纷修起了慢行步道？', author: '温言', day: '2032-07-03' },
    { title: '港口城市为何纷纷修起了慢行步道？' },
    `<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/i">国际</a></li></ul></div><div class="content"><div class="main content-main"><ul class="two-coloum fix"><li class="left left-main"><h3>港口城市为何纷纷修起了慢行步道？</h3><div class="time fix"><span>2032-07-03 10:12:45</span><span>来源：观潮网</span><span class="font"><a>字号：A-</a><a>A</a><a>A+</a></span></div><div class="key-word fix">关键字：<a href="/k/1">港口</a><a href="/k/2">步道</a></div>
<div class="content all-txt">${T}<p><strong>[文/观潮网 温言]</strong></p><p>过去十年里，沿海二十多座城市先后拆掉了码头边的围墙，把货场改成步道。表面上看是环境整治，背后则是港口搬迁之后留下的土地问题。</p><p>集装箱船越来越大，老港区的水深不够，新码头只能往外海去。留在城里的旧岸线，少则三五公里，多则二十公里。</p><p>一位参与规划的工程师说，步道是成本最低、见效最快的办法，“等想清楚以后怎么用，再动也来得及”。</p>${E}<p>本文系观潮网独家稿件，未经授权，不得转载。</p></div><ul class="operations"><li><a>收藏</a></li><li><a>分享</a></li></ul><div class="editor-box"><span>责任编辑：周远</span></div><div class="ad-tip">观潮者APP，更好阅读体验</div><div class="g-relate"><h4>相关阅读</h4><ul><li><a href="/1">老码头的新生意</a></li></ul></div></li><li class="right right-main"><h4>24小时最热</h4><ul><li><a href="/2">天文台拍到罕见彗星</a></li></ul></li></ul></div></div>`,
  ),
  layout(
    'ltn-traditional',
    'https://news.lt-a.example/news/life/breakingnews/4000001',
    { title: '老戲院重開 第一場電影爆滿', author: '賴思妤', day: '2032-10-08' },
    { title: '老戲院重開 第一場電影爆滿 - 生活 - 自在時報電子報' },
    `<div class="ltnheader"><ul><li><a href="/">即時</a></li><li><a href="/p">政治</a></li></ul></div><section class="content"><section class="Web"><div class="breadcrumbs"><a href="/">首頁</a> &gt; <a href="/l">生活</a></div><div class="whitecon articlebody" itemprop="articleBody"><h1>老戲院重開 第一場電影爆滿</h1><div class="text boxTitle boxText"><span class="time"> 2032/10/08 21:47 </span>${T}<p>〔記者賴思妤／台中報導〕停業十一年的老戲院今天重新開張，第一場電影三百二十個座位全部坐滿，不少人是帶著父母一起來的。</p>${E}<div class="photo boxTitle"><a class="image-popup-vertical-fit"><img src="/1.jpg"></a><p>戲院門口排起長龍。（記者賴思妤攝）</p></div>${T}<p>戲院老闆說，修復時保留了原本的售票口和手繪看板，放映機則換成了新的。</p><p>「很多人在這裡看過人生第一部電影。」他說，希望下一代也能記得這個地方。</p>${E}<p class="appE1121">不用抽 不用搶 現在用APP看新聞 保證天天中獎　<a href="/app">點我下載APP</a>　<a href="/e">按我看活動辦法</a></p></div></div><div class="keyword boxTitle"><i></i><a href="/k/1">老戲院</a><a href="/k/2">電影</a></div><div class="related boxTitle"><h3>相關新聞</h3><ul><li><a href="/1">百年車站修復完工</a></li></ul></div></section></section>`,
  ),
  layout(
    'ithome',
    'https://www.it-a.example/0/700/001.htm',
    { title: '开源输入法更新 2.4 版：词库体积减少一半', author: '远山', day: '2032-08-22' },
    { title: '开源输入法更新 2.4 版：词库体积减少一半 - IT之所' },
    `<div id="top"><a href="/">首页</a><a href="/p">手机</a><a href="/c">电脑</a></div><div id="dt" class="clear"><div class="cv"><a href="/">首页</a> &gt; <a href="/s">软件之所</a></div><div class="fl content"><h1>开源输入法更新 2.4 版：词库体积减少一半</h1><div class="info clear"><span id="pubtime_baidu">2032/8/22 9:30:15</span> 来源：<span id="source_baidu"><a href="/">IT之所</a></span> 作者：<span id="author_baidu"><strong>远山</strong></span> 责编：<span id="editor_baidu"><strong>远山</strong></span> 评论：<span id="commentcount">42</span></div>
<div class="post_content" id="paragraph">${T}<p>感谢IT之所网友 <span>一江春水</span> 的线索投递！</p><p>IT之所 8 月 22 日消息，开源输入法项目今日发布 2.4 版本，主要变化是重新设计了词库的存储方式，默认词库的体积从 86MB 降到 41MB。</p><p>IT之所附更新内容如下：</p><ul><li><p>词库改为分块压缩，按需载入</p></li><li><p>修复在高分屏下候选框错位的问题</p></li><li><p>新增导出用户词典的功能</p></li></ul><p>开发者表示，下一个版本将支持跨设备同步。</p>${E}<p class="ad-tips">广告声明：文内含有的对外跳转链接（包括不限于超链接、二维码、口令等形式），用于传递更多信息，节省甄选时间，结果仅供参考，IT之所所有文章均包含本声明。</p></div><div class="newsgrade"><span>有价值 12</span><span>无价值 1</span></div><div class="related_post"><span>相关文章</span><ul><li><a href="/1">关键词：输入法，开源</a></li><li><a href="/2">手写识别也能离线运行了</a></li></ul></div><iframe id="ifcomment"></iframe></div></div><div id="footer"><p>软媒旗下网站：IT之所 最会买 - 返利返现优惠券</p></div>`,
  ),
];
