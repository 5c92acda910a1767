"""More lines that pages, channels and newsletters leave in copied texts, by what they are for; levelled like `debris`.

English, Farsi, Arabic and Kurdish: headers of channels, counts of readers, share bars, mail footers, data of the page.
"""

from __future__ import annotations

import re

LEVEL = str.maketrans(
    "يىكةۀأإ\u200c\u00a0’‘", "ییکههاا  ''", "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654\ufe0f"
)
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
اكتب تعليقا | عرض الترجمة | عرض المزيد من التعليقات | عرض المزيد | الأكثر ملاءمة | كل التفاعلات
اترك تعليقا | اترك تعليقًا | أضف تعليقا | أضف تعليق | اترك ردا | اترك رد | إلغاء الرد | إرسال التعليق
التعليقات مغلقة
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
    (r"(?:rate this|user rating|rating|امتیاز)(?: .{1,40})?"
    r"|(?:rat(?:ed|ing)|average|score|امتیاز)?[ :★☆]{0,8}\d(?:\.\d)? ?/ ?5"
    r"(?: ?(?:stars?|votes?|based on|from|[(\[★]|امتیاز|از \d).{0,30})?"),
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
    (r"if you (?:no longer|do not|don't) (?:wish|want) to (?:receive|get|hear)\b.{0,160}|sign up (?:for|to) (?:our"
    r"|the) .{0,60}"
    r"|(?:download|get|view|open) (?:the |this |full[ -]?text |as )*(?:pdf|e-?pub|epub|word version|file)\b.{0,30}"),
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
    # Posts, their authors and hours
    (r"(?:\+ ?)?(?:posted|submitted|published|written|added|uploaded|filed|last edited|edited|updated) by .{1,60}?"
    r"(?: (?:at|on|in)\b.{0,40})?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?.{0,20}"),
    (r"(?:.{4,40} )?(?:by|author|توسط|نویسنده) ?:? ?\S{0,20}(?:admin|webmaster|مدیر|مدیر سایت"
    r"|ادمین)(?: ?[|·,-] ?.{1,40})?"),
    (r"(?:\+ ?)?(?:نوشته شده|ارسال ?شده|منتشر ?شده|درج شده) (?:توسط|در|به دست|بوسیله) .{1,80}(?:ساعت|\d{1,2}:\d{2}"
    r"|توسط).{0,40}"),
    (r"(?:page |this page (?:was )?|post |article )?(?:last (?:modified|edited|changed|reviewed)|last updated?"
    r"|modified)"
    r"(?: (?:on|at|by))? ?[:：]? ?.{0,30}\d{4}.{0,30}"),
    (r"(?:this (?:entry|post|article|item) was (?:posted|published|filed|tagged|written|last updated)"
    r"|bookmark the permalink"
    r"|این (?:نوشته|مطلب|پست) (?:در|توسط) .{1,80}(?:ارسال|منتشر|نوشته) شده).{0,160}"),
    r"(?:issue|number) \d{1,5}|(?:email|print|share|permalink)(?: this)? ?[|/·] ?.{1,60}",
    (r".{0,40}\d{1,2}:\d{2}.{0,12} · twitter (?:for .{1,20}|web app)|\d[\d.,]*k? (?:retweets?|quote tweets?|quotes"
    r"|restacks?|claps?|reads|verified signatures|letters? sent|responses|pageviews)\b.{0,40}"),
    (r"(?:edited )?[\d.,]+k? ?(?:views?|بازدید)? ?(?:edited"
    r"|ویرایش شده)? ?(?:\w{3,9} \d{1,2} (?:at )?)?\d{1,2}:\d{2}(?: ?[ap]m)?"),
    (r"liked by .{1,60}|view all \d.{0,20}|log in to (?:like|comment|reply|post).{0,40}|replying to @.{1,40}"
    r"|translated from .{1,30} by google"),
    (r"(?:posted |published |updated |edited |last updated )?(?:an?|\d{1,3}) (?:seconds?|minutes?|mins?|hours?|hrs?"
    r"|days?|weeks?|months?|years?) ago"
    r"|\d{1,3} (?:ثانیه|دقیقه|ساعت|روز|هفته|ماه|سال) (?:پیش|قبل)|(?:like|share|tweet|pin"
    r"|comment)s? ?[:(]? ?\d[\d.,]*k?\)?"),
    (r"(?:(?:en|fa|ar|de|fr|es|it|tr|ku|ckb|kmr|sv|nl|ru|pt) ?[|/·•] ?){1,9}(?:en|fa|ar|de|fr|es|it|tr|ku|ckb|kmr"
    r"|sv|nl|ru|pt)"
    r"|click here (?:to|for) .{1,80}|برای (?:خواندن|مطالعه|دیدن|مشاهده|دانلود|دریافت) .{1,60}کلیک.{0,40}"),
    (r"(?:please )?(?:enable|turn on) javascript.{0,80}|javascript is .{1,80}|your browser (?:does not"
    r"|doesn't) support.{0,80}"
    r"|(?:video|audio|image) (?:can't|cannot|could not) be (?:played|loaded|displayed).{0,40}"),
    (r".{0,60}(?:کانال|صفحه|گروه|سایت|وبلاگ)(?: .{0,40})? را (?:به|برای|با) (?:دوستان|دیگران).{0,40}"
    r"|نظر \(.{0,10}فیس ?بوک\)|.{0,20}خبرنامه.{0,30} (?:دریافت کنید|بگیرید)"),
    r"\d{1,2}:\d{2}(?: ?[ap]m)? · .{6,20}(?: · .{1,30})?|follow us ?[:：] ?.{1,80}",
    r"submitted by .{1,60} on .{4,40}|\d{1,2}:\d{2} ?/ ?\d{1,2}:\d{2}|\d{1,2} ?(?:hrs?|mins?|س|د|ی|أ|ا) ?·?",
    r"[^/:]{1,80}\.(?:pdf|docx?|odt|epub|zip|rtf|xlsx?) ?[(\[]?[\d.,]+ ?(?:kb|mb|kib|mib|bytes|کیلوبایت|مگابایت)[)\]]?",
    r"[\d.,]+ (?:الف|هزار|ملیون|میلیون)? ?(?:متابع|متابعا|متابعین|دنبال ?کننده|عضو|مشترک)",
    (r"(?:کل|مجموع|تعداد|شمار|آمار) (?:کل )?بازدید(?:ها|های (?:وبلاگ|سایت))?.{0,20}"
    r"|بازدید(?:های)? (?:امروز|دیروز|کل|ماه|هفته"
    r"|این ماه|این هفته).{0,16}|(?:weblog|blog) themes? by .{1,40}|افراد آنلاین.{0,10}"),
    r"(?:موضوعات مرتبط|تماشا کنید|ببینید و بشنوید|بیشتر در این باره) ?[:：].{1,160}",
    # Petitions and letters
    (r"only [\d,.]+ more (?:until|to go|signatures|needed).{0,60}|next goal:? [\d,.]+.{0,20}"
    r"|this (?:campaign|petition|action) has been (?:supported|signed) by [\d,.]+ .{1,30}"
    r"|[\d,.]+ have signed\. let.s get to .{1,20}"),
    (r"(?:by|when you) (?:signing|clicking|submitting|entering|providing|subscribing|sending)\b.{0,60}"
    r"\b(?:privacy|terms|receive|updates)\b.{0,220}"),
    r"(?:you (?:may|will) receive|opt in to) .{0,30}\b(?:e-?mails?|updates?|newsletters?|messages)\b.{0,140}",
    (r"(?:choose|select|change) (?:your |a )?(?:language|country|edition|region).{0,90}|read (?:this|it"
    r"|this \w{2,12}) in ?[:：].{1,100}"),
    r"(?:share|sign|spread) this (?:petition|campaign|action) (?:in person|on|with|via|by|to reach|now)\b.{0,100}",
    r"type in your (?:name|e-?mail).{0,140}|(?:please )?fill (?:in|out) (?:the|this) form.{0,80}",
    # Readers, ratings, newsletters
    (r"(?:enjoyed|enjoying|liked|like|love) (?:this|our|reading this) (?:piece|article|post|story|essay|interview|blog"
    r"|page|newsletter)\b.{0,220}"),
    (r"thanks for reading.{0,160}|.{2,60} is a reader-supported publication.{0,200}"
    r"|start your (?:\d+-day )?free trial.{0,80}"
    r"|this post is (?:public|for paid).{0,80}|become a (?:paid )?(?:supporter|subscriber|patron)\b.{0,80}"),
    (r"(?:average rating|vote count|rate this|user rating|your rating)\b ?[:：]?.{0,40}\d.{0,40}"
    r"|(?:click on a star|no votes so far|we are sorry that this post|tell us how we can improve"
    r"|how useful was).{0,120}"),
    (r"(?:برای )?امتیاز دادن به این .{0,80}|تعداد (?:آرا|آراء|رای|رای ها|امتیازها?) ?[:：] ?\d.{0,40}"
    r"|(?:معدل|میانگین) (?:امتیاز|آرا|رتبه).{0,40}|.{0,30}به این (?:مطلب|نوشته|پست|خبر) (?:امتیاز|رای).{0,80}"
    r"|(?:توجه ?: ?)?.{0,30}(?:ماوس .{0,20}|روی )ستاره ها.{0,40}(?:ستاره|کلیک|امتیاز).{0,120}"
    r"|این (?:مطلب|نوشته|مقاله) (?:چقدر|تا چه حد) .{0,40}"),
    (r"(?:اگر|چنانچه) (?:عضو|کاربر) (?:یکی |هر یک )?(?:از )?(?:این )?شبکه.{0,140}"
    r"|(?:این )?(?:مطلب|نوشته|خبر|پست) را (?:به|در|با|برای) .{0,60}(?:بفرستید|ارسال کنید|ارسال نمایید|به اشتراک"
    r"|معرفی کنید).{0,30}"),
    (r"(?:.{0,20}(?:کانال|خبرنامه|صفحه|گروه) (?:ما )?)?(?:عضو|مشترک) (?:شوید|بشوید) و .{0,40}(?:بفرستید|معرفی کنید"
    r"|به اشتراک).{0,30}"),
    r"(?:(?:لینک|پیوند|نشانی|آدرس) (?:کوتاه|ثابت|یکتا|عضویت|کانال)|لینک این)(?: .{0,40})?[:：]? ?(?:https?://\S+)?",
    (r"(?:شناسه|کد|شماره) ?(?:خبر|مطلب|نوشته|مقاله) ?[:：]? ?[\d-]{2,12}|گروه (?:خبری|خبر) ?[:：].{1,120}"
    r"|اندازه (?:متن|قلم|فونت|حروف) ?[:：]?.{0,20}|(?:انتشار یافته|در انتظار بررسی|غیر ?قابل انتشار) ?[:：]? ?\d{1,6}"
    r"|تعداد (?:نظرات|بازدید|بازدیدها|دیدگاه ها|کاراکتر).{0,30}"),
    r"(?:نظرات|دیدگاه ها|نظر|کامنت ها|comments?|responses?|replies|reactions?|التعلیقات) ?[(\[] ?\d{0,6} ?[)\]]?",
    r"(?:اشتراک در|اشتراک) ?[:：] ?.{0,40}(?:atom|rss|پیام|نظرات)?\)?",
    r"تبلیغات (?:خبرنامه|در سایت|سایت|در این سایت|گوگل|اینترنتی).{0,20}",
    (r"برای (?:اشتراک ?گذاشتن|اشتراک ?گذاری|به اشتراک|چاپ|ارسال|ایمیل|درج (?:نظر|دیدگاه)|(?:ثبت|نوشتن|ارسال) (?:نظر"
    r"|دیدگاه)).{0,100}"
    r"(?:کلیک|وارد|ثبت نام|باز می شود|شوید).{0,60}"),
    (r"نظرات?ی? (?:حاوی|که حاوی|که|غیر ?مرتبط).{0,120}(?:منتشر|تایید|پذیرفته) (?:نمی|نخواه).{0,30}"
    r"|از .{2,20} رد شوید و به خواندن.{4,40}|اجازه نشان دادن محتوای .{4,40}|این نوشته شامل محتوایی است که .{0,200}"
    r"|این مطلب را پسندیدید.{0,200}|آیا (?:مایل هستید|می خواهید) ما را .{0,160}"),
    (r"(?:طراحی|طراحی و اجرا|توسعه|اجرا|قدرت گرفته|نیرو گرفته|ساخته شده|پشتیبانی) ?(?:شده )?(?:سایت|از|با|توسط|قالب"
    r"|وب ?سایت)? ?[:：]? ?.{0,30}(?:وردپرس|دروپال|جوملا|blogger|wordpress|بلاگفا)"),
    (r"امروز ?[:：] ?.{0,16}\d.{0,30}|به روز ?رسانی ?[:：].{4,50}|(?:آخرین|اخرین) (?:به ?روز ?رسانی|ویرایش"
    r"|تغییر) ?[:：]? .{0,20}\d.{0,40}"),
    (r"(?:star (?:in)?active ?){2,10}|ستاره (?:غیر ?)?فعال.{0,60}|please rate|vote [1-5]|rating: \d.{0,30}"),
    # Arabic
    (r"اضغط (?:للمشارکه|لل?طباعه|هنا|لارسال).{0,100}|(?:السابق|التالی|المقال السابق|المقال التالی) ?[:：←→].{1,120}"
    r"|تصفح (?:المقالات|التدوینات|المواضیع)|عدد (?:الزوار|المشاهدات|القراءات|القراء) ?[:：]? ?\d.{0,20}"
    r"|تصمیم (?:وتطویر|و تطویر|الموقع) ?[:：]? .{1,40}|(?:آخر|اخر) تحدیث ?[:：].{1,40}|اعجاب تحمیل.{0,6}|معجب بهذه"
    r"|احدث (?:المقالات|الاخبار|التعلیقات)|اترک (?:تعلیقا|ردا|تعلیق|رد)(?: الغاء الرد)?|مواضیع قد تهمک"
    r"|قد یعجبک ایضا|اقرا فی .{1,40}"
    r"|کن اول من یعلق|مشارکه عبر .{1,30}|نسخه للطباعه|انشر(?:ها)? علی .{1,30}"),
    # Several networks without a space between
    (rf"(?:(?:share|tweet|post|send|save|follow|like|pin)(?: this| it)?(?: (?:on|to|via|by|with))? ?(?:{_NET}"
    rf"|google\+?) ?[+|/,]? ?){{2,8}}"),
    (r"لن یتم نشر عنوان بریدک.{0,120}|الحقول الالزامیه.{0,60}|احفظ اسمی.{0,140}|(?:جمیع|کل"
    r"|کافه) الحقوق.{0,20}محفوظه.{0,60}"),
    r"(?:تابعنا|تابعونا|انضموا|انضم|اشترک|اشترکوا) (?:علی|الی|فی|عبر) .{1,60}|\d+ (?:تعلیقات|تعلیق|مشاهده|مشاهدات)",
    r"(?:الوسوم|التصنیفات|التصنیف|کلمات مفتاحیه|الکلمات الدلاله) ?[:：].{1,140}|اقرا (?:ایضا|المزید) ?[:：].{1,140}",
    r"شارک(?:ها|وا)? (?:هذا|هذه|علی|عبر|الموضوع|المقال).{0,60}|(?:نشر|مشارکه) (?:علی|عبر) .{1,40}",
)  # fmt: skip
TEMPLATE = re.compile("|".join(_TEMPLATES))

