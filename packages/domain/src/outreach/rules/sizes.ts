/** How large an ask looks: from the time it names, and from the kind of thing it wants (MODEL 2.2). */
import { kindById } from "../../equity/rules.ts";

/** What each kind sounds like, from large to small: the first that fits is taken. */
const kindSounds: ReadonlyArray<readonly [kindId: string, sound: RegExp]> = [
  [
    "ask-venture",
    /\bjoint (?:venture|launch|course|product|program)|\bpartner(?:ing)? (?:with (?:me|us)|up)\b|\bpartnership\b|\bco-?(?:host|author|create|found|launch)|\bjoin forces\b|\baffiliate\b/,
  ],
  [
    "ask-talk",
    /\bspeak (?:at|for|on stage|in front)\b|\bspeak to (?:our|my) \w|\bkeynote|\b(?:give|giving|hold|deliver) (?:a|the|our) (?:\w+ )?(?:talk|lecture|workshop|speech|masterclass)\b|\b(?:run|lead|teach) (?:a|our) (?:\w+ )?(?:workshop|class|session)\b|\bspeaker\b|\bpanel(?:l?ist)?\b/,
  ],
  [
    "ask-testimonial",
    /\btestimonial|\bendors|\bblurb\b|\bforeword\b|\b(?:leave|left|write|wrote|give|gave|post|posted) (?:me |us )?(?:a|an) (?:\w+ )?review\b|\bquote (?:for|about|on)\b|\breference (?:for|letter)\b|\bas (?:a |my )?refer(?:ence|ee)\b|\brecommendation (?:letter|on linkedin|for my)|\bletter of recommendation\b|\bcase study\b/,
  ],
  [
    "ask-guest-slot",
    /\bguest (?:post|slot|spot|article|episode|blog|column)|\b(?:on|for) your (?:podcast|show|blog|channel)\b|\b(?:as|be) (?:a|your) guest\b|\bhave (?:me|us) on\b|\binterview (?:me|us)\b/,
  ],
  [
    "ask-promotion",
    /\bpromot(?:e|ing|ion)\b|\b(?:dedicated|solo) (?:e-?mail|send|mailing)\b|\b(?:e-?mail|mail|write|writing|e-?mailing) (?:to )?your (?:\w+ )?(?:list|subscribers|members|customers)\b/,
  ],
  [
    "ask-mention",
    /\byour (?:\w+ )?(?:list|audience|subscribers|newsletter|readers|members|customers|community)\b|\bshout-?out\b|\bplug\b|\ba (?:\w+ )?mention\b|\bmention(?:ing)? (?:me|us|my|our)\b/,
  ],
  [
    "ask-introduction",
    /\bintro(?:s|d\w+)?\b|\bput (?:me|us) in (?:touch|contact)\b|\bconnect(?:ing)? (?:me|us) (?:with|to)\b|\breferr?(?:al|als|ing)?\b|\bknow (?:of )?(?:an?|(?:any|some)(?:one|body)?)\b|\bwho (?:should|could) (?:i|we)\b/,
  ],
  [
    "ask-repost",
    /\bretweet|\bre-?post|\breshar|\bshar(?:e|ing) (?:this|it|my|our|the (?:attached |link|post|word|news|article|page|event|petition))|\bforward (?:this|it|my|our)\b|\bup-?vote|\bspread the word\b|\bvote for\b|\bpass (?:this|it) on\b|\blike (?:this|my|our)\b|\bfollow (?:me|us)\b/,
  ],
  [
    "ask-advice",
    /\badvi[cs]e|\bfeedback\b|\bthoughts\b|\bopinion|\bpick(?:ing)? your brain|\byour (?:take|view|perspective|input|eyes|eye|guidance)\b|\bwhat (?:do|would|did) you (?:think|do|recommend|suggest)|\bwhat you think\b|\brecommend|\bsuggestions?\b|\btips\b|\b(?:look|read|go) (?:over|through)\b|\b(?:have|take|having|taking) a (?:\w+ )?look\b|\blook(?:ing)? at\b|\bproofread|\bcritique|\breview\b|\bhow (?:do|did|would) you\b/,
  ],
  [
    "ask-reminder",
    /\bbump|\bfollow(?:ing)?[ -]up\b|\bcircl(?:e|ing) back\b|\bmy (?:last|previous|earlier|other) (?:e-?mail|message|note|mail)\b|\bget my (?:e-?mail|message|note)\b|\bchance to (?:read|look|see|review)\b|\bnudge|\bremind/,
  ],
];

