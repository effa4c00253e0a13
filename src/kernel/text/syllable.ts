const TONE_MARK = /[\u0300\u0309\u0303\u0301\u0323]/gu;
const STOPPED_TONES = /^[\u0301\u0323]?$/u;

const ONSETS = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x";
const SPLIT = new RegExp(`^(${ONSETS})?(.+)$`, "u");

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Every rime of the written language, by its nucleus. */
const RIMES = new Set([
  ...list("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"),
  ...list("e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu"),
  ...list("o oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"),
  ...list("oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet"),
  ...list("u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyt uyu uyên uyêt"),
  ...list("ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu"),
]);
/** What follows qu, which already holds the glide. */
const AFTER_QU = new Set(
  list("a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eng eo et ê ên ênh êt êu i ich in it ôc y ynh yt yên yêt ơ ơi ơn"),
);

/**
 * Whether a word, NFC in any letter case, has the form of one Vietnamese syllable: onset, rime, and a tone that the final allows.
 * Spelling only: "ngoằm" passes though no dictionary has it.
 */
export function isSyllable(word: string): boolean {
  const marks = word.toLowerCase().normalize("NFD");
  const tone = (marks.match(TONE_MARK) ?? []).join("");
  if (tone.length > 1) return false;
  const toneless = marks.replace(TONE_MARK, "").normalize("NFC");
  if (/(?:[cpt]|ch)$/u.test(toneless) && !STOPPED_TONES.test(tone)) return false;
  const match = SPLIT.exec(toneless);
  if (match === null) return false;
  return fits(match[1] ?? "", match[2]!) || toneless === "gi" || (toneless.startsWith("gi") && fits("gi", toneless.slice(1)));
}

function fits(onset: string, rime: string): boolean {
  if (onset === "qu") return AFTER_QU.has(rime);
  if (!RIMES.has(rime)) return false;
  const front = /^[eêiy]/u.test(rime);
  if (onset === "k" || onset === "gh" || onset === "ngh") return front;
  if (onset === "c" || onset === "g" || onset === "ng") return !front;
  return true;
}
