import type { KindPage } from '../kinds/page.ts';
import { E, layout, T } from './page.ts';

/** Portals of governments, schools, courts, hospitals and companies. */
export const offices = (): KindPage[] => [
  layout(
    'trs-index-table',
    'http://www.heyang.gov.cn.example/zwgk/zfxxgk/fdzdgknr/202205/t20320512_200001.html',
    {
      title: '河阳市人民政府办公室关于印发夏季防汛值守办法的通知',
      author: '河阳市人民政府办公室',
      day: '2032-05-12',
    },
    { title: '河阳市人民政府办公室关于印发夏季防汛值守办法的通知_政策文件_河阳市人民政府' },
    `<div class="top"><a href="/">网站首页</a><a href="/z">政务公开</a><a href="/b">办事服务</a><a href="/h">互动交流</a></div><div class="dqwz">当前位置：<a href="/">首页</a>&gt;<a href="/z">政务公开</a>&gt;<a href="/f">法定主动公开内容</a>&gt;政策文件</div>
<div class="xxgk_box"><table class="xxgk_table" border="1"><tr><td>索 引 号：</td><td>000014349/2032-00021</td><td>主题分类：</td><td>水利、防汛</td></tr><tr><td>发文机关：</td><td>河阳市人民政府办公室</td><td>成文日期：</td><td>2032年05月10日</td></tr><tr><td>标　　题：</td><td colspan="3">河阳市人民政府办公室关于印发夏季防汛值守办法的通知</td></tr><tr><td>发文字号：</td><td>河政办〔2032〕12号</td><td>发布日期：</td><td>2032年05月12日</td></tr><tr><td>有 效 性：</td><td colspan="3">有效</td></tr></table>
<h1 class="xxgk_tit">河阳市人民政府办公室关于印发夏季防汛值守办法的通知</h1><div class="view TRS_UEDITOR trs_paper_default">${T}<p style="text-align:center">河政办〔2032〕12号</p><p>各县（区）人民政府，市直各部门：</p><p>《河阳市夏季防汛值守办法》已经市政府同意，现印发给你们，请认真贯彻执行。</p><p style="text-align:right">河阳市人民政府办公室</p><p style="text-align:right">2032年5月10日</p><p style="text-align:center">河阳市夏季防汛值守办法</p><p>第一条　为做好夏季防汛工作，制定本办法。</p><p>第二条　每年六月一日至九月三十日，各级防汛机构实行二十四小时值守，领导干部在岗带班。</p><p>第三条　值守人员每日八时、二十时各报告一次水情；出现险情的，应当立即报告。</p>${E}</div><div class="fjxz"><p>附件：<a href="./P020320512.docx">值守情况登记表.docx</a></p></div></div>
<div class="share"><span>分享到：</span><a>微信</a></div><div class="jiedu"><h3>政策解读</h3><ul><li><a href="/1">一图读懂夏季防汛值守办法</a></li></ul></div><div class="foot">主办单位：河阳市人民政府办公室 网站标识码：0000000002 <a>联系我们</a></div>`,
  ),
  layout(
    'jpage-article',
    'http://www.linshui.gov.cn.example/art/2032/7/8/art_1229_3300001.html',
    { title: '林水县开展农村饮用水水源地夏季巡查', author: '', day: '2032-07-08' },
    {
      title: '林水县人民政府 部门动态 林水县开展农村饮用水水源地夏季巡查',
      more: '<meta name="author" content="hanweb"><meta name="generator" content="jcms">',
    },
    `<div class="header"><div class="menu"><a href="/">首页</a><a href="/col/1">走进林水</a><a href="/col/2">新闻中心</a></div></div><table width="1000" align="center"><tr><td>您的位置：<a href="/">首页</a> &gt; <a href="/col/2">新闻中心</a> &gt; 部门动态</td></tr></table>
<div id="c"><table id="article" width="100%" align="center"><tr><td class="title" align="center"><!--<$[标题名称(html)]>begin-->林水县开展农村饮用水水源地夏季巡查<!--<$[标题名称(html)]>end--></td></tr><tr><td align="center"><table width="90%"><tr><td>发布日期：2032-07-08</td><td>来源：县水务局</td><td>浏览次数：<script src="/count.js"></script></td><td>字号：[ <a>大</a> <a>中</a> <a>小</a> ]</td></tr></table></td></tr><tr><td class="bt_content"><div id="zoom"><!--ZJEG_RSS.content.begin-->${T}<p>7月6日至7日，县水务局会同环保、卫生部门，对全县十四处农村饮用水水源地开展夏季巡查。</p><p>巡查组查看了水源保护区标识、围网和周边排污情况，现场检测浊度、余氯等指标，并随机走访了三十二户村民。</p><p>针对石碾村水源地围网破损、上湾村管护记录不全的问题，巡查组要求五日内整改到位。</p>${E}<!--ZJEG_RSS.content.end--></div></td></tr><tr><td align="right">［<a href="javascript:window.print()">打印本页</a>］ ［<a href="javascript:window.close()">关闭窗口</a>］</td></tr></table></div><div class="bottom"><p>主办：林水县人民政府 承办：林水县大数据中心</p><p>蜀ICP备00000002号</p></div>`,
  ),
  layout(
    'old-asp-table',
    'http://www.old-gov.example/ReadNews.asp?NewsID=812',
    { title: '我县召开秋季森林防火工作会议', author: '', day: '2012-09-21' },
    { title: '牛角县林业信息网' },
    `<table width="778" border="0" align="center"><tr><td><img src="/logo.gif"></td></tr><tr><td bgcolor="#006600"><a href="/"><font color="#ffffff">首页</font></a> | <a href="/1"><font color="#ffffff">机构设置</font></a> | <a href="/2"><font color="#ffffff">林业动态</font></a></td></tr></table>
<table width="778" align="center"><tr><td width="180" valign="top"><table width="100%"><tr><td>本类热门</td></tr><tr><td>·<a href="/3">核桃丰产栽培技术要点</a></td></tr><tr><td>·<a href="/4">野生动物救护站揭牌</a></td></tr></table></td><td valign="top"><table width="100%"><tr><td align="center"><b><font size="4">我县召开秋季森林防火工作会议</font></b></td></tr><tr><td align="center"><font color="#999999">作者：佚名　来源：本站原创　发布时间：2012-9-21 15:20:33　点击数：<script src="hits.asp"></script></font></td></tr><tr><td style="line-height:180%"><font size="3">${T}　　9月20日，我县召开秋季森林防火工作会议，总结春季防火工作，安排秋季任务。<br>　　会议指出，今年入秋以来降水偏少三成，林下可燃物多，防火形势比往年严峻。<br>　　会议要求，各乡镇要落实网格责任，护林员每日巡山，重点时段在路口设卡；学校要给学生上好防火第一课。<br>　　会上，七个乡镇签订了责任书。${E}</font></td></tr><tr><td align="right">【<a href="#">发表评论</a>】【<a href="#">告诉好友</a>】【<a href="#">打印此文</a>】【<a href="#">关闭窗口</a>】</td></tr><tr><td>上一篇新闻：<a href="/811">全县退耕还林补助发放完毕</a><br>下一篇新闻：<a href="/813">苗圃秋季苗木供应信息</a></td></tr></table></td></tr></table><table align="center"><tr><td>版权所有：牛角县林业局　地址：牛角县北街12号　电话：0000-0000000</td></tr></table>`,
  ),
  layout(
    'vsb-school',
    'https://www.school-a.edu.example/info/1041/5012.htm',
    { title: '关于2032年秋季学期开学安排的通知', author: '教务处', day: '2032-08-26' },
    { title: '关于2032年秋季学期开学安排的通知-临川学院教务处' },
    `<div class="head"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/b">部门概况</a></li><li><a href="/t">通知公告</a></li></ul></div><div class="ny"><div class="left"><h3>通知公告</h3><ul><li><a href="/1">教学运行</a></li><li><a href="/2">考试管理</a></li></ul></div><div class="right"><div class="position">当前位置: <a href="/">首页</a> >> <a href="/t">通知公告</a> >> 正文</div><form name="_newscontent_fromname"><div class="content-title"><h3>关于2032年秋季学期开学安排的通知</h3><i>发布时间：2032-08-26　作者：教务处　浏览：<span id="n">121</span>次</i></div><div id="vsb_content"><div class="v_news_content">${T}<p>各学院、各部门：</p><p>根据校历安排，现将2032年秋季学期开学有关事项通知如下。</p><p><strong>一、报到时间</strong></p><p>老生9月3日至4日报到，新生9月7日报到；因故不能按时报到的，须向所在学院书面请假。</p><p><strong>二、选课</strong></p><p>9月5日12时起开放补退选，9月11日22时截止。</p><p>特此通知。</p><p style="text-align:right">教务处</p><p style="text-align:right">2032年8月26日</p>${E}</div></div><p>附件【<a href="/system/_content/download.jsp?id=1">校历.pdf</a>】已下载<span>33</span>次</p><div class="pre-next"><p>上一条：<a href="/1">期末成绩复核说明</a></p><p>下一条：<a href="/2">教材征订通知</a></p></div><div>【<a href="javascript:window.opener=null;window.close()">关闭</a>】</div></form></div></div><div class="foot">Copyright © 临川学院教务处 地址：临川路1号 邮编：000000</div>`,
  ),
  layout(
    'hospital',
    'http://www.hospital-a.example/Html/News/Articles/3021.html',
    { title: '夏季腹泻别急着止泻，先看这三点', author: '尹素梅', day: '2032-06-30' },
    { title: '夏季腹泻别急着止泻，先看这三点 - 健康科普 - 滨江区中心医院' },
    `<div class="top"><ul><li><a href="/">医院首页</a></li><li><a href="/k">科室导航</a></li><li><a href="/g">预约挂号</a></li></ul></div><div class="main"><div class="sitemap">您现在的位置：<a href="/">首页</a> > <a href="/j">健康科普</a> > 正文</div><div class="contentbox"><h1>夏季腹泻别急着止泻，先看这三点</h1><div class="ly">作者：消化内科 尹素梅&nbsp;&nbsp;发布日期：2032-06-30&nbsp;&nbsp;点击：532</div><div class="wz">${T}<p>天气一热，门诊里腹泻的病人就多起来。许多人第一反应是吃止泻药，其实不一定对。</p><p>第一，看有没有发烧和血便。有，就要先化验，不能自行止泻。</p><p>第二，看次数和脱水。口干、尿少、眼窝凹陷，说明已经脱水，口服补液盐比任何药都要紧。</p><p>第三，看年龄。老人和一岁以内的孩子，一天超过六次就应当就诊。</p>${E}</div><div class="zz"><p>温馨提示：本文仅供科普，不能代替医生诊治。</p></div><div class="fx">分享到：<a>微信</a><a>QQ空间</a></div><div class="xg"><h4>相关文章</h4><ul><li><a href="/1">中暑之后怎么办</a></li></ul></div></div></div><div class="foot">急救电话：000-0000000 院址：滨江大道300号</div>`,
  ),
  layout(
    'company-about',
    'http://www.valve-a.example/about.html',
    { title: '公司简介', author: '', day: null },
    { title: '公司简介-东泽阀门制造有限公司' },
    `<div class="header"><div class="logo"><img src="/l.png"></div><ul class="nav"><li><a href="/">网站首页</a></li><li><a href="/about.html">关于我们</a></li><li><a href="/product">产品中心</a></li><li><a href="/contact">联系我们</a></li></ul></div><div class="banner"><img src="/b.jpg"></div><div class="container"><div class="sidebar"><h3>关于我们</h3><ul><li><a href="/about.html">公司简介</a></li><li><a href="/culture.html">企业文化</a></li><li><a href="/honor.html">资质荣誉</a></li></ul><h3>联系方式</h3><p>联系人：彭先生</p><p>电话：0000-00000000</p></div><div class="content"><div class="title"><h2>公司简介</h2></div><div class="about">${T}<p>东泽阀门制造有限公司成立于1998年，位于东泽市北郊工业园，占地面积三万六千平方米，现有员工二百六十人，其中技术人员四十二人。</p><p>公司主要生产闸阀、截止阀、蝶阀三大系列四百多个规格的产品，广泛用于给水、供热和石油化工等行业，年产能十二万台。</p><p>公司坚持“一台一检、终身可查”的质量方针，2009年起每台产品都有独立编号，可以查到铸造炉次和检验人员。</p>${E}</div></div></div><div class="links">友情链接：<a href="/l">阀门协会</a></div><div class="footer"><p>版权所有 © 东泽阀门制造有限公司 技术支持：云建站</p></div>`,
  ),
  layout(
    'judgment',
    'http://wenshu.court-a.example/website/wenshu/1.html',
    { title: '柳某与鸿达家具厂买卖合同纠纷一审民事判决书', author: '', day: '2021-11-30' },
    { title: '柳某与鸿达家具厂买卖合同纠纷一审民事判决书 - 文书网' },
    `<div class="header"><a href="/">首页</a><a href="/m">民事案件</a></div><div class="PDF_box"><div class="PDF_title">柳某与鸿达家具厂买卖合同纠纷一审民事判决书</div><table class="fd"><tr><td>发布日期：2021-11-30</td><td>浏览：18次</td></tr></table><div class="PDF_pox">${T}<div style="text-align:center">清河县人民法院</div><div style="text-align:center">民 事 判 决 书</div><div style="text-align:right">（2021）清民初812号</div><div>原告：柳某，男，住清河县。</div><div>被告：鸿达家具厂，住所地清河县城西工业区。</div><div>原告柳某与被告鸿达家具厂买卖合同纠纷一案，本院立案后依法适用简易程序，公开开庭进行了审理。本案现已审理终结。</div><div>本院认为，双方的买卖关系合法有效，被告未按约定的材质交货，应当承担违约责任。</div><div>依照《中华人民共和国民法典》第五百七十七条的规定，判决如下：</div><div>一、被告于判决生效之日起十日内退还原告货款8600元；</div><div>二、驳回原告的其他诉讼请求。</div><div style="text-align:right">审判员　　樊　静</div><div style="text-align:right">二〇二一年十一月二日</div><div style="text-align:right">书记员　　罗　洋</div>${E}</div><div class="gk">公告：一、本裁判文书库公布的裁判文书由相关法院录入和审核，并依据法律与审判公开的原则予以公开。</div></div><div class="foot">地址：北京 邮编：100000</div>`,
  ),
  layout(
    'jobs',
    'https://jobs.zp-a.example/job/88001.html',
    { title: '仓储主管', author: '', day: null },
    { title: '仓储主管招聘_河埠东仓物流有限公司招聘_职友网' },
    `<div class="nav"><a href="/">首页</a><a href="/s">职位</a><a href="/c">公司</a></div><div class="job-banner"><div class="name"><h1>仓储主管</h1><span class="salary">7-9K</span></div><p>河埠 <em></em>3-5年<em></em>大专</p><div class="job-tags"><span>五险</span><span>包住</span></div><div class="btns"><a>感兴趣</a><a>立即沟通</a></div></div><div class="job-box"><div class="job-sider"><h3>公司基本信息</h3><p>河埠东仓物流有限公司</p><p>100-499人</p></div><div class="job-detail"><div class="detail-content"><div class="job-sec"><h3>职位描述</h3><div class="text">${T}岗位职责：<br>1、负责仓库收货、上架、拣选、出库的日常管理；<br>2、组织月度盘点，差异率控制在千分之三以内；<br>3、安排班组排班，做好新员工培训。<br>任职要求：<br>1、大专以上学历，三年以上仓储管理经验；<br>2、熟悉常用仓储系统，会使用表格；<br>3、能适应倒班。${E}</div></div><div class="job-sec"><h3>工作地址</h3><p>河埠市物流大道9号</p></div><div class="job-tip">职友网温馨提示：求职过程中请勿缴纳费用。</div></div></div></div><div class="similar"><h3>看过该职位的人还看了</h3><ul><li><a href="/1">仓库管理员 5-6K</a></li><li><a href="/2">物流调度 6-8K</a></li></ul></div>`,
  ),
];
