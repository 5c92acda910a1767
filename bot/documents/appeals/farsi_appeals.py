"""Appeals in a Farsi sentence: who is called upon, and what they are to do, as places in the sentence.

The same forms as in English: «از … می‌خواهیم که …», «… را به … فرا می‌خوانیم», imperatives, and «… باید … کنند».
"""

from __future__ import annotations

import re

from bot.documents.appeals.wordings import PEOPLE, Span, Target, holding, is_eastern, is_power, quotations, spaced

_URGE = re.compile(
    spaced(
        r"(?:^|[\s،,:])از (?P<who>[^.؟!:]{2,200}?)\s(?:(?:مصرانه|صمیمانه|قاطعانه|جدا|نیز|هم) )?(?:می ?خواهیم"
        r"|می ?خواهد|می ?خواهند|می ?خواهم|می ?طلبیم|(?:درخواست|تقاضا|دعوت|خواهش|انتظار) (?:می ?کنیم|می ?کند"
        r"|می ?کنند|داریم|دارد|می ?کنم|می ?شود|می ?گردد|می ?رود|به عمل می ?\S+|دارم|دارند))(?:\s?[:،]\s?"
        r"|\s)(?:تا |که )?(?P<what>\S.*)"
    )
)
_INVITE = re.compile(
    spaced(
        r"(?:^|[\s،])(?P<who>(?:[^\s.؟!:]+ {1,2}){1,25}?)را (?:\S+ )?(?:به"
        r"|برای) (?P<what>[^.؟!]{2,160}?) (?:(?:(?:به یاری |به همراهی |به کمک )?(?:فرا ?می ?خوان|دعوت می ?کن"
        r"|فراخوان می ?ده)|به (?:یاری|همراهی|کمک) می ?طلب)\S*)|(?:^"
        r"|[\s،])(?P<whom>(?:[^\s.؟!:]+ {1,2}){1,25}?)را فرا ?می ?خوان\S* (?:که|تا) (?P<to>\S.*)"
    )
)
_CALL_FOR = re.compile(
    spaced(
        r"فراخوان (?:به )?(?P<what>[^.؟!]{2,200}?) (?:می ?ده(?:یم|د|ند)|داده ایم)"
        r"|(?:به) (?P<what2>[^.؟!]{2,200}?) فرا ?می ?خوانیم"
    )
)
_IMPERATIVE = re.compile(
    spaced(
        r"(?<!می )(?<!\w)(?!(?:باز|بازدید|بعید|بخشید|برید|بدید|نوید|ناامید|نومید|مفید|مجید|ناپدید|نیستید|نبودید"
        r"|بودید|نداشتید|ندارید|نکردید|نشدید|برسید|ن(?:خواب|رس|شن|د|کش|خر|پرس|ترس|جنگ|بخش|فهم|گرد|انجام|بار|خند"
        r"|پوش|چرخ|ارز|پیچ)ید|دید|باشید که|بدانید|ببینید|بنگرید|بردید|\S*اید)(?!\w))(?:[بن][^\W\d_]{2,10}ید|ن?(?:کنید"
        r"|شوید|باشید|دهید|گیرید|سازید|زنید|ایید|خوانید|ورید|اورید|گذارید|یابید|نمایید|رسانید|پیوندید|کوشید"
        r"|فرمایید|خیزید|فشارید)|(?:بپیوند|بیای|بایست|نگذار|بساز|برخیز|گرد هم (?:ب|می )?ای|متحد شو|یکصدا شو"
        r"|روشن کن)یم)(?!\w)(?=\s*(?:[.!،؛:]|و(?!\w)|تا(?!\w)|که(?!\w)|\W{0,6}$))"
    )
)
_FORBID = re.compile(spaced(r"(?:نگذارید|بگذارید|اجازه ندهید|بیایید|نگذاریم|بیایید) \S+"))
_SPOKEN = re.compile(spaced(r"گفت(?:ند|ه| که|:|\s*«| )|می ?گوی"))
_BOILERPLATE = re.compile(
    spaced(
        r"^برای (?:خواندن|دیدن|مشاهده|دریافت|عضویت)|اینجا (?:را )?(?:بزنید|کلیک|فشار)"
        r"|(?:کانال|خبرنامه|گروه)\b.*(?:عضو|دنبال)|(?:پیام|دیدگاه|نظر|کامنت)\S*(?: \S+){0,3}? (?:بگذارید|بنویسید"
        r"|ارسال)|این (?:خبر|مطلب|صفحه|پست|نوشته|مقاله|گزارش) را|(?:در )?ادامه (?:مطلب |را )?(?:\S+ )?بخوانید"
        r"|بخوانید\s?:|^بخوانید\W*$"
        r"|کلیک کنید|^(?:اخبار|مقالات|مطالب|نوشته)\S* .*(?:بفرستید|ارسال)|مراجعه (?:کنید|فرمایید"
        r"|نمایید)|همراه ما باشید|^(?:ما را )?دنبال کنید"
    )
)
_GATHER = re.compile(
    spaced(
        r"(?<!\w)(?:گرد هم (?:می ?)?ا?ی?ای?ی?م|تجمع (?:خواهیم کرد|می ?کنیم)|جمع می ?شویم|راهپیمایی می ?کنیم"
        r"|می ?رویم|می ?ایستیم|اعتصاب می ?کنیم|می ?اییم|تحصن می ?کنیم|برگزار می ?کنیم|حاضر می ?شویم"
        r"|گرد می ?اییم)(?!\w)"
    )
)
_HORTATIVE = re.compile(
    spaced(
        r"(?<!می )(?<!نمی )(?<!\w)(?:کنیم|شویم|باشیم|دهیم|برسانیم|بگذاریم|گیریم|سازیم|نکنیم|نباشیم|نمانیم|بمانیم"
        r"|بنویسیم|بگوییم)\W*$"
    )
)
_LET_ME = re.compile(spaced(r"(?:اجازه (?:ب|می ?)?دهید|بگذارید)(?!\w).*(?:یم|\S{2}م)\W*$"))
_COMPLEMENT = re.compile(
    spaced(
        r"(?<!\w)(?:(?:می ?\S+|خواست|گفت|التماس|دستور|فرمان|اصرار)(?:د|ند|ت)?|\S+(?:دند|تند|کرد|داد|زد|گفت"
        r"|اند))(?: \S+)? که(?!\w)"
    )
)
_NO_HORTATIVE = re.compile(
    spaced(
        r"(?<!\w)ن?می ?(?:خواه|توان|کوش|گذار|خواست|توانست)|(?<!\w)(?:که|تا|اگر|باید|بتوانیم|چرا|چگونه|چطور"
        r"|می ?خواهیم|نمی ?توانیم|می ?توانیم|خواهیم|شاید|وقتی|مگر"
        r"|قرار است|تلاش)(?!\w)"
    )
)
_ADVISED = re.compile(
    spaced(
        r"(?:^|[\s،])(?P<what>[^.؟!]{4,200}?) را به (?P<who>[^.؟!]{3,60}?) (?:توصیه|پیشنهاد|سفارش) (?:می ?کنیم"
        r"|می ?کند|می ?کنند)"
    )
)
_ALL_SHALL = re.compile(
    spaced(
        r"(?:داشته باشند|شرکت کنند|حاضر شوند|بیایند|حضور یابند|همراه شوند|بپیوندند|شرکت نمایند)\W*$|^(?:حضور|شرکت"
        r"|همراهی|پیوستن) .{3,120} (?:ضروری|لازم|الزامی|حیاتی) است"
    )
)
_DEADLINE = re.compile(spaced(r"مهلت (?P<what>امضا|شرکت|ثبت ?نام|ارسال|همراهی)\S*"))
_MODAL = re.compile(
    spaced(
        r"^(?!این ?که)(?:(?:بنابراین|از این رو|پس|اکنون|امروز|همچنین)[،]? )?(?P<who>[^.؟!:؛]{2,150}?) (?:نیز "
        r"|هم )?(?:باید|بایستی) (?P<what>\S.{1,400}?(?:کنند|شوند|بایستند|بپیوندند|بسازند|دهند|باشند|برخیزند"
        r"|بیایند|گیرند|ایند|نکنند|نشوند|ندهند|نگذارند|بگذارند|کنیم|شویم|بایستیم|بپیوندیم|بسازیم|دهیم|باشیم"
        r"|نگذاریم|برخیزیم)(?!\w).*)"
    )
)