/** What people call a meeting, by how long one usually takes, in ep. */
const meetings: ReadonlyArray<readonly [ep: number, sound: RegExp]> = [
  [12, /\b(?:lunch|dinner|breakfast)\b/],
  [9, /\b(?:coffee|meet(?:ing|up)?|drinks?)\b/],
  [3, /\b(?:quick|short|brief) (?:\w+ )?(?:call|chat|zoom|talk|phone call)\b/],
  [6, /\b(?:call|chat|zoom|video call)\b/],
];

/** What an ask takes from the reader in ep, and the kind of ask that it looks like. */
export const sizeOf = (
  sentence: string,
  { leastEp, saidAfterEp }: { readonly leastEp: number; readonly saidAfterEp: number | undefined },
): { readonly cost: number; readonly kindId: string | null } => {
  const kindId = kindSounds.find(([, sound]) => sound.test(sentence))?.[0] ?? null;
  const kindEp = kindId === null ? 0 : (kindById(kindId)?.cost ?? 0);
  const meetingEp = meetings.find(([, sound]) => sound.test(sentence))?.[0] ?? 0;
  const named = longestEp(sentence) ?? saidAfterEp;
  // A length that is named holds for the meeting, but not for what it is asked for.
  const cost = Math.max(kindEp, named ?? meetingEp);
  return { cost: cost > 0 ? cost : leastEp, kindId };
};

const tellsHowLong = /^(?:it|this|that|about|only|just|no more|at most|max|roughly|should)\b/;
const past = /\b(?:took|was|were|went|lasted|had)\b/;

/** The length, in ep, that a sentence gives to the ask before it: "It is half a day of work." */
export const saidAfterIn = (sentence: string): number | undefined =>
  tellsHowLong.test(sentence) && !past.test(sentence) ? longestEp(sentence) : undefined;

const numberWords: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  "half a": 0.5,
  "half an": 0.5,
  "a quarter of an": 0.25,
  "three quarters of an": 0.75,
  two: 2,
  "a couple of": 2,
  three: 3,
  "a few": 4,
  "just a few": 4,
  some: 4,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  "forty-five": 45,
  sixty: 60,
  ninety: 90,
};

/** Morning, afternoon and day as the sizes have them: half of a day, and a day (MODEL 2.1). */
const unitsEp: ReadonlyArray<readonly [ep: number, unit: string]> = [
  [1 / 5, "min"],
  [12, "h"],
  [40.5, "morning"],
  [40.5, "afternoon"],
  [81, "day"],
  [405, "week"],
];

const amounts = Object.keys(numberWords)
  .toSorted((a, b) => b.length - a.length)
  .join("|");

/** How long something takes; "in an hour" and "an hour ago" are moments. A day needs work in it. */
const lengths = new RegExp(
  String.raw`(\b(?:in|within|after|every|last|past|next|by|until|this) )?\b(?:(\d{1,3}(?:\.\d)?)(?: ?(?:-|–|to) ?(\d{1,3}))?|(${amounts}))(?: ?- ?| )?(?:(?:quick|short|spare|full|whole|more) )?(min(?:ute)?s?|hours?|hrs?|h|mornings?|afternoons?|days?|weeks?)\b( (?:ago|later|before|earlier|old|from now)\b)?( (?:of (?:your|work|help)|with us|to help))?`,
  "g",
);

/** The longest time that a sentence names, in ep; undefined if it names none. */
const longestEp = (sentence: string): number | undefined => {
  const found = [...sentence.matchAll(lengths)].flatMap(
    ([whole, before, low, high, word, unit = "", after, work]) => {
      if (before !== undefined || after !== undefined) return [];
      const count = word === undefined ? Number(high ?? low) : (numberWords[word] ?? 0);
      const needsWork = /^(?:day|week)/.test(unit) && !/half|full|whole/.test(whole);
      return needsWork && work === undefined ? [] : [count * epOfUnit(unit)];
    },
  );
  return found.length === 0 ? undefined : Math.max(1, ...found);
};

const epOfUnit = (unit: string): number =>
  unitsEp.find(([, name]) => unit.startsWith(name))?.[0] ?? 0;
