"""The lines that web pages leave in copied texts, in English and Farsi, levelled as `debris` compares them."""

from __future__ import annotations

import re


def _lines(words: str) -> frozenset[str]:
    return frozenset(each.strip() for line in words.split("\n") for each in line.split("|") if each.strip())


_NETWORKS = (
    r"(?:facebook|twitter|x|telegram|whatsapp|instagram|linkedin|reddit|pinterest|tumblr|mastodon|bluesky|threads"
    r"|youtube|email|e-mail|signal|viber|messenger|vk|skype|pocket|فیس ?بوک|توییتر|تویتر|تلگرام|واتس ?اپ|اینستاگرام"
    r"|ایمیل|لینکدین|پینترست|یوتیوب)"
)

FIXED = _lines("""
share this | share this post | share this article | share this page | share this story | share this entry
share via | share article | share on social media | spread the word | like this | like loading | loading
leave a reply | leave a comment | leave a reply cancel reply | cancel reply | post comment | add a comment
add comment | submit comment | write a comment | post a comment | comments are closed | no comments yet
no comments | be the first to comment | log in to reply | log in to leave a comment | join the conversation
join the discussion | continue reading | keep reading | read more | read next | read the full article
skip to content | skip to main content | skip to navigation | jump to content | advertisement | advertisements
sponsored content | report this ad | subscribe now | sign up now | subscribe to our newsletter
sign up for our newsletter | our newsletter | get our newsletter | newsletter signup | newsletter sign-up
join our mailing list | join our newsletter | related articles | related posts | related stories
related content | related news | related reading | related topics | related links | you may also like
you might also like | you may also be interested in | recommended for you | more like this | more on this topic
more stories | most read | most popular | popular posts | recent posts | recent comments | latest posts
latest articles | trending now | previous post | next post | previous article | next article | post navigation
back to top | scroll to top | go to top | view all posts | all rights reserved | privacy policy | privacy
cookies | cookie policy | cookie settings | terms of use | terms of service | terms and conditions | accept all
accept cookies | accept all cookies | reject all | manage consent | manage cookies | close and accept | got it
donate now | support us | support our work | make a donation | buy me a coffee | become a patron
become a member | follow us | contact us | about us | toggle navigation | main menu | play video | watch video
watch on youtube | video player | audio player | view this post on instagram | view on x | view on twitter
view on instagram | copy link | copy url | link copied | print this page | print this article | printer friendly
printer-friendly version | print friendly | send by email | email this | pdf version | download pdf
download as pdf | translate this page | select language | read in app | image placeholder | click to enlarge
enlarge image | view gallery | open in app | expand | show more | show less | load more | see more | see all
see new posts | notify me of new comments via email | notify me of new posts by email
notify me of new posts via email | notify me of follow-up comments by email | author bio | about the author
back | table of contents | share & bookmark | share save | اشتراک گذاری | به اشتراک گذاری | به اشتراک بگذارید
این مطلب را به اشتراک بگذارید | این نوشته را به اشتراک بگذارید | همرسانی | هم رسانی | همرسانی کنید | بازنشر
بازنشر کنید | باز نشر | دیدگاه ها | دیدگاهتان را بنویسید | دیدگاه خود را بنویسید | دیدگاه خود را بیان کنید
نظر خود را بنویسید | نظرتان را بنویسید | نظر بدهید | ارسال دیدگاه | ارسال نظر | ثبت دیدگاه | ثبت نظر
فرستادن دیدگاه | یک پاسخ بگذارید | پاسخی بگذارید | لغو پاسخ | پاسخ دهید | پاسخ دادن | دیدگاه ها بسته شده اند
دیدگاه ها بسته اند | بدون دیدگاه | بدون نظر | هنوز دیدگاهی ثبت نشده است | نظرات کاربران | نظر کاربران
نظرات خوانندگان | عضویت در خبرنامه | عضویت در خبرنامه ما | اشتراک در خبرنامه | اشتراک خبرنامه | مشترک شوید
عضو شوید | خبرنامه ما | عضو خبرنامه شوید | مشترک خبرنامه شوید | مطالب مرتبط | مطلب های مرتبط | نوشته های مرتبط
مطالب مشابه | نوشته های مشابه | مقالات مرتبط | مقاله های مرتبط | اخبار مرتبط | خبرهای مرتبط | گزارش های مرتبط
پست های مرتبط | موضوعات مرتبط | بیشتر بخوانید | بیشتر بخوانیم | ادامه مطلب | ادامه ی مطلب | ادامه خواندن
ادامه نوشته | ادامه خبر | همچنین بخوانید | این را هم بخوانید | پربازدیدترین ها | پربازدیدها | پربازدیدترین
پر بازدیدترین ها | پربیننده ترین ها | پربیننده ترین | پرخواننده ترین ها | آخرین مطالب | آخرین نوشته ها
آخرین اخبار | تازه ترین مطالب | تازه ترین ها | جدیدترین مطالب | آخرین دیدگاه ها | نوشته های تازه | نسخه چاپی
نسخه قابل چاپ | نسخه مناسب چاپ | چاپ مطلب | چاپ این مطلب | ارسال به دوستان | ارسال به دوست | ارسال با ایمیل
فرستادن با ایمیل | کپی لینک | کپی پیوند | لینک کوتاه | پیوند کوتاه | کپی لینک کوتاه | لینک کپی شد
بازگشت به بالا | برگشت به بالا | برو بالا | تماس با ما | درباره ما | در باره ما | حمایت مالی | کمک مالی
حمایت از ما | ما را حمایت کنید | ما را دنبال کنید | پرش به محتوا | پرش به محتوای اصلی | رفتن به محتوا
رفتن به نوشته ها | نوشته قبلی | نوشته بعدی | مطلب قبلی | مطلب بعدی | نوشته پیشین | خبر قبلی | خبر بعدی
راهبری نوشته ها | راهبری نوشته | در حال بارگذاری | بارگذاری | حریم خصوصی | سیاست حفظ حریم خصوصی
قوانین و مقررات | می پذیرم | پذیرش همه | پذیرش کوکی ها | تنظیمات کوکی | متوجه شدم | مشاهده بیشتر | نمایش بیشتر
همه حقوق محفوظ است | انتهای پیام | پایان پیام | تمامی حقوق محفوظ است
""")  # fmt: skip

