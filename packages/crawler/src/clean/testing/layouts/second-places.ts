import type { KindPage } from '../kinds/page.ts';
import { E, layout, T } from './page.ts';

/** A second set, scored before any rule was written after it: offices, communities, things to look up. */
export const secondPlaces = (): KindPage[] => [
  layout(
    'kaipu-policy',
    'https://www.tongcheng.gov.cn.example/public/column/6596?type=4&id=20001',
    { title: '桐城县农村公路养护管理办法', author: '桐城县人民政府', day: '2032-02-20' },
    {
      title: '桐城县农村公路养护管理办法_桐城县人民政府信息公开',
      more: '<meta name="SiteName" content="桐城县人民政府"><meta name="ArticleTitle" content="桐城县农村公路养护管理办法"><meta name="PubDate" content="2032-02-20 09:12">',
    },
    `<div class="top"><a href="/">首页</a><a href="/x">信息公开指南</a></div><div class="wzbox"><div class="infotable"><ul><li><span>索引号：</span>003012345/202202-00011</li><li><span>信息分类：</span>行政规范性文件</li><li><span>发文机关：</span>桐城县人民政府</li><li><span>成文日期：</span>2032-02-16</li><li><span>发布日期：</span>2032-02-20 09:12</li><li><span>文号：</span>桐政〔2032〕3号</li><li><span>有效性：</span>有效</li></ul></div><h1 class="wztit">桐城县农村公路养护管理办法</h1><div class="wzfbxx">浏览次数：<span>211</span> 信息来源：县政府办公室 文字大小：[ 大 中 小 ] 背景颜色：<span></span></div><div class="j-fontContent newscontnet minh500">${T}<p style="text-align:center">第一章　总则</p><p>第一条　为加强农村公路养护管理，保障畅通，根据有关法律法规，结合本县实际，制定本办法。</p><p>第二条　县道由县交通运输部门负责养护，乡道、村道由乡镇人民政府负责养护。</p><p style="text-align:center">第二章　资金</p><p>第三条　养护资金列入年度预算，按县道每年每公里一万元、乡道五千元、村道三千元安排。</p><p>第四条　本办法自2032年3月1日起施行，有效期五年。</p>${E}</div><div class="wzfj"><strong>相关附件：</strong><a href="/f/1.pdf">养护等级表.pdf</a></div><div class="ewm"><p>扫一扫在手机打开当前页</p></div><div class="sxp"><p>上一篇：<a href="/1">公共厕所开放时间公告</a></p></div></div><div class="foot">网站支持IPv6 主办：桐城县人民政府办公室</div>`,
  ),
  layout(
    'notice-table',
    'http://rsj.a-city.gov.cn.example/content/2032-08/15/content_3001.html',
    { title: '2032年事业单位公开招聘面试公告', day: '2032-08-15' },
    { title: '2032年事业单位公开招聘面试公告-通知公告-安河市人力资源和社会保障局' },
    `<div class="nav"><a href="/">首页</a><a href="/1">机构职能</a></div><div class="container"><div class="location">您的位置： <a href="/">网站首页</a> - <a href="/tz">通知公告</a></div><div class="art-box"><h2 class="art-title">2032年事业单位公开招聘面试公告</h2><p class="art-info">时间：2032-08-15　　作者：　　来源：市人事考试中心　　【字体：<a>大</a> <a>中</a> <a>小</a>】</p><div class="art-content" id="Zoom">${T}<p>按照工作安排，现将面试有关事项公告如下：</p><p>一、时间和地点</p><table border="1"><tr><td>日期</td><td>岗位类别</td><td>考点</td></tr><tr><td>8月22日</td><td>综合管理</td><td>市第一中学</td></tr><tr><td>8月23日</td><td>医疗卫生</td><td>市卫生学校</td></tr></table><p>二、注意事项</p><p>考生须于当日七时三十分前持准考证和身份证到候考室签到，逾期视为放弃。</p><p>咨询电话：0000-1234567</p><p>安河市人力资源和社会保障局</p><p>2032年8月15日</p>${E}</div><div class="art-op"><a onclick="window.print()">打印本页</a> <a>关闭窗口</a></div></div></div><div class="footer">地址：安河市人民路2号 备案号：皖ICP备00000004号-1</div>`,
  ),
  layout(
    'university-news',
    'https://news.univ-a.example/2032/0411/c12a5001/page.htm',
    { title: '我校学生团队在桥梁设计竞赛中获得第一名', author: '蒋一帆', day: '2032-04-11' },
    { title: '我校学生团队在桥梁设计竞赛中获得第一名' },
    `<div class="wp_header"><ul class="wp_nav"><li><a href="/">首页</a></li><li><a href="/x">学校要闻</a></li></ul></div><div class="infobox"><div class="article" frag="窗口3"><h1 class="arti_title">我校学生团队在桥梁设计竞赛中获得第一名</h1><p class="arti_metas"><span class="arti_publisher">作者：蒋一帆</span><span class="arti_publisher">来源：土木学院</span><span class="arti_publisher">编辑：宣传部</span><span class="arti_update">发布时间：2032-04-11</span><span class="arti_views">浏览次数：<span class="WP_VisitCount">530</span></span></p><div class="entry"><div class="read"><div class="wp_articlecontent">${T}<p>4月9日，第十一届大学生桥梁设计竞赛落幕，我校“拱桥上的猫”团队从六十二支队伍中胜出，获得第一名。</p><p>比赛要求用四百克桐木条制作跨度一米的桥，承载一百二十千克。团队的作品自重只有三百一十二克，是全场最轻的一件。</p><p>队长沈淮说，前后做坏了十九座模型，每一座都留着。</p>${E}</div></div></div></div><div class="share"><span>分享：</span></div></div><div class="foot">版权所有 © 云川大学新闻网</div>`,
  ),
  layout(
    'discuz-portal-x5',
    'https://www.dzx-a.example/article-3301-1.html',
    { title: '本地人私藏的五条春游路线', author: '春江', day: '2032-03-20' },
    {
      title: '本地人私藏的五条春游路线 - 春江生活网 - Powered by Discuz!',
      more: '<meta name="generator" content="Discuz! X5.0">',
    },
    `<div id="hd"><div id="nv"><ul><li><a href="portal.php">门户</a></li><li><a href="forum.php">论坛</a></li></ul></div></div><div id="wp" class="wp"><div id="pt" class="bm cl"><div class="z"><a href="./" class="nvhm">春江生活网</a> <em>›</em><a href="portal.php">门户</a><em>›</em><a href="/list-2">旅游</a><em>›</em> 查看内容</div></div><div id="ct" class="ct2 wp cl"><div class="mn"><div class="bm vw"><div class="h hm"><h1 class="ph">本地人私藏的五条春游路线</h1><p class="xg1">2032-3-20 10:12<span class="pipe">|</span> 发布者: <a href="home.php?mod=space&uid=9">春江</a><span class="pipe">|</span> 查看: <em id="_viewnum">930</em><span class="pipe">|</span> 评论: 2<span class="pipe">|</span> 原作者: 春江</p></div><div class="s"><div><strong>摘要</strong>: 油菜花、桃花、樱花，一次看全。</div></div><div class="d"><table cellpadding="0" class="vwtb"><tr><td id="article_content">${T}<div>三月下旬，城郊的花差不多同时开。下面五条路线都能当天往返，适合带老人孩子。</div><div>一、东线：青石渡看油菜花，停车方便，有渡船可以过江。</div><div>二、西线：桃源村看桃花，周末有集市，中午在村里吃豆腐饭。</div><div>其余三条在南边的山里，路窄，建议坐旅游专线。</div>${E}</td></tr></table><div id="click_div"><table class="atd"><tr><td><a>路过</a></td><td><a>雷人</a></td><td><a>握手</a></td><td><a>鲜花</a></td><td><a>鸡蛋</a></td></tr></table></div></div><div class="o cl bm2"><a class="oshr">分享</a><a class="oshr">收藏</a><a>邀请</a></div><div class="pren pbm cl"><em>上一篇：<a href="/1">夜市攻略</a></em><em>下一篇：<a href="/2">亲子农场名单</a></em></div></div><div id="comment" class="bm"><div class="bm_h"><h3>最新评论</h3></div><dl><dd>西线周末太堵了，建议工作日去。</dd></dl></div></div></div></div><div id="ft">Powered by Discuz! X5.0</div>`,
  ),
  layout(
    'flarum-thread',
    'https://forum.fl-a.example/d/88-old-radio',
    { title: '修好一台六十年代的收音机', author: '电子管', day: '2032-02-14' },
    { title: '修好一台六十年代的收音机 - 老物件论坛' },
    `<div id="app"><header id="header"><a href="/">老物件论坛</a><button>登录</button></header><main><div id="content"><div class="DiscussionPage"><header class="Hero DiscussionHero"><h2 class="DiscussionHero-title">修好一台六十年代的收音机</h2></header><div class="PostStream"><div class="PostStream-item"><article class="Post CommentPost"><header class="Post-header"><ul><li class="item-user"><div class="PostUser"><h3 class="PostUser-name"><a href="/u/1"><span class="username">电子管</span></a></h3></div></li><li class="item-meta"><time class="fullTime" datetime="2032-02-14T12:30:00+00:00">2032年2月14日</time></li></ul></header><div class="Post-body">${T}<p>去年冬天在旧货市场三十块钱收来一台收音机，木壳开裂，里面的电容全鼓了，插电只有嗡嗡声。</p><p>先换掉全部纸介电容和电源滤波电容，把烧断的灯丝变压器绕组重新绕了一遍，用了整整两个晚上。</p><p>通电的时候我躲在门后面，灯丝慢慢红起来，第一句听到的是邻省的天气预报。</p><p>木壳用猪皮胶粘好，又上了三遍虫胶漆，摆在书架上，每天早上听十分钟。</p><p>总共花了一百二十块钱，比买一台新的便宜，也比买一台新的高兴。</p>${E}</div><footer class="Post-footer"></footer></article></div></div></div></div></main></div>`,
  ),
  layout(
    'doctor-answer',
    'https://ask.yi-a.example/question/90001.html',
    { title: '孩子换牙晚正常吗', day: '2022-10-03' },
    { title: '孩子换牙晚正常吗_口腔科_三九问医' },
    `<div class="header"><a href="/">三九问医</a><a href="/d">找医生</a></div><div class="crumb"><a href="/">首页</a> > <a href="/k">口腔科</a> > 问题详情</div><div class="main-left"><div class="ask_cont"><div class="ask_tit"><h1>孩子换牙晚正常吗</h1></div><div class="mark"><span>女 | 7岁</span><span>2022-10-03 12:21:03</span><span>1人回复</span></div><p class="txt_ms">${T}健康咨询描述：孩子七岁半了，一颗牙都没换，同班同学都换了三四颗，要不要去拍片？${E}</p></div><div class="selected"><div class="doctor_all"><p class="doc_name">尚医生</p><p class="doc_info">主治医师 安河市口腔医院</p></div><p class="sele_txt">${T}乳牙开始更换的时间一般在五岁半到八岁之间，七岁半没有换牙，可以先观察。如果满八岁仍无动静，或者恒牙从里侧长出来，就需要拍片看看恒牙胚的情况。平时多吃需要咀嚼的食物，有助于乳牙脱落。${E}</p><p class="doc_t_strip">2022-10-03 12:40 <a>举报</a></p></div><div class="wzwb"><p>医生回答仅为建议，具体诊疗请前往医院进行</p></div></div><div class="right"><h3>相关问题</h3><ul><li><a href="/1">乳牙没掉恒牙长出来怎么办</a></li><li><a href="/2">换牙期间能吃糖吗</a></li></ul></div><div class="foot">本站不提供任何药品销售</div>`,
  ),
  layout(
    'vuepress-docs',
    'https://docs.vp-a.example/guide/queue.html',
    { title: '队列', day: '2032-03-01' },
    { title: '队列 | 轻舟任务' },
    `<div id="app"><div class="theme-container"><header class="navbar"><a href="/" class="home-link"><span class="site-name">轻舟任务</span></a><div class="links"><a href="/guide/">指南</a><a href="/config/">配置</a></div></header><aside class="sidebar"><ul class="sidebar-links"><li><a href="/guide/">介绍</a></li><li><a href="/guide/queue.html" class="active sidebar-link">队列</a></li><li><a href="/guide/retry.html">重试</a></li></ul></aside><main class="page"><div class="theme-default-content content__default"><h1 id="q"><a href="#q" class="header-anchor">#</a> 队列</h1>${T}<p>队列保存等待执行的任务。一个任务只会交给一个工作进程，进程失去联系之后任务会回到队列。</p><h2 id="n"><a href="#n" class="header-anchor"></a>新建队列</h2><div class="language-js extra-class"><pre class="language-js"><code>const queue = new Queue('mail');
await queue.add({ to: 'a@b.example' });</code></pre></div><div class="custom-block tip"><p class="custom-block-title">提示</p><p>队列的名字里不要有冒号。</p></div><p>同名的队列共用一份数据，可以在任意进程里打开。</p>${E}</div><footer class="page-edit"><div class="edit-link"><a href="#">帮助我们改善此页面！</a></div><div class="last-updated"><span class="prefix">上次更新: </span><span class="time">2032/3/1 10:00:00</span></div></footer><div class="page-nav"><p class="inner"><span class="prev">← <a href="/guide/">介绍</a></span><span class="next"><a href="/guide/retry.html">重试</a> →</span></p></div></main></div></div>`,
  ),
  layout(
    'journal-abstract',
    'https://kns-a.example/article/abstract?id=1001',
    { title: '山区小流域面源污染的时空特征研究', author: '龚启明 骆雯' },
    { title: '山区小流域面源污染的时空特征研究 - 水土通报' },
    `<div class="top"><a href="/">首页</a><a href="/e">编委会</a><a href="/t">投稿须知</a></div><div class="article"><div class="title"><h1>山区小流域面源污染的时空特征研究</h1></div><div class="authors">作者：龚启明，骆雯</div><div class="unit">安河大学资源环境学院</div><div class="abstract"><h3>摘要</h3>${T}<p>以安河上游三个小流域为对象，连续三年监测总氮和总磷，分析面源污染的时空分布。结果表明，汛期输出占全年的七成以上，坡耕地是主要来源；梯田的削减作用显著，植被缓冲带宽度超过十米后效果趋于稳定。研究可为山区水源地保护提供依据。</p>${E}</div><div class="kw">关键词：面源污染；小流域；缓冲带</div><div class="cite"><a>引用本文</a><a>下载PDF</a></div><div class="hits">浏览：120 下载：33</div></div><div class="footer">《水土通报》编辑部 地址：安河市</div>`,
  ),
  layout(
    'travel-guide',
    'https://www.mf-a.example/i/20001.html',
    { title: '三天两夜，慢慢走完一座古城', author: '云上有路', day: '2032-05-05' },
    { title: '三天两夜，慢慢走完一座古城，古城自助游攻略 - 马车窝' },
    `<div id="header"><a href="/">首页</a><a href="/m">目的地</a><a href="/g">旅游攻略</a></div><div class="_j_titlebg"><div class="view_title"><div class="vi_con"><h1>三天两夜，慢慢走完一座古城</h1></div></div></div><div class="main"><div class="person"><a class="per_name" href="/u/1">云上有路</a><span class="time">2032-05-05 21:02</span><span>1.2万/36</span></div><div class="tarvel_dir_list"><ul><li class="time">出发时间/2032-04-29</li><li class="day">出行天数/3天</li><li class="cost">人均费用/900RMB</li></ul></div><div class="vc_article"><div class="_j_content_box">${T}<p>第一天：坐早班高铁，十点到站，出站右手边有公交直达南门。放下行李先上城墙，绕一圈两个半小时。</p><h2>第二天</h2><p>早起去看早市，羊肉汤八块钱一碗，加饼两块。上午看县衙，下午在文庙的柏树下坐着发呆。</p><p>第三天：去城外的石窟，末班车四点半，别错过。</p>${E}</div></div><div class="bar"><a>收藏</a><a>分享</a><a>顶 36</a></div><div class="relation"><h3>相关目的地</h3><a href="/d/1">古城攻略</a></div></div><div id="footer">马车窝 旅游之前，先上马车窝！</div>`,
  ),
  layout(
    'b2b-product',
    'http://www.b2b-a.example/chanpin/3001.html',
    { title: 'SL型手拉葫芦 3吨起重葫芦', day: '2032-01-19' },
    { title: 'SL型手拉葫芦 3吨起重葫芦-保定宏力起重设备制造有限公司-中商供应网' },
    `<div class="top"><a href="/">中商供应网</a><a href="/l">登录</a></div><div class="pro_main"><h1>SL型手拉葫芦 3吨起重葫芦</h1><div class="pro_info"><ul><li>型号：SL-3</li><li>产地：河北保定</li><li>更新时间：2032-01-19</li></ul><a>询价</a></div><div class="pro_detail"><h3>详细说明</h3>${T}<p>SL型手拉葫芦适用于工厂、矿山、码头和农业生产中的小型设备安装、货物起吊。</p><p>主要参数：额定起重量三吨，标准起升高度三米，试验载荷三千七百五十千克，净重二十三千克。</p><p>使用前应检查吊钩、链条和制动器，不得超载，不得用两台葫芦同时起吊一件重物。</p>${E}</div><div class="contact"><h3>联系方式</h3><p>联系人：韩经理 手机：13000000000</p></div><div class="tips">免责声明：以上信息由会员自行提供，内容的真实性、准确性和合法性由发布会员负责。</div></div><div class="side"><h3>该公司其他产品</h3><ul><li><a href="/1">环链电动葫芦</a></li></ul></div>`,
  ),
  layout(
    'video-intro',
    'https://v.vd-a.example/video/BV1xx411c7mD/',
    { title: '【纪录短片】最后的造船人', author: '木鱼工作室', day: '2032-08-08' },
    { title: '【纪录短片】最后的造船人_哔哩站_bilistation' },
    `<div id="app"><div class="bili-header"><a href="/">首页</a></div><div class="video-container-v1"><div class="left-container"><div class="video-info-container"><h1 class="video-title">【纪录短片】最后的造船人</h1><div class="video-info-detail"><span class="view">3.2万</span><span class="dm">120</span><span class="pubdate-text">2032-08-08 18:00:00</span><span class="copyright">未经作者授权，禁止转载</span></div></div><div id="bilibili-player"></div><div class="video-desc-container"><div class="basic-desc-info"><span class="desc-info-text">${T}船厂在江边开了九十年，今年夏天造完最后一条木船就要关门。我们跟拍了四十天，记录下三位老师傅从选木、放样、捻缝到下水的全过程。他们说，船没有图纸，尺寸都在手上。${E}</span></div></div><div class="tag-panel"><a href="/t/1">纪录片</a><a href="/t/2">手艺</a></div><div class="comment"><span>评论 88</span><p>看到下水那一刻哭了，谢谢你们拍下来。</p></div></div><div class="right-container"><div class="up-panel-container"><a class="up-name" href="/space/9">木鱼工作室</a><p>拍慢一点的东西</p></div><div class="next-play"><p>接下来播放</p><a href="/v/2">渔网是怎么织出来的</a></div></div></div></div>`,
  ),
];
