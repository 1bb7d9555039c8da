import type { KindPage } from '../kinds/page.ts';
import { E, layout, T } from './page.ts';

/** A third set, scored before any rule was written after it: press. */
export const thirdPress = (): KindPage[] => [
  layout(
    'xh-year-cells',
    'http://www.xh-a.example/20330417/9f1c0a2b3d4e5f60718293a4b5c6d7e8/c.html',
    { title: '一条支渠通水以后', author: '谢远 韩冬', day: '2033-04-17' },
    { title: '一条支渠通水以后-新禾网', more: '<meta name="publishdate" content="2033-04-17">' },
    `<div class="top-nav"><ul><li><a href="/">首页</a></li><li><a href="/p">时政</a></li><li><a href="/s">思客</a></li></ul></div><div class="header domPC"><div class="header-top"><div class="header-nav"><a href="/">新禾网</a> &gt; 正文</div></div><div class="header-cont clearfix"><div class="header-time left"><span class="year"><em> 2033</em></span> <span class="day"><em>04</em>/<em>17</em></span> <span class="time">08:12:45</span></div><div class="source">来源：新禾社</div><div class="head-line clearfix"><h1><span class="title">一条支渠通水以后</span><span class="btn-audio"></span></h1></div><div class="header-info"><div class="setting"><span>字体：</span><a>小</a><a>中</a><a>大</a></div><div class="share">分享到：</div></div></div></div>
<div class="main clearfix"><div class="main-left left"><div id="detail"><span id="detailContent">${T}<p>　　4月的旱塬上，水声比风声更让人踏实。十六日上午，望川支渠最后一道闸门提起，水流用了两个小时走完九公里，停在了杏树沟的地头。</p>${E}<p style="text-align:center"><img src="/1.jpg"></p><p style="text-align:center"><font color="navy">村民在查看渠水。新禾社记者谢远 摄</font></p>${T}<p>　　六十三岁的任来福蹲在渠边洗了一把脸。过去浇一亩地要拉三车水，今年按方收费，一亩地只要十八元。</p><p>　　“先把苹果树浇透，再种两亩豆子。”他盘算着，家里三个闲置的水窖可以改成菜窖了。</p><p>　　县水务部门说，支渠覆盖四个乡镇，可以灌溉一万一千亩旱地，年底前还将修通末级渠道。（记者谢远 韩冬）</p>${E}</span><div id="articleEdit"><span class="tiyi1">【纠错】</span><span class="editor"> 【责任编辑:江采】 </span></div></div><div class="nextpage"><span>加载更多</span></div><div class="columBox book"><div class="title">深度观察</div><ul><li><a href="/1">水窖退休记</a></li></ul></div></div><div class="main-right right"><div class="columBox hotList"><div class="title">新禾热榜</div><ul><li><a href="/2">旱塬上的第一茬番茄</a></li><li><a href="/3">苹果为什么要套袋</a></li></ul></div></div></div><div class="foot"><p>Copyright © 2000 - 2033 XH-A All Rights Reserved.</p><p>制作单位：新禾网股份有限公司　版权所有：新禾网股份有限公司</p></div>`,
  ),
  layout(
    'youth-page',
    'http://news.qn-a.example/gn/203306/t20330609_14000001.htm',
    { title: '高考前夜，校门口的小卖部', author: '罗小满', day: '2033-06-09' },
    { title: '高考前夜，校门口的小卖部_青年在线' },
    `<div class="nav_top"><a href="/">青年在线首页</a>|<a href="/n">新闻</a></div><div class="page_wz"><p class="pwz"><a href="/">青年在线</a> &gt;&gt; <a href="/gn">国内新闻</a> &gt;&gt; 正文</p><p class="pbt">高考前夜，校门口的小卖部</p><p class="pwz"><span id="pubtime_baidu">发稿时间：2033-06-09 07:40:00</span> <span id="source_baidu">来源：<a href="/">青年在线</a></span> <span id="author_baidu">作者：罗小满</span></p></div><div class="content"><div class="page_text" id="container"><div class="TRS_Editor">${T}<p>　　晚上九点，最后一批学生从看考场的大巴上下来，小卖部里的签字笔只剩下半盒。</p><p>　　店主段阿姨守着这个窗口二十二年。每年这两天，她把烟酒收进里屋，柜台上只摆笔、橡皮、矿泉水和巧克力。</p><p>　　“没带准考证的，我这有热水有凳子，坐着等家里送来。”她说，去年有三个孩子在这儿等到了。</p><p>　　门口的黑板上，她用粉笔写了一行字：别慌，都会的。</p>${E}</div><p class="editor">责任编辑：焦洋</p></div><div class="page_more"><ul><li><a href="/1">二十年，考场外的一束束光</a></li><li><a href="/2">志愿怎么填</a></li></ul></div></div><div class="right"><div class="box"><h4>原创推荐</h4><ul><li><a href="/3">夏夜自习室</a></li></ul></div></div><div class="copyright">共青团青年在线版权所有</div>`,
  ),
  layout(
    'stock-times',
    'https://www.zqs-a.example/article/detail/1300001.html',
    { title: '三家县域银行获准合并重组', author: '孟昭', day: '2033-02-21' },
    { title: '三家县域银行获准合并重组-证券早报' },
    `<div class="header"><div class="nav"><a href="/">首页</a><a href="/k">快讯</a><a href="/g">股市</a><a href="/c">公司</a></div><div class="search"><input><span>搜索</span></div></div><div class="content"><div class="left"><div class="detail-title">三家县域银行获准合并重组</div><div class="detail-info"><span>来源：证券早报</span><span>作者：孟昭</span><span>2033-02-21 18:06</span></div><div class="detail-content">${T}<p>2月21日，临川、白溪、青龙三家县域银行同时公告，合并重组方案已获监管部门批准，新设银行注册资本为二十六亿元。</p><p>公告显示，三家银行原有网点全部保留，存款和贷款合同由新设银行承继，客户无须办理任何手续。</p><p>业内人士认为，县域银行规模小、科技投入不足，抱团取暖是现实的选择，但合并之后的风险隔离更考验治理能力。</p>${E}<p></p></div><div class="detail-editor">责任编辑: 池雨</div><div class="detail-statement"><div>声明：证券早报力求信息真实、准确，文章提及内容仅供参考，不构成实质性投资建议，据此操作风险自担</div></div><div class="detail-download">下载“证券早报”官方APP，或关注官方微信公众号，即可随时了解股市动态，洞察政策信息，把握财富机会。</div><div class="comment"><div class="comment-title">网友评论</div><div class="comment-tip">登录后可以发言</div><button>发送</button><p>网友评论仅供其表达个人看法，并不表明证券早报立场</p></div><div class="more-news"><div class="more-title">为你推荐</div><ul><li><a href="/1">村镇银行怎么走下一步</a><span>02-20 09:11</span></li><li><a href="/2">县城里的最后一个网点</a><span>02-19 10:40</span></li></ul></div></div><div class="right"><div class="rank-title">时报热榜</div><ul><li><a href="/3">1 一位信贷员的账本</a></li></ul></div></div><div class="footer">备案号：粤ICP备00000005号</div>`,
  ),
  layout(
    'finance-weekly',
    'https://china.cx-a.example/2033-08-03/102000001.html',
    { title: '县医院的床位战争', author: '戚安', day: '2033-08-03' },
    { title: '县医院的床位战争_政经频道_财讯网', more: '<meta name="author" content="财讯网">' },
    `<div class="indexMain"><div class="nav"><a href="/">首页</a><a href="/e">经济</a></div></div><div class="comMain"><div class="conlf"><div class="bread"><a href="/">财讯网</a>&gt;<a href="/c">政经</a>&gt;正文</div><div id="the_content"><div id="conTit"><div class="fl"></div><h1>县医院的床位战争</h1><div id="artInfo">2033年08月03日 11:20　来源于 财讯网 </div></div><div id="subhead" class="subhead">扩建、举债、抢病人，医保支付改革之后，床位从资产变成了负担</div><div class="mediabox"></div><div id="Main_Content_Val" class="text">${T}<p>　　【财讯网】（记者 戚安）新住院楼封顶那天，院长请来了锣鼓队。六年后，这栋十四层的大楼有五层没有开灯。</p><p>　　按病种付费推开以后，多收一个病人不再意味着多一份收入。住院天数从九天降到六天，床位一下子多了出来。</p><p>　　更难的是债。大楼连同设备花了四亿三千万元，一半来自融资租赁，每年光利息就有一千七百多万元。</p><p>　　“那时候怕的是没有床，现在怕的是床空着。”这位院长说，医院正把三个楼层改成康复和安宁疗护病区。</p>${E}<div class="pip_none"></div></div><p class="loadingBox">责任编辑：成理 | 版面编辑：白果</p><div class="fenxiang_xin">分享：</div><div class="idetor"></div></div><div class="aboutReading"><div class="tit">推荐阅读</div><ul><li><a href="/1">谁来为县医院还债</a></li><li><a href="/2">一张医保账单的旅行</a></li></ul></div></div><div class="conri"><h4>最新文章</h4><ul><li><a href="/3">养老院开进医院</a></li></ul></div></div>`,
  ),
  layout(
    'interface-news',
    'https://www.jm-a.example/article/9000001.html',
    { title: '茶饮店开进了乡镇', author: '范若', day: '2033-05-30' },
    { title: '茶饮店开进了乡镇|界线新闻 · 商业' },
    `<div class="news-nav"><a href="/">首页</a><a href="/b">商业</a><a href="/f">财经</a></div><div class="article-main"><div class="main-container"><div class="article-view"><div class="article-header"><div class="article-tags"><a href="/t">消费</a></div><h1>茶饮店开进了乡镇</h1><p>镇上的年轻人不多，但都愿意为一杯奶茶排队。</p></div><div class="article-info"><p><span class="author"><a href="/u/1">范若</a></span><span> · </span><span>2033/05/30 10:15</span> <span class="collect">收藏(3)</span><span>来源：界线新闻</span><span>字体:宋</span></p></div><div class="article-content"><p>文 | 界线新闻记者 范若</p><figure><img src="/1.jpg"><figcaption>图片来源：视觉中国</figcaption></figure>${T}<p>集镇只有一条街，从卫生院走到中学要十分钟。去年秋天起，这十分钟的路上开了四家茶饮店。</p><p>加盟商老费算得很细：房租一年一万二，三个店员都是本镇人，周末和赶集的日子能卖四百杯。</p><p><strong>为什么是乡镇</strong></p><p>县城已经太挤。同一条步行街上，七八个牌子互相压价，九块九的套餐做到六块九，做的越多亏得越快。</p><p>而在镇上，他们的对手只有小卖部的冰柜。</p>${E}</div><div class="article-source"><p>未经正式授权严禁转载本文，侵权必究。</p></div><div class="article-footer"><div class="fav">点赞 12</div><div>打赏</div></div><div class="article-comment"><div class="title">评论</div><div class="no-comment">暂无评论哦，快来评价一下吧！</div></div></div></div><div class="main-side"><div class="author-card"><p>范若</p><p>界线记者</p></div><div class="hot"><div class="title">热门排行</div><ul><li><a href="/1">夜市经济的账怎么算</a></li></ul></div></div></div><div class="footer">关于我们 联系我们 广告合作 注册协议 投稿须知 版权声明 举报及处置</div>`,
  ),
  layout(
    'rongmei-client',
    'https://rm.lx-a.example/content/2033/03/08/7001.html',
    { title: '沙洲县：春耕备耕“加速跑” 十万亩良田待播种', author: '于洋 马小军', day: '2033-03-08' },
    { title: '沙洲县：春耕备耕“加速跑” 十万亩良田待播种' },
    `<div class="m-header"><img src="/logo.png"><a href="/dl">下载客户端</a></div><div class="detail-main"><div class="d-title">沙洲县：春耕备耕“加速跑” 十万亩良田待播种</div><div class="d-info"><span class="d-src">沙洲县融媒体中心</span><span class="d-time">2033-03-08 17:22</span><span class="d-view">1.1万</span></div><div class="d-content content" id="content"><div class="video-box"><video src="/1.mp4"></video></div>${T}<p>一年之计在于春。眼下，正是春耕备耕的关键时节，沙洲县各乡镇抢抓农时，检修农机、调运农资，田间地头一派繁忙景象。</p><p>在红柳镇农资配送中心，工作人员正忙着把化肥装车。今年全县备足化肥一万八千吨、良种两千一百吨，价格与去年基本持平。</p><p>种粮大户苏建国的院子里，三台播种机已经检修完毕。“今年种八百亩，全部用水肥一体化，省水省工。”他说。</p><p>据了解，全县今年计划播种粮食十万零六千亩，目前备耕工作已完成九成。</p>${E}<p>记者：于洋 马小军</p><p>一审：梁丽</p><p>二审：周强</p><p>三审：哈斯</p></div><div class="d-zan">点赞 56</div></div><div class="dl-bar"><p>打开客户端，阅读体验更佳</p></div><div class="rel"><h3>相关推荐</h3><p><a href="/1">农机手的春天</a></p></div>`,
  ),
  layout(
    'live-blog',
    'https://live.nw-a.example/2033/0711/typhoon.html',
    { title: '直播｜台风“海鹭”登陆，东屿启动一级响应', day: '2033-07-11' },
    { title: '直播｜台风“海鹭”登陆，东屿启动一级响应_南湾新闻' },
    `<div class="topbar"><a href="/">南湾新闻</a><a href="/live">直播</a></div><div class="live-wrap"><div class="live-head"><h1>直播｜台风“海鹭”登陆，东屿启动一级响应</h1><div class="live-meta"><span>2033-07-11 06:30</span> <span>南湾新闻</span> <span class="num">12.6万人参与</span></div><div class="live-intro">${T}<p>今年第5号台风“海鹭”预计今天上午在东屿沿海登陆，南湾新闻将持续更新。</p>${E}</div><div class="live-sort"><a>正序</a><a>倒序</a><a>刷新</a></div></div><ul class="live-list">${T}<li><div class="live-time">10:42</div><div class="live-con"><p>台风“海鹭”已在东屿市白沙镇登陆，登陆时中心附近最大风力十三级。</p></div></li><li><div class="live-time">09:55</div><div class="live-con"><p>东屿市防汛指挥部：全市已转移危险区域群众三万一千人，渔船全部回港。</p></div></li><li><div class="live-time">08:20</div><div class="live-con"><p>东屿大桥双向封闭，开往离岛的客轮全部停航，恢复时间另行通知。</p></div></li><li><div class="live-time">06:35</div><div class="live-con"><p>气象台发布台风红色预警，预计沿海将出现十二级以上大风，请市民不要外出。</p></div></li>${E}</ul><div class="live-more">加载更多</div></div><div class="side"><h3>正在直播</h3><ul><li><a href="/l/2">龙舟决赛今天开赛</a></li><li><a href="/l/3">夜游古城</a></li></ul></div><div class="foot">南湾新闻 版权所有</div>`,
  ),
  layout(
    'picture-story',
    'https://photo.nw-a.example/slide/2033/1105/5001.html',
    { title: '高原上的最后一班邮车', day: '2033-11-05' },
    { title: '高原上的最后一班邮车_图片频道_南湾新闻' },
    `<div class="topbar"><a href="/">南湾新闻</a><a href="/photo">图片</a></div><div class="slide"><h1>高原上的最后一班邮车</h1><div class="slide-info"><span>2033-11-05 09:00</span><span>来源：南湾新闻</span></div><div class="slide-list"><div class="slide-item"><div class="pic"><img src="/1.jpg"></div><div class="txt">${T}<p>11月3日，拉措乡，邮车驾驶员扎西在检查轮胎。从县城到拉措乡一百四十公里，他跑了十九年。</p>${E}</div><div class="page"><i>1</i>/4</div></div><div class="slide-item"><div class="pic"><img src="/2.jpg"></div><div class="txt">${T}<p>海拔四千七百米的垭口，扎西停车铲雪。冬天最多的一次，他铲了六个小时。</p>${E}</div><div class="page"><i>2</i>/4</div></div><div class="slide-item"><div class="pic"><img src="/3.jpg"></div><div class="txt">${T}<p>乡小学的孩子们围住邮车。车厢里有三十七件包裹，最重的一件是给食堂的压力锅。</p>${E}</div><div class="page"><i>3</i>/4</div></div><div class="slide-item"><div class="pic"><img src="/4.jpg"></div><div class="txt">${T}<p>傍晚，邮车返程。下个月起，这条邮路将由无人机和货运班车接替。</p>${E}</div><div class="page"><i>4</i>/4</div></div></div><div class="slide-ctrl"><a>上一张</a><a>下一张</a><a>查看原图</a><a>自动播放</a></div></div><div class="slide-rel"><h3>推荐图集</h3><ul><li><a href="/s/1"><img src="/a.jpg"><span>雪线上的牧羊人</span></a></li><li><a href="/s/2"><img src="/b.jpg"><span>一座桥的二十四小时</span></a></li></ul></div><div class="foot">南湾新闻 版权所有</div>`,
  ),
  layout(
    'cna-traditional',
    'https://www.cn-t.example/news/aloc/203309140066.aspx',
    { title: '山城百年車站修復完工 老站長重披制服', author: '林孟勳', day: '2033-09-14' },
    { title: '山城百年車站修復完工 老站長重披制服 | 地方 | 中訊社 CNT' },
    `<header class="header"><nav class="mainNav"><a href="/">首頁</a><a href="/aipl">政治</a><a href="/aloc">地方</a></nav></header><div class="wrapper"><div class="breadcrumb"><a href="/">首頁</a> / <a href="/aloc">地方</a></div><div class="content"><div class="centralContent"><h1><span>山城百年車站修復完工 老站長重披制服</span></h1><div class="timeBox"><div class="updatetime"><span>2033/9/14 11:08</span>（9/14 13:20 更新）</div></div><div class="fullPic"><figure><img src="/1.jpg"><figcaption>修復完工的站房。中訊社記者林孟勳攝 33年9月14日</figcaption></figure></div><div class="paragraph">${T}<p>（中訊社記者林孟勳嘉義14日電）百年木造車站歷經三年修復，今天重新啟用。八十一歲的老站長陳添財穿上舊制服，吹響了第一聲哨子。</p><p>車站建於日治時期，檜木構造，曾是運送木材的樞紐。停駛後站房荒廢，屋頂塌了一半。</p><p>修復團隊找來七位老木匠，按原工法更換了四成構件，舊料能用的都留了下來。</p><p>陳添財說，最高興的是候車室的長椅還在，他第一次見到太太，就是在那張椅子旁邊。（編輯：黃淑芬）1330914</p>${E}</div><div class="SubscriptionInner"><p>下載我們的APP，即時掌握新聞。</p></div><div class="paragraph moreArticle"><p>本網站之文字、圖片及影音，非經授權，不得轉載、公開播送或公開傳輸及利用。</p></div><div class="keywordTag"><a href="/t">#車站</a><a href="/t2">#嘉義</a></div><div class="moreArticle-wrap"><h3>延伸閱讀</h3><ul><li><a href="/1">林鐵復駛滿月 旅客破十萬</a></li></ul></div></div></div><aside class="aside"><h3>熱門新聞</h3><ol><li><a href="/2">颱風外圍環流影響 山區防豪雨</a></li></ol></aside></div><footer class="footer">關於我們 公司概況 隱私權聲明</footer>`,
  ),
  layout(
    'endless-next',
    'https://new.tx-a.example/rain/a/20331019A0B1C200',
    { title: '小城里的修表人', day: '2033-10-19' },
    { title: '小城里的修表人_腾云新闻' },
    `<div id="root"><div class="qq-nav"><a href="/">首页</a><a href="/ent">娱乐</a></div><div class="LEFT"><div class="article-wrap"><h1>小城里的修表人</h1><div class="info"><span class="media-name">街角</span><span class="time">2033-10-19 20:05</span><span>发布于湖北</span><span class="from">街角官方账号</span></div><div id="ArticleContent" class="rich_media_content">${T}<p>修表铺只有三平方米，夹在药店和彩票站中间。耿师傅在这里坐了三十四年。</p><p>现在戴表的人少了，送来的多半是老人留下的旧表。耿师傅修好之后会上满弦，放在耳边听一会儿。</p><p>“走得准不准不要紧，他们就想听它还在走。”</p>${E}</div><div class="origin">特别声明：以上内容仅代表作者本人的观点或立场，不代表腾云新闻的观点或立场。</div></div><div class="article-wrap next"><h1>古镇改造之后，老街坊去了哪里</h1><div class="info"><span class="media-name">城记</span><span class="time">2033-10-19 18:40</span></div><div class="rich_media_content"><p>石板路重新铺过，招牌统一成了黑底金字，开门营业的店铺有一百一十七家，卖的东西却只有九种。</p><p>老街坊们搬到了三公里外的安置小区，六层楼没有电梯。每天早上，还是有人坐公交车回来，在原来的茶馆门口坐一坐。</p><p>茶馆如今卖的是手冲咖啡，三十八元一杯。老板是外地来的年轻人，允许老人们免费续开水。</p><p>镇上的文化站长说，改造那年只想着怎么把游客请进来，没有想过怎么把住的人留下来。</p><p>今年开始，镇里把临河的十一间老屋收拾出来，低价租给原来的住户，条件是晚上要亮着灯。</p></div></div><div class="article-wrap next"><h1>一碗面的三种浇头</h1><div class="rich_media_content"><p>清早五点，面馆的第一锅汤已经熬了四个小时，猪骨、鳝骨和一把白胡椒，汤色奶白。</p><p>浇头只有三样：爆鳝、焖肉、雪菜。老主顾进门不用说话，老板看一眼就知道。</p></div></div></div></div>`,
  ),
];
