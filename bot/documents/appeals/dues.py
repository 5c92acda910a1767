"""What is owed: the words for what those in power are asked to do, give or stop, in English and Farsi.

From them come the nouns of a demand ("the release of …"), its participles ("must be released") and its bare verbs
("release all …", as a point of a list).
"""

from __future__ import annotations

import re

_VERBS = re.findall(
    r"\S+",
    "abandon abolish acquit address adhere adopt amend annul apologise apologize arrest ban backdate block broadcast "
    "cancel cap cease clarify clear close comply compensate commute condemn convict correct cover cut "
    "decriminalise decriminalize delete demilitarise deport designate desist disarm disband disclose dismantle "
    "dismiss dissolve drop employ end enact enforce ensure equalise establish evacuate exclude exempt exonerate expel "
    "explain extend extradite facilitate fix free freeze fulfil fulfill fund grant guarantee halt "
    "honour honor hospitalise hospitalize identify implement impose improve increase index introduce investigate "
    "legalise legalize lift limit lower maintain nationalise nationalize observe open outlaw overhaul overturn "
    "pardon pay permit privatise proscribe prosecute protect provide publish punish quash raise ratify "
    "reappoint recall recognise recognize reconnect redress reduce reemploy re-employ refrain reform refund rehire "
    "reimburse reinstate release relocate remove renationalise renew renounce reopen repair repatriate repeal replace "
    "rescind resign respect restore return reverse review revise revoke resume reveal sack safeguard sanction "
    "scrap secure separate sever settle stop supply suspend terminate transfer treat unblock uphold upgrade vacate "
    "veto waive withdraw withhold",
)
_IRREGULAR = {"cut": "cut", "freeze": "frozen", "pay": "paid", "uphold": "upheld", "withdraw": "withdrawn"}


