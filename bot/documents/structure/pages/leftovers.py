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
skip to primary content | skip to secondary content | skip to the content | skip to footer | skip to search
skip to main | skip advert | skip ad | primary menu | secondary menu | main navigation | site navigation
user account menu | menu and widgets | primary tabs | search form | search this website | search this blog
search the site | search site | advanced search | only in current section | permalink | permanent link
bookmark the permalink | comment navigation | older comments | newer comments | reblog | report this content
view site in reader | view post in reader | manage subscriptions | collapse this bar | get started
no comments | post comments | post comment | about me | view my complete profile | blog archive | total pageviews
blogthis | email this blogthis | share to twitter | share to facebook | share to pinterest | personal tools
document actions | send this | print this | you are here | up one level | jump to navigation | user login
create new account | request new password | reset your password | log in or register to post comments
login to post comments | log in to post comments | log in or register to comment | add new comment
printer-friendly version | send to friend | send to a friend | email to a friend | email this article
email this page | email this post | email article | printable version | print version | print preview
recent content | syndicate | syndicate content | book traversal links | who's online | forgot password
forgot your password | forgot your username | publish your news | add a new event | newswire | open newswire
display the following comment | display the following comments | view all comments | download this article
mailing list | mailing lists | restacks | restack | discussion about this post | no posts
ready for more | start your substack | start writing | get the app | download the app | substack app
substack is the home for great culture | this site requires javascript to run correctly
upgrade to paid | already a paid subscriber sign in | user's avatar | collection notice | member-only story
recommended from medium | more from medium | text to speech | see all responses | write a response
see more recommendations | press enter or click to view image in full size | start a petition | my petitions
report a policy violation | download qr code | decision makers | supporter voices | petition updates
verified signatures | recent signers | view petition details | share this petition | share this campaign
all reactions | most relevant | view more comments | suggested for you | copied to clipboard | is this page useful
report a problem with this page | media centre | keep up with us | sign up to our mailing list | cookie statement
share this action | share this letter | not in the us | edit subscription preferences | powered by
why this petition matters | send letter | send my letter | send email | sign and send | the issue at hand
thank you for signing
add your zip/postal code | other active campaigns | send message | select country | select a country
choose your language | change language | forwarded from | voice message | view message | channel photo updated
add a comment | see translation | log in to like or comment | original audio | view more comments
translate post | show this thread | relevant people | what's happening | trends for you | don't miss what's happening
people on x are the first to know | people on twitter are the first to know | new to x | new to twitter
the media could not be played | this media could not be played | share page | about sharing | copy this link
these are external links and will open in a new window | more on this story | around the bbc
elsewhere on the bbc | features & analysis | most watched | accept and continue | accessibility links
the code has been copied to your clipboard | see also | related topics | related subjects | keywords
the daily newsletter
notify of | new follow-up comments | new replies to my comments | connect with | please login to comment
inline feedbacks | most voted | oldest | newest | how useful was this post | click on a star to rate it
no votes so far! be the first to rate this post | we value your privacy | manage options | always active | customise
customize | save preferences | view preferences | save & accept | more options | save to pocket | add to pocket
hide this message | close this message | don't show this again | exit mobile version | view full site
view desktop version | go to mobile version | text only version | author archive | all posts | browse all
share this with friends | share with your friends | share on google+ | google+ | stumbleupon | digg | delicious
send to kindle | listen now | listen to the article | listen to this page | full screen | subscribe for free
subscribe for updates | read our privacy policy | site credits | back issues | current issue
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
این را به اشتراک بگذارید | این خبر را به اشتراک بگذارید | این مقاله را به اشتراک بگذارید | آن را به اشتراک بگذارید
این را دوست داشته باشید | دوست داشتن در حال بارگذاری | برچسب شده با | هیچ نظری موجود نیست | هیچ نظری وجود ندارد
نظری موجود نیست | ارسال یک نظر | ارسال نظر | ارسال نظرات | افزودن نظر جدید | افزودن دیدگاه جدید | نظر جدید
یک نظر بگذارید | یک دیدگاه بگذارید | نظری بنویسید | اولین نظر را شما بنویسید | اولین دیدگاه را شما بنویسید
پیام جدیدتر | پیام قدیمی تر | نوشته های قدیمی تر | نوشته های تازه تر | نوشته های جدیدتر | مطالب قدیمی
پست جدیدتر | پست قدیمی تر | پست بعدی | پست قبلی | این را ایمیل کنید | این را در وبلاگ بنویسید | بایگانی وبلاگ
درباره من | مشاهده نمایه کامل من | جستجوی این وبلاگ | دنبال کنندگان | با پشتیبانی blogger | ورود کاربر
ورود به سایت | ورود کاربران | ثبت نام در سایت | عضویت در سایت | رمز عبور را فراموش کرده اید | نظرات بینندگان
نظرات مخاطبان | نظرات خوانندگان | نظر شما در این باره | نظر شما درباره این مطلب | کد امنیتی | بازنشانی | پربحث ترین
پربحث ترین ها | محبوب ترین ها | محبوبترین ها | منتخب سردبیر | انتخاب سردبیر | عکس روز | تلکس خبر | پیوند به ما
آرشیو اخبار | آرشیو مطالب | آرشیو موضوعی | آرشیو ماهانه | آرشیو وبلاگ | نسخه موبایل | نسخه دسکتاپ
اوقات شرعی | انتهای خبر | انتهای گزارش | پایان خبر | درباره وبلاگ | پیوندهای روزانه | لینک دوستان
لینک های روزانه | قالب وبلاگ | آمار وبلاگ | طراح قالب | لینک ثابت | پیوند یکتا | نوشته های پیشین | موضوعات وبلاگ
لینک های مرتبط | لینک های مفید | خبرهای مهم | پربیننده ترین مطالب | پر خواننده ترین مطالب | گزینه های مهم
به بخش محتوا بروید | رد شدن و رفتن به محتوا | رفتن به منوی اصلی | رفتن به محتوای اصلی | جهش به محتوای اصلی
از همین نویسنده | از همین قلم | در همین زمینه | در همین باره | بیشتر در این زمینه | شنیدن این مطلب | شنیدن مقاله
نظری وجود ندارد | همه مطالب | شنیدن گزارش | دیگر نوشته های نویسنده | دیگر مطالب نویسنده | بیشتر از این نویسنده
جهش به جستجو | لینک های قابل دسترسی | پیوند مستقیم | پخش زنده | پایان پیام یوتیوب | پایان پیام توییتر
پایان پیام اینستاگرام | همچنین ببینید | این را هم ببینید | بیشتر در این باره | مطالب دیگر این بخش
تبلیغ بازرگانی | دریافت رایگان خبرنامه | خبرنامه رایگان | لینک کوتاه صفحه | لینک کوتاه شده این نوشته
لینک کوتاه این مطلب | لینک کوتاه مطلب | لینک کوتاه این نوشته | پیوند کوتاه این مطلب | کلید واژه ها | کلیدواژه ها
شرایط استفاده | کوکی ها | اشتراک در | اطلاع از | قدیمی ترین | بیشترین رای | تازه ترین ها
مشاهده همه دیدگاه ها | بازخورد های اینلاین | بازگشت به صفحه اول | برگشت به صفحه اول | برگشت به صفحه نخست
برگشت به صفحه اصلی | چاپ این صفحه | چاپ صفحه | چاپ خبر | چاپ مقاله | ارسال این مطلب | ارسال به دیگران
نوشتن دیدگاه | دیدن ترجمه | لینک را کپی کنید | عناوین مطالب وبلاگ | آرشیو نظرات | ببینید و بشنوید | زبان های دیگر
ارسال برای دوستان | برای دوستان خود بفرستید | به دوستان خود معرفی کنید | عضو کانال شوید | عضو کانال ما شوید
به کانال ما بپیوندید | به کانال بپیوندید | لینک عضویت در کانال | لینک کانال | آدرس کانال | لینک عضویت
ما را در تلگرام دنبال کنید | پیام سنجاق شده | با نیروی وردپرس | نیرو گرفته از وردپرس | ساخته شده با وردپرس
به خواندن ادامه دهید | خواندن متن کامل | دریافت فایل | دریافت فایل pdf | صفحات دیگر | نوشته های دیگر
مطالب دیگر | دیگر مطالب | ما در شبکه های اجتماعی | جستجوی پیشرفته | نقشه سایت | درباره سایت
درباره این سایت | تماس با سایت | تماس با سردبیر | ارسال خبر | ارسال مطلب | ارسال مقاله | رفتن به بالا | بالای صفحه
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
رد | پذیرش | گفت و گو | جزئیات | دنبال کنید | متن کامل | حریم شخصی | ببینید | شبکه های اجتماعی | نظرها | پسندیدم
بپسندید | به ما بپیوندید | ناموجود
latest | browse | membership | write | edit | status | careers | teams | top stories | likes | upcoming events
contributors | masthead
attachments | attachment | public | sponsored | write a comment | site notes | reject | learn more | yes | no
پیوست | پیوست ها | بارگیری | ایکس | گزارش زنده | گزیده ها | خبرهای فوری | هم رسانی | دیدن بیشتر
اعجبنی | تعلیق | متابعه | مشارکه | مشارکات
restack | discussions | responses | reblogged | publish | sign now | sign this petition
translate | follow us | support | sponsored by | letter campaign | next goal | see also | topics | previous | up
الاكثر قراءة | السابق | التالي | معجب بهذه | مرتبط | الاسم | البريد الالكتروني | الموقع الالكتروني | ارسال | رد
""")  # fmt: skip

MASTHEAD = re.compile(
    r"(?:the )?(?:[\w'-]+ ){1,3}(?:herald|times|tribune|gazette|journal|chronicle|courier|observer|review|post"
    r"|weekly|daily|magazine|news|press|online|blog)"
    r"|(?:روزنامه(?! نگار)|خبرگزاری|هفته نامه|ماهنامه|نشریه|وب ?سایت|سایت|پایگاه خبری|مجله) (?:\S+ ?){1,3}"
)
TAGLINE = re.compile(
    r"(?:an? |the |your )?(?:[\w'-]+ ){0,3}(?:journal|magazine|blog|weblog|newspaper|review|website|portal|newsletter"
    r"|newswire|bulletin|media cent(?:er|re)|news (?:agency|service|site)|organ|paper|quarterly|monthly|weekly)\b"
    r"(?: (?:of|for|from|by|on|about) .{3,70})?|news(?:,| and| &) (?:views|analysis|comment|opinion).{0,60}"
    r"|(?:ارگان|نشریه|وبلاگ|وب ?سایت|سایت (?:خبری|تحلیلی|رسمی)|پایگاه|تارنمای?|وبگاه|ماهنامه|هفته ?نامه|فصلنامه"
    r"|روزنامه(?! نگار)|رسانه(?! ها)|خبرگزاری|مجله|کانال) .{3,70}"
)
"""What sites and papers print under their name."""


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
