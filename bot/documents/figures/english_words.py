"""English words around the figures of a campaign: who and what is counted, what befell them, what only joins."""

from __future__ import annotations

from bot.documents.figures.tokens import word_list


def _listed(words: str) -> list[str]:
    return words.split()


PEOPLE = word_list(
    "people persons person protesters protester protestors demonstrators marchers strikers workers "
    "worker students student children child minors minor kids women woman men man girls girl boys boy "
    "youths teenagers adults civilians citizens residents villagers inhabitants families family "
    "households prisoners prisoner inmates detainees detainee hostages captives convicts teachers "
    "teacher nurses nurse doctors doctor medics lawyers lawyer journalists journalist reporters writers "
    "artists poets musicians rappers activists activist organisers organizers members member delegates "
    "deputies lawmakers mps parliamentarians signatories academics scholars professors lecturers faculty "
    "staff employees labourers laborers miners drivers farmers fishermen sailors dockers retirees "
    "pensioners shopkeepers merchants traders soldiers troops officers policemen police guards agents "
    "militiamen fighters personnel conscripts recruits forces commanders martyrs victims casualties "
    "survivors bystanders passers-by refugees migrants migrant asylum-seekers foreigners nationals "
    "iranians kurds baluchis baluch afghans arabs palestinians muslims christians bahais baha'is jews "
    "unionists leaders dissidents opponents rioters supporters participants attendees voters volunteers "
    "patients infants babies toddlers orphans widows mothers fathers brothers sisters comrades "
    "colleagues friends bodies corpses dead resisters mourners defendants users subscribers engineers "
    "technicians pilots seafarers clerics judges youngsters elders pupils schoolgirls schoolboys "
    "schoolchildren graduates athletes filmmakers bloggers cyclists porters kolbars couriers tenants "
    "peasants breadwinners cleaners bakers weavers printers singers others"
)
THINGS = word_list(
    "dormitories dormitory lives halls rooms clinics cities city towns town villages village provinces "
    "province districts neighbourhoods neighborhoods locations places countries universities university "
    "campuses campus schools school hospitals factories factory plants refineries refinery mines ports "
    "sites companies workplaces workshops depots stations bazaars markets prisons prison offices banks "
    "buildings houses homes shops stores vehicles cars buses ambulances bases mosques courts protests "
    "protest demonstrations rallies gatherings marches strikes strike walkouts sit-ins actions attacks "
    "raids clashes incidents deaths death killings executions execution hangings arrests detentions "
    "injuries casualties sentences verdicts trials cases charges signatures organisations organizations "
    "unions associations groups newspapers websites outlets accounts bullets shots rounds lashes "
    "missiles airstrikes sorties flights ships tankers trucks acres hectares jobs books copies cells "
    "graves fires explosions blackouts outages refugees camps barricades checkpoints streets roads "
    "warrants petitions letters complaints reports confessions amputations abductions disappearances "
    "layoffs dismissals evictions expulsions suspensions suicides fatalities wards beds doses"
)
RHETORICAL = word_list(
    "tasks task points point sides side things thing reasons reason ways way steps step questions "
    "question demands demand parts pages page chapters articles article principles principle lessons "
    "lesson options option alternatives types kinds forms fronts axes camps blocs powers superpowers "
    "times time minutes seconds moments statements texts versions words hands hand legs arms eyes "
    "fingers enemies faces wings currents tendencies stages phases goals aims conditions corrupt "
    "examples example flowers songs cheers letters slogans flags corners halves centuries century "
    "decades decade paths roads choices worlds classes ones issues aspects elements factors pillars "
    "weapons columns rows tables paragraphs"
)
NEVER = word_list(
    "points sides things reasons ways steps questions pages chapters articles principles lessons options "
    "types kinds forms times minutes seconds moments versions words stages phases halves centuries "
    "columns rows tables decades ones issues aspects elements factors pillars degrees lines verses noon o'clock"
)
# How a message was received is told beneath it, and is no figure of the campaign.
REACTIONS = word_list(
    "likes comments views shares reposts retweets replies reactions upvotes followers reads edited forwarded"
)
PEOPLE_ENDS = ("ists", "ians", "ees", "men", "women", "mates", "ers", "ors", "folk", "crats", "ants")
NOT_PEOPLE = word_list(
    "letters papers newspapers numbers powers orders computers offers quarters flowers towers rivers "
    "centers posters matters chapters banners covers corners dinners winters summers servers tractors "
    "reactors doors floors colors errors mirrors factors sectors motors indicators containers trailers "
    "tankers shutters headquarters borders boulders bunkers clusters barriers carriers counters meters "
    "liters kilometers hammers fingers shoulders feathers monsters trees degrees committees fees plants "
    "restaurants grants shutters drawers lockers stickers speakers screwdrivers scooters helicopters "
    "cylinders ladders shelters chambers trucks specimen chants warrants layers centimeters millimeters "
    "daughters sisters fathers mothers loudspeakers generators elevators conveyors corridors"
)
# What happened to people: said of them after the noun, or before it where somebody did it.
FATES = word_list(
    "killed murdered slain massacred shot executed hanged wounded injured maimed blinded beaten tortured "
    "raped arrested detained imprisoned jailed held incarcerated sentenced convicted charged indicted "
    "tried prosecuted summoned flogged disappeared missing abducted kidnapped displaced evicted expelled "
    "dismissed fired suspended sacked released freed pardoned acquitted died perished dead deported "
    "exiled poisoned hospitalized hospitalised drowned trapped buried destroyed damaged closed blocked "
    "burned burnt razed demolished confiscated seized cut banned fined laid_off kill killing kills "
    "murdering arresting detaining wounding injuring executing hanging sentencing blinding jailing "
    "imprisoning massacring shooting arrest detain execute imprison wound injure sentence lashed struck "
    "hurt treated found fled borrowed shut drowned starved infected robbed searched raided looted bombed "
    "shelled intercepted sanctioned collected printed distributed buried awaiting facing refused"
)
# Of these the subject is who counts or acts, so they say nothing of those counted when they stand before the number.
ONLY_AFTER = word_list("died perished dead missing closed struck disappeared")
PREDICATES = word_list(
    "at_risk on_strike on_hunger_strike in_prison in_jail in_custody behind_bars under_arrest "
    "on_death_row facing_execution below_the_poverty_line in_poverty out_of_work without_work "
    "lost_their_lives lost_their_homes lost_their_jobs shot_dead found_dead found_alive taken_away "
    "sent_home laid_off on_the_run lost_an_eye lost_his_life lost_her_life in_danger under_threat "
    "in_detention on_trial in_favour in_favor voted_for voted_against voted_yes voted_no in_hiding in_exile "
    "in_solitary on_bail in_hospital in_intensive_care on_remand sent_home stood_trial awaiting_execution "
    "awaiting_trial on_leave without_pay without_water without_power without_food in_chains for_action"
)
EVENTS = word_list(
    "deaths death killing killings murder murders massacre massacres execution executions hanging "
    "hangings arrest arrests detention detentions imprisonment wounding injuries torture trial blinding "
    "disappearance abduction shooting dismissal displacement eviction expulsion release sentences "
    "sentence signatures poisoning funerals burial deportation toll layoffs suspension summoning "
    "conviction casualties"
)
ACTIONS = word_list(
    "demonstrate demonstrated demonstrating demonstrates protest protested protesting rally rallied "
    "rallying march marched marching strike striking gather gathered gathering chanted chanting "
    "assembled mourned mourning turned took take taken joined joining signed signing struck walked "
    "stopped poured flooded attended participated fled rose attacked clashed occupied blocked staged "
    "went surrounded filled packed lined crowded converged flocked voted backed refused downed walk "
    "occupy queued camped sat stood knelt sang danced entered stormed paraded"
)
HEADS = word_list(
    "number numbers toll inflation turnout unemployment wage wages salary salaries price prices bail "
    "fine fines damage damages losses loss cost costs rate rates debt debts budget rent rents population "
    "membership total share proportion poverty revenue revenues income pension pensions subsidy "
    "subsidies compensation value sum ransom spending arrears line currency rial toman dollar count "
    "tally figure casualties deaths arrests attendance force"
)
LINKS = word_list(
    "to at by of from is was are were be been being has have had stands stood standing reached reaches "
    "reaching hit hits hitting exceeded exceeds exceeding passed passes surpassed set put amounted "
    "amounts totals totalled totaled now already also only estimated estimates recorded between cost "
    "costs rise risen rose rises rising fall fallen fell falls grew grown climbed jumped dropped "
    "dropping increased decreased declined soared surged plunged shrank sank topped remains remained as "
    "currently officially still even reportedly which that about worth around with up down over crossed "
    "come comes came coming gone went add adds added amounting"
)
AUXILIARIES = word_list(
    "have has had were was are is be been being will would may might could can must who that which 've "
    "who've who're they've reported said known believed thought feared confirmed to get got remain "
    "remained left"
)
ADVERBS = word_list(
    "so far already also reportedly now still allegedly since then subsequently brutally violently "
    "arbitrarily recently later either both all currently confirmed formally officially severely "
    "seriously fatally critically unlawfully secretly shot and"
)
FUNCTION = word_list(
    "in on at by from with for to during since across over under against after before between through "
    "into within without amid as than per about around near inside outside until including throughout "
    "while when where who whose which that because if so though yet nor and or but the a an this these "
    "those his her their our my your its they we he she it i you have has had were was are is be been "
    "being will would can could may might must do did does not no now also already still today yesterday "
    "alone more most all some any both only even just then thus there here what how why of off up down "
    "out like such almost nearly especially mostly mainly chiefly either whether upon towards toward "
    "among along behind beyond despite except via versus ago later earlier last next each every another "
    "other others' who've they've one's again once overnight daily weekly yearly annually altogether "
    "together apiece elsewhere abroad tonight instead respectively nationwide worldwide"
)
PAST = word_list(
    "went took left came fell rose led held lost died fled ran fought wrote said began became got met "
    "made saw struck stood sent put set shot told found kept knew gave hit broke drove lay live face "
    "faces remain remains work works need want say says report reports go goes belong suffer join "
    "continue continues demand demands stay stand sit sleep await take takes make makes march rally "
    "gather strike protest sign seek owe own hold earn refuse turn spent sat spoke won sang swept threw "
    "brought bought sold cut burnt ceased laid paid slept caught chose dug drew ate fed flew froze hung "
    "heard hid leapt lent meant quit rode sank shook stole swore taught thought understood woke wore wept "
    "crept swam shut blew bore slid"
)
PARTICIPLES = word_list(
    "taken given thrown forced driven shown stolen written left kept made brought sent put let seen"
)
PLURALS = word_list(
    "people children women men police youth staff personnel faculty cattle sheep troops dead kids media "
    "crew aircraft poultry livestock clergy alumni cavalry infantry folk teeth feet geese oxen criteria "
    "data cavalrymen pupils' wives knives wolves kin kinsfolk townsfolk gentry gendarmerie electorate"
)
NOT_PLURAL = ("ss", "us", "is", "'s")
SINGULARS = word_list(
    "politics economics physics mathematics ethics athletics logistics electronics statistics tactics "
    "series news perhaps whereas towards besides sometimes always afterwards nowadays yes lens gas "
    "christmas means does goes was has this thus plus minus years months weeks days hours minutes "
    "seconds james charles thomas paris texas"
)
DURATION = {
    "day": "days", "days": "days", "week": "weeks", "weeks": "weeks", "month": "months", "months": "months",
    "year": "years", "years": "years", "hour": "hours", "hours": "hours",
}  # fmt: skip
LASTING = word_list(
    "strike strikes hunger blackout blackouts shutdown outage cut offline curfew siege mourning closed "
    "closure sit-in lockdown blockade imprisonment prison jail sentence sentenced sentences solitary "
    "confinement detention walkout disconnected unpaid boycott disrupted disruption stoppage picket "
    "encampment martial down"
)
SENTENCING = word_list(
    "sentence sentenced sentences sentencing prison jail imprisonment imprisoned jailed bars exile "
    "confinement suspended"
)
PAST_SPANS = word_list("past last next coming previous first recent every following these another for_the_past")
MEASURES = word_list(
    "sq km kilometres kilometers metres meters miles tons tonnes kg kilograms kilos litres liters "
    "barrels hectares acres megawatts gigawatts degrees cubic square"
)
_OTHER_CURRENCIES = _listed(
    "taka kyat rand baht ringgit rupiah naira dong zloty forint tenge manat dram lari kwacha birr yen renminbi hryvnia "
    "dirhams riyals pesos reais afghanis shekels cedis kip leva lei pula shillings rupiahs"
)
MONEY = {
    **{each: each for each in _OTHER_CURRENCIES},
    "peso": "pesos", "rupee": "rupees", "riyal": "riyals", "dirham": "dirhams", "shekel": "shekels", "franc": "francs",
    "afghani": "afghanis", "pound": "pounds", "pence": "pence",
    "dollar": "dollars", "dollars": "dollars", "euro": "euros", "euros": "euros", "toman": "tomans", "tomans": "tomans",
    "rial": "rials", "rials": "rials", "lira": "lira", "liras": "lira", "dinars": "dinars", "dinar": "dinars",
    "rupees": "rupees", "francs": "francs", "pesos": "pesos", "yuan": "yuan", "rubles": "rubles", "usd": "US dollars",
    "eur": "euros", "pounds": "pounds", "crowns": "crowns", "crown": "crowns",
    "shillings": "shillings", "kroner": "kroner", "kronor": "kronor", "roubles": "roubles", "cents": "cents",
}  # fmt: skip
PAYING = word_list(
    "offer offers offered offering pay pays paid paying earn earns earned earning get gets got receive receives "
    "received want wants wanted need needs needed ask asks asked asking demand demands demanded cost costs charge "
    "charges charged bring brings brought spend spends"
)
WHOSE = word_list("the all its their those these his her our your my")
CURRENCIES = frozenset(MONEY.values()) | {"US dollars"}
STRAIGHT = word_list("straight consecutive full long uninterrupted successive whole")
KNOWN = word_list(
    "the these those this both our their his her its my your all first last past other one no each every any"
)
TELLING = word_list(
    "gives gave says said speaks spoke counted counts puts put claims claimed estimates estimated admits "
    "admitted reported reports were are announces announced records recorded confirmed confirms told "
    "tells knows listed lists acknowledges"
)
SIGN_UNITS = {"$": "US dollars", "€": "euros", "£": "pounds", "¥": "yen", "%": "percent", "٪": "percent"}
HYPOTHETICAL = word_list(
    "call urge invite appeal forbade forbids forbid prohibits bans maybe perhaps if must should let "
    "imagine suppose would could whether"
)
PERCENT = word_list("% ٪ percent pc percentage")
