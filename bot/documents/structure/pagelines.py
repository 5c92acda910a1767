"""More lines that pages, channels and newsletters leave in copied texts, by what they are for; levelled like `debris`.

English, Farsi, Arabic and Kurdish: headers of channels, counts of readers, share bars, mail footers, data of the page.
"""

from __future__ import annotations

import re

LEVEL = str.maketrans("يىكةۀأإ\u200c\u00a0’‘", "ییکههاا  ''", "\u0654\ufe0f")
"""One letter for those that look alike, so that a line is known however it was typed."""


def _lines(words: str) -> frozenset[str]:
    return frozenset(each.strip() for line in words.translate(LEVEL).split("\n") for each in line.split("|")) - {""}


FIXED = _lines("""
newer posts | older posts | newer entries | older entries | newer post | older post | stay updated | stay informed
stay in touch | stay connected | stay up to date | keep in touch | keep up to date | latest news | latest updates
more news | download telegram | view in telegram | open in telegram | open in app | preview channel | join channel
join group | right away | to view and join the conversation | forwarded message | pinned message | send message
show translation | see translation | view original | change language | choose your language | open menu | close menu
open search | close search | search for | search this site | toggle menu | skip navigation | report abuse
report a typo | report an error | suggest an edit | share on | share to | share link | share & print | cite this
add to favorites | add to bookmarks | add bookmark | add to reading list | increase text size | decrease text size
text size | font size | dark mode | light mode | listen to this article | listen to article | read aloud
click here to donate | donate today | please donate | give today | become a supporter | become a subscriber
make a gift | subscribe today | subscribe here | subscribe by email | subscribe via email | join our list | rss feed
comments off | write a reply | view comments | show comments | hide comments | load comments | all comments
add your comment | post your comment | leave your comment | your comment | sort by | newest first | oldest first
issue date | publication date | date published | last modified | last updated | page last updated | تاریخ انتشار
site map | sitemap | imprint | impressum | legal notice | disclaimer | accessibility | cookie notice | cookie consent
necessary cookies only | i agree | i accept | more information | image credits | view all | read the rest
read full story | full story | read in browser | view in browser | view online | forward to a friend | unsubscribe
پیام بگذارید | نظر بگذارید | دیدگاه بگذارید | کامنت بگذارید | نظر شما | نظرات شما | نظر شما چیست | ارسال پیام
دانلود تلگرام | مشاهده در تلگرام | عضویت در کانال | پیوستن به کانال | کانال تلگرام | کانال تلگرام ما
صفحه بعد | صفحه قبل | صفحه بعدی | صفحه قبلی | مطالب بیشتر | خبرهای بیشتر | اخبار بیشتر | مطالب پیشین | مطالب جدیدتر
مطالب قدیمی تر | پست قدیمی تر | پست جدیدتر | خبر بعدی | نوشته های پیشین | آخرین خبرها | تازه ترین خبرها
تازه ترین اخبار
بازگشت به صفحه اصلی | بازگشت به صفحه نخست | بازگشت به خانه | پرش به ناوبری | پیوندها | پیوندهای مرتبط | جستجو در سایت
جستجو برای | اندازه متن | اندازه قلم | حالت شب | گزارش خطا | گزارش تخلف | خروجی pdf | دریافت pdf | دانلود pdf
نسخه pdf | درباره نویسنده | همه نوشته ها | لغو اشتراک | مشاهده در مرورگر | نشانی کوتاه | لینک کوتاه خبر | لینک خبر
لینک مطلب | اشتراک در شبکه های اجتماعی | اشتراک گذاری در شبکه های اجتماعی | اشتراک گذاری با دوستان | پسندیدم
نمایش نظرات | نمایش دیدگاه ها | افزودن دیدگاه | افزودن نظر | دیدگاه جدید | بستن منو | باز کردن منو
شارك هذا الموضوع | شارك هذا المقال | شارك هذا الخبر | شارك | شاركها | مشاركة | انشر | شارك المقال | شارك الخبر
اقرأ أيضا | اقرأ أيضًا | إقرأ أيضا | اقرأ المزيد | المزيد | قراءة المزيد | تابع القراءة | أكمل القراءة
مواضيع ذات صلة | مقالات ذات صلة | أخبار ذات صلة | مقالات مشابهة | مواضيع مشابهة | ذات صلة | الأكثر قراءة
الأكثر مشاهدة | آخر الأخبار | أحدث المقالات | المقال السابق | المقال التالي | السابق | التالي | الخبر السابق
اترك تعليقا | اترك تعليقًا | أضف تعليقا | أضف تعليق | اترك ردا | اترك رد | إلغاء الرد | إرسال التعليق | التعليقات مغلقة
التعليقات | لا تعليقات | لا توجد تعليقات | نسخ الرابط | طباعة | إرسال بالبريد | الرئيسية | الصفحة الرئيسية
تخطى إلى المحتوى
انتقل إلى المحتوى | سياسة الخصوصية | شروط الاستخدام | اتصل بنا | من نحن | تبرع | تبرع الآن | ادعمنا | تابعنا
النشرة البريدية | اشترك في النشرة | اشترك الآن | تسجيل الدخول | حقوق النشر محفوظة | جميع الحقوق محفوظة
كل الحقوق محفوظة | القائمة | بحث | إعلان | إعلانات
هاوبەشکردن | هاوبەشی بکە | بابەتی پەیوەندیدار | بابەتی هاوشێوە | زیاتر بخوێنەوە | لێدوان بنووسە | سەرەتا
پەیوەندی | دەربارەی ئێمە
""")  # fmt: skip

