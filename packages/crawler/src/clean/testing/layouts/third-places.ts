import type { KindPage } from '../kinds/page.ts';
import { E, layout, T } from './page.ts';

/** The third set: offices, and pages to look things up, to buy and to choose. */
export const thirdPlaces = (): KindPage[] => [
  layout(
    'short-notice',
    'http://www.xishan-edu.example/tzgg/show.asp?id=881',
    { title: '关于十一月三日停电的通知', day: '2033-10-31' },
    { title: '溪山县教育体育局' },
    `<table width="1000" align="center"><tr><td><a href="/">首页</a></td><td><a href="/1">机构设置</a></td><td><a href="/2">政策法规</a></td><td><a href="/3">基础教育</a></td><td><a href="/4">职业教育</a></td><td><a href="/5">招生考试</a></td><td><a href="/6">教师工作</a></td><td><a href="/7">体育卫生</a></td><td><a href="/8">党建专栏</a></td><td><a href="/9">下载中心</a></td></tr></table><table width="1000" align="center"><tr><td width="240" valign="top"><table><tr><td>通知公告</td></tr><tr><td><a href="/a1">关于做好秋季学校传染病防控工作的通知</a></td></tr><tr><td><a href="/a2">关于开展教师资格定期注册的公告</a></td></tr><tr><td><a href="/a3">关于公布中小学生竞赛活动白名单的通知</a></td></tr><tr><td><a href="/a4">关于义务教育阶段学校课后服务收费标准的公示，请各学校严格遵照执行</a></td></tr></table></td><td valign="top"><table width="100%"><tr><td>当前位置：<a href="/">首页</a> → <a href="/t">通知公告</a> → 正文</td></tr><tr><td align="center"><b>关于十一月三日停电的通知</b></td></tr><tr><td align="center">发布时间：2033-10-31 16:02　点击：57</td></tr><tr><td style="line-height:200%">${T}　　因供电线路检修，本局办公楼11月3日全天停电，窗口业务暂停办理。${E}</td></tr><tr><td align="right">【<a href="javascript:window.print()">打印</a>】【<a href="javascript:window.close()">关闭</a>】</td></tr></table></td></tr></table><table width="1000" align="center"><tr><td align="center">友情链接：<a href="/x1">省教育厅</a> <a href="/x2">市教育局</a> <a href="/x3">县政府网</a></td></tr><tr><td align="center">地址：溪山县城关镇学府路8号　邮编：000000　技术支持：云创科技</td></tr></table>`,
  ),
  layout(
    'policy-reading',
    'https://www.linhe.gov.cn.example/zwgk/zcjd/art/2033/art_9d1c.html',
    { title: '《临河县老旧电梯更新补助办法》政策解读', day: '2033-08-18' },
    {
      title: '临河县人民政府 政策解读 《临河县老旧电梯更新补助办法》政策解读',
      more: '<meta name="SiteName" content="临河县人民政府"><meta name="ArticleTitle" content="《临河县老旧电梯更新补助办法》政策解读"><meta name="PubDate" content="2033-08-18 15:20"><meta name="Author" content="hanweb">',
    },
    `<div class="header"><a href="/">首页</a></div><div class="bread">当前位置： <a href="/">首页</a> &gt; <a href="/z">政务公开</a> &gt; <a href="/j">政策解读</a></div><div class="main"><div class="title">《临河县老旧电梯更新补助办法》政策解读</div><div class="pages-date"><span>发布日期：2033-08-18 15:20</span><span>信息来源：县市场监管局</span><span>浏览量：<i>392</i></span><div class="fx">分享：<a>微信</a><a>微博</a></div></div><div class="zcwj">政策文件：<a href="/w">临河县人民政府办公室关于印发老旧电梯更新补助办法的通知</a></div><div id="zoom" class="article_con">${T}<p style="text-indent:2em"><b>一、为什么要出台这个办法？</b></p><p style="text-indent:2em">全县使用十五年以上的住宅电梯有二百一十四台，故障率是新电梯的六倍。</p><p style="text-indent:2em"><b>二、哪些电梯可以申请？</b></p><p style="text-indent:2em">使用满十五年，或者经安全评估认为存在较大隐患的住宅电梯，由业主委员会提出申请。</p><p style="text-indent:2em"><b>三、补助多少？</b></p><p style="text-indent:2em">每台补助十五万元，加装监测装置的再补助五千元。</p><p style="text-indent:2em">解读机构：县市场监督管理局　　解读人：房晓　　联系电话：0000-8123456</p>${E}</div><div class="xgwj"><h3>相关文件</h3><ul><li><a href="/w">关于印发老旧电梯更新补助办法的通知</a></li></ul></div><div class="qrcode"><img src="/q.png"><p>扫一扫在手机打开当前页</p></div></div><div class="footer">主办单位：临河县人民政府办公室　网站标识码：1400000002</div>`,
  ),
  layout(
    'tender',
    'http://ggzy.ax-a.example/jyxx/002001/20330722/a1b2.html',
    { title: '青石渡大桥维修加固工程招标公告', day: '2033-07-22' },
    { title: '青石渡大桥维修加固工程招标公告', more: '<meta name="generator" content="Epoint">' },
    `<div class="ewb-header"><a href="/">首页</a><a href="/jyxx">交易信息</a><a href="/zcfg">政策法规</a></div><div class="ewb-location">当前位置：<a href="/">首页</a> &gt; <a href="/jyxx">交易信息</a> &gt; 工程建设</div><div class="ewb-article"><h3 class="ewb-article-title">青石渡大桥维修加固工程招标公告</h3><div class="ewb-article-sources"><p>【信息时间：2033-07-22　阅读次数：<span id="infoviewcount">118</span>】<a>【我要打印】</a><a>【关闭】</a></p></div><div class="ewb-article-info">${T}<p>1. 招标条件</p><p>青石渡大桥维修加固工程已由安溪县发展和改革局批准建设，资金来源为县财政资金，现对该项目施工进行公开招标。</p><p>2. 项目概况</p><table><tr><td>建设地点</td><td>安溪县青石镇</td></tr><tr><td>投资额</td><td>1860万元</td></tr><tr><td>工期</td><td>240日历天</td></tr></table><p>3. 投标人资格</p><p>具备公路工程施工总承包二级及以上资质，近五年完成过跨径六十米以上桥梁加固工程一项。</p><p>4. 招标文件的获取</p><p>自7月23日起在交易平台下载，售价为零元。</p><p>招标人：安溪县公路事业发展中心　　联系人：滕工</p><p>2033年7月22日</p>${E}</div><div class="ewb-attach"><h4>附件：</h4><p><a href="/f/1.zip">招标文件.zip</a></p></div></div><div class="ewb-footer">技术支持：国泰新点软件股份有限公司</div>`,
  ),
  layout(
    'law-article',
    'https://law.fg-a.example/detail2.html?id=2001',
    { title: '沙河市城市绿化条例', author: '', day: '2033-04-01' },
    { title: '沙河市城市绿化条例 - 法规数据库' },
    `<div class="top"><a href="/">首页</a><a href="/fl">法律</a><a href="/dfx">地方性法规</a></div><div class="law-box"><h1 class="law-title">沙河市城市绿化条例</h1><div class="law-info"><span>制定机关：沙河市人民代表大会常务委员会</span><span>公布日期：2033-04-01</span><span>施行日期：2033-06-01</span><span>时效性：有效</span></div><div class="law-left"><h4>目录</h4><ul><li><a href="#c1">第一章 总则</a></li><li><a href="#c2">第二章 规划和建设</a></li></ul></div><div class="law-text">${T}<p>（2033年3月28日沙河市第九届人民代表大会常务委员会第十二次会议通过）</p><p>第一章　总则</p><p>第一条　为了保护和改善生态环境，根据有关法律、行政法规，结合本市实际，制定本条例。</p><p>第二条　本市城市规划区内绿化的规划、建设、保护和管理，适用本条例。</p><p>第二章　规划和建设</p><p>第三条　新建居住区绿地率不低于百分之三十五，旧城改造不低于百分之二十五。</p><p>第四条　本条例自2033年6月1日起施行。</p>${E}</div><div class="law-down"><a>下载WORD</a><a>下载PDF</a></div></div><div class="footer">主办：法规数据中心</div>`,
  ),
  layout(
    'hashed-baike',
    'https://baike.bd-c.example/item/%E6%9C%A8%E8%96%AF/12345',
    { title: '藤橹', day: null },
    {
      title: '藤橹_千度百科',
      more: '<meta name="description" content="藤橹是一种流行于江南水乡的摇船工具。">',
    },
    `<div id="root"><div class="index-module_topbar__aB1"><a href="/">网页</a><a href="/n">新闻</a><a href="/t">贴吧</a></div><div class="contentTab_N9"><div class="mainContent_x1"><div class="polysemantText_k2">展开2个同名词条</div><div class="lemmaTitleBox_a1"><h1 class="J-lemma-title lemmaTitle_q1">藤橹</h1><div class="btnList_b1"><span>播报</span><span>编辑</span><span>讨论</span><span>上传视频</span></div><div class="lemmaDescText_c1">江南水乡摇船工具</div></div><div class="J-summary lemmaSummary_d1">${T}<div class="para_e1"><span>藤橹是一种流行于江南水乡的摇船工具，橹身用整根榉木刨成，橹绳用老藤拧制，因此得名</span><sup class="supWrap_f1"><em>[1]</em></sup><span>。</span></div>${E}</div><div class="J-basic-info basicInfo_g1">${T}<dl><div class="itemWrapper_h1"><dt>中文名</dt><dd>藤橹</dd></div><div class="itemWrapper_h1"><dt>材质</dt><dd>榉木、老藤</dd></div></dl>${E}</div><div class="catalogWrapper_i1"><h2>目录</h2><ol><li><a href="#1">形制</a></li><li><a href="#2">使用</a></li></ol></div><div class="J-lemma-content">${T}<div class="paraTitle_j1"><h2>形制</h2>${E}<div class="editLemma_k1"><span>播报</span><span>编辑</span></div>${T}</div><div class="para_e1"><span>藤橹长约三米六，橹板宽一掌，橹柄末端削成鸭嘴形，便于双手交替握持。</span></div><div class="para_e1"><span>橹眼处垫一片牛角，用来减少磨损，一片可用两年。</span></div><div class="paraTitle_j1"><h2>使用</h2>${E}<div class="editLemma_k1"><span>播报</span><span>编辑</span></div>${T}</div><div class="para_e1"><span>摇橹时一推一扳为一次，熟练的船工每分钟可以摇四十次。二十世纪八十年代以后，机动船普及，藤橹渐渐退出水面。</span></div>${E}</div><div class="albumList_l1"><div>词条图册</div><span>更多图册</span></div><div class="reference_m1"><div>参考资料</div><ul><li>1 水乡船具志．水乡文化网[引用日期2031-02-03]</li></ul></div><div class="openTag_n1"><span>词条标签：</span><span>工具</span><span>民俗</span></div></div><div class="sideContent_o1"><div>词条统计</div><ul><li>浏览次数：812次</li><li>编辑次数：6次历史版本</li><li>最近更新：水乡人（2031-05-06）</li></ul></div></div></div>`,
  ),
  layout(
    'moe-wiki',
    'https://zh.mw-a.example/%E7%81%AF%E5%A1%94',
    { title: '北礁灯塔', day: null },
    { title: '北礁灯塔 - 海洋百科', more: '<meta name="generator" content="MediaWiki 1.43.0">' },
    `<div id="mw-panel"><ul><li><a href="/">首页</a></li><li><a href="/r">随机页面</a></li></ul></div><div id="content" class="mw-body" role="main"><div id="siteNotice">欢迎加入海洋百科编辑群</div><h1 id="firstHeading" class="firstHeading">北礁灯塔</h1><div id="bodyContent" class="mw-body-content"><div id="siteSub">来自海洋百科</div><div id="mw-content-text"><div class="mw-parser-output"><table class="infobox"><tbody><tr><th colspan="2">北礁灯塔</th></tr>${T}<tr><th>建成</th><td>1911年</td></tr><tr><th>塔高</th><td>26米</td></tr></tbody></table><p><b>北礁灯塔</b>位于东屿群岛最北端，建成于1911年，是沿海航线上的重要航标<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>。</p>${E}<div id="toc" class="toc"><h2>目录</h2><ul><li><a href="#h">1 历史</a></li><li><a href="#i">2 结构</a></li></ul></div>${T}<h2><span class="mw-headline" id="h">历史</span>${E}<span class="mw-editsection">[<a href="/edit">编辑</a>]</span>${T}</h2><p>灯塔由海关出资建造，最初使用煤油灯，1934年改为电石灯，1978年起由太阳能供电。</p><p>二十世纪五十年代，守塔人增加到五名，岛上开垦了一小片菜地。</p><h2><span class="mw-headline" id="i">结构</span>${E}<span class="mw-editsection">[<a href="/edit2">编辑</a>]</span>${T}</h2><p>塔身为白色圆柱形砖石结构，内有一百零四级螺旋铁梯，灯笼直径三米。</p>${E}<h2><span class="mw-headline" id="j">参考资料</span></h2><div class="reflist"><ol class="references"><li id="cite_note-1">海关灯塔志，第82页</li></ol></div><div class="navbox"><table><tr><td><a href="/1">东屿灯塔</a> · <a href="/2">南礁灯塔</a></td></tr></table></div></div></div><div id="catlinks" class="catlinks"><a href="/c">分类</a>：<a href="/c1">灯塔</a></div></div></div><div id="footer"><ul><li>本页面最后编辑于2031年6月3日 (星期二) 10:21。</li><li>本站全部文字在知识共享 署名-相同方式共享 协议之条款下提供。</li></ul></div>`,
  ),
  layout(
    'recipe-site',
    'https://www.ms-a.example/recipe-600001.html',
    { title: '芋头蒸排骨', author: '灶台边的阿兰', day: null },
    { title: '【芋头蒸排骨的做法步骤图】_灶台边的阿兰_美食日' },
    `<div class="header"><a href="/">菜谱</a><a href="/c">食材</a></div><div class="wrap"><div class="space_left"><div class="recipe_De_title"><h1><a href="#" id="recipe_title" title="芋头蒸排骨">芋头蒸排骨</a></h1></div><div class="recipeArc_r"><a class="uright" href="/u/1"><span id="recipe_username">灶台边的阿兰</span></a></div><div class="recipe_tags">难度：切墩(初级)　时间：30-60分钟</div><div id="block_txt" class="txt_start"><span class="txt_s"></span><div id="block_txt1">${T}芋头吸饱了排骨的油，比肉还香，家里老人孩子都爱吃。${E}</div><span class="txt_e"></span></div><div class="particulars"><fieldset>${T}<legend>主料</legend><ul><li><span>肋排</span><span>500克</span></li><li><span>芋头</span><span>300克</span></li>${E}</ul></fieldset><fieldset>${T}<legend>辅料</legend><ul><li><span>豆豉</span><span>1勺</span></li><li><span>生抽</span><span>2勺</span></li>${E}</ul></fieldset></div>${T}<div class="mo">芋头蒸排骨的做法步骤</div>${E}<div class="recipeStep"><ul><li><div class="recipeStep_img"><img src="/1.jpg"></div><div class="recipeStep_word">${T}<div class="recipeStep_num">1</div>排骨泡水一小时，换两次水，沥干后加豆豉、生抽抓匀，腌半小时。${E}</div></li><li><div class="recipeStep_img"><img src="/2.jpg"></div><div class="recipeStep_word">${T}<div class="recipeStep_num">2</div>芋头去皮切滚刀块，铺在盘底，排骨码在上面。${E}</div></li><li><div class="recipeStep_img"><img src="/3.jpg"></div><div class="recipeStep_word">${T}<div class="recipeStep_num">3</div>水开后上锅，大火蒸三十五分钟，出锅前撒葱花。${E}</div></li></ul></div>${T}<div class="recipeTip">小窍门</div>${E}<div class="recipeTip">${T}削芋头戴手套，手不会痒。${E}</div><div class="recipeTip mt16">${T}使用的厨具：蒸锅${E}<br>所属分类：<a href="/f">家常菜</a></div><div class="J_photo"><h3>网友跟做的作品</h3></div></div><div class="space_right"><h3>最新菜谱</h3><ul><li><a href="/2">丝瓜炒蛋</a></li></ul></div></div>`,
  ),
  layout(
    'job-offer',
    'https://www.lp-a.example/job/1950000001.shtml',
    { title: '水文数据工程师', day: null },
    { title: '【江陵 水文数据工程师招聘】-江禾水务科技江陵招聘信息-聘聘网' },
    `<div class="header"><a href="/">首页</a><a href="/zhaopin">职位</a><button>登录/注册</button></div><section class="job-apply-container"><div class="job-apply-content"><div class="name-box"><span class="name ellipsis-1">水文数据工程师</span><span class="salary">12-18k·13薪</span></div><div class="job-properties"><span>江陵-荆北区</span><span class="split"></span><span>3-5年</span><span>本科</span></div><div class="job-apply-operation"><a class="btn">聊一聊</a><a class="btn">投简历</a></div></div></section><main><content><section class="job-intro-container"><h2 class="paragraph-title">职位介绍</h2><div class="tag-box"><ul><li>Python</li><li>数据清洗</li></ul></div><dl class="paragraph"><dt>职位描述</dt><dd data-selector="job-intro-content">${T}岗位职责：<br>1、负责水位、流量、雨量等监测数据的接入和质量控制；<br>2、维护数据库，编写数据处理程序；<br>3、为防汛值班提供数据支持，汛期需要轮流值夜班。<br>任职要求：<br>1、水文、计算机相关专业本科以上学历；<br>2、熟悉Python，了解时间序列数据库；<br>3、能够适应每月三到五天的出差。${E}</dd></dl></section><section class="company-intro-container"><h2 class="paragraph-title">公司简介</h2><div class="paragraph"><div class="inner ellipsis-3">江禾水务科技成立于2019年，为中小流域提供监测设备和数据服务。</div></div></section></content><aside><div class="company-info"><div class="name">江禾水务科技</div><p>企业行业：水利</p><p>人数规模：50-99人</p></div><div class="recommend"><h3>看过该职位的人还看了</h3><a href="/2">数据分析师</a></div></aside></main>`,
  ),
  layout(
    'software-page',
    'https://www.xz-a.example/soft/330011.html',
    { title: '雨燕看图 v4.2.1', day: '2033-02-14' },
    { title: '雨燕看图下载-雨燕看图电脑版 v4.2.1官方版-下载乐园' },
    `<div class="head"><a href="/">首页</a><a href="/soft">软件</a><a href="/az">安卓</a></div><div class="crumb">当前位置：<a href="/">首页</a> → <a href="/pic">图像工具</a> → 雨燕看图下载</div><div class="soft-main"><div class="soft-top"><h1>雨燕看图 v4.2.1</h1><ul class="soft-info"><li>软件大小：18.2MB</li><li>软件语言：简体中文</li><li>更新时间：2033-02-14</li><li>软件授权：免费软件</li><li>运行环境：Win10/Win11</li></ul><div class="soft-btn"><a href="#down">立即下载</a><a href="#">需优先下载高速下载器</a></div></div><div class="soft-nav"><a>软件介绍</a><a>相关软件</a><a>下载地址</a></div><div class="soft-intro" id="soft-intro">${T}<p>雨燕看图是一款小巧的图片浏览工具，打开一张五千万像素的照片只需要半秒，支持七十多种格式。</p><h3>软件特色</h3><p>1、启动快，没有广告，也不在后台驻留。</p><p>2、支持批量改名、转换格式和压缩。</p><p>3、按住空格可以放大局部，松开即恢复。</p><h3>更新日志</h3><p>修复了读取部分相机原始文件时颜色偏绿的问题。</p>${E}</div><div class="soft-down" id="down"><h3>下载地址</h3><ul><li><a href="/d/1">电信下载</a></li><li><a href="/d/2">联通下载</a></li></ul></div><div class="soft-rel"><h3>同类软件</h3><ul><li><a href="/2">极光看图</a></li><li><a href="/3">素描相册</a></li></ul></div><div class="soft-comment"><h3>网友评论</h3><p>0条评论</p></div></div>`,
  ),
  layout(
    'mall-product',
    'https://item.mall-a.example/100000001.html',
    { title: '禾田 手工竹编收纳篮 大号 带盖 防潮', day: null },
    { title: '禾田 手工竹编收纳篮 大号 带盖 防潮【图片 价格 品牌 评论】-东方商城' },
    `<div id="shortcut"><a href="/login">你好，请登录</a><a href="/order">我的订单</a></div><div class="crumb-wrap"><a href="/">家居日用</a> &gt; <a href="/2">收纳用品</a></div><div class="product-intro"><div class="preview-wrap"><img src="/1.jpg"></div><div class="itemInfo-wrap"><div class="sku-name">禾田 手工竹编收纳篮 大号 带盖 防潮</div><div class="summary-price"><span>商 城 价</span><span class="price">￥69.00</span><a>降价通知</a></div><div class="summary-stock"><span>配送至</span><span>有货</span></div><div class="choose-btns"><a>加入购物车</a></div></div></div><div class="detail"><ul class="tab-main"><li>商品介绍</li><li>规格与包装</li><li>售后保障</li><li>商品评价(200+)</li></ul><div class="p-parameter"><ul class="parameter2"><li>商品名称：禾田收纳篮</li><li>商品编号：100000001</li><li>商品毛重：1.2kg</li></ul></div><div id="J-detail-content">${T}<p>选用五年生毛竹，由三十年手艺的老师傅剖篾、刮青、编织，一只篮子要经过二十六道工序。</p><p>篮底加装四颗橡胶脚垫，离地八毫米，放在卫生间也不怕返潮。</p><p>竹制品怕暴晒，脏了用湿布擦净阴干即可。</p>${E}</div></div><div id="comment"><h3>商品评价</h3><p class="comment-con">编得很密实，没有毛刺。</p></div><div class="guarantee"><strong>权利声明：</strong>商城上的所有商品信息、客户评价等内容，是东方商城重要的经营资源，未经许可，禁止非法转载使用。</div>`,
  ),
  layout(
    'event-page',
    'https://www.hd-b.example/event/35000001/',
    { title: '城墙下的旧书市', author: '纸上行会', day: null },
    { title: '城墙下的旧书市_云州_同城活动' },
    `<div class="nav"><a href="/">同城</a><a href="/week">最近一周</a></div><div id="wrapper"><div class="event-info"><h1>城墙下的旧书市</h1><div class="event-detail"><span class="pl">时间：</span><ul><li>2033年11月11日 周五 09:00-18:00</li></ul></div><div class="event-detail"><span class="pl">地点：</span>云州 南门瓮城</div><div class="event-detail"><span class="pl">费用：</span>免费</div><div class="event-detail"><span class="pl">发起人：</span><a href="/o/1">纸上行会</a></div><div class="interest-attend"><span>211人感兴趣</span><span>98人要参加</span></div></div><div class="related_info"><h2>活动详情</h2><div id="edesc_f" class="wr">${T}二十七个书摊，四万多册旧书，从五分钱一本的连环画到民国的线装诗集都有。<br>上午十点，修书的老师傅现场示范补虫眼，观众可以上手试一试。<br>可以带自己的旧书来换，三本换一本，教辅和杂志除外。<br>下雨顺延到第二天。${E}</div></div><div class="mod"><h2>活动论坛</h2><p>还没有人发言</p></div><div class="aside"><h2>喜欢这个活动的人也喜欢</h2><ul><li><a href="/e/2">老相机交换日</a></li></ul></div></div>`,
  ),
  layout(
    'house-listing',
    'https://yz.lj-a.example/ershoufang/105100001.html',
    { title: '河西新村 2室1厅 南北通透 近小学', day: null },
    { title: '河西新村 2室1厅 南北通透 近小学_云州河西二手房-链家屋' },
    `<div class="header"><a href="/">首页</a><a href="/ershoufang">二手房</a></div><div class="sellDetailHeader"><div class="title"><h1 class="main">河西新村 2室1厅 南北通透 近小学</h1><div class="sub">业主自荐</div></div><div class="btnContainer"><span>关注房源</span><span id="favCount">12</span>人关注</div></div><div class="overview"><div class="price"><span class="total">82</span><span class="unit">万</span></div><div class="room"><div class="mainInfo">2室1厅</div><div class="subInfo">中楼层/共6层</div></div></div><div class="introContent showbasemore">${T}<h2>房源特色</h2>${E}<div class="baseattribute clear">${T}<div class="name">核心卖点</div>${E}<div class="content">${T}房子是二〇〇五年的，产证面积七十八平方米，没有公摊浪费，客厅朝南带一个四平方米的阳台。${E}</div></div><div class="baseattribute clear">${T}<div class="name">周边配套</div>${E}<div class="content">${T}出门左转二百米是河西小学，右转是菜市场，公交三路、十一路直达火车站。${E}</div></div><div class="baseattribute clear">${T}<div class="name">税费解析</div>${E}<div class="content">${T}满五年且是业主唯一住房，免征增值税和个人所得税，买方只需要缴纳契税。${E}</div></div><div class="disclaimer">注：房源所示“房屋用途、交易权属、建成年代、产权年限、建筑结构”仅供参考，购房时请以房本信息为准。</div></div><div class="agent"><a>经纪人 小沈</a><span>4.9分</span></div><div class="recommend"><h2>好房推荐</h2><a href="/2">河西新村 3室 70万</a></div>`,
  ),
];
