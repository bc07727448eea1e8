/** Surnames that most people bear. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const DOUBLE_SURNAMES = '欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒'

const NAME = new RegExp(
  `^(?:(?:[小老阿][\\u3400-\\u9fff]{1,2}|(?:${DOUBLE_SURNAMES})[\\u3400-\\u9fff]{1,2}|[${SURNAMES}][\\u3400-\\u9fff]{1,2})\\d{0,12}|[\\u3400-\\u9fff]{2,8}·[\\u3400-\\u9fff·]{2,10})$`,
)

/** Words that begin as names do. */
const WORDS =
  /^(?:小(?:程序|部分|米|时|区|组|号|视频|游戏|店|额|众)|老(?:用户|版|机型|手机|师|板|客户|会员|设备|号|人)|阿(?:里)|任[何务意]|方[案法式便向面接收才能没]|万一|金[币牌额融]|白[名天]|常[常用见规]|文[件本字档]|易用|马[上路甲]|周[末期一二三四五六日围]|程序|钟[头点]|江[苏西]|黄[金牌]|夏天|于是|余额|段落|武汉|高[级端管峰优频中]|林区|陆续|郑重|许[多久可]|曾经|成都|顾[客问]|何[时况必以处]|石[油家]|雷达|龙[年头]|田间|史上|秦皇|康复|白屏|钱包|单聊|群聊|毛病|张数|江湖|孟加拉|段[子时]|范围)/

/**
 * Whether an unquoted Chinese word may be somebody's name, by its form: 张三, 小明, 欧阳娜娜. Makes, places, roles and clauses are
 * none. Even so it is a guess that it is a UserID.
 */
export const isHanName = (word: string): boolean => NAME.test(word) && !WORDS.test(word)
