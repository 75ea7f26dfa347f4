/** Words that neutrality keeps for attributed quotations, as phrases, so that “return to the list” is no fault. */
export const forbiddenWords: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /\boccup(y|ied|ation)\b/i,
    /\billegal/i,
    /\bliberat/i,
    /\bannex/i,
    /\breturn of\b/i,
    /\brecover/i,
    /\binherent/i,
    /\bRussian islands\b/i,
    /\bJapanese islands\b/i,
    /\bborder\b/i,
  ],
  ja: [/固有の領土/, /不法占拠/, /占領/, /返還/, /解放/, /併合/, /国境/],
  ru: [/исконно/i, /освобожд/i, /возвращени/i, /оккуп/i, /аннекс/i, /незаконн/i, /границ/i],
};

/** The two collective names, which may stand only together. */
export const collectiveNames: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  en: [/Northern Territories/, /Southern Kurils/],
  ja: [/北方領土/, /南クリル/],
  ru: [/Северн\S+ территори/, /Южн\S+ Курил/],
};
