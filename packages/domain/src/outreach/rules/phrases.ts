/**
 * What an ask sounds like in English, and what only sounds like one. Every pattern reads a sentence
 * of bounded length, and none repeats a repetition, so that no text can make it slow.
 */

/** Up to the end of the clause, or to where a request begins. */
const rest = String.raw`[^,;:.!?|()–—]*?(?=[,;:.!?|()–—]|$| - | but | and (?:could|can|would|will|please|also|let)\b)`;

const clause = (start: string): RegExp => new RegExp(String.raw`\b(?:${start})\b${rest}`, "g");

const offering =
  "help|assist|offer|give you|send you|bring|get you|buy you|lend you|introduce you|connect you|share your|support|" +
  "do (?:some|any)thing|do more|do for you|make (?:you|it)|return|be of|be useful|invite you|repay|show you|treat you|" +
  "recommend you|write you|feature you|host you|promote you|put you|mention you|take you|cook";

const wanting = "like|want|wish|need|prefer|rather";

/** Parts of a sentence that ask for nothing, in the order in which they are taken out. */
const noAsks: ReadonlyArray<RegExp> = [
  // What others asked, or what was said before.
  clause("(?<!if )you (?:had |have |just |once |kindly )?asked"),
  clause(
    "(?<!if )you(?:'d| had|'ve| have)? (?:mentioned|said|told|wrote|suggested|wondered|promised)",
  ),
  clause("asked (?:me|us|him|her|them) (?:to|if|whether|for|about|how|what|when|why|where)"),
  clause("asked (?:if|whether|how|what|when) (?!you)[a-z]+"),
  clause("(?:he|she|they) (?:said|says|told me|wrote) (?!you)[a-z]+"),
  clause("(?:he|she|they) (?:wonders?|wondered|wants? to know|wanted to know)"),
  // Thanks.
  clause(
    "(?:thanks|thank you|cheers) (?:very much |so much |a lot |again |both |all |once more )?(?:for|that)",
  ),
  clause("i (?:really |truly |so |do |deeply |always )?appreciated? (?:you|your|how|that|all|it)"),
  // Offers.
  clause(`(?:would|do) you (?:${wanting}) (?:me|us|help|any|some|my|our|an?|the)`),
  clause(`(?:can|could|may|might) (?:i|we) (?:${offering})`),
  clause(
    "let (?:me|us) know (?:if|when|whether|how|what|where) (?:i|we|there(?:'s| is)|anything|something)",
  ),
  clause(
    `let (?:me|us) know (?:if|when|whether|what) you(?:'d| would)? (?:ever |also )?(?:${wanting})`,
  ),
  clause(
    "(?:tell (?:me|us)|say so|say the word|shout|call me|ping me|let (?:me|us) know|drop me a line) (?:any ?time|and (?:i|we)(?:'ll| will| can|'m| am)?)",
  ),
  clause(`(?:if|when|whenever) you(?:'d| would)? (?:ever |also )?(?:${wanting})`),
  clause("(?:happy|glad|delighted|pleased|free) to"),
  // Requests taken back, and courtesies.
  clause(
    "(?:hope|hoping) (?:that )?you (?:can|could|may|might) (?:rest|relax|enjoy|recover|take|sleep|feel|celebrate)",
  ),
  clause("no (?:need|pressure|obligation|rush|hurry)"),
  clause(
    "(?:don't|do not|needn't|won't|never) (?:need to|have to|want you|expect|feel|hesitate|worry|bother|ask)",
  ),
  clause("(?:not|never) (?:asking|expecting|looking|here to ask|writing to ask)"),
  clause(
    "please (?:don't|do not|ignore|disregard|enjoy|accept|find|excuse|forgive|pardon|rest|take (?:care|good care|your time|it easy|all|as|heart)|feel|know|give my|say h|be |stay|never)",
  ),
  /\b(?:yes|to) please\b/g,
  clause("let (?:me|us) know how (?:it|you|they|things|the) (?!could|can|would)[a-z]+"),
  clause("call (?:me|it) (?:old|crazy|luck|fate|biased|naive|a)"),
  // Questions that want no answer.
  clause("(?:can|could|would|will) you (?:believe|imagine|guess|ever|say|not|look at that)"),
  clause("(?:can|could) you tell (?!me|us|your|people|them)[a-z]+"),
  clause("will you be (?:at|in|there|around|back|joining)"),
  clause("how (?:can|could) you"),
  clause("would you have (?:guessed|thought|believed|known)"),
];