WEAK = _lines("""
forward
details | hits | views | reactions | followers | following | subscribers | members | photos | videos | files | links
audio | map | events | team | blog | shop | store | jobs | press | media | topics | issues | languages | english
farsi | persian | deutsch | français | español | العربية | فارسی | کوردی | edited | pinned | posted | updated | date
print friendly | full text | help | faq | terms | legal | credits | top | up | prev post | ↑ | join | joined | read
بازدید | بازدیدها | پسندها | لایک | کامنت | اعضا | ورود / عضویت | پادکست | فیلم | درباره | تماس | اشتراک گذاری
ریپلای | نقل قول | ویرایش شده | ویرایش | مشاهده | جدید | انگلیسی | english version
""")  # fmt: skip

_NET = (
    r"(?:facebook|twitter|telegram|whats ?app|instagram|linkedin|reddit|pinterest|tumblr|mastodon|bluesky|threads"
    r"|youtube|e-?mail|signal|viber|messenger|vk|skype|pocket|tiktok|flipboard|print|copy link|rss|x(?![a-z])|فیس ?بوک"
    r"|توییتر|تویتر|تلگرام|واتس ?اپ|واتس ?آپ|اینستاگرام|ایمیل|لینکدین|پینترست|یوتیوب|چاپ|انستغرام|فیسبوک|تلغرام)"
)
_SORTS_FA = "(?:خبر|مطلب|نوشته|پست|مقاله|گزارش|متن|یادداشت|صفحه|بیانیه|فراخوان|ویدئو|ویدیو)"

