import type { KindPage } from '../kinds/page.ts';
import { E, layout, T } from './page.ts';

/** Forums, questions and answers. */
export const forums = (): KindPage[] => [
  layout(
    'discuz-x35',
    'https://bbs.dz-a.example/thread-51201-1-1.html',
    { title: '整理了一份老城区骑行路线，周末可以走一走', author: '慢骑老周', day: '2032-04-09' },
    {
      title: '整理了一份老城区骑行路线，周末可以走一走 - 户外活动 - 河埠论坛 - Powered by Discuz!',
      more: '<meta name="generator" content="Discuz! X3.5">',
    },
    `<div id="hd"><div class="wp"><div id="nv"><ul><li><a href="forum.php">论坛</a></li><li><a href="home.php">空间</a></li></ul></div></div></div><div id="wp" class="wp"><div id="pt" class="bm cl"><div class="z"><a href="./" class="nvhm">首页</a><em>›</em><a href="forum.php">论坛</a><em>›</em><a href="forum-40-1.html">户外活动</a></div></div><div id="ct" class="wp cl"><div id="postlist" class="pl bm"><table cellspacing="0"><tr><td class="pls ptn pbn"><div class="hm"><span class="xg1">查看:</span> <span class="xi1">812</span><span class="pipe">|</span><span class="xg1">回复:</span> <span class="xi1">1</span></div></td><td class="plc ptm pbn vwthd"><h1 class="ts"><a href="forum.php?mod=forumdisplay&typeid=3">[路线]</a> <span id="thread_subject">整理了一份老城区骑行路线，周末可以走一走</span></h1></td></tr></table>
<div id="post_9001"><table id="pid9001" class="plhin"><tr><td class="pls" rowspan="2"><div class="pi"><div class="authi"><a href="space-uid-12.html" class="xw1">慢骑老周</a></div></div><p><em>论坛元老</em></p><dl class="pil cl"><dt>积分</dt><dd>3021</dd></dl></td><td class="plc"><div class="pi"><strong><a href="#"><em>1</em><sup>#</sup></a></strong><div class="pti"><div class="authi"><em id="authorposton9001">发表于 2032-4-9 21:30</em><span class="pipe">|</span><a href="#">只看该作者</a></div></div></div><div class="pct"><div class="pcb"><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_9001"><i class="pstatus"> 本帖最后由 慢骑老周 于 2032-4-9 21:42 编辑 </i><br>${T}老城区的巷子又窄又绕，开车不方便，骑车正好。路线全长十一公里，走走停停三个小时。<br><br>起点在东门菜市场，早上七点半以前人少。沿城墙根向南，过两座石桥，第二座桥上可以停下来看水闸。<br><br>中段要推车走一小段青石板路，雨天滑，注意脚下。终点是旧火车站，站台还在，铁轨已经拆了。${E}<ignore_js_op><img id="aimg_1" src="/a.jpg"><div class="tip tip_4"><p>route.jpg <em>(102 KB, 下载次数: 3)</em></p></div></ignore_js_op></td></tr></table></div><div id="comment_9001" class="cm"></div><h3 class="psth xs1"><span class="icon_ring vm"></span>评分</h3><dl id="ratelog_9001" class="rate"><dd><table class="ratl"><tr><th>参与人数 <span>1</span></th><th>威望 <i>+2</i></th></tr><tr><td>水边树</td><td>+ 2</td><td>很给力!</td></tr></table></dd></dl></div></div><div class="sign">骑得慢，看得多</div></td></tr></table></div>
<div id="post_9002"><table id="pid9002" class="plhin"><tr><td class="pls"><div class="authi"><a href="space-uid-13.html" class="xw1">水边树</a></div></td><td class="plc"><div class="pi"><div class="authi"><em id="authorposton9002">发表于 2032-4-10 08:02</em></div></div><div class="pct"><table><tr><td class="t_f" id="postmessage_9002">${T}谢谢分享，周六约了同事去走一遍。${E}</td></tr></table></div></td></tr></table></div></div><div id="f_pst"><form><div>您需要登录后才可以回帖 <a href="#">登录</a> | <a href="#">立即注册</a></div></form></div></div></div><div id="ft"><p>Powered by <strong>Discuz!</strong> X3.5 © 2001-2032</p></div>`,
  ),
  layout(
    'phpwind-9',
    'http://bbs.pw-a.example/read.php?tid=7731',
    { title: '自己动手修好了漏水三年的阳台', author: '木匠小何', day: '2032-05-27' },
    {
      title: '自己动手修好了漏水三年的阳台_装修日记_家园论坛',
      more: '<meta name="generator" content="phpwind v9.0">',
    },
    `<div class="wrap"><header class="header_wrap"><nav class="nav_wrap"><ul><li><a href="/">首页</a></li><li><a href="/f">版块</a></li></ul></nav></header><div class="main_wrap"><div class="bread_crumb"><a href="/">首页</a><em>&gt;</em><a href="/f2">装修日记</a><em>&gt;</em>自己动手修好了漏水三年的阳台</div><div class="read_page_wrap" id="J_posts_list"><div class="read_page J_read_floor" id="read_0"><table width="100%"><tr><td rowspan="2" class="floor_left"><div class="floor_info"><a class="name" href="/u/1">木匠小何</a><div class="level">正式会员</div><ul><li>发帖<em>21</em></li><li>粉丝<em>3</em></li></ul></div></td><td class="floor_right"><div class="floor_title cc"><div class="hits"><span>浏览<em>601</em></span><span>回复<em>1</em></span></div><h1 id="J_post_title">自己动手修好了漏水三年的阳台</h1></div><div class="c"></div><div class="floor_top_tips cc"><span class="lou J_floor_copy">楼主#</span><a href="#">更多</a> 发布于：2032-05-27 19:06</div><div id="J_read_main"><div class="editor_content">${T}阳台漏水三年，物业来过四次，每次都说补好了，下一场大雨又漏。这回我请了两天假自己来。<br>第一天把旧瓷砖敲掉，发现防水层在墙角就没有翻上去，水是从地漏边上渗的。<br>第二天重新做了两遍聚氨酯，墙面翻高三十厘米，地漏四周用堵漏王收口。<br>闭水试验四十八小时，楼下没有再滴。材料一共三百八十块钱，比报价便宜了两千。${E}</div></div><div class="floor_bottom cc"><a href="#">喜欢</a><a href="#">回复</a><a href="#">举报</a></div></td></tr></table></div><div class="read_page J_read_floor" id="read_1"><table><tr><td class="floor_left"><a class="name" href="/u/2">阳光房</a></td><td class="floor_right"><div class="floor_top_tips"><span class="lou">沙发#</span> 发布于：2032-05-28 08:11</div><div class="editor_content">学到了，我家也是地漏边上漏。</div></td></tr></table></div></div></div><div class="footer_wrap">Powered by phpwind v9.0</div></div>`,
  ),
  layout(
    'tieba',
    'https://tieba.bd-b.example/p/8000000001',
    { title: '【教程】用废木板做一张小凳子', author: '木屑满地', day: '2032-03-14' },
    { title: '【教程】用废木板做一张小凳子【木工吧】_千度贴吧' },
    `<div class="wrap1"><div class="head_top"><a href="/">贴吧首页</a></div><div id="pb_content" class="pb_content clearfix"><div class="left_section"><div class="core_title core_title_theme_bright" id="j_core_title_wrap"><h3 class="core_title_txt pull-left text-overflow" title="【教程】用废木板做一张小凳子">【教程】用废木板做一张小凳子</h3><ul class="core_title_btns"><li><a>只看楼主</a></li><li><a>收藏</a></li><li><a>回复</a></li></ul></div><div class="p_postlist" id="j_p_postlist"><div class="l_post l_post_bright j_l_post clearfix"><div class="d_author"><ul class="p_author"><li class="d_name"><a class="p_author_name j_user_card" href="/home/main?id=1">木屑满地</a></li><li class="d_badge"><div class="d_badge_title">小有所成</div><div class="d_badge_lv">8</div></li></ul></div><div class="d_post_content_main"><div class="p_content"><cc><div id="post_content_1" class="d_post_content j_d_post_content">${T}            手头有几块拆床剩下的杉木板，扔了可惜，做了一张小凳子。<br>工具只有一把锯子、一把凿子和一把锤子，不用钉子也不用胶。<br>先按图把四条腿的榫头画出来，榫头长度是板厚的三分之二，留一点余量，敲进去才紧。<br>最后用砂纸把边角打圆，抹一遍木蜡油，放在窗边晾一夜就能坐了。${E}</div></cc></div><div class="core_reply j_lzl_wrapper"><div class="core_reply_tail"><div class="post-tail-wrap"><span class="tail-info">IP属地:四川</span><span class="tail-info">1楼</span><span class="tail-info">2032-03-14 11:20</span></div><a href="#">回复</a></div></div></div></div></div><div class="p_thread"><ul><li>2回复贴，共1页</li></ul></div></div><div class="right_section"><div class="region_bright"><h4>木工吧</h4><p>关注：12万 贴子：80万</p></div></div></div></div>`,
  ),
  layout(
    'v2-talk',
    'https://www.vv-a.example/t/1000001',
    { title: '大家都用什么办法记住书里的内容？', author: 'paperboat', day: '2032-02-03' },
    { title: '大家都用什么办法记住书里的内容？ - VV站' },
    `<div id="Top"><a href="/">首页</a><a href="/signup">现在注册</a></div><div id="Wrapper"><div class="content"><div id="Rightbar"><div class="box"><strong>VV站 = way to explore</strong></div></div><div id="Main"><div class="box"><div class="header"><div class="fr"><a href="/member/paperboat"><img src="/u.png"></a></div><a href="/">VV站</a> <span class="chevron">›</span> <a href="/go/books">阅读</a><h1>大家都用什么办法记住书里的内容？</h1><small class="gray"><a href="/member/paperboat">paperboat</a> · <span title="2032-02-03 10:31:00 +08:00">12 小时 8 分钟前</span> · 1203 次点击</small></div><div class="cell"><div class="topic_content"><div class="markdown_body">${T}<p>去年读了三十多本书，今年一翻目录，大半想不起来讲了什么。</p><p>试过抄摘录，抄完就再也没看过；也试过画导图，太费时间，画到第三本就放弃了。</p><p>后来改成每读完一章，合上书给家人讲五分钟，讲不出来的地方再翻回去看。三个月下来，至少主要的线索都还在脑子里。</p><p>想知道大家有没有更省力的办法。</p>${E}</div></div></div><div class="topic_buttons"><a>加入收藏</a><a>Tweet</a><div class="fr">1203 次点击</div></div></div></div></div></div><div id="Bottom"><div class="inner">关于 · 帮助文档 · 自助推广系统 · 博客 · API</div></div>`,
  ),
  layout(
    'zhihu-answer',
    'https://www.zl-b.example/question/500000001/answer/2500000001',
    { title: '为什么老式搪瓷杯特别耐用？', author: '火窑', day: '2032-01-15' },
    { title: '为什么老式搪瓷杯特别耐用？ - 知道' },
    `<div id="root"><div class="AppHeader">首页 会员 发现 等你来答</div><main class="App-main"><div class="QuestionPage"><div class="QuestionHeader"><div class="QuestionHeader-tags"><span>生活</span><span>材料</span></div><h1 class="QuestionHeader-title">为什么老式搪瓷杯特别耐用？</h1><div class="QuestionRichText"></div><div class="NumberBoard">关注者 <strong>88</strong> 被浏览 <strong>12,031</strong></div><div class="QuestionButtonGroup"><button>关注问题</button><button>写回答</button></div></div><div class="Question-main"><div class="Card AnswerCard"><div class="ContentItem AnswerItem"><div class="AuthorInfo"><span class="UserLink AuthorInfo-name"><a href="/people/hk">火窑</a></span><div class="AuthorInfo-badgeText">烧了二十年窑</div></div><span class="Voters">312 人赞同了该回答</span><div class="RichContent"><div class="RichContent-inner"><span class="RichText ztext" itemprop="text">${T}<p data-pid="a">搪瓷是在铁胎上熔一层玻璃，两种材料的长处都占了：铁不怕摔，玻璃不怕酸。</p><p data-pid="b">老杯子的底釉里加了氧化钴，它和铁胎之间会长出一层细密的枝晶，像钉子一样把釉面咬住。</p><p data-pid="c">后来的产品为了便宜，底釉薄了，炉温也低，磕一下就大片掉瓷。所以不是记忆骗人，是真的变了。</p>${E}</span></div><div class="ContentItem-time"><a href="#">编辑于 2032-01-15 21:33</a></div><div class="ContentItem-actions"><button>赞同 312</button><button>19 条评论</button><button>分享</button></div></div></div></div></div><div class="Question-sideColumn"><div class="Card">关于作者 火窑 回答 120 文章 3 关注者 2,110</div><div class="Card"><h3>被收藏 56 次</h3></div><div class="Card"><h3>相关问题</h3><a href="/q/2">搪瓷锅掉瓷还能用吗？</a></div></div></div></main></div>`,
  ),
  layout(
    'sogou-wenwen',
    'https://wenwen.sg-a.example/question/q800001.htm',
    { title: '玉米种子播种前要不要晒', author: '老农技员', day: '2022-04-11' },
    { title: '玉米种子播种前要不要晒 - 搜学问问' },
    `<div class="header"><a href="/">搜学问问</a><input type="text"><a>提问</a></div><div class="main"><div class="section question-main"><h1 id="question_title"><span class="detail-wp">玉米种子播种前要不要晒</span></h1><div class="question-info"><span>浏览 3021</span> <span>2022-04-11</span></div></div><div class="replay-section answer_item"><div class="replay-wrap common_answers"><div class="replay-info"><div class="user-name-box"><a href="/z/1" class="user-name">老农技员</a></div><div class="user-txt">推荐于2022-04-12</div></div><pre class="replay-info-txt answer_con">${T}要晒。播种前选晴天摊开晒两三天，每天翻动三四次，晚上收回屋里。
晒种可以打破休眠，让种皮透气透水，出苗比不晒的早一到两天，也整齐。
注意不要在水泥地上直接晒，中午地面温度过高会烫伤种胚，最好铺一层席子。${E}</pre><div class="replay-opr"><a>12</a><a>评论</a></div></div></div><div class="related-question"><h3>相关问题</h3><ul><li><a href="/2">玉米种子包衣后还能晒吗</a></li><li><a href="/3">春玉米什么时候播种合适</a></li></ul></div></div><div class="footer">© 2022 搜学 使用问问前必读 意见反馈</div>`,
  ),
];