/** A sentence in lower case and plain letters, without the parts that ask for nothing. */
export const plainSentence = (sentence: string): string =>
  noAsks.reduce((left, pattern) => left.replace(pattern, "|"), inFull(sentence));

const shortForms: ReadonlyArray<readonly [RegExp, string]> = [
  [/[’‘`]/g, "'"],
  [/\s+/g, " "],
  [/(?<![\w.'])u(?![\w.'])/g, "you"],
  [/(?<![\w.'])ur(?![\w.'])/g, "your"],
  [/(?<![\w.'])r you\b/g, "are you"],
  [/(?<![\w.'])(?:pls|plz)(?![\w'])/g, "please"],
  [/(?<![\w.'])(?:thx|ty)(?![\w'])/g, "thanks"],
  [/(?<![\w.'])w\/ ?/g, "with "],
];

const inFull = (sentence: string): string =>
  shortForms.reduce((text, [short, full]) => text.replace(short, full), sentence.toLowerCase());

/** A way to ask, how sure one can be of it, and what it takes at least, in ep. */
interface Request {
  readonly sound: RegExp;
  readonly certainty: "clear" | "likely";
  readonly leastEp: number;
}

/** Where a clause begins: an imperative stands here. */
const begin = String.raw`(?:^|[,;:|(–—!] ?| - )(?:(?:and|so|then|also|but|just|hey|hi|now|ok|well|kindly|do|maybe|thanks) ?){0,2}`;

const imperative = (verb: string): RegExp => new RegExp(`${begin}(?:${verb})\\b`);

const mine = "(?:me|us|my|our)";

const doing =
  "send|give|show|lend|get|help|call|ring|ping|text|e-?mail|dm|message|shoot|drop|write|introduce|connect|forward|" +
  "refer|recommend|mention|feature|invite|teach|support|vote for|follow|credit|tag|quote|meet|advise|promote|" +
  "interview|host|include|put|join|tell|leave|share|like|read|review|watch|sign|pass|endorse|allow|back|honou?r";

const spreading =
  "share|forward|re-?post|retweet|post|read(?! it)|review|check out|look at|have a look at|take a look at|sign|watch|" +
  "listen to|fill in|fill out|complete|comment on|like|pass|endorse|up-?vote|boost";

const amount = String.raw`(?:\d+|an?|any|some|half|a few|five|ten|fifteen|twenty|thirty)`;

const modal = "(?:could|can|would|might|may|will)";

const reader = String.raw`(?:you|your (?:team|assistant|colleagues?|editor|people)|someone|somebody|anyone|anybody|one of you|any of you)`;

const pleasing =
  "grateful|thankful|appreciate it|appreciated|delighted|thrilled|honou?red|lovely|great|wonderful|amazing|awesome|" +
  "helpful|fantastic|happy|lot|world|kind|nice|cool|brilliant|ideal|perfect|good|super";

const wishing = String.raw`(?:i|we|it)?(?:'d| would)(?: also)?(?: really| so| absolutely| just| very much)*`;

const meetingVerbs =
  "talk|meet|speak|hop|jump|schedule|set|find|do|arrange|catch|chat|get|have|grab|start|team|work|join";

const meetingWords =
  "call|chat|zoom|coffee|lunch|dinner|drinks?|intro|introduction|retweet|rt|feedback|thoughts|advice|tips";

/** Said outright, to the reader. */
const outright: ReadonlyArray<RegExp> = [
  new RegExp(
    String.raw`\b(?:could|can|would|will|might|couldn't|can't|wouldn't) ${reader}(?! like\b)`,
  ),
  /\bwould you like to (?:speak|contribute|partner|collaborate|co-?\w+|write|join forces)\b/,
  /(?<!\bto )\bplease [a-z]+|\bplease ?[.!?]*$/,
  /\byou (?:wouldn't|don't|couldn't) (?:happen|by any chance|mind|spare|be (?:able|willing|open))\b/,
  /\b(?:is|are|would|could|might) [^,;:.!?|]{2,80} (?:possible|feasible|doable|thinkable|an option|convenient)\b[^.!|]*\?$/,
  /\bdo you (?:mind|think you (?:could|can|would|might))\b/,
  new RegExp(String.raw`\b(?:think|suppose|reckon|maybe|perhaps|possibly) you(?:'d| ${modal})\b`),
  imperative("mind (?:if (?:i|we)|[a-z]+ing)|care to|fancy|feel like|kindly (?!\\w+ed\\b)[a-z]+"),
  /\b(?:any|a) (?:chance|way|possibility) (?:that )?(?:of|you(?:'d)?|to get|i|we|for)\b/,
  /\b(?:would|is|might) it (?:be )?(?:at all )?(?:possible|ok|okay|alright|all right|too much)\b/,
  new RegExp(
    String.raw`\b(?:do|would) you (?:happen to )?have (?:\w+ )?(?:time|room|space|${amount})\b`,
  ),
  /\bare you (?:\w+ )?(?:around|about|in town|up) (?:for|to)\b/,
  /\b(?:can|could|may|might) (?:i|we) (?:persuade|convince|tempt|ask) you\b/,
  /\bwould (?:that|this|it) (?:be (?:something|of interest|ok|okay|fine|alright|interesting)|work|suit|interest you|appeal)\b/,
  /(?:'d|\bwould) (?:rather|prefer) (?:you|it if you|that you|if you)\b/,
  /\bare you (?:\w+ )?(?:open|available|free|willing|able|up for|game|interested)\b/,
  new RegExp(
    String.raw`(?:\b${wishing}|^would) (?:love|like|appreciate|value|welcome) (?:it if|for you|you to|your|${amount}|help|to (?:get|have|hear (?:your|what you|from)|pick|ask|borrow|interview|invite|talk|speak|meet|chat|pitch|propose|request|discuss|explore|set up|schedule|arrange|collaborate|partner|be on|come on|feature|know (?:if|how|what|whether)))\b`,
  ),
  new RegExp(String.raw`\b(?:${pleasing}) if (?:you|we|i|your|someone)\b`),
  new RegExp(
    String.raw`\b${wishing} be (?:\w+ )?(?:${pleasing}) (?:to (?:have|get) (?:you|your|${amount})|for (?:your|${amount}))\b`,
  ),
  new RegExp(
    String.raw`\b${wishing} be (?:\w+ )?(?:keen|curious|eager|interested) to (?:hear|learn|get|know)\b`,
  ),
  new RegExp(
    String.raw`\b(?:wonder|wondered|wondering|curious) (?:if|whether) (?:${reader}|i|we|it|there)(?:'d|'re| ${modal}| have| had| know| are| were| is| was) `,
  ),
  new RegExp(
    String.raw`\b(?:see|check|ask|asking) (?:if|whether) ${reader}(?:'d|'re| ${modal}| have| had| know| are| were) `,
  ),
  new RegExp(
    String.raw`\b(?:hope|hoping) (?:that )?(?:you|i|we)(?:'d|(?: could| can| would| might| may))\b|\bhoping (?:to (?:get|have|ask|borrow|talk|meet|use|catch|pick|speak|book)|for (?:your|${amount}))\b`,
  ),
  /\b(?:writing|reaching out|write|getting in touch|like|want|have|need) to (?:you to )?ask\b/,
  /\b(?:ask|asking) you (?:for|to|if|whether)\b|\bask (?:a|for your|for a) \w|\b(?:my|one|the|our) (?:ask|request)(?: is|:)/,
  /\b(?:small|big|quick|tiny|huge|little|a|another|one) (?:favou?r|request)\b/,
  /\b(?:need|could use|could do with|want) (?:your|you to|a hand|some help|help (?:with|from you))/,
  /\b(?:can|could|may|might) (?:i|we) (?:please )?(?:ask|get|have|borrow|use|trouble|bother|interest you|count on|pick|quote|steal|grab|book|interview|invite myself)\b/,
  new RegExp(String.raw`\b(?:can|could|might|may) we (?:\w+ )?(?:${meetingVerbs}|move|push)\b`),
  /\bcount on you\b|\bpick your brain\b|\bdo me a (?:\w+ )?(?:favou?r|solid)\b|\bdo us the honou?r\b/,
  imperative(
    `(?:${doing}) ${mine}|(?:let|allow) (?:me|us) (?:use|borrow|have|pick|quote|interview)`,
  ),
  imperative(
    "vote for|book (?:a|any|your)|sign up|register (?:here|now|for)|rsvp|leave a|spread the word|donate|chip in|pre-?order|consider (?:supporting|joining|sharing|donating|backing|contributing)",
  ),
];

/** What only sounds like an ask, or asks for little. */
const hinted: ReadonlyArray<RegExp> = [
  new RegExp(String.raw`\bif you ${modal} (?!see|tell|imagine|believe|only)[a-z]+`),
  new RegExp(String.raw`\bif you (?:have|had|'ve got|find|can spare) (?:time|${amount})\b`),
  /\bhope you(?:'d|'ll| will) (?:be able|be willing|be open|consider|help|agree|share|say yes|join|support)\b/,
  /\b(?:trust|expect|assume|thought|thinking|said|told me|says) (?:that )?you(?:'ll|'d| will| could| might| would) (?:be (?:able|willing|open|the)|help|consider|join|share|speak|know|like to)\b/,
  imperative(
    `(?:${spreading}) (?:this|these|it|my|our|the (?:attached|link|post|word|petition|form|survey))`,
  ),
  imperative(
    "(?:grab|pick|choose|schedule) (?:a|any|some)|click|subscribe|reply (?:to|with|by)|take (?:a few|five|two|ten)",
  ),
  imperative("come (?:and |to )?(?:speak|talk|give|teach|join|be|work)"),
  imperative("lend (?:me |us )?a hand|help out|pitch in"),
  /\bany interest in\b/,
  /(?:'d|\bwould) be [^,;:.!?|]{2,40} if (?:you|your)\b/,
  /\bif you(?:'re| are| were) (?:\w+ )?(?:able|willing|open|free|up for|interested|around)\b/,
  /\b(?:i'm|we're|i am|we are) (?:after|short of|on the hunt for) (?:an?|some|two|three|more)\b/,
  /\b(?:i|we) (?:still |also |really |urgently )?need (?:an?|another|some|two|three|more) (?:\w+ )?(?:intros?|introductions?|testimonials?|quotes?|references?|reviews?|speakers?|guests?|sponsors?|volunteers?|answers?|decisions?|hand)\b/,
  imperative(
    "(?:send|reply|answer|confirm|check|update|add) (?:over|back|along|through|the|your|a|an|it|yes|no|whether|if|by)",
  ),
  /\bhave you (?:ever )?(?:thought (?:about|of)|considered)\b/,
  /\b(?:don't forget|remember|be sure|make sure) to (?:vote|share|send|sign|rsvp|reply|register|bring|post|leave|review|tell|invite|submit|fill)\b/,
  /\b(?:if|do) you (?:happen to )?know (?:of )?(?:any|some)(?:one|body)\b|\bif you can think of\b/,
  /\b(?:looking|searching|hunting) for (?:(?:an?|some|more|two|three|new) )?(?:\w+ )?(?:intros?|introductions?|feedback|someone|help|guests?|speakers?|keynotes?|testimonials?|partners?|advice|volunteers?|sponsors?|reviewers?|contributors?)\b|\b(?:seeking|in need of) (?:an?|your|some|feedback|introductions|help|advice)\b/,
  new RegExp(
    String.raw`^(?:got|have) (?:time|${amount})\b[^.!]*\?$|^(?:free|up|down|around|available|game|interested|keen|open|willing|able|wanna|want) (?:to|for|on|in|${amount})\b`,
  ),
  new RegExp(
    String.raw`\b(?:how|what) about (?:a|an|we|if we|you)\b|\b(?:shall|should) we (?:${meetingVerbs})\b|\blet's (?:${meetingVerbs}|book)\b`,
  ),
  new RegExp(
    String.raw`^(?:(?:quick|short|maybe|perhaps|an?|some|any) ){0,2}(?:(?:${meetingWords})|\d+ ?min(?:ute)?s?|half an hour|hour)\b[^.!?]{0,60}\?$`,
  ),
  new RegExp(
    String.raw`\bspare (?:me |us )?${amount}\b|\btime for (?:an? )?(?:\w+ )?(?:${meetingWords})\b`,
  ),
  /\b(?:any|your) (?:thoughts|feedback|advice|ideas|tips|suggestions|recommendations) ?(?:\?|on|about|for|how)/,
  /\bwhat (?:do|would) you (?:think|do|advise|recommend|suggest)\b|\bhow (?:do|did|would) you (?:handle|approach|price|find|choose|manage|structure|deal|decide|start|build|grow)\b/,
  /\bwho (?:should|could|would) (?:i|we|you) (?:talk|speak|write|ask|recommend|suggest)\b|\b(?:how|where) (?:do|can|should|could) i\b|\bwhat(?:'s| is) the best way\b/,
  /\b(?:would|could|will|'d) (?:really |just )?(?:mean (?:a lot|the world|so much|everything)|make (?:all the|a (?:big|huge|real)) difference|help (?:me|us|a lot|enormously|hugely|so much)|go a long way|be (?:a )?(?:huge|big|great|massive|real|enormous) (?:help|favou?r))\b/,
  /\b(?:help|feedback|support|comments?|intros?|introductions?|shares?|retweets?|rts?|advice|suggestions|donations|reviews?) (?:(?:is|are|would be|much|very|most|greatly|always|so) ){0,3}(?:appreciated|welcome)\b/,
  /(?<!\byou )\bwould be (?:\w+ )?(?:appreciated|welcome)\b/,
  /\b(?:need|require)\b[^,;.!?|]{0,80}\b(?:by (?:noon|midday|tonight|tomorrow|end|the|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next|\d)|from you|asap)/,
  /\binvite you to (?:speak|contribute|write|present|give|take part|be part|judge|mentor|teach)\b|\bdo you (?:ever |still |currently )?(?:take|accept|publish|sponsor|host) \w/,
  /\bis there (?:any |some |still )?(?:room|slot|space|a slot|a spot) (?:for|on|in)\b/,
];

/** What is answered in a line or two. */
const small: ReadonlyArray<RegExp> = [
  /\blet (?:me|us) know (?:if|whether|when|what|which|how|who|your|by|asap)\b/,
  /\b(?:bumping|circling back|following up|follow up on|checking in on|nudging)\b/,
  /\b(?:did you|have you) (?:get|got|had|have|see|seen) (?:a |the |any )?(?:chance|time|my (?:last |previous )?(?:e-?mail|message|note))\b/,
  /\b(?:when|what time|which day|what day) (?:are you|would you be|would|could|works|suits|might)\b/,
  /\b(?:who|which|what) (?:\w+ )?do you (?:use|work with|rely on)\b/,
  /\b(?:gentle|friendly|kind|little) (?:reminder|nudge|ping)\b|\bstill waiting (?:for|on)\b|\bawaiting your\b/,
  /\bat your (?:earliest )?convenience\b|\bas soon as you can\b/,
  /^(?:hi |hey )?(?:just )?(?:a |one )?(?:quick|small|short|last) (?:one|question)\b/,
];

/** The least that each sort of ask takes, in ep, unless it says more: a reply takes five minutes. */
const requests: ReadonlyArray<Request> = [
  ...outright.map((sound): Request => ({ sound, certainty: "clear", leastEp: 3 })),
  ...small.map((sound): Request => ({ sound, certainty: "likely", leastEp: 1 })),
  ...hinted.map((sound): Request => ({ sound, certainty: "likely", leastEp: 3 })),
];

/** The first way of asking that a plain sentence has; a clear one before a likely one. */
export const requestIn = (plain: string): Request | undefined =>
  requests.find(({ sound }) => sound.test(plain));
