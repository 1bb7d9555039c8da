import type { KindPage } from '../kinds/page.ts';
import { E, layout, T } from './page.ts';

/** The third set: forums, questions and answers. */
export const thirdTalk = (): KindPage[] => [
  layout(
    'vbulletin',
    'http://forum.vb-a.example/showthread.php?t=120331',
    { title: '川藏线骑行归来，说说装备', author: 'rider007', day: '2013-08-21' },
    {
      title: '川藏线骑行归来，说说装备 - 单车论坛',
      more: '<meta name="generator" content="vBulletin 3.8.7">',
    },
    `<table class="tborder" width="100%"><tr><td class="navbar"><a href="index.php">单车论坛</a> &gt; <a href="forumdisplay.php?f=7">长途骑行</a></td></tr><tr><td><strong>川藏线骑行归来，说说装备</strong></td></tr></table><div align="center"><a href="register.php">注册</a> | <a href="faq.php">帮助</a> | <a href="memberlist.php">会员列表</a></div><div id="posts"><div align="center"><table id="post5001" class="tborder" cellpadding="6"><tr><td class="thead"><div class="normal" style="float:right">&nbsp;#<a href="showpost.php?p=5001"><strong>1</strong></a>&nbsp;</div><div class="normal"><a name="post5001"></a> 2013-08-21, 20:15</div></td></tr><tr><td class="alt2"><div id="postmenu_5001"><a class="bigusername" href="member.php?u=7">rider007</a></div><div class="smallfont">老骑友</div><div class="smallfont">注册日期: 2009-03<br>帖子: 512</div></td></tr><tr><td class="alt1" id="td_post_5001"><div class="smallfont"><strong>川藏线骑行归来，说说装备</strong></div><hr size="1"><div id="post_message_5001">${T}二十三天，两千一百六十公里，爆胎四次，断辐条两根，人瘦了十二斤。说说哪些装备真的有用。<br><br>第一是刹车皮，带三副。下坡三十公里是常事，我在觉巴山上磨光了一副。<br><br>第二是睡袋，八月的高原夜里也有零度，客栈的被子潮得能拧出水。<br><br>没用的是太阳能充电板，背了一路，充满一次手机要两天。${E}</div><div><fieldset class="fieldset"><legend>上传的图像</legend>s1.jpg (120.3 KB, 30 次查看)</fieldset></div><div>__________________<br>人在车在</div></td></tr><tr><td class="alt2"><a href="newreply.php?p=5001">引用</a></td></tr></table></div><div align="center"><table id="post5002" class="tborder"><tr><td class="thead">2013-08-22, 09:02</td></tr><tr><td class="alt2"><a class="bigusername" href="member.php?u=9">小轮径</a></td></tr><tr><td class="alt1"><div id="post_message_5002">佩服，明年也想去。</div></td></tr></table></div></div><div align="center">所有时间均为北京时间。现在的时间是 <span class="time">21:08</span>。<br>Powered by vBulletin® 版本 3.8.7</div>`,
  ),
  layout(
    'discuz-touch',
    'https://m.dz-b.example/thread-880011-1-1.html?mobile=2',
    { title: '孩子上学接送，大家都怎么错峰', author: '早起妈妈', day: '2033-09-03' },
    {
      title: '孩子上学接送，大家都怎么错峰 -  亲子乐园 -  河埠论坛 -  手机版 - Powered by Discuz!',
      more: '<meta name="generator" content="Discuz! X3.5">',
    },
    `<div class="header cl"><div class="mz"><a href="javascript:history.back();"></a></div><h2><a href="forum.php?mobile=2">亲子乐园</a></h2></div><div class="viewthread"><div class="view_tit">孩子上学接送，大家都怎么错峰</div><div class="plc cl" id="pid9101"><div class="avatar"><img src="/u.jpg"></div><div class="display pi pione"><ul class="authi"><li class="mtit"><span class="z"><a href="home.php?mod=space&uid=3">早起妈妈</a></span></li><li class="mtime"><span class="y">浏览 210</span>2033-9-3 08:01</li></ul><div class="message">${T}学校门口只有一条单行道，七点四十以后堵成一锅粥。今天试了试，七点二十五到，停车、送进门只花了四分钟。<br>但是孩子少睡二十分钟，早饭也只能在车上吃。<br>有没有家长愿意一个楼一个楼地拼车，轮流送？我家可以送周一和周三。${E}</div></div></div><div class="plc cl" id="pid9102"><div class="display pi"><ul class="authi"><li class="mtit"><a href="home.php?mod=space&uid=4">向日葵</a></li><li class="mtime">2033-9-3 08:20</li></ul><div class="message">${T}我们楼可以加一个。${E}</div></div></div></div><div class="pg"><strong>1</strong></div><div class="footer"><a href="forum.php?mobile=1">标准版</a> | 触屏版 | <a href="forum.php?mobile=no">电脑版</a><p>© Comsenz Inc.</p></div>`,
  ),
  layout(
    'discourse-crawler',
    'https://talk.dc-a.example/t/topic/4021',
    { title: '把五年的记账数据画成了一张图', author: 'sanmu', day: '2033-02-08' },
    {
      title: '把五年的记账数据画成了一张图 - 数据与生活 - 三木社区',
      more: '<meta name="generator" content="Discourse 3.4.0">',
    },
    `<header><a href="/">三木社区</a></header><div id="main-outlet" class="wrap" role="main"><div id="topic-title"><h1><a href="/t/topic/4021">把五年的记账数据画成了一张图</a></h1><div class="topic-category"><span><a href="/c/data"><span class="category-title">数据与生活</span></a></span></div></div><div itemscope itemtype="http://schema.org/DiscussionForumPosting"><div id="post_1" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author"><a itemprop="url" href="/u/sanmu"><span itemprop="name">sanmu</span></a></span><link itemprop="mainEntityOfPage" href="#"><span class="crawler-post-infos"><time datetime="2033-02-08T10:12:00Z" class="post-time">2033 年2 月 8 日 10:12</time><meta itemprop="dateModified" content="2033-02-09T10:12:00Z"><span itemprop="position">1</span></span></div><div class="post" itemprop="text">${T}<p>从二〇二八年一月开始记账，到上个月满五年，一共两万零三百一十二笔。</p><p>导出来以后先去掉转账和退款，再把商家名合并，用了一整个周末。颜色最深的一条带子是外卖，比房租还宽。</p><p>最意外的是药费：搬到有电梯的房子之后，膝盖药一盒也没有再买过。</p><p>数据和脚本放在附件里，去掉了隐私，有兴趣的可以照着画。</p>${E}</div><div itemprop="interactionStatistic"><span class="post-likes">14 个赞</span></div></div><div id="post_2" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><a href="/u/bei"><span itemprop="name">bei</span></a></span><time class="post-time">2033 年2 月 8 日 12:40</time></div><div class="post" itemprop="text"><p>图很漂亮，收藏了。</p></div></div></div><div id="related-topics" class="more-topics__list"><h3 class="more-topics__list-title">相关话题</h3><table class="topic-list"><tr><td><a href="/t/1">预算表怎么做才坚持得下去</a></td></tr></table></div></div><footer class="container wrap"><a href="/">首页</a> <a href="/guidelines">准则</a></footer>`,
  ),
  layout(
    'xenforo',
    'https://bbs.xf-a.example/threads/3301/',
    { title: '锂电池手电筒横向测试', author: '夜行人', day: '2033-04-25' },
    { title: '锂电池手电筒横向测试 | 户外装备社区' },
    `<div class="p-pageWrapper" id="top"><header class="p-header"><a href="/">户外装备社区</a></header><nav class="p-nav"><ul><li><a href="/">论坛</a></li><li><a href="/whats-new/">新内容</a></li></ul></nav><div class="p-body"><div class="p-body-header"><div class="p-title"><h1 class="p-title-value">锂电池手电筒横向测试</h1></div><div class="p-description"><ul class="listInline"><li><a class="username" href="/members/1/">夜行人</a></li><li><a href="#"><time class="u-dt" datetime="2033-04-25T21:05:00+0800">2033-04-25</time></a></li></ul></div></div><div class="p-body-main"><div class="block block--messages"><article class="message message--post"><div class="message-inner"><div class="message-cell message-cell--user"><section class="message-user"><h4 class="message-name"><a class="username">夜行人</a></h4><h5 class="userTitle">资深会员</h5><dl class="pairs"><dt>注册</dt><dd>2029-01-02</dd></dl></section></div><div class="message-cell message-cell--main"><div class="message-main"><header class="message-attribution"><ul><li><time class="u-dt">2033-04-25</time></li></ul><ul><li>#1</li></ul></header><div class="message-content"><div class="message-userContent"><article class="message-body"><div class="bbWrapper">${T}借到了六支标称一千流明的手电，在地下车库里用同一块照度计测了一晚上。<br><br>开机三十秒，四支能到九百以上；十分钟以后，只剩下一支还在八百，其余都因为过热降到了三百上下。<br><br>结论很简单：看重量。轻于一百克的，都撑不过十分钟，因为没有地方放热量。${E}</div></article></div></div><footer class="message-footer"><a>赞</a><a>回复</a><div class="reactionsBar">星河, 山野 与另外 3 人</div></footer></div></div></div></article></div><div class="block similarThreads"><h3 class="block-header">类似主题</h3><div class="structItem"><a href="/threads/1/">头灯怎么选</a></div></div></div></div><footer class="p-footer">论坛软件由 XenForo 提供</footer></div>`,
  ),
  layout(
    'hupu-thread',
    'https://bbs.hp-a.example/62000001.html',
    { title: '带父亲看了一场他等了三十年的球赛', author: '七号看台', day: '2033-05-14' },
    { title: '带父亲看了一场他等了三十年的球赛-步行街主干道-虎扑篮' },
    `<div id="__next"><div class="index_header"><a href="/">首页</a><a href="/nba">篮球</a></div><div class="index_bbs-post-web-container"><div class="index_bbs-post-web-body-left-wrapper"><div class="bbs-post-wrapper"><div class="index_crumbs"><a href="/">步行街主干道</a></div><div class="post-wrapper"><div class="index_title"><h1 class="index_name">带父亲看了一场他等了三十年的球赛</h1><div class="index_bbs-thread-comp-meta"><span>32回复</span> / <span>5万浏览</span></div></div><div class="post-user_post-user-comp"><a href="/u/1" class="post-user_post-user-comp-info-top-name">七号看台</a><span class="post-user_post-user-comp-info-top-time">2033-05-14 23:50:12</span><span class="ip">发布于江苏</span></div><div class="main-thread"><div class="main-post-info"><div class="thread-content-detail">${T}<p>父亲年轻时在厂队打后卫，家里唯一的奢侈品是一台黑白电视，为的是看联赛。</p><p>今年球队打进决赛，我托了三个朋友才买到两张看台票。他穿了那件洗得发白的队服，提前四个小时就到了体育场。</p><p>加时赛绝杀的时候，他没有跳起来，只是坐着，用手背抹了抹眼睛。</p><p>回家的地铁上，他说：值了。</p>${E}</div><div class="index_post-bottom"><span>推荐 (210)</span><span>评论 (32)</span><span>收藏</span><span>分享</span><span>举报</span><span>只看楼主</span></div></div></div></div><div class="post-reply-list_light"><div class="post-reply-list_title">这些回复亮了</div><div class="reply-list-content"><p>看哭了，替叔叔高兴</p><span>亮了(89)</span></div></div></div></div></div></div>`,
  ),
  layout(
    'haodf-consult',
    'https://www.hd-a.example/bingcheng/8890001.html',
    { title: '甲状腺结节4a类要不要马上手术', day: '2033-03-19' },
    { title: '甲状腺结节4a类要不要马上手术_甲状腺结节_好医在线' },
    `<div class="header-wrap"><a href="/">好医在线</a><a href="/keshi">按科室找</a></div><section class="main"><header class="diseaseinfo-header"><h1 class="f-card-title">甲状腺结节4a类要不要马上手术</h1><p class="h-time">2033-03-19 问诊 | 图文问诊</p></header><section class="f-card clearfix">${T}<h2 class="f-c-title">病例信息</h2>${E}${T}<p class="info3-title">疾病描述：</p>${E}<p class="info3-value">${T}体检超声发现右侧甲状腺结节，大小零点六厘米，分类4a，没有不舒服。穿刺还没有做，家里人很着急。${E}</p>${T}<p class="info3-title">希望获得的帮助：</p>${E}<p class="info3-value">${T}是否需要马上手术，能不能先观察。${E}</p></section><section class="f-card">${T}<h2 class="f-c-title">问诊建议</h2>${E}<div class="suggestions-text"><p>${T}结节小于一厘米，没有淋巴结异常，4a类恶性的可能性不到一成，不需要马上手术。建议先做细针穿刺，结果良性每半年复查一次超声即可。${E}</p></div><p class="tip">投诉</p><p class="statement">医生建议仅供参考，不作为诊断依据。</p></section><section class="doctor-card"><a href="/d/1"><span class="name">葛文</span><span class="title">主任医师 普外科</span></a><p>江陵市中心医院</p><span>去问诊</span></section></section><aside><h3>相关科普</h3><ul><li><a href="/1">4a类到底是什么意思</a></li></ul></aside><footer>好医在线 版权所有</footer>`,
  ),
  layout(
    'law-question',
    'https://china.zf-a.example/ask/question_70000001.html',
    { title: '租房押金房东不退怎么办', day: '2033-06-11' },
    { title: '租房押金房东不退怎么办-找法律师网' },
    `<div class="site-nav"><a href="/">找律师</a><a href="/ask">法律咨询</a><a href="/zhishi">法律知识</a></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/ask">法律咨询</a> &gt; 咨询详情</div><div class="detail-left"><div class="q-detail"><h1 class="q-title">租房押金房东不退怎么办</h1><p class="q-con">${T}合同到期已经搬走半个月，房东说墙上有钉孔，押金三千元全部不退，合同里没有写钉孔的事情，该怎么办？${E}</p><div class="q-info"><span>湖北-江陵</span><span>2033-06-11 09:40</span><span>房产纠纷</span><span>2人回答</span></div></div><div class="ans-wrap">${T}<div class="ans-tit">律师解答</div>${E}<div class="ans-item"><div class="lawyer-info"><a class="name" href="/l/1">倪律师</a><span>执业8年</span><span>服务1.2万人</span><a class="btn">咨询TA</a></div><div class="ans-con">${T}钉孔属于正常使用造成的损耗，合同没有约定的，房东不能以此扣留全部押金。可以先书面催告，协商不成向法院起诉，三千元适用小额诉讼程序，费用只有二十五元。${E}</div><div class="ans-time">2033-06-11 10:02</div></div><div class="ans-item"><div class="lawyer-info"><a class="name" href="/l/2">屈律师</a><span>执业15年</span></div><div class="ans-con">${T}注意保留搬离时的照片、钥匙交接记录和聊天记录，这些是证明房屋完好的关键证据。${E}</div><div class="ans-time">2033-06-11 11:30</div></div></div><div class="ask-box"><p>没有找到答案？1分钟提问，律师马上解答</p><button>立即咨询</button></div></div><div class="detail-right"><h3>相似咨询</h3><ul><li><a href="/q/2">提前退租要赔多少</a></li><li><a href="/q/3">房东涨租金合法吗</a></li></ul></div>`,
  ),
  layout(
    'gov-letter',
    'http://www.qinglan.gov.cn.example/hdjl/ldxx/content/post_60001.html',
    { title: '关于城北公园夜间照明不足的问题', day: '2033-10-12' },
    {
      title: '关于城北公园夜间照明不足的问题_青岚县人民政府',
      more: '<meta name="SiteName" content="青岚县人民政府"><meta name="ArticleTitle" content="关于城北公园夜间照明不足的问题">',
    },
    `<div class="head"><a href="/">网站首页</a><a href="/zwgk">政务公开</a><a href="/hdjl">互动交流</a></div><div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/hdjl">互动交流</a> &gt; 县长信箱</div><div class="letter"><h2 class="let-tit">信件详情</h2><table class="let-table" width="100%"><tr><th>信件标题</th><td colspan="3">关于城北公园夜间照明不足的问题</td></tr><tr><th>信件编号</th><td>20331008017</td><th>信件类别</th><td>建议</td></tr><tr><th>写信人</th><td>林**</td><th>写信时间</th><td>2033-10-08 21:12:09</td></tr><tr><th>信件内容</th><td colspan="3">${T}城北公园东侧步道晚上没有灯，台阶多，老人散步容易摔跤，上周就有人崴了脚。建议加装路灯，或者先放几盏太阳能灯。${E}</td></tr><tr><th>办理单位</th><td>县城市管理局</td><th>回复时间</th><td>2033-10-12 10:30:00</td></tr><tr><th>回复内容</th><td colspan="3">${T}您好，来信收悉。经现场核查，城北公园东侧步道长约四百米，确无照明设施。我局已安排安装庭院灯二十二盏，计划于10月25日前完成，在此之前先行布设临时照明。感谢您的关心。${E}</td></tr></table><div class="pj"><p>您对本次答复是否满意？</p><label>满意</label><label>不满意</label></div></div><div class="foot">主办：青岚县人民政府办公室 网站标识码：3300000001 浙ICP备00000006号</div>`,
  ),
];