_TEMPLATES = (
    # Channels
    (r"[\d.,]+ ?[km]? (?:subscribers?|members?|photos?|videos?|files?|links?|audios?|gifs?|voice messages?|followers"
    r"|views?|reactions?|upvotes|claps|hits|plays|listens|stories|bookmarks|مشترک|دنبال ?کننده|عضو)"
    r"(?:[,،·] ?.{1,30})?"),
    (r"if you have telegram.{0,120}|you can (?:view and join|contact) @.{1,60}|forwarded from .{1,80}"
    r"|channel (?:created|photo).{0,30}|(?:join|subscribe to|follow) (?:our|the|my|us on|my) .{0,30}"
    r"(?:channel|feed|podcast|page|group|telegram)\b.{0,40}"),
    r"(?:edited|views?|بازدید|ویرایش شده)[ ,·]{1,3}\d{1,2}:\d{2}.{0,10}|\d[\d.,]*k? views? .{0,20}",
    # Counts
    (r"(?:post |page |article |total )?(?:views|hits|reads|visits|shares|downloads|clicks|likes|votes"
    r"|comments)(?: count)? ?[:：] ?[\d.,]+k?"),
    r"\d[\d.,]* (?:people|readers|others) (?:like|liked|follow|shared|read) this.{0,30}|be the first to like.{0,20}",
    r"(?:rate this|user rating|rating|امتیاز)(?: .{1,40})?|.{0,15}\d(?:\.\d)? ?/ ?5 .{0,40}",
    (r"(?:امتیاز|رای|دفعات نمایش|تعداد نمایش|تعداد مشاهده|تعداد بازدید"
    r"|شمار بازدید)(?: .{0,20})? ?[:：]? ?[\d.,٬]+.{0,12}"),
    # Share bars and forms
    (rf"(?:(?:share|tweet|post|اشتراک(?: ?گذاری)?|همرسانی|شارک|\d[\d.,]*k?) ?[:|]? ?)?(?:{_NET}[ "
    rf"|/,،·•+\d]{{0,6}}){{2,14}}"),
    rf"(?:لطفا )?(?:این|آن) {_SORTS_FA} را .{{0,30}}(?:به اشتراک|اشتراک|همرسانی|بازنشر|برای دوستان|با دوستان).{{0,40}}",
    rf"(?:ارسال|فرستادن|چاپ|بازنشر|ذخیره|اشتراک ?گذاری) (?:این )?{_SORTS_FA}.{{0,30}}",
    r".{0,24}(?:بخش |امکان )?(?:دیدگاه|نظر|کامنت).{0,40}(?:بسته|غیر ?فعال) (?:است|شده|شد).{0,8}",
    (r"(?:اخبار|خبرها|مقالات|مطالب|نوشته ها|آثار|دیدگاه ها|نظرات)(?: و \S+)? ?(?:ی)? (?:خود|خودتان|تان) را"
    r" .{0,50}(?:بفرستید|ارسال (?:کنید|نمایید)|ایمیل کنید).{0,20}"),
    r"مشاهده ?ی? (?:این )?(?:پست|ویدئو|ویدیو|توییت|مطلب|پیام|عکس|کانال) (?:در|روی) .{1,30}",
    r"(?:you can )?(?:leave|write|post|add) (?:a|your) (?:response|reply|comment).{0,80}",
    r"\d+ responses? to .{1,160}|responses? are (?:currently )?closed.{0,80}|comments? (?:are|is) closed.{0,60}",
    # Mail, money, cookies
    (r".{0,120}\bunsubscribe\b.{0,80}|you(?:'re| are)? (?:receiving|received) this (?:e-?mail|message"
    r"|newsletter).{0,120}"),
    r"view this (?:e-?mail|message|newsletter) in .{1,40}|(?:update|manage) (?:your )?.{0,20}preferences.{0,30}",
    (r"(?:do you )?(?:want|would you like|like) to (?:hear|receive|get|stay|know|see)\b.{0,60}"
    r"\b(?:news|updates?|blogs?|newsletters?|stories|e-?mails?)\b.{0,30}"),
    r"(?:stay|keep) (?:up[ -]to[ -]date|informed|updated|in touch|connected) .{1,80}",
    (r"(?:did|do|if) you (?:like|enjoy|find|found|value|appreciate)\w* (?:our (?:work|coverage|reporting"
    r"|content)|(?:reading )?(?:this|our) (?:article|post|story|page|site|website|piece|content|newsletter|video"
    r"|podcast)|what (?:you|we)|this (?:useful|helpful|valuable))\b.{0,200}"),
    r"our (?:mailing|postal) address.{0,120}",
    (r"(?:please )?(?:support|help (?:us )?(?:keep|fund|support)|help sustain|fund) (?:independent|our"
    r"|free|this|the) (?:\w+ ){0,2}(?:journalism|media|website|site|magazine|publication|newsroom)\b.{0,160}"),
    r"(?:we|this page|this website|the site).{0,20} (?:cookies|akismet|google analytics).{0,250}",
    r"(?:اگر |چنانچه )(?:از )?این (?:مطلب|نوشته|مقاله|گزارش).{0,40}(?:پسندید|خوشتان|دوست داشت).{0,120}",
    # Data and machinery of the page
    r".{0,60}\d{4}-\d\d-\d\dt\d\d:\d\d.{0,160}",
    r"toggle .{1,40}|jump to .{1,40}|skip to .{1,30}|go to (?:top|content|main|page|homepage).{0,20}",
    (r"(?:blog|website|site|powered|hosted|published|create a (?:free )?(?:blog|website))(?: \w+)? (?:at|on|by|with"
    r"|via) (?:wordpress|blogger|wix|ghost|medium|substack|squarespace|weebly|tumblr|drupal|joomla|hugo|spip).{0,40}"),
    (r"(?:.{1,40} )?theme (?:by|images by|:) .{1,50}|designed by .{1,40}|developed by .{1,40}"
    r"|طراحی (?:سایت|و اجرا|شده).{0,60}"),
    r"subscribe to:? .{0,60}(?:atom|rss|comments|posts|feed)\)?.{0,10}",
    (r"(?:(?:newer|older|next|previous|prev) (?:posts?|entries|page|article)|home)(?: (?:(?:newer|older|next|previous"
    r"|prev) (?:posts?|entries|page|article)|home)){1,4}"),
    r"(?:page|صفحه|p\.|pg\.|ص\.) ?\d{1,3}(?: ?(?:of|/|از) ?\d{1,3})?|\d{1,3} ?/ ?\d{1,3}",
    (r"(?:وبلاگ|وب ?سایت|سایت|وبگاه|blog|website|site|web|url|link|permalink|لینک(?: کوتاه)?|پیوند کوتاه)"
    r"(?: .{1,30})? ?[:：]? ?https?://\S+"),
    (r"(?:image|photo|picture|img|figure|file|عکس|تصویر|پرونده) ?[:：]? ?[\w%.-]{1,80}\.(?:jpe?g|png|gif"
    r"|webp|svg|bmp|avif|pdf)"),
    r"(?:سربرگ|تصویر|عکس|بنر|لوگو|هدر|پوستر|کاور)[-_][\w-]{1,60}(?: [\w-]{1,20})?",
    (r"[^\W_][\w.-]{0,60}[-_](?:header|banner|image|img|photo|cover|thumb|logo|hero|featured|scaled|poster)"
    r"(?:[-_]?\d{1,6}(?:x\d{2,5})?){0,3}|[\w-]{3,60}[-_]\d{2,5}x\d{2,5}"),
    r"post (?:url|link|embed)|(?:embed|view) (?:this )?(?:post|tweet|video)(?: on .{1,20})?",
    r"(?:print|pdf|e-?mail|friendly|save|download|share|version|article|page|and|&|,| |-){8,60}",
    r"(?:version|edition|article) (?:in|en) (?:english|french|german|spanish|farsi|persian|arabic|kurdish|turkish)",
    r"(?:also )?available in:? .{1,60}|(?:translations?|languages?|زبان ها|ترجمه ها) ?: .{1,80}",
    r"(?:شناسه|کد) (?:خبر|مطلب|نوشته|مقاله) ?[:：]? ?\d{2,12}|سرویس ?[:：] ?.{1,40}|گروه خبری ?[:：].{1,40}",
    # Arabic
    (r"لن یتم نشر عنوان بریدک.{0,120}|الحقول الالزامیه.{0,60}|احفظ اسمی.{0,140}|(?:جمیع|کل"
    r"|کافه) الحقوق.{0,20}محفوظه.{0,60}"),
    r"(?:تابعنا|تابعونا|انضموا|انضم|اشترک|اشترکوا) (?:علی|الی|فی|عبر) .{1,60}|\d+ (?:تعلیقات|تعلیق|مشاهده|مشاهدات)",
    r"(?:الوسوم|التصنیفات|التصنیف|کلمات مفتاحیه|الکلمات الدلاله) ?[:：].{1,140}|اقرا (?:ایضا|المزید) ?[:：].{1,140}",
    r"شارک(?:ها|وا)? (?:هذا|هذه|علی|عبر|الموضوع|المقال).{0,60}|(?:نشر|مشارکه) (?:علی|عبر) .{1,40}",
)  # fmt: skip
TEMPLATE = re.compile("|".join(_TEMPLATES))

