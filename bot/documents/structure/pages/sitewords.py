"""The words that sites have on buttons, menus and forms, and over lists, in English, Farsi, Arabic and Kurdish."""

from __future__ import annotations

import re


def _lines(words: str) -> frozenset[str]:
    return frozenset(each.strip() for line in words.split("\n") for each in line.split("|")) - {""}


NAVIGATION = _lines("""
home | homepage | home page | menu | main menu | site menu | search | log in | login | sign in | log out | sign out
register | about | about us | about this blog | about this site | who we are | what we do | contact | contact us
archive | archives | links | donate | subscribe | newsletter | newsletters | rss | sitemap | site map | join us
get involved | support us | shop | store | my account | account | personal tools | skip to content
skip to main content | skip to navigation | jump to navigation | start a petition | browse | languages | language
english | deutsch | français | español | italiano | türkçe | svenska | nederlands | русский | 中文 | kurdî | persian
farsi | arabic | فارسی | العربیه | کردی | کوردی | عربی | ترکی | انگلیسی | آلمانی | فرانسه | mailing list
join our mailing list | follow us | faq | imprint | impressum | privacy | terms | help | advertise | jobs | careers
خانه | صفحه نخست | صفحه اصلی | صفحه اول | برگه نخست | سرآغاز | فهرست | منو | منوی اصلی | جستجو | جست و جو | ورود
ثبت نام | درباره ما | درباره | درباره من | تماس با ما | تماس | تماس با سردبیر | آرشیو | بایگانی | پیوندها
پیوند به ما | لینک ها | نقشه سایت | خبرنامه | عضویت | آشنایی | شناسنامه | تلکس خبر | پخش زنده | کمک مالی | پشتیبانی
آرشیو اخبار | آرشیو مطالب | پادکست | رادیو | تلویزیون | نسخه موبایل | رفتن به محتوا | به بخش محتوا بروید
الرییسیه | الرئیسیه | الصفحه الرییسیه | الصفحه الرئیسیه | القایمه | القائمه | بحث | من نحن | اتصل بنا | الارشیف
تسجیل الدخول | روابط | سهره تا | پهیوهندی | دهرباره ی یمه
""")  # fmt: skip
"""What leads through a site."""

HOME = _lines("home | homepage | خانه | صفحه نخست | صفحه اصلی | صفحه اول | الرئیسیه")
"""Where rows of them begin."""

SECTIONS = _lines("""
news | latest | latest news | politics | economy | economics | business | society | culture | arts | sport | sports
opinion | opinions | comment | analysis | commentary | editorial | editorials | interview | interviews | essays
essay
reports | reportage | features | articles | article | statements | statement | documents | texts | translations
translation | international | world | global | local | regional | europe | asia | africa | americas | middle east
iran | afghanistan | kurdistan | turkey | labour | labor | workers | unions | women | feminism | students | youth
prisons | prisoners | human rights | rights | environment | ecology | climate | video | videos | podcast | podcasts
photos | pictures | audio | radio | tv | live | magazine | journal | review | reviews | blog | blogs | books
library | history | theory | campaigns | campaign | actions | events | calendar | resources | publications
multimedia | media | gallery | press | press releases | dispatches | letters | investigations | health | science
education | technology | migration | solidarity | movement | dossiers | casework | motions | issues | topics
projects | members | membership | magazine archive | print edition | weather | more | all | categories | tags
workers' struggles
خبر | اخبار | خبرها | گزارش | گزارش ها | مقاله | مقالات | مقاله ها | گفتگو | گفت و گو | مصاحبه | یادداشت | یادداشت ها
دیدگاه | دیدگاه ها | تحلیل | سیاست | سیاسی | اقتصاد | اقتصادی | اجتماعی | جامعه | فرهنگ | فرهنگی | هنر | ادبیات
ورزش | ورزشی | جهان | بین الملل | ایران | افغانستان | خاورمیانه | کارگری | کارگران | جنبش کارگری | زنان | دانشجویی
دانشجویان | دانشجو | معلمان | محیط زیست | حقوق بشر | زندان | زندانیان | اعدام | بازداشت | اقلیت ها | کودکان
چندرسانه ای | عکس | فیلم | ویدیو | ویدیوها | ویدئو | صوت | صوت و تصویر | تصویر | گالری | کتاب | کتابخانه | نشریه
نشریات
ترجمه | اسناد | بیانیه | بیانیه ها | اطلاعیه | اطلاعیه ها | اعلامیه ها | تاریخ | تیوری | علم و فناوری | سلامت
آب و هوا | مجله
یادبود | جانباختگان | شعر | طنز | کاریکاتور | روزنامه ها | رسانه ها | موضوعات | همه | بیشتر | خبرها و گزارش ها
اخبار | مقالات | بیانات | حقوق | نساء | ثقافه | رای | اقتصاد | ریاضه | تقاریر | حوارات | مقابلات | فیدیو | عمال
المرأه
""")  # fmt: skip
"""What sites call their sections: debris in a row or column of what leads through a site, else a heading like any."""

