import type { KindPage } from '../kinds/page.ts';
import { E, layout, T } from './page.ts';

/** Pages that people look things up in: recipes, manuals, novels, poems, goods, essays, e-papers. */
export const reference = (): KindPage[] => [
  layout(
    'recipe',
    'https://www.cook-a.example/recipe/100001/',
    { title: '家常葱油拌面', author: '小满厨房', day: '2032-01-08' },
    { title: '【家常葱油拌面的做法步骤图，怎么做好吃】小满厨房_下厨记' },
    `<div class="topbar"><a href="/">下厨记</a><a href="/c">菜谱分类</a></div><div class="page-outer"><div class="main-panel"><div class="block recipe-show"><h1 class="page-title" itemprop="name">家常葱油拌面</h1><div class="cover image"><img src="/c.jpg"></div><div class="stats clearfix"><div class="score">综合评分 <span class="number">8.6</span></div><div class="cooked"><span class="number">1203</span> 人做过这道菜</div></div><div class="author" itemprop="author"><a href="/cook/1"><span itemprop="name">小满厨房</span></a></div><div class="desc mt30" itemprop="description">${T}葱要熬到焦黄才香，火不能急。</div><h2>用料</h2><div class="ings"><table><tr itemprop="recipeIngredient"><td class="name">细面</td><td class="unit">200克</td></tr><tr><td class="name">小葱</td><td class="unit">一大把</td></tr><tr><td class="name">生抽</td><td class="unit">2勺</td></tr></table></div><h2 id="steps">家常葱油拌面的做法</h2><div class="steps"><ol><li class="container"><p class="text">小葱洗净沥干，切成手指长的段，葱白和葱叶分开放。</p><img src="/1.jpg"></li><li class="container"><p class="text">冷锅倒油，先下葱白，小火慢熬十分钟，再下葱叶，熬到焦黄捞出。</p></li><li class="container"><p class="text">趁热倒入生抽和半勺糖，烧到冒小泡就关火，浇在煮好的面上拌匀。</p></li></ol></div>${E}<div class="recipe-stats"><span>2032-01-08 创建</span></div><div class="copyright">该菜谱的做法由 小满厨房 编写，未经授权不得转载</div></div><div class="block"><h2>大家做的家常葱油拌面</h2><ul><li><a href="/d/1">第一次做就成功了</a></li></ul></div><div class="block"><h2>大家都在看</h2><ul><li><a href="/r/2">酸汤肥牛</a></li><li><a href="/r/3">蒜蓉粉丝虾</a></li></ul></div></div></div>`,
  ),
  layout(
    'runoob-manual',
    'https://www.rn-a.example/lua/lua-strings.html',
    { title: 'Lua 字符串', author: '', day: null },
    { title: 'Lua 字符串 | 菜鸡教程' },
    `<div class="container navigation"><ul><li><a href="/">首页</a></li><li><a href="/html">HTML</a></li><li><a href="/js">JavaScript</a></li></ul></div><div class="container main"><div class="row"><div class="col left-column"><div class="tab">Lua 教程</div><div class="sidebar-box"><div class="design" id="leftcolumn"><a href="/lua/1">Lua 教程</a><a href="/lua/2">Lua 环境安装</a><a href="/lua/3">Lua 数组</a></div></div></div><div class="col middle-column"><div class="article"><div class="previous-next-links"><div class="previous-design-link"><a href="/lua/3">Lua 数组</a></div><div class="next-design-link"><a href="/lua/4">Lua 函数</a></div></div><div class="article-body"><div class="article-intro" id="content"><h1>Lua 字符串</h1>${T}<p>字符串是由零个或多个字符组成的一串，可以包含任意字符，长度用 # 取得。</p><h2>三种写法</h2><ul><li>单引号之间的一串字符。</li><li>双引号之间的一串字符。</li><li>两对方括号之间的一串字符，可以换行。</li></ul><div class="example"><h2 class="example">实例</h2><div class="example_code"><pre>local s = "hello"
print(#s)</pre></div></div><p>以上代码的输出结果为：</p><pre>5</pre><p>字符串不可改变，拼接时会产生一个新的字符串，循环里大量拼接应当先放进表里再一次连接。</p>${E}</div></div><div class="previous-next-links"><div class="previous-design-link"><a href="/lua/3">Lua 数组</a></div></div><div id="comments" class="article-heading-ad"><h2>点我分享笔记</h2></div></div></div><div class="col right-column"><div class="sidebar-box cate-list"><div class="sidebar-box recommend-here"><a>分类导航</a></div><div class="design"><a href="/x">Python / 数据科学</a><a href="/y">前端开发</a></div></div></div></div></div><div id="footer">Copyright © 2013-2032 菜鸡教程</div>`,
  ),
  layout(
    'novel-chapter',
    'https://www.nv-a.example/book/1001/20012.html',
    { title: '第十二章 夜渡', author: '', day: null },
    { title: '第十二章 夜渡_江上孤灯_墨池小说网' },
    `<div class="header"><a href="/">墨池小说网</a><a href="/x">玄幻</a><a href="/w">武侠</a></div><div class="book reader"><div class="path"><a href="/">墨池小说网</a> &gt; <a href="/book/1001/">江上孤灯</a> &gt; 第十二章 夜渡</div><div class="content"><h1>第十二章 夜渡</h1><div class="page_chapter"><a href="/1">上一章</a><a href="/2">目录</a><a href="/3">下一章</a></div><div id="content" class="showtxt">${T}&nbsp;&nbsp;&nbsp;&nbsp;船行到江心的时候，风停了。<br /><br />&nbsp;&nbsp;&nbsp;&nbsp;秦小舟放下橹，听见船底有极轻的一声响，像是有人用指节叩门。<br /><br />&nbsp;&nbsp;&nbsp;&nbsp;“别出声。”老船夫按住他的手，“这条江上，夜里过渡的不止是人。”<br /><br />&nbsp;&nbsp;&nbsp;&nbsp;灯笼里的火苗矮了下去，江面上却亮起一点一点的光，由远及近，围着船慢慢打转。<br /><br />&nbsp;&nbsp;&nbsp;&nbsp;秦小舟数到第七点的时候，船又动了。${E}<br /><br />请记住本书首发域名：nv-a.example。墨池小说网手机版阅读网址：m.nv-a.example</div><div class="page_chapter"><a href="/1">上一章</a><a href="/2">目录</a><a href="/3">下一章</a></div><div class="link">推荐阅读：<a href="/b/1">剑出南山</a> <a href="/b/2">大河之上</a></div></div></div><div class="footer">本站所有小说为转载作品，所有章节均由网友上传，转载至本站只是为了宣传本书让更多读者欣赏。</div>`,
  ),
  layout(
    'poem',
    'https://www.gsw-a.example/shiwenv_0001.aspx',
    { title: '江边早行', author: '', day: null },
    { title: '江边早行原文、翻译及赏析_沈石泉古诗_古文苑' },
    `<div class="maintopbc"><a href="/">古文苑</a><a href="/s">诗文</a><a href="/a">作者</a></div><div class="main3"><div class="left"><div class="sons" id="sonsyuanwen"><div class="cont"><h1>江边早行</h1><p class="source"><a href="/a/1">沈石泉</a><a href="/c">〔清代〕</a></p><div class="contson">${T}残月挂樯头，霜声满客舟。<br>人家灯未熄，江水自东流。${E}</div></div><div class="tool"><a>完善</a><a>背诵</a></div><div class="tag"><a href="/t">写景</a>，<a href="/t2">羁旅</a></div></div><div class="sons"><div class="contyishang">${T}<h2><span>译文及注释</span></h2><p><strong>译文</strong><br>残月斜挂在桅杆的顶端，满船都是秋霜落下的声音。岸边人家的灯还没有熄灭，江水只管自己向东流去。</p><p><strong>注释</strong><br>樯：桅杆。<br>客舟：载客的船。</p>${E}</div></div></div><div class="right"><div class="title">猜您喜欢</div><div class="sons"><a href="/2">夜泊</a></div></div></div><div class="foots">© 2032 古文苑</div>`,
  ),
  layout(
    'product',
    'https://item.mall-a.example/100001.html',
    { title: '岭川 户外折叠桌 铝合金便携 承重60公斤', author: '', day: null },
    { title: '【岭川折叠桌】岭川 户外折叠桌 铝合金便携 承重60公斤【行情 报价 价格 评测】-京贸商城' },
    `<div id="shortcut-2014"><a href="/">京贸首页</a><a href="/l">你好，请登录</a></div><div class="w"><div class="product-intro clearfix"><div class="preview-wrap"><img src="/p.jpg"></div><div class="itemInfo-wrap"><div class="sku-name">岭川 户外折叠桌 铝合金便携 承重60公斤</div><div class="summary-price">京贸价 ￥<span class="price">199.00</span> 降价通知</div><div class="choose-btns"><a>加入购物车</a></div></div></div><div class="aside"><h3>达人选购</h3><ul><li><a href="/1">月亮椅</a></li></ul></div><div class="detail" id="detail"><div class="tab-main"><ul><li>商品介绍</li><li>规格与包装</li><li>售后保障</li><li>商品评价(2000+)</li></ul></div><div class="tab-con"><div class="p-parameter">${T}<ul class="parameter2"><li title="折叠桌">商品名称：折叠桌</li><li title="铝合金">材质：铝合金</li><li title="2.8kg">商品毛重：2.8kg</li></ul></div><div class="detail-content"><p>桌面由二十二根铝条拼成，可以卷成一个筒，装进随附的布袋里，放在后备厢不占地方。</p><p>桌腿用插销固定，三十秒可以支好，不用工具。四个脚垫能单独调高两厘米，在不平的地上也稳。</p><p>桌面可承重六十公斤，请勿站人。</p>${E}</div></div><div id="comment"><h3>商品评价</h3><div class="comment-item"><p>很轻便，带去河边野餐正好，就是布袋有点小。</p></div></div></div></div><div id="service-2014">购物指南 配送方式 支付方式 售后服务</div>`,
  ),
  layout(
    'composition',
    'https://www.zw-a.example/zuowen/12001.html',
    { title: '我家门前的老槐树作文600字', author: '', day: '2031-10-12' },
    { title: '我家门前的老槐树作文600字_写景作文_作文园' },
    `<div class="head"><a href="/">作文园</a><a href="/x">小学作文</a><a href="/c">初中作文</a></div><div class="crumb">首页 > 初中作文 > 写景作文 > 正文</div><div class="main"><div class="article"><h1>我家门前的老槐树作文600字</h1><div class="info">2031-10-12 更新：2031-10-12 <a>手机阅读</a></div><div class="summary">导语：每个人心里都有一棵树。以下是小编整理的我家门前的老槐树作文600字，欢迎阅读！</div><div class="content">${T}<p>我家门前有一棵老槐树，爷爷说，他小时候它就这么粗了。</p><p>春天，槐花开得满树雪白，风一吹，整条巷子都是甜的。奶奶用竹竿钩下几串，和面蒸成槐花饭，盛一碗给隔壁的王婆婆。</p><p>夏天的晚上，大人们搬着凳子在树下乘凉，我躺在竹床上数星星，数着数着就睡着了。</p><p>去年巷子拓宽，施工队在图上把路向北移了一米半，老槐树留了下来。我想，它要是会说话，一定有好多故事讲给我们听。</p>${E}<p>【我家门前的老槐树作文600字】相关文章：</p><p>1.<a href="/1">校园的秋天作文600字</a></p><p>2.<a href="/2">雨后的小巷作文500字</a></p><p>3.<a href="/3">难忘的一堂课作文</a></p></div></div><div class="side"><h3>推荐作文</h3><ul><li><a href="/4">我的妈妈作文</a></li><li><a href="/5">一件小事作文</a></li></ul></div></div><div class="foot">版权所有 作文园 投诉邮箱：a@zw-a.example</div>`,
  ),
  layout(
    'exam',
    'https://www.st-a.example/shiti/50012.html',
    { title: '阅读下面的文字，完成下列小题', author: '', day: null },
    { title: '阅读下面的文字，完成下列小题-高中语文试题-题库苑' },
    `<div class="top"><a href="/">题库苑</a><a href="/yw">语文</a><a href="/sx">数学</a></div><div class="shiti"><h1>阅读下面的文字，完成下列小题</h1><div class="st-info"><span>题型：阅读理解</span><span>难度：中等</span><span>使用次数：12</span></div><div class="st-content"><p>阅读下面的文字，完成下列小题。</p>${T}<p>山脚下的邮局要撤了。最后一天，老局长把墨水倒进花盆，把印章擦了又擦。</p><p>1．文中“把墨水倒进花盆”的作用是什么？（4分）</p><p>2．请概括老局长的形象特点。（6分）</p>${E}</div><div class="st-answer">${T}<h3>答案</h3><p>1．表现老局长对邮局的不舍，为下文埋下伏笔。</p><p>2．恪尽职守，沉默内敛，念旧重情。</p>${E}</div><div class="st-tool"><a>收藏</a><a>纠错</a><a>加入试卷</a></div></div><div class="xgst"><h3>相似题推荐</h3><ul><li><a href="/1">阅读《灯塔》，完成题目</a></li><li><a href="/2">下列词语书写正确的一项是</a></li></ul></div>`,
  ),
  layout(
    'epaper-other',
    'http://epaper.ep-a.example/html/2032-11/03/content_20001.htm',
    { title: '井冈镇：一颗柚子的四季', author: '刘春和', day: '2032-11-03' },
    { title: '赣水日报多媒体数字报' },
    `<table width="100%"><tr><td><a href="node_1.htm">上一版</a> <a href="node_3.htm">下一版</a></td><td>2032年11月03日 星期三</td></tr></table><table><tr><td valign="top" class="left"><map name="pagepicmap"><area shape="polygon" coords="0,0,1,1" href="content_20001.htm"><area shape="polygon" coords="2,2,3,3" href="content_20002.htm"></map><div id="bmdh"><table><tr><td><a href="node_2.htm">第01版：要闻</a></td></tr><tr><td><a href="node_3.htm">第02版：县域</a></td></tr></table></div></td><td valign="top"><table width="600"><tr><td class="font02">乡土观察</td></tr><tr><td class="font01">井冈镇：一颗柚子的四季</td></tr><tr><td class="font02">本报记者　刘春和</td></tr><tr><td><founder-content><div id="ozoom">${T}<p>立冬前后，井冈镇的柚子进入采收高峰。清晨六点，合作社的院子里已经停满三轮车。</p><p>春天疏花，夏天套袋，秋天控水，冬天清园，果农说，柚子一年四季都离不开人。</p><p>去年镇上建起了分选线，柚子按重量、糖度自动分成五个等级，一级果卖到八块钱一个。</p><p>“过去是一车一个价，现在是一颗一个价。”社长邓有根说。</p>${E}</div></founder-content></td></tr></table><table><tr><td>放大 缩小 默认 朗读</td></tr></table></td></tr></table><div class="foot">赣水日报社 版权所有 未经许可不得转载</div>`,
  ),
  layout(
    'wap',
    'http://m.wap-a.example/news/show.php?id=3301',
    { title: '城南夜市明晚开街 八十个摊位已定', author: '', day: null },
    { title: '城南夜市明晚开街 八十个摊位已定' },
    `<div class="hd"><a href="/">首页</a>|<a href="/n">新闻</a>|<a href="/x">笑话</a></div><div class="tit">城南夜市明晚开街 八十个摊位已定</div><div class="from">07-15 17:22 来源:城南晚报</div><div class="txt">${T}明晚七点，改造后的城南夜市正式开街，八十个摊位经抽签全部确定，其中小吃四十六个、手工艺品十九个、图书和旧货十五个。<br/>夜市营业到凌晨一点，周边三条支路临时改为单行，设停车位二百四十个。<br/>街道提醒，现场禁止明火，垃圾请投入指定的桶内。${E}</div><div class="pg">[1] <a href="?p=2">下页</a></div><div class="rel">相关新闻<br/><a href="/1">.夜间公交延长一小时</a><br/><a href="/2">.老字号糖水铺搬新家</a><br/></div><div class="ft"><a href="/">返回首页</a> <a href="#">顶部</a><br/>07-15 18:00</div>`,
  ),
  layout(
    'empire-download',
    'http://www.dl-a.example/soft/8812.html',
    { title: '简记账本 v3.1.0 绿色版', author: '', day: '2032-06-02' },
    { title: '简记账本绿色版下载 v3.1.0 - 轻松下载站' },
    `<div class="nav"><a href="/">首页</a><a href="/s">软件</a><a href="/g">游戏</a></div><div class="position">当前位置：首页 → 财务软件 → 简记账本</div><div class="softbox"><h1>简记账本 v3.1.0 绿色版</h1><ul class="softinfo"><li>大小：12.4MB</li><li>更新：2032-06-02</li><li>语言：简体中文</li><li>星级：★★★★</li></ul><a class="btn">立即下载</a><div class="soft-intro">${T}<h2>软件介绍</h2><p>简记账本是一款不联网的个人记账工具，所有数据存放在一个文件里，换电脑时拷走就行。</p><h3>软件特色</h3><p>1、支持多账户，现金、银行卡分开记；</p><p>2、每月自动生成支出分类图；</p><p>3、可以导出为表格。</p><h3>更新日志</h3><p>修复闰年日期显示错误；优化启动速度。</p>${E}</div><div class="downlist"><h2>下载地址</h2><ul><li><a href="/d/1">本地下载</a></li><li><a href="/d/2">电信下载</a></li></ul></div><div class="xgrj"><h2>相关软件</h2><ul><li><a href="/1">随手账</a></li><li><a href="/2">家庭理财助手</a></li></ul></div></div><div class="foot">Copyright 轻松下载站</div>`,
  ),
];