def perform(plain: str) -> Target | None:
    """Calls in so many words: «از … می‌خواهیم که …», «… را به … فرا می‌خوانیم»."""
    if not is_eastern(plain):
        return None
    if found := _URGE.search(plain):
        return None if is_power(found["who"]) else (found.span("who"), found.span("what"))
    if found := _INVITE.search(plain):
        who, what = ("who", "what") if found["what"] else ("whom", "to")
        return None if is_power(found[who]) else (found.span(who), found.span(what))
    if found := _ADVISED.search(plain):
        return found.span("who"), found.span("what")
    if found := _CALL_FOR.search(plain):
        return None, found.span("what" if found["what"] else "what2")
    return None


def find(text: str, plain: str) -> Target | None:
    """Who and what, if the sentence *text* (levelled: *plain*) tells somebody what to do."""
    return (_command(text, plain) or _require(plain) or _together(plain)) if is_eastern(plain) else None


def announce(plain: str, when: Span | None) -> Target | None:
    """What is announced for a time to come: «شنبه به میدان می‌رویم», «مهلت امضا: ۸ مهر»."""
    if not is_eastern(plain):
        return None
    if when and (found := _DEADLINE.match(plain)):
        return None, found.span("what")
    if found := _WHOEVER.match(plain):
        return found.span("who"), found.span("what")
    told = re.search(r"دیروز|گذشته|پارسال|در حالی|(?<!\w)هر (?:روز|شب|هفته|سال|\S* ?شنبه|جمعه)|استقبال", plain)
    if not told and (found := _AWAITED.search(plain) or (_HELD.search(plain) if when else None)):
        vocative = _VOCATIVE.match(plain)
        is_called = vocative and PEOPLE.search(vocative[0]) and vocative.end() < found.start()
        return vocative.span("who") if vocative and is_called else None, found.span("what")
    found = _GATHER.search(plain)
    return (None, (0, found.end())) if found and not told and (when or "گرد" in found[0]) else None