FIELDS = _lines("""
name | your name | full name | first name | last name | first and last name | given name | family name | surname
forename | user name | username | display name | password | e-mail | email | your email | your e-mail | email address
e-mail address | your email address | your e-mail address | address | street address | postal code | postcode | zip
zip code | zip/postal code | zip / postal code | city | town | state | state/province | county | country
your country
region | phone | phone number | telephone | mobile | mobile number | union | your union | your union / organisation
your union/organisation | union / organisation | organisation | organization | your organisation | your organization
website | url | comment | your comment | message | your message | subject | title | captcha | job title | affiliation
نام | نام شما | نام کامل | نام و نام خانوادگی | نام خانوادگی | نام کاربری | رمز عبور | گذرواژه | ایمیل | ایمیل شما
آدرس ایمیل
نشانی ایمیل | پست الکترونیک | پست الکترونیکی | رایانامه | وب سایت | وبگاه | سایت | دیدگاه | دیدگاه شما | نظر | نظر شما
متن نظر | متن پیام | متن دیدگاه | پیام شما | کد امنیتی | شهر | کشور | تلفن | شماره تماس | شماره تلفن | موبایل
کد پستی
الاسم | اسمک | البرید الالکترونی | الموقع الالکترونی | التعلیق | الرساله | البلد | المدینه
""")  # fmt: skip
"""The labels of forms."""

SURE = _lines("""
facebook | twitter | telegram | whatsapp | instagram | linkedin | reddit | pinterest | tumblr | mastodon | bluesky
youtube | tweet | print | pdf | rss | menu | login | sitemap | newsletter | prev | older | newer | e-mail | email
share | follow | following | save to pocket | copy link | printable version | print version
log in or register to post comments
add new comment | post a comment | imprint | privacy | terms | cookies | newer post | older post | balatarin | google+
فیسبوک | فیس بوک | توییتر | تویتر | تلگرام | واتساپ | واتس اپ | اینستاگرام | لینکدین | ایمیل | یوتیوب | چاپ | بالاترین
دنباله | گوگل پلاس | ارسال به دوستان | نسخه چاپی | پیام جدیدتر | پیام قدیمی تر | مشارکه | طباعه | فیسبوک | تویتر
واتساب | تلغرام
""")  # fmt: skip
"""Buttons that are of no other use: one of them must be in a row of buttons."""

_LISTS = (
    r"(?:related|recommended|recent|popular|latest|more|other active|upcoming) (?:articles|posts|stories|content|news"
    r"|reading|topics|links|comments|campaigns|events|petitions)|related|you (?:may|might) also (?:like"
    r"|be interested in)"
    r"|recommended (?:for you|from medium)|more (?:like this|on this (?:topic|story)|in this section)|more from .{1,50}"
    r"|more (?:posts|articles|stories) (?:by|from|in) .{1,60}|most (?:read|popular|viewed|commented|watched)"
    r"|top stories"
    r"|(?:also )?in this section|trending(?: now)?|blog archive|our latest|from the archives?|keep reading"
    r"|(?:مطالب|مطلب های|نوشته های|مقالات|مقاله های|اخبار|خبرهای|گزارش های|پست های|موضوعات|لینک های|سایت های) (?:مرتبط"
    r"|مشابه|تازه|دیگر|پیشین|مهم)|مرتبط|دیگر (?:مطالب|اخبار|نوشته ها|خبرها).{0,20}|همچنین (?:بخوانید|ببینید)"
    r"|پر ?(?:بازدید|بیننده|خواننده|بحث).{0,16}|محبوب ?ترین.{0,8}|آخرین (?:مطالب|اخبار|نوشته ها|دیدگاه ها|خبرها)"
    r"|در همین (?:زمینه|باره|رابطه)|از همین (?:نویسنده|قلم)|بیشتر (?:در این (?:باره|زمینه)|از این نویسنده)"
    r"|(?:تازه|جدید) ?ترین.{0,8}|آرشیو (?:ماهانه|موضوعی|مطالب|اخبار|وبلاگ)|بایگانی وبلاگ|پیوندهای روزانه|خبرهای مهم"
    r"|(?:مقالات|مواضیع|اخبار) (?:ذات صله|مشابهه|اخری)|ذات صله|احدث (?:المقالات|الاخبار)|الاکثر (?:قراءه|مشاهده)"
    r"|قد یعجبک ایضا|مواضیع قد تهمک"
)
LISTS = re.compile(_LISTS)
"""What stands over a list of other texts, which as a rule goes on to the end of the page."""

HEADERS = re.compile(
    rf"{_LISTS}|read (?:more|next|also)|archives|categories|tags|topics|see also|discover more from .{{1,80}}"
    r"|بیشتر بخوانید|بیشتر بخوانیم|این را هم بخوانید|برچسب ها|دسته بندی ها|دسته ها|آرشیو|بایگانی"
)
"""What stands over some titles or tags, after which the text may go on."""

REPLIES = re.compile(
    r"leave a (?:reply|comment).{0,14}|(?:view |all |post )?comments?(?: ?[(\[]?\d{0,5}[)\]]?)?"
    r"|discussion about this post|\d+ (?:comments?|replies|responses).{0,160}"
    r"|(?:one|two|three|four|five|\d+) thoughts? on .{1,200}|recent comments"
    r"|(?:دیدگاه ?ها|نظرات|نظرها)(?: کاربران| خوانندگان| بینندگان| مخاطبان)?(?: ?[(\[]?\d{0,5}[)\]]?)?|التعلیقات"
    r"|\d+ (?:دیدگاه|نظر|پاسخ).{0,120}"
)
"""What stands over that which readers wrote."""