WEAK = _lines("""
share | shares | tweet | retweet | pin | pin it | print | email | e-mail | save | facebook | twitter | x
whatsapp | telegram | instagram | youtube | linkedin | reddit | pinterest | tumblr | mastodon | bluesky
threads | signal | rss | subscribe | newsletter | related | archives | categories | category | tags
uncategorized | home | menu | search | accept | decline | close | donate | embed | image | photo | video
gallery | name | website | comment | comments | download | next | previous | prev | reply | like | follow | more
log in | login | sign in | sign up | register | contact | about | news | advertisement | trending | featured
listen | pdf | link | copy | submit | send | message | bookmark | name * | email * | دیدگاه | نظرات | نظر | پاسخ
خبرنامه | ثبت نام | عضویت | ورود | آرشیو | بایگانی | برچسب | برچسب ها | دسته بندی | دسته بندی ها | دسته ها
دسته | چاپ | پرینت | صفحه نخست | صفحه اصلی | خانه | جستجو | جست و جو | منو | فهرست | بازگشت | تبلیغات | تبلیغ
آگهی | قبلی | بعدی | تلگرام | فیسبوک | فیس بوک | توییتر | تویتر | توییت | واتساپ | واتس اپ | اینستاگرام | یوتیوب
لینکدین | ایمیل | نام | وب سایت | وبسایت | وبگاه | نشانی ایمیل | ویدئو | ویدیو | تصویر | عکس | گالری | دانلود
قبول | بستن | ارسال | پسندیدن | اشتراک | پیوند | لینک | ذخیره | مرتبط | بیشتر | تازه ها | اخبار | جدیدترین ها
رد | پذیرش
""")  # fmt: skip

MASTHEAD = re.compile(
    r"(?:the )?(?:[\w'-]+ ){1,3}(?:herald|times|tribune|gazette|journal|chronicle|courier|observer|review|post"
    r"|weekly|daily|magazine|news|press|online|blog)"
    r"|(?:روزنامه|خبرگزاری|هفته نامه|ماهنامه|نشریه|وب ?سایت|سایت|پایگاه خبری|مجله) (?:\S+ ?){1,3}"
)