_VOCATIVE = re.compile(r"(?P<who>[^،!.]{2,80})[،!] ?")
_AWAITED = re.compile(
    spaced(
        r"(?P<what>(?:چشم به راه|منتظر)(?: ?(?:تان|شما|همه|حضور|دیدار)\S*){1,4}?(?: \S+){0,2} (?:هستیم|ایم"
        r"|خواهیم بود|می ?مانیم|می ?باشیم))"
    )
)
_HELD = re.compile(
    spaced(
        r"(?P<what>(?:تجمع|گردهمایی|راهپیمایی|تظاهرات|تحصن|مراسم|جلسه|نشست|اکسیون|اعتصاب)\S*(?: [^.؟!]{0,200})?"
        r" (?:برگزار|برپا) (?:می ?شود|می ?گردد|خواهد شد|خواهد گردید|می ?کنیم|خواهیم کرد|می ?شوند|خواهند شد))"
    )
)
_WHOEVER = re.compile(
    spaced(
        r"^(?P<who>هر ?(?:کس|که|کسی|انکه|یک از شما)(?: که)?(?!\w)[^.؟!]{0,120}?) (?P<what>(?:(?:می ?تواند|باید"
        r"|لطفا) )?(?:\S+ ){0,8}?(?:بیاید|بیاورد"
        r"|بپیوندد|بنویسد|بفرستد|بردارد|بایستد|بماند|(?:شرکت|کمک|امضا|خبر|روشن|همراهی|حمایت) (?:کند|دهد)"
        r"|تماس بگیرد)(?!\w)[^.؟!]*)\W*$"
    )
)


def _together(plain: str) -> Target | None:
    """What all should do, as the speaker says: «… بدل کنیم»."""
    if _ALL_SHALL.search(plain) and PEOPLE.search(plain) and not is_power(plain) and not _NO_HORTATIVE.search(plain):
        return None, (0, len(plain))
    found = _HORTATIVE.search(plain)
    is_own = found and not _NO_HORTATIVE.search(plain) and not _LET_ME.match(plain)
    return (None, (0, len(plain))) if is_own else None


def _command(text: str, plain: str) -> Target | None:
    found = _FORBID.match(plain) or _IMPERATIVE.search(plain)
    if (
        found
        and not _SPOKEN.search(plain)
        and not _BOILERPLATE.search(plain)
        and not holding(quotations(text), found.start())
        and not _LET_ME.match(plain)
        and not _COMPLEMENT.search(plain, 0, found.start())
        and not (found[0].endswith("یم") and _NO_HORTATIVE.search(plain, 0, found.start()))
    ):
        vocative = _VOCATIVE.match(plain)
        if vocative and PEOPLE.search(vocative[0]) and vocative.end() < found.start():
            return (0, vocative.end()), (vocative.end(), len(plain))
        return None, (0, len(plain))
    return None


def _require(plain: str) -> Target | None:
    found = _MODAL.match(plain)
    if found and PEOPLE.search(found["who"]) and not is_power(found["who"]):
        return found.span("who"), found.span("what")
    return (None, found.span("what")) if found and found["who"].split()[-1] == "ما" else None