def _participle(verb: str) -> str:
    """The participle of *verb* for a regular expression, with one consonant or two: "cancell?ed"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("fy") else f"{verb}{verb[-1]}?ed"


PARTICIPLES = "|".join(map(_participle, _VERBS)) + (
    r"|canceled|set free|let go|allowed|given|granted|brought (?:to justice|to trial|home|back|before)"
    r"|made public|held (?:to account|accountable|responsible)|put (?:an? end|on trial|a stop|right|in)"
    r"|called off|shut down|tried|handed (?:over|back)|taken (?:off|out|back|to (?:an? |the )?(?:hospital|clinic)"
    r"|down)|rolled back|shared|overthrown|reinstated|nationali[sz]ed|returned|admitted|heard|answered|offered"
    r"|held|met|kept|let|named|recruited|hired|appointed|translated|informed|taken in|written off|phased out"
    r"|paid (?:out|back|for)|respected|consulted|included|insured|housed|equipped|staffed|inspected|mended"
    r"|cleaned|decent"
)
"""Participles for a regular expression: what must be done by those in power."""

VERBS = "|".join(_VERBS) + (
    r"|allow|answer|admit|accept|agree|bring|build|consult|create|give|hand (?:over|back)|hold|keep|let|make|meet"
    r"|negotiate|put|set|take|appoint|call off|roll back|shut down|reply|report|respond|order|instruct"
)
"""Bare verbs for a regular expression: what a point of a list of demands begins with."""

ORDERS = (
    r"(?:abolish|acquit|annul|allow|cancel|cease|commute|disclose|drop|ensure|exonerate|extend|free|grant"
    r"|guarantee|halt|implement|instruct|investigate|issue|lift|order|overturn|pardon|pay|provide|publish|quash"
    r"|ratify|recogni[sz]e|refrain|reinstate|release|repeal|reopen|rescind|reconsider|restore|reverse|review"
    r"|revoke|respect|scrap|suspend|(?:stop|end|halt) (?:the|all|this|every|any) (?:executions?|deportations?"
    r"|sale|evictions?|flogging|transfer|use|practice|persecution|harassment|detentions?|occupation|siege"
    r"|blockade|bombing|crackdown|torture|privati[sz]ation)|transfer|uphold|use your (?:power|authority|influence"
    r"|office)|withdraw)\b"
)
"""What only those in power can be asked to do, so that "we urge you to …" addresses them."""

_NOUNS = (
    r"releases?|freeing|freedoms?|liberation|end(?:ing)?|abolition|return|reinstatement|re-?employment"
    r"|recognition|payments?|repayment|lifting|access|repeal|withdrawal|closure|halt|guarantees?|trials?|retrial"
    r"|prosecution|reductions?|increases?|reopening|restoration|cancellation|dismissal|resignation|cessation"
    r"|cease-?fire|truce|investigations?|inquir(?:y|ies)|enquiry|publication|protections?|compensation"
    r"|implementation|dissolution|removal|expulsion|reversal|moratorium|bans?|stop|respect|justice|accountability"
    r"|rights?|annulment|revocation|commutation|quashing|review|clemency|pardon|acquittal|transfer|treatment"
    r"|hospitali[sz]ation|improvements?|provision|equality|parity|settlement|restitution|resolution"
    r"|reparations?|redress|apolog(?:y|ies)"
    r"|answers|amnesty|repatriation|disarmament|de-escalation|suspension|enforcement|ratification|adoption"
    r"|amendments?|overturning|scrapping|dropping|halting|granting|raise|abolishing|stopping|overthrow"
    r"|disbandment|disclosure|transparency|separation|nationali[sz]ation|safeguards?|(?:pay|wage) (?:rises?"
    r"|increases?|parity|scales?)|rises?|wages?|salar(?:y|ies)|pensions?|contracts?|conditions|(?:sick|hazard"
    r"|overtime|holiday|equal|fair|decent|back|severance|better|higher) pay|arrears|bonus(?:es)?|benefits"
    r"|job security|insurance|hours|weeks?|leave|healthcare|childcare|education|elections?|unions?|bargaining"
    r"|housing|cuts?|sanctions|embargo|visits?|fund(?:ing)?|evacuation|passage|corridors?|observers|reforms?"
    r"|oversight|monitoring|limits?|policy|charges|standards|equipment|staff(?:ing)?|law|treaty|redundancies"
    r"|layoffs|privati[sz]ation"
)
_HEADS = (
    r"releases?|freedom|liberation|end(?:ing)?|abolition|return|reinstatement|recognition|payment|lifting|access"
    r"|repeal|withdrawal|closure|halt|guarantees?|trials?|retrial|prosecution|reductions?|increases?|reopening"
    r"|restoration|cancellation|dismissal|resignation|cessation|cease-?fire|investigations?|inquiry|publication"
    r"|protection|compensation|implementation|dissolution|removal|expulsion|reversal|moratorium|ban|stop|respect"
    r"|justice|accountability|rights?|annulment|revocation|commutation|quashing|review|pardon|acquittal|transfer"
    r"|improvements?|provision|equality|parity|settlement|restitution|resolution|reparations|redress|apology"
    r"|amnesty|repatriation"
    r"|suspension|enforcement|ratification|adoption|amendment|overturning|scrapping|dropping|halting|granting"
    r"|abolishing|stopping|overthrow|disclosure|transparency|separation|nationali[sz]ation|evacuation"
)
ADJECTIVES = (
    r"(?:immediate|unconditional|full|prompt|complete|independent|public|free|fair|speedy|safe|swift|urgent|total"
    r"|permanent|impartial|transparent|effective|adequate|proper|thorough|genuine|international|unhindered"
    r"|lasting|fast|immediately|unconditionally|equal|open|legal|medical|political|regular|timely|retroactive"
    r"|better|higher|shorter)"
)
_FREE = r"(?!(?:to|of|and|or|that|who|which|for|in|on|with|is|are|was|were|has|have|at|by|from|as|but|it|they|we)\b)"
DUES = (
    rf"(?:(?:the|an?|no|all|any|our|their|his|her|its|more|full) )?(?:{ADJECTIVES}(?:,? and"
    rf"|,)? ){{0,3}}(?:{_FREE}[\w’'-]+ ){{0,3}}?(?:{_NOUNS})\b"
)
"""A noun phrase that names what is owed: "the immediate and unconditional release", "a thirty-hour week"."""

HEADED = rf"(?:(?:the|an?|our|their|its) )?(?:{ADJECTIVES}(?:,? and|,)? ){{0,3}}(?:{_HEADS})\b"
"""The same with one of the nouns that name nothing but what is asked for, at its head."""

DUES_FARSI = (
    r"(?:ازادی|رهایی|لغو|پایان|توقف|پرداخت|محاکمه|افزایش|به رسمیت|بازگشت|بازگرداندن|رفع|تضمین|قطع|برچیدن|برچیده"
    r"|انحلال|حق(?=\s)|بازگشایی|انتشار|کاهش|اجرای|اجرا|تامین|محو|منع|ممنوعیت|همسان ?سازی|تعیین تکلیف|رسیدگی|اعزام"
    r"|انتقال|درمان|دسترسی|جبران|استخدام|تبدیل وضعیت|تمدید|بهبود|ایجاد|برابری|رعایت|احترام|عذرخواهی|پاسخ ?گویی"
    r"|شفاف|برکناری|استعفای|عزل|مجازات|تحقیق|خروج|عقب ?نشینی|اتش ?بس|امنیت|بازنگری|اصلاح|حذف|برقراری|مختومه|تعلیق"
    r"|گشودن|جلوگیری|ملاقات|ابطال|خلع ید|ملی|بازپرداخت|شناسایی|دستمزد|حقوق|بیمه|عدالت|اموزش|تحصیل|تشکیل دادگاه"
    r"|پرونده|پایبندی|برداشتن|بسته شدن|تعطیلی|واگذاری|ترمیم|اعاده|روشن شدن|کوتاه شدن|سرنگونی|نظارت|حضور ناظران"
    r"|تفکیک|جدایی)"
)
"""How what is owed begins in Farsi, levelled."""

MASDAR = (
    r"(?:\S+ ){0,2}?(?!معدن|بدن|گردن|لندن|آهن|وطن|متن|تمدن)\S{2,}[دت]ن(?: (?:به|از|با|در|بر|کامل|فوری|علنی|دست|حق))?"
)
"""An infinitive as a noun, near the beginning of a levelled phrase: «پایان دادن», «برچیدن»."""

_POINT = re.compile(
    rf"\W*(?:{HEADED}(?! (?:is|are|was|were|has|have|had|will)\b)"
    r"|(?:no|an? end to|freedom (?:for|of|to)|justice for|equal|full|higher|decent|free|safe|fair)"
    rf" (?:{_FREE}[\w’'-]+ ){{0,3}}?(?:{_NOUNS})\b|no more \w|(?:no|yes) to \w|{DUES_FARSI}(?!\w))"
)


def is_point(plain: str) -> bool:
    """Whether a levelled line reads as a demand by itself: it begins with what is owed."""
    return bool(_POINT.match(plain))


def begins_with_order(plain: str) -> bool:
    """Whether a levelled line tells those in power what to do: "Release all …", "Immediately end …"."""
    return bool(_ORDER.match(plain))


_ORDER = re.compile(
    rf"\W*(?:to |and |(?:immediately|unconditionally|urgently|fully|at once) )*(?:(?:{VERBS})\b"
    rf"|have (?:the|our|all|his|her|their)\b)"
)