_TEMPLATES = (
    (r"(?:tweet|twitter|x|video|photo|image|picture|instagram|facebook|youtube|tiktok|telegram|embed|embedded"
    r"|link|media)"
    r"(?: post| tweet| video)? (?:url|embed|link|placeholder|here)s?"),
    r"(?:embedded|embed) (?:tweet|video|post|content|media)",
    (r"[^\W_][\w.-]{0,60}[-_](?:photos?|images?|img|pic|picture|banner|thumb(?:nail)?|logo|header|cover"
    r"|featured)(?:[-_]?\d{1,6})?"),
    r"[^\W_][\w() .%-]{0,80}\.(?:jpe?g|png|gif|webp|svg|bmp|avif|heic|mp4|mov|webm|mp3|ogg|m4a)(?: \(?\d+.{0,20})?",
    (r"(?:img|dsc|dscn|image|photo|screenshot|screen shot|pxl|whatsapp image"
    r"|photo_?)[-_ ]?\d[\d_.\- ]{1,30}(?:at [\d. ]+)?"),
    r"pic\.twitter\.com/\w+|t\.co/\w+",
    r"discover more from .{1,80}",
    (r"subscribe\b.{0,110}\b(?:e-?mails?|newsletters?|inbox|access|archive|mailing list|subscribers|posts"
    r"|bulletin)\b.{0,60}"),
    r"(?:sign up|register|join)\b.{0,90}\b(?:newsletters?|inbox|mailing list|e-?mail list|subscribers)\b.{0,60}",
    r"(?:get|receive)\b.{0,80}\b(?:in your inbox|by email|via email|newsletter)\b.{0,40}",
    r"(?:type|enter|your)\b.{0,20}\be-?mail(?: address)?\b.{0,80}",
    r"(?:required fields are marked|save my name, e-?mail).{0,120}",
    r"(?:name|e-?mail|website|comment|message)(?: address)? ?(?:\*|\(?required\)?|\(optional\)).{0,20}",
    r"click (?:here )?to (?:share|e-?mail|print|subscribe|tweet|enlarge)\b.{0,100}",
    rf"(?:share|post|tweet|send|save|pin)(?: this)?(?: (?:on|via|to|with|by|it on))? {_NETWORKS}.{{0,40}}",
    r"\d[\d,.]*k? (?:comments?|shares?|likes?|views?|replies|retweets|reads|visits)(?: (?:on|to) .{1,150})?",
    r"(?:one|two|three|four|five|\d+) thoughts? on .{1,200}",
    (r"(?:(?:reading|read) time:? ?)?\d{1,3} ?min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?"
    r"|(?:estimated )?(?:reading|read) time:? .{1,30}"),
    r"(?:post )?(?:views|hits|reads|visits|shares|page views|word count):? ?[\d,.]+",
    r"(?:posted|filed) (?:in|under):? .{1,90}",
    r"(?:tags?|tagged(?: with)?|categor(?:y|ies)|topics?|filed under|keywords?|labels?) ?:.{1,160}",
    r"view all posts by .{1,60}|(?:view|see|read) (?:all|more) (?:posts|articles|stories|comments)\b.{0,60}",
    r"more (?:posts|articles|stories|news|content) (?:by|from|on) .{1,60}",
    r"(?:©|copyright\b).{0,140}|.{0,60}\ball rights reserved\b.{0,60}",
    r"(?:proudly )?powered by .{1,50}|(?:theme|website|site|web ?design)(?: by|: .{1,40} by| design).{1,50}",
    (r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies.{0,250}|privacy & cookies.{0,250}"
    r"|by (?:continuing|using|clicking)\b.{0,120}\b(?:cookies|website|site|privacy|terms)\b.{0,160}"
    r"|to find out more, including how to control cookies.{0,120}|(?:click )?accept .{0,40}cookies.{0,60}"),
    r"(?:up )?(?:next|previous|prev) ?[:→←»«] ?.{1,100}[^.!?]",
    r"(?:previous|next|older|newer) (?:post|article|story|entry|posts|entries|articles)s? ?[:→←»«].{0,150}",
    (rf"(?:follow|find|like) us (?:on|at|via)\b.{{0,80}}|join us on {_NETWORKS}.{{0,40}}"
    r"|(?:follow|like|join|find) (?:me|our|the)\b.{0,30}\b(?:channel|page|group|account|facebook|twitter"
    r"|telegram|instagram)\b.{0,30}"),
    r"(?:you must be|please) (?:logged in|log in|login|sign in|enable javascript)\b.{0,80}|logged in as .{1,80}",
    r"this site uses akismet.{0,160}|learn how your comment data is processed.{0,10}",
    (r"(?:read (?:more|also|next|this)|also read|see also|related|recommended|don't miss"
    r"|more on this)(?: article| story| post)? ?[:→»].{1,160}"),
    r"(?:continue|keep) reading .{1,150}",
    r"join [\d,.]+k? (?:other )?(?:subscribers|followers|readers).{0,40}",
    r"like loading.{0,10}|loading (?:comments|image|player|more).{0,20}",
    (r"(?:listen to|download|print|save|email|bookmark) (?:this|the) (?:article|episode|audio|pdf|post|page"
    r"|story).{0,40}"),
    r"a post shared by .{1,100}|(?:story|article) continues below.{0,30}|scroll (?:down )?to continue.{0,20}",
    (r"(?:this )?(?:tweet|video|post|content|image|embed|media) (?:is|has been|was|could not be|cannot be"
    r"|can't be|may have been)"
    r" (?:no longer |not |un)?(?:available|deleted|removed|loaded|displayed|embedded|shown).{0,60}"),
    r"(?:home|خانه|صفحه نخست|صفحه اصلی) ?[»>/›|«<‹\\] ?.{1,140}",
    r"(?:[a-z0-9-]{2,40}\.){1,3}(?:com|org|net|info|us|ir|de|uk|fr|io|me|news|blog|press|site|online|tv)/?",
    rf"(?:{_NETWORKS}[ |/,،·•]{{1,3}}){{1,9}}{_NETWORKS}",
    # Farsi
    r"(?:نشانی|آدرس) (?:ایمیل|رایانامه|پست الکترونیک)ی? ?(?:شما|تان)? ?منتشر نخواهد شد.{0,100}",
    r"(?:دیدگاهتان|دیدگاه خود|نظر خود|نظرتان) را (?:بنویسید|بیان کنید|وارد کنید).{0,30}",
    r"بخش های مورد ?نیاز علامت ?گذاری شده اند.{0,12}|ذخیره نام.{0,120}|نام ?\*|ایمیل ?\*|دیدگاه ?\*|وب ?سایت ?\*",
    (r".{0,40}خبرنامه.{0,60}(?:عضو|مشترک|ثبت نام|اشتراک|عضویت).{0,60}|(?:عضو|مشترک|عضویت"
    r"|اشتراک).{0,20}(?:خبرنامه|کانال).{0,60}"),
    r"برای (?:دریافت|دیدن|مطلع شدن|آگاهی از).{0,100}(?:مشترک|عضو|ثبت نام|ایمیل خود).{0,60}",
    r"(?:ایمیل|نشانی ایمیل|رایانامه)(?: خود)?(?: را)? (?:وارد|بنویسید|تایپ).{0,40}",
    (rf"(?:اشتراک ?گذاری|به اشتراک ?گذاری|همرسانی|هم رسانی|ارسال|اشتراک|بازنشر)(?: این .{{1,15}})? (?:در|با|به"
    rf"|روی|از طریق) ?{_NETWORKS}.{{0,40}}"),
    r"برای (?:اشتراک|به اشتراک|ارسال|چاپ|همرسانی).{0,60}(?:کلیک|فشار).{0,60}",
    r"\d[\d,٬.]* (?:دیدگاه|نظر|بازدید|پسند|بازنشر|پاسخ|لایک)(?: (?:برای|در|درباره) .{1,120})?",
    (r"(?:تعداد |دفعات )?(?:بازدید|بازدیدها|مشاهده|نمایش|دیدگاه ها|نظرات|کد خبر|کدخبر|شناسه خبر"
    r"|شناسه مطلب) ?:? ?\(?[\d,٬]+\)?(?: بار| نفر)?"),
    r"(?:برچسب ?(?:ها)?|دسته(?: ?بندی)?(?: ?ها)?|کلید ?واژه ?(?:ها)?|کلمات کلیدی|موضوع(?:ات)?) ?:.{1,160}",
    r"(?:زمان|مدت) (?:لازم برای )?(?:مطالعه|خواندن|تقریبی مطالعه).{0,40}|\d+ دقیقه(?: برای)? (?:مطالعه|خواندن)",
    r"(?:نوشته|مطلب|مقاله|خبر|پست) (?:قبلی|بعدی|پیشین) ?[:←→»«].{0,150}",
    (r"(?:©|کپی ?رایت).{0,140}|(?:تمام|تمامی|همه|کلیه)(?: ?ی)? حقوق.{0,120}محفوظ.{0,40}|(?:نقل"
    r"|استفاده از) مطالب.{0,40}ذکر منبع.{0,60}"),
    r"(?:ما را|با ما|کانال ما را|صفحه ما را) (?:در|روی|با).{0,60}(?:دنبال کنید|همراه (?:باشید|شوید)|بپیوندید).{0,20}",
    (rf"(?:به |در )?(?:کانال(?: ما)?|گروه|صفحه)(?: ما)?(?: {_NETWORKS}"
    rf"|.{{1,40}} {_NETWORKS}).{{0,50}}(?:بپیوندید|عضو شوید|ملحق شوید|دنبال کنید).{{0,30}}"),
    r"(?:این (?:وب ?)?سایت|ما|وب ?سایت ما|سایت ما) (?:از )?کوکی.{0,250}|با (?:ادامه|استفاده).{0,100}کوکی.{0,160}",
    r"(?:ادامه مطلب|ادامه خواندن|بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|مرتبط|بخوانید) ?[:«»].{1,160}",
    (r"(?:نشانی|آدرس|لینک|پیوند|url) (?:توییت|ویدئو|ویدیو|تصویر|عکس|فیلم)|(?:توییت|ویدئو|ویدیو|تصویر"
    r"|عکس) (?:url|لینک)"),
    r"(?:بازنشر|باز نشر|نقل|استفاده|انتشار).{0,50}(?:ذکر|با نام) (?:منبع|ماخذ|نام).{0,50}",
    (r"(?:published|licensed|released|shared|available) under .{0,30}\bcc[ -].{0,60}"
    r"|this work is licensed.{0,120}|.{0,40}\bcreative commons\b.{0,80}"),
    r"مشاهده (?:همه|تمام|تمامی).{1,60}|نوشته شده (?:در دسته|توسط).{1,60}|منتشر ?شده در (?:دسته|بخش|گروه).{1,60}",
)  # fmt: skip
TEMPLATE = re.compile("|".join(_TEMPLATES))