REACTIONS = re.compile(r"(?:[\u2600-\u27bf\U0001f000-\U0001faff\u2764]{1,3} ?\d[\d.,]*[km]? ?){1,12}")
"""Counts of readers and of their reactions under a post: "👁 14.2K", "👍 214 ❤ 88"."""

TIMES = re.compile(r"\d{1,2}:\d{2}(?: ?[ap]m)?|\d{1,3}")
"""What counts as debris only beside other debris: the hour of a post, the number of a page."""

CHANNEL = re.compile(r"[\d.,]+ ?[km]? (?:subscribers?|members?|followers|مشترک|عضو|دنبال ?کننده)")
"""The line under the name of a channel."""

_SURE = _lines(
    "facebook twitter telegram whatsapp instagram linkedin reddit pinterest tumblr mastodon bluesky youtube tweet print"
    " pdf rss menu login sitemap newsletter prev older newer e-mail email فیسبوک توییتر تویتر تلگرام واتساپ اینستاگرام"
    " لینکدین ایمیل یوتیوب چاپ".replace(" ", "|")
)


def is_bar(plain: str, known: frozenset[str]) -> bool:
    """Whether all words of a levelled line are buttons, some of them of no other use: "Print Share Tweet"."""
    words = plain.replace("|", " ").replace("·", " ").replace("•", " ").split()
    return 2 <= len(words) <= 14 and not _SURE.isdisjoint(words) and all(each in known for each in words)