_HERE = r"(?:you are here|شما اینجا هستید|شما در اینجا هستید|مسیر شما|انت هنا|breadcrumbs?) ?[:»>/›|«<‹ ].{0,200}"
HERE = re.compile(_HERE)
"""The way through a site where it says so itself."""

WAY = re.compile(rf"{_HERE}|(?:home|start|خانه|صفحه (?:نخست|اصلی|اول)|الر[ئی]یسیه) ?[»>/›«<‹\\|] ?.{{1,160}}")
"""The way through a site: "Home » News » Valley"."""

REACTIONS = re.compile(r"(?:[\u2600-\u27bf\U0001f000-\U0001faff\u2764]{1,3} ?\d[\d.,]*[km]? ?){1,12}")
"""Counts of readers and of their reactions under a post: "👁 14.2K", "👍 214 ❤ 88"."""

_STAMP = (
    r"(?:on )?(?:\w{3,9} )?\d{1,2}[ /.-]\w{3,9}[ /.,-]{1,2}\d{4}[ ,]{1,3}(?:at |- )?\d{1,2}:\d{2}(?: ?[ap]m)?"
    r"|\w{3,9} \d{1,2},? \d{4},? (?:at )?\d{1,2}:\d{2}(?: ?[ap]m)?"
    r"|\d{4}[/-]\d{1,2}[/-]\d{1,2}[ -]{1,3}(?:ساعت )?\d{1,2}:\d{2}"
    r"|\d{1,2} \w{3,10} \d{4} ?(?:[-,|،]|ساعت|در)? ?(?:ساعت )?\d{1,2}:\d{2}"
)
STAMP = re.compile(_STAMP)
"""The day and minute of a comment."""

CONSENT = re.compile(
    r".{0,120}\b(?:we|(?:web)?site|service|page)\b.{0,40}\buses? .{0,30}\bcookies\b"
    r"|.{0,160}کوکی ?ها.{0,200}(?:استفاده|موافق|پذیر)"
)
"""How a notice about cookies begins, however long it is."""

WEAK_TEMPLATE = re.compile(
    r"\d{1,2}:\d{2}(?: ?[ap]m)?|\d{1,3}k?|(?:in|در) [\"“«'].{2,40}"
    r"|(?:issue|no\.|number|vol\.|volume|شماره|العدد) ?:? ?\d{1,5}"
    rf"|{_STAMP}"
    r"|(?:current|active|latest) campaigns?"
)
"""What counts as debris only beside other debris: an hour, a number, the day and minute of a comment, an issue."""

CHANNEL = re.compile(
    r"[\d.,]+ ?(?:[km]|هزار|الف)? (?:متابع(?:ا|ین)?|subscribers?|members?|followers|مشترک|عضو|دنبال ?کننده)"
)
"""The line under the name of a channel."""