HEADERS = re.compile(
    r"(?:related|recommended|recent|popular|latest|more) (?:articles|posts|stories|content|news|reading|topics"
    r"|links|comments)"
    r"|related|you (?:may|might) also (?:like|be interested in)|recommended for you|more (?:like this"
    r"|on this topic|from .{1,50})"
    r"|more (?:posts|articles|stories) (?:by|from) .{1,60}"
    r"|most (?:read|popular)|trending(?: now)?|read (?:more|next|also)|archives|categories|tags|see also"
    r"|discover more from .{1,80}"
    r"|(?:مطالب|مطلب های|نوشته های|مقالات|مقاله های|اخبار|خبرهای|گزارش های|پست های|موضوعات) (?:مرتبط|مشابه"
    r"|تازه)|مرتبط"
    r"|بیشتر بخوانید|بیشتر بخوانیم|همچنین بخوانید|این را هم بخوانید|پر ?بازدید.{0,10}|پر ?بیننده.{0,10}"
    r"|پر ?خواننده.{0,10}"
    r"|آخرین (?:مطالب|اخبار|نوشته ها|دیدگاه ها)|تازه ترین.{0,8}|جدیدترین.{0,8}|برچسب ها|دسته بندی ها|دسته ها"
    r"|آرشیو|بایگانی"
)
REPLIES = re.compile(
    r"leave a (?:reply|comment).{0,14}|comments?|\d+ (?:comments?|replies|responses).{0,160}"
    r"|(?:one|two|three|four|five|\d+) thoughts? on .{1,200}|recent comments"
    r"|دیدگاه ?ها|نظرات(?: کاربران| خوانندگان)?|\d+ (?:دیدگاه|نظر|پاسخ).{0,120}"
)
